package dev.s3emulator.internal.pipeline;

import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.protocol.RequestHead;

/** What a transport finds wrong with the bytes of a request, so that no operation gets it. */
public enum WireFault {
  /** They are not HTTP, or leave open where the request ends. */
  NOT_HTTP {
    @Override
    S3Exception exception(RequestHead head) {
      return S3Exception.of(S3Error.BAD_REQUEST);
    }
  },

  /** The request line holds a broken escape or a character that no URL may hold. */
  BROKEN_URI {
    @Override
    S3Exception exception(RequestHead head) {
      String query = head.rawQuery().isEmpty() ? "" : "?" + head.rawQuery();
      return S3Exception.of(S3Error.INVALID_URI).with("URI", head.rawPath() + query);
    }
  },

  /** The head does not end where even the most generous server stops reading. */
  HEAD_TOO_LARGE {
    @Override
    S3Exception exception(RequestHead head) {
      return RequestChecks.headerSectionTooLarge();
    }
  },

  /** The client ended its side of the connection before the body was complete. */
  BODY_ENDS_EARLY {
    @Override
    S3Exception exception(RequestHead head) {
      return S3Exception.of(S3Error.INCOMPLETE_BODY);
    }
  },

  /** The client stopped sending in the middle of the body. */
  BODY_STALLS {
    @Override
    S3Exception exception(RequestHead head) {
      return S3Exception.of(S3Error.REQUEST_TIMEOUT);
    }
  };

  abstract S3Exception exception(RequestHead head);
}
