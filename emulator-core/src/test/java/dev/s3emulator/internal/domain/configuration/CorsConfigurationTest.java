package dev.s3emulator.internal.domain.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rule is for a request (protocol-notes 17). */
class CorsConfigurationTest {

  @ParameterizedTest
  @CsvSource({
    "*,                     http://a.test,      true",
    "*,                     null,               true",
    "http://a.test,         http://a.test,      true",
    "http://a.test,         http://A.test,      false",
    "http://a.test,         http://a.test:8080, false",
    "http://a.test,         https://a.test,     false",
    "http://*.a.test,       http://b.a.test,    true",
    "http://*.a.test,       http://.a.test,     true",
    "http://*.a.test,       http://a.test,      false",
    "http://a.test*,        http://a.test:8080, true",
    "*.test,                http://a.test,      true",
    "http://a*a.test,       http://a.test,      false"
  })
  void originsCompareWithCaseAndOneWildcard(String pattern, String origin, boolean matches) {
    CorsRule rule = rule(List.of(pattern), List.of("GET"), List.of());

    assertThat(rule.matches(origin, "GET", List.of())).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource({
    "*,             x-anything,             true",
    "X-Amz-*,       x-amz-date,             true",
    "x-amz-*,       X-AMZ-Date,             true",
    "x-amz-*,       x-amz,                  false",
    "*-date,        x-amz-date,             true",
    "content-type,  Content-Type,           true",
    "content-type,  content-type x-other,   false",
    "content-type x-other, content-type x-other, true",
    "'',            content-type,           false",
    "'',            '',                     true"
  })
  void everyRequestedHeaderNeedsAPattern(String patterns, String headers, boolean matches) {
    CorsRule rule = rule(List.of("*"), List.of("PUT"), words(patterns));

    assertThat(rule.matches("http://a.test", "PUT", words(headers))).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource({"GET, true", "get, false", "HEAD, false", "PUT, true", "PATCH, false"})
  void methodsCompareWithCase(String method, boolean matches) {
    CorsRule rule = rule(List.of("*"), List.of("GET", "PUT"), List.of());

    assertThat(rule.matches("http://a.test", method, List.of())).isEqualTo(matches);
  }

  @Test
  void firstRuleThatMatchesCounts() {
    CorsRule other = rule(List.of("http://b.test"), List.of("GET"), List.of());
    CorsRule first = rule(List.of("http://*"), List.of("GET"), List.of());
    CorsRule second = rule(List.of("*"), List.of("GET", "PUT"), List.of());
    CorsConfiguration cors = new CorsConfiguration(List.of(other, first, second));

    assertThat(cors.ruleFor("http://a.test", "GET", List.of())).containsSame(first);
    assertThat(cors.ruleFor("http://a.test", "PUT", List.of())).containsSame(second);
    assertThat(cors.ruleFor("http://a.test", "DELETE", List.of())).isEmpty();
  }

  @Test
  void onlyABareStarStandsForEveryOrigin() {
    assertThat(rule(List.of("http://*"), List.of("GET"), List.of()).allowsAnyOrigin()).isFalse();
    assertThat(rule(List.of("http://a", "*"), List.of("GET"), List.of()).allowsAnyOrigin())
        .isTrue();
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : Arrays.asList(text.split(" "));
  }

  private static CorsRule rule(List<String> origins, List<String> methods, List<String> headers) {
    return new CorsRule(
        Optional.empty(), headers, methods, origins, List.of(), OptionalInt.empty());
  }
}
