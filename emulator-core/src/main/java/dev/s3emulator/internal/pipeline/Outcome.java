package dev.s3emulator.internal.pipeline;

import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.protocol.PartialRefusal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a request ended, for the journal.
 *
 * @param time when, by the server's clock
 * @param nanoTime when, in real time
 * @param status the status, or 0 without an answer
 * @param headers the headers of the answer
 * @param bytes the length of the answer's body
 * @param document the beginning of the answer's document, or null
 * @param refusals what a success refuses
 * @param error the refusal, or null
 * @param failure what broke inside the emulator, or null
 */
record Outcome(
    Instant time,
    long nanoTime,
    int status,
    Headers headers,
    long bytes,
    byte @Nullable [] document,
    List<PartialRefusal> refusals,
    @Nullable S3Exception error,
    @Nullable Throwable failure) {}
