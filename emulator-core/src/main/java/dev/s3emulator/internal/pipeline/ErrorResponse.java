package dev.s3emulator.internal.pipeline;

import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.website.ErrorPage;
import dev.s3emulator.internal.xml.XmlWriter;
import java.util.Map;

/** Renders an error as S3's {@code <Error>} document, or as the page of a website. */
final class ErrorResponse {

  private ErrorResponse() {}

  static S3Response of(S3Exception exception, String requestId, String hostId) {
    if (exception.isPage()) {
      return ErrorPage.of(exception, requestId, hostId);
    }
    S3Response.Builder response = S3Response.status(exception.error().status());
    for (Map.Entry<String, String> header : exception.headers()) {
      response.header(header.getKey(), header.getValue());
    }
    return exception.hasDocument()
        ? response.xml(document(exception, requestId, hostId)).build()
        : response.build();
  }

  private static byte[] document(S3Exception exception, String requestId, String hostId) {
    XmlWriter xml =
        XmlWriter.documentWithoutNamespace("Error")
            .element("Code", exception.error().code())
            .element("Message", exception.text());
    for (Map.Entry<String, String> element : exception.elements()) {
      xml.element(element.getKey(), element.getValue());
    }
    return xml.element("RequestId", requestId).element("HostId", hostId).finish();
  }
}
