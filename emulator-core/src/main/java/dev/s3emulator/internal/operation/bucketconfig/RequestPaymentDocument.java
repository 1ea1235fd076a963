package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.configuration.RequestPayment;
import dev.s3emulator.internal.domain.configuration.RequestPayment.Payer;
import dev.s3emulator.internal.xml.XmlReader;
import dev.s3emulator.internal.xml.XmlWriter;

/** The {@code <RequestPaymentConfiguration>} document. */
final class RequestPaymentDocument {

  static final ConfigurationKind<RequestPayment> KIND =
      ConfigurationKind.withDefault(
          RequestPayment.class,
          RequestPaymentDocument::read,
          RequestPaymentDocument::write,
          RequestPayment.DEFAULT);

  private RequestPaymentDocument() {}

  private static RequestPayment read(byte[] bytes) {
    if (bytes.length == 0) {
      throw S3Exception.of(S3Error.MISSING_REQUEST_BODY);
    }
    String payer =
        XmlReader.read(bytes)
            .requireName("RequestPaymentConfiguration")
            .requireOnly("Payer")
            .requiredText("Payer");
    for (Payer known : Payer.values()) {
      if (known.wireName().equals(payer)) {
        return new RequestPayment(known);
      }
    }
    throw S3Exception.malformedXml();
  }

  private static byte[] write(RequestPayment configuration) {
    return XmlWriter.document("RequestPaymentConfiguration")
        .element("Payer", configuration.payer().wireName())
        .finish();
  }
}
