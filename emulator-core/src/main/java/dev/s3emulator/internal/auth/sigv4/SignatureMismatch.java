package dev.s3emulator.internal.auth.sigv4;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import java.util.HexFormat;

/** The error SignatureDoesNotMatch, which shows what the signature should have covered. */
public final class SignatureMismatch {

  private static final HexFormat PAIRS = HexFormat.ofDelimiter(" ");

  private SignatureMismatch() {}

  /** Returns the error of something that has no canonical request. */
  public static S3Exception of(String accessKeyId, String stringToSign, String signature) {
    return S3Exception.of(S3Error.SIGNATURE_DOES_NOT_MATCH)
        .with("AWSAccessKeyId", accessKeyId)
        .with("StringToSign", readable(stringToSign))
        .with("SignatureProvided", signature)
        .with("StringToSignBytes", bytes(stringToSign));
  }

  static S3Exception of(SignedRequest request) {
    String canonical = request.canonical().text();
    return of(request.scope().accessKeyId(), request.stringToSign(), request.signature())
        .with("CanonicalRequest", readable(canonical))
        .with("CanonicalRequestBytes", bytes(canonical));
  }

  private static String readable(String bytes) {
    return new String(bytes.getBytes(ISO_8859_1), UTF_8);
  }

  private static String bytes(String text) {
    return PAIRS.formatHex(text.getBytes(ISO_8859_1));
  }
}
