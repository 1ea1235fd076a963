package dev.s3emulator.internal.accesslog;

import dev.s3emulator.internal.protocol.QueryParameters;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.protocol.TlsSession;
import java.util.Optional;

/**
 * How a request came, as access logs tell it.
 *
 * @param signatureVersion SigV2 or SigV4
 * @param authentication where the signature stands
 * @param tlsVersion the version of TLS
 * @param cipherSuite the cipher suite by OpenSSL's name
 */
record Connection(
    Optional<String> signatureVersion,
    Optional<String> authentication,
    Optional<String> tlsVersion,
    Optional<String> cipherSuite) {

  private static final String IN_HEADER = "AuthHeader";
  private static final String IN_QUERY = "QueryString";

  static Connection of(RequestHead head, QueryParameters query) {
    Optional<TlsSession> tls = Optional.ofNullable(head.tls());
    String authorization = head.headers().get("Authorization").orElse("");
    Optional<String> version = Optional.empty();
    Optional<String> place = Optional.empty();
    if (!authorization.isEmpty()) {
      version = Optional.of(authorization.startsWith("AWS ") ? "SigV2" : "SigV4");
      place = Optional.of(IN_HEADER);
    } else if (query.contains("X-Amz-Signature")) {
      version = Optional.of("SigV4");
      place = Optional.of(IN_QUERY);
    } else if (query.contains("Signature")) {
      version = Optional.of("SigV2");
      place = Optional.of(IN_QUERY);
    }
    return new Connection(
        version,
        place,
        tls.map(TlsSession::version),
        tls.map(session -> openSslName(session.cipherSuite())));
  }

  /** Returns a name as OpenSSL has it. Both have the same names for the suites of TLS 1.3. */
  private static String openSslName(String suite) {
    int with = suite.indexOf("_WITH_");
    return with < 0 || !suite.startsWith("TLS_")
        ? suite
        : (suite.substring(4, with) + '-' + suite.substring(with + 6))
            .replaceAll("AES_(\\d+)", "AES$1")
            .replace('_', '-');
  }
}
