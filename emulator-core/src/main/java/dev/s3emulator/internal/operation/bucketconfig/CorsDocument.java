package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.configuration.CorsConfiguration;
import dev.s3emulator.internal.domain.configuration.CorsRule;
import dev.s3emulator.internal.xml.XmlElement;
import dev.s3emulator.internal.xml.XmlReader;
import dev.s3emulator.internal.xml.XmlWriter;
import java.util.List;
import java.util.OptionalInt;

/**
 * The {@code <CORSConfiguration>} document.
 *
 * <p>The text about methods is recorded (errors.tsv). Those about wildcards are believed exact;
 * what S3 says of too many rules or a long id is not known.
 */
final class CorsDocument {

  static final ConfigurationKind<CorsConfiguration> KIND =
      ConfigurationKind.of(
          CorsConfiguration.class,
          CorsDocument::read,
          CorsDocument::write,
          S3Error.NO_SUCH_CORS_CONFIGURATION);

  private static final int MAX_ID_LENGTH = 255;

  private CorsDocument() {}

  private static CorsConfiguration read(byte[] bytes) {
    if (bytes.length == 0) {
      throw S3Exception.of(S3Error.MISSING_REQUEST_BODY);
    }
    List<CorsRule> rules =
        XmlReader.read(bytes)
            .requireName("CORSConfiguration")
            .requireOnly("CORSRule")
            .all("CORSRule")
            .stream()
            .map(CorsDocument::readRule)
            .toList();
    if (rules.isEmpty()) {
      throw S3Exception.malformedXml();
    }
    if (rules.size() > CorsConfiguration.MAX_RULES) {
      throw S3Exception.invalidRequest(
          "The number of CORS rules should not exceed allowed limit of "
              + CorsConfiguration.MAX_RULES
              + " rules.");
    }
    rules.forEach(CorsDocument::check);
    return new CorsConfiguration(rules);
  }

  private static CorsRule readRule(XmlElement rule) {
    rule.requireOnly(
        "ID", "AllowedHeader", "AllowedMethod", "AllowedOrigin", "ExposeHeader", "MaxAgeSeconds");
    return new CorsRule(
        rule.optionalText("ID"),
        rule.allTexts("AllowedHeader"),
        requireSome(rule.allTexts("AllowedMethod")),
        requireSome(rule.allTexts("AllowedOrigin")),
        rule.allTexts("ExposeHeader"),
        rule.optionalText("MaxAgeSeconds")
            .map(text -> OptionalInt.of(requireInt(text)))
            .orElseGet(OptionalInt::empty));
  }

  private static List<String> requireSome(List<String> texts) {
    if (texts.isEmpty()) {
      throw S3Exception.malformedXml();
    }
    return texts;
  }

  private static int requireInt(String text) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException notAnInt) {
      throw S3Exception.malformedXml();
    }
  }

  private static void check(CorsRule rule) {
    for (String method : rule.allowedMethods()) {
      if (!CorsRule.METHODS.contains(method)) {
        throw S3Exception.invalidRequest(
            "Found unsupported HTTP method in CORS config. Unsupported method is " + method);
      }
    }
    rule.allowedOrigins().forEach(origin -> requireOneWildcard("AllowedOrigin", origin));
    rule.allowedHeaders().forEach(header -> requireOneWildcard("AllowedHeader", header));
    for (String header : rule.exposeHeaders()) {
      if (header.indexOf('*') >= 0) {
        throw S3Exception.invalidRequest(
            "ExposeHeader \""
                + header
                + "\" contains wildcard. We currently do not support wildcard for ExposeHeader.");
      }
    }
    if (rule.id().orElse("").length() > MAX_ID_LENGTH) {
      throw S3Exception.invalidRequest(
          "The ID length should not exceed allowed limit of " + MAX_ID_LENGTH);
    }
  }

  private static void requireOneWildcard(String element, String pattern) {
    if (pattern.indexOf('*') != pattern.lastIndexOf('*')) {
      throw S3Exception.invalidRequest(
          element + " \"" + pattern + "\" can not have more than one wildcard.");
    }
  }

  private static byte[] write(CorsConfiguration configuration) {
    XmlWriter xml = XmlWriter.document("CORSConfiguration");
    for (CorsRule rule : configuration.rules()) {
      xml.start("CORSRule").elementIfPresent("ID", rule.id().orElse(null));
      rule.allowedHeaders().forEach(header -> xml.element("AllowedHeader", header));
      rule.allowedMethods().forEach(method -> xml.element("AllowedMethod", method));
      rule.allowedOrigins().forEach(origin -> xml.element("AllowedOrigin", origin));
      rule.exposeHeaders().forEach(header -> xml.element("ExposeHeader", header));
      rule.maxAgeSeconds().ifPresent(seconds -> xml.element("MaxAgeSeconds", seconds));
      xml.end();
    }
    return xml.finish();
  }
}
