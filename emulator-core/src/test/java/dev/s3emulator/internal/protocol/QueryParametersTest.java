package dev.s3emulator.internal.protocol;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parameters of a query (protocol-notes 31). */
class QueryParametersTest {

  @Test
  void namesAreInTheOrderOfTheQuery() {
    assertThat(QueryParameters.parse("b=1&a&c=&a=2").names()).containsExactly("b", "a", "c", "a");
  }

  @Test
  void firstOfRepeatedParametersCounts() {
    assertThat(QueryParameters.parse("a=1&a=2").first("a")).isEqualTo("1");
    assertThat(QueryParameters.parse("a&a=2").first("a")).isEmpty();
  }

  @Test
  void parameterWithoutValueIsEmpty() {
    QueryParameters query = QueryParameters.parse("delete&acl=");

    assertThat(query.first("delete")).isEmpty();
    assertThat(query.get("acl")).contains("");
    assertThat(query.contains("delete")).isTrue();
  }

  @Test
  void missingParameterIsNull() {
    QueryParameters query = QueryParameters.parse("Acl=1");

    assertThat(query.first("acl")).isNull();
    assertThat(query.get("acl")).isEmpty();
    assertThat(query.contains("acl")).isFalse();
  }

  @Test
  void namesAndValuesAreDecoded() {
    QueryParameters query = QueryParameters.parse("a%2Db=c+d%2B%3D&prefix=%E2%82%AC/x=y");

    assertThat(query.first("a-b")).isEqualTo("c d+=");
    assertThat(query.first("prefix")).isEqualTo("€/x=y");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&", "&&&"})
  void emptyPairsAreNothing(String query) {
    assertThat(QueryParameters.parse(query).names()).isEmpty();
  }

  @Test
  void pairWithoutNameHasAnEmptyName() {
    assertThat(QueryParameters.parse("=x").first("")).isEqualTo("x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%", "a=%2", "%zz", "a=%FF", "ok=1&b=%C3"})
  void queryThatCannotBeDecodedIsInvalid(String query) {
    S3Exception refusal =
        catchThrowableOfType(S3Exception.class, () -> QueryParameters.parse(query));

    assertThat(refusal.error()).isEqualTo(S3Error.INVALID_URI);
    assertThat(refusal.elements()).containsExactly(entry("URI", query));
  }
}
