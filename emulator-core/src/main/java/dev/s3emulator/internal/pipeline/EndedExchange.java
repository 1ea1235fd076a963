package dev.s3emulator.internal.pipeline;

import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.S3State;
import dev.s3emulator.internal.protocol.Caller;
import dev.s3emulator.internal.protocol.QueryParameters;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.protocol.RequestTarget;
import dev.s3emulator.internal.protocol.S3Response;
import java.time.Duration;
import java.util.Optional;

/**
 * A request to a bucket with its answer.
 *
 * @param requestId the id of the request
 * @param target what it addressed
 * @param query its parameters, none if they cannot be read
 * @param caller who asked, as far as that was found out
 * @param response the answer with all its headers
 * @param error the refusal, or empty
 * @param before what the server held when the request was performed
 * @param after what it held then
 * @param duration how long it took, in real time
 */
public record EndedExchange(
    RequestHead head,
    String requestId,
    RequestTarget target,
    QueryParameters query,
    Optional<Caller> caller,
    S3Response response,
    Optional<S3Exception> error,
    S3State before,
    S3State after,
    Duration duration) {}
