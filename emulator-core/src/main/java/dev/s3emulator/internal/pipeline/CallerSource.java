package dev.s3emulator.internal.pipeline;

import dev.s3emulator.internal.auth.Authentication;
import dev.s3emulator.internal.auth.FormAuthentication;
import dev.s3emulator.internal.protocol.QueryParameters;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.protocol.RequestTarget;
import dev.s3emulator.internal.protocol.SigningService;
import dev.s3emulator.internal.protocol.form.FormFields;

/** Tells who makes a request. */
interface CallerSource {

  /**
   * Returns who makes a request.
   *
   * @param head the head as received
   * @param service the service that the request must be signed for
   * @throws dev.s3emulator.internal.domain.S3Exception if the request is signed, and wrongly
   */
  Authentication authenticate(
      RequestHead head, RequestTarget target, QueryParameters query, SigningService service);

  /**
   * Returns who sends a form, and how large its file may be.
   *
   * @throws dev.s3emulator.internal.domain.S3Exception if it is signed wrongly, or not as its
   *     policy wants it
   */
  FormAuthentication authenticate(FormFields fields, RequestTarget target);
}
