package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.configuration.RoutingRule;
import dev.s3emulator.internal.domain.configuration.RoutingRule.Redirect;
import dev.s3emulator.internal.domain.configuration.WebsiteConfiguration;
import dev.s3emulator.internal.domain.configuration.WebsiteConfiguration.RedirectAll;
import dev.s3emulator.internal.xml.XmlElement;
import dev.s3emulator.internal.xml.XmlReader;
import dev.s3emulator.internal.xml.XmlWriter;
import java.util.List;
import java.util.Optional;

/** The {@code <WebsiteConfiguration>} document. */
final class WebsiteDocument {

  static final ConfigurationKind<WebsiteConfiguration> KIND =
      ConfigurationKind.of(
          WebsiteConfiguration.class,
          WebsiteDocument::read,
          WebsiteDocument::write,
          S3Error.NO_SUCH_WEBSITE_CONFIGURATION);

  private WebsiteDocument() {}

  private static WebsiteConfiguration read(byte[] bytes) {
    if (bytes.length == 0) {
      throw S3Exception.of(S3Error.MISSING_REQUEST_BODY);
    }
    XmlElement root =
        XmlReader.read(bytes)
            .requireName("WebsiteConfiguration")
            .requireOnly("RedirectAllRequestsTo", "IndexDocument", "ErrorDocument", "RoutingRules");
    return new WebsiteConfiguration(
        root.optional("RedirectAllRequestsTo").map(WebsiteDocument::readRedirectAll),
        root.optional("IndexDocument").map(index -> onlyText(index, "Suffix")),
        root.optional("ErrorDocument").map(WebsiteDocument::readErrorKey),
        root.optional("RoutingRules").map(WebsiteDocument::readRules).orElse(List.of()));
  }

  private static RedirectAll readRedirectAll(XmlElement element) {
    element.requireOnly("HostName", "Protocol");
    return new RedirectAll(element.requiredText("HostName"), element.optionalText("Protocol"));
  }

  private static String onlyText(XmlElement element, String name) {
    return element.requireOnly(name).requiredText(name);
  }

  private static String readErrorKey(XmlElement element) {
    String key = onlyText(element, "Key");
    if (key.isEmpty()) {
      throw S3Exception.malformedXml();
    }
    return key;
  }

  private static List<RoutingRule> readRules(XmlElement element) {
    List<RoutingRule> rules =
        element.requireOnly("RoutingRule").children().stream()
            .map(WebsiteDocument::readRule)
            .toList();
    if (rules.isEmpty()) {
      throw S3Exception.malformedXml();
    }
    return rules;
  }

  private static RoutingRule readRule(XmlElement element) {
    element.requireOnly("Condition", "Redirect");
    Redirect redirect =
        element
            .optional("Redirect")
            .map(WebsiteDocument::readRedirect)
            .orElseThrow(S3Exception::malformedXml);
    Optional<XmlElement> condition = element.optional("Condition");
    if (condition.isEmpty()) {
      return new RoutingRule(Optional.empty(), Optional.empty(), redirect);
    }
    condition.get().requireOnly("HttpErrorCodeReturnedEquals", "KeyPrefixEquals");
    if (condition.get().children().isEmpty()) {
      throw S3Exception.invalidRequest(
          "Condition cannot be empty. To redirect all requests without a condition, the condition"
              + " element shouldn't be present.");
    }
    return new RoutingRule(
        condition.get().optionalText("KeyPrefixEquals"),
        condition.get().optionalText("HttpErrorCodeReturnedEquals").map(WebsiteDocument::number),
        redirect);
  }

  private static Redirect readRedirect(XmlElement element) {
    element.requireOnly(
        "HostName", "HttpRedirectCode", "Protocol", "ReplaceKeyPrefixWith", "ReplaceKeyWith");
    return new Redirect(
        element.optionalText("HostName"),
        element.optionalText("HttpRedirectCode").map(WebsiteDocument::number),
        element.optionalText("Protocol"),
        element.optionalText("ReplaceKeyPrefixWith"),
        element.optionalText("ReplaceKeyWith"));
  }

  private static Integer number(String text) {
    if (!text.matches("[0-9]{1,9}")) {
      throw S3Exception.malformedXml();
    }
    return Integer.valueOf(text);
  }

  private static byte[] write(WebsiteConfiguration website) {
    XmlWriter xml = XmlWriter.document("WebsiteConfiguration");
    website.redirectAll().ifPresent(all -> writeRedirectAll(xml, all));
    website
        .indexSuffix()
        .ifPresent(suffix -> xml.start("IndexDocument").element("Suffix", suffix).end());
    website.errorKey().ifPresent(key -> xml.start("ErrorDocument").element("Key", key).end());
    if (!website.rules().isEmpty()) {
      xml.start("RoutingRules");
      website.rules().forEach(rule -> writeRule(xml, rule));
      xml.end();
    }
    return xml.finish();
  }

  private static void writeRedirectAll(XmlWriter xml, RedirectAll all) {
    xml.start("RedirectAllRequestsTo").element("HostName", all.hostName());
    xml.elementIfPresent("Protocol", all.protocol().orElse(null)).end();
  }

  private static void writeRule(XmlWriter xml, RoutingRule rule) {
    xml.start("RoutingRule");
    if (rule.keyPrefix().isPresent() || rule.errorCode().isPresent()) {
      xml.start("Condition");
      rule.errorCode().ifPresent(code -> xml.element("HttpErrorCodeReturnedEquals", code));
      xml.elementIfPresent("KeyPrefixEquals", rule.keyPrefix().orElse(null)).end();
    }
    Redirect redirect = rule.redirect();
    xml.start("Redirect").elementIfPresent("HostName", redirect.hostName().orElse(null));
    redirect.status().ifPresent(status -> xml.element("HttpRedirectCode", status));
    xml.elementIfPresent("Protocol", redirect.protocol().orElse(null))
        .elementIfPresent("ReplaceKeyPrefixWith", redirect.replaceKeyPrefixWith().orElse(null))
        .elementIfPresent("ReplaceKeyWith", redirect.replaceKeyWith().orElse(null));
    xml.end().end();
  }
}
