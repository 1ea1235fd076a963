package dev.s3emulator.internal.pipeline;

import dev.s3emulator.internal.protocol.Caller;
import dev.s3emulator.internal.protocol.QueryParameters;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.protocol.RequestTarget;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a request, as far as it got: each stage of the pipeline adds what it found out,
 * so that the journal names also what was refused. It keeps references and computes nothing. Used
 * by one thread at a time, and no longer changed once the request is recorded.
 */
final class RequestTrace {

  final RequestHead head;
  final String requestId;
  final long arrival = System.nanoTime();

  @Nullable RequestTarget target;
  @Nullable QueryParameters query;
  @Nullable String operation;
  @Nullable Caller caller;
  byte @Nullable [] document;
  long bytes;

  RequestTrace(RequestHead head, String requestId) {
    this.head = head;
    this.requestId = requestId;
  }
}
