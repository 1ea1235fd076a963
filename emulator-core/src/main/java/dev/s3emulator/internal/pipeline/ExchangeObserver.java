package dev.s3emulator.internal.pipeline;

import dev.s3emulator.internal.domain.S3State;
import dev.s3emulator.internal.protocol.S3Response;

/**
 * Is told of the requests to buckets, on the thread that answers them: the one hook for what S3
 * does beside answering. No method throws. Used by many threads.
 */
public interface ExchangeObserver {

  /** Wants to know nothing. */
  ExchangeObserver NONE =
      new ExchangeObserver() {
        @Override
        public void answering() {}

        @Override
        public boolean isInterested(S3State before, String bucketName, S3Response response) {
          return false;
        }

        @Override
        public void ended(EndedExchange exchange) {}
      };

  /** A request is about to be performed or refused. */
  void answering();

  /** Returns whether {@link #ended} shall be called of a request; asked of each, so it is cheap. */
  boolean isInterested(S3State before, String bucketName, S3Response response);

  /** A request has been answered. */
  void ended(EndedExchange exchange);
}
