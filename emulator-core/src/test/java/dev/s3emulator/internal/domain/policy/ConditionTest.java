package dev.s3emulator.internal.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.s3emulator.internal.domain.policy.Condition.Quantifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operator of conditions on its own, and with what may stand before and behind it. */
class ConditionTest {

  private static final String KEY = "aws:Key";

  /** For each operator: what it compares with, values that it accepts, and values it does not. */
  static Stream<Arguments> operators() {
    return Stream.of(
        row(ConditionOperator.STRING_EQUALS, "Blue", List.of("Blue"), List.of("blue", "Bl*", "")),
        row(ConditionOperator.STRING_EQUALS, "B*", List.of("B*"), List.of("Blue")),
        row(ConditionOperator.STRING_NOT_EQUALS, "Blue", List.of("blue", ""), List.of("Blue")),
        row(
            ConditionOperator.STRING_EQUALS_IGNORE_CASE,
            "Größe",
            List.of("größe", "GRÖßE"),
            List.of("grösse")),
        row(
            ConditionOperator.STRING_NOT_EQUALS_IGNORE_CASE,
            "Blue",
            List.of("green"),
            List.of("BLUE", "blue")),
        row(
            ConditionOperator.STRING_LIKE,
            "home/*/?.txt",
            List.of("home/a/b.txt", "home/a/b/c.txt", "home///.txt"),
            List.of("home/a/bc.txt", "HOME/a/b.txt", "home/a/b.txt ")),
        row(ConditionOperator.STRING_NOT_LIKE, "a*", List.of("b", "A"), List.of("a", "ab")),
        row(ConditionOperator.NUMERIC_EQUALS, "10", List.of("10", "10.0"), List.of("9", "x", "")),
        row(ConditionOperator.NUMERIC_NOT_EQUALS, "10", List.of("9", "x"), List.of("10", "10.00")),
        row(ConditionOperator.NUMERIC_LESS_THAN, "10", List.of("9.9", "-1"), List.of("10", "11")),
        row(ConditionOperator.NUMERIC_LESS_THAN_EQUALS, "10", List.of("10"), List.of("10.1")),
        row(ConditionOperator.NUMERIC_GREATER_THAN, "10", List.of("10.1"), List.of("10", "x")),
        row(ConditionOperator.NUMERIC_GREATER_THAN_EQUALS, "10", List.of("10"), List.of("9")),
        row(
            ConditionOperator.DATE_EQUALS,
            "2026-02-03T00:00:00Z",
            List.of(
                "2026-02-03T00:00:00Z", "2026-02-03", "2026-02-03T01:00:00+01:00", "1770076800"),
            List.of("2026-02-03T00:00:01Z", "never")),
        row(
            ConditionOperator.DATE_NOT_EQUALS,
            "2026",
            List.of("2026-01-02"),
            List.of("2026-01-01")),
        row(
            ConditionOperator.DATE_LESS_THAN,
            "2026-02",
            List.of("2026-01-31T23:59:59.999Z"),
            List.of("2026-02-01T00:00Z", "never")),
        row(ConditionOperator.DATE_LESS_THAN_EQUALS, "0", List.of("0"), List.of("1")),
        row(ConditionOperator.DATE_GREATER_THAN, "2026", List.of("2026-01-02"), List.of("2026")),
        row(ConditionOperator.DATE_GREATER_THAN_EQUALS, "2026", List.of("2026"), List.of("2025")),
        row(ConditionOperator.BOOL, "true", List.of("true", "TRUE"), List.of("false", "1")),
        row(ConditionOperator.BOOL, "False", List.of("false"), List.of("true", "")),
        row(ConditionOperator.BINARY_EQUALS, "QUI=", List.of("QUI="), List.of("QUM=", "?")),
        row(
            ConditionOperator.IP_ADDRESS,
            "203.0.113.0/24",
            List.of("203.0.113.0", "203.0.113.255"),
            List.of("203.0.114.0", "2001:db8::1", "here")),
        row(
            ConditionOperator.IP_ADDRESS,
            "203.0.113.7",
            List.of("203.0.113.7"),
            List.of("203.0.113.8")),
        row(
            ConditionOperator.IP_ADDRESS,
            "2001:DB8:1234:5678::/64",
            List.of("2001:db8:1234:5678::1", "2001:db8:1234:5678:ffff::"),
            List.of("2001:db8:1234:5679::", "203.0.113.1")),
        row(ConditionOperator.IP_ADDRESS, "0.0.0.0/0", List.of("1.2.3.4"), List.of("::1")),
        row(
            ConditionOperator.NOT_IP_ADDRESS,
            "10.0.0.0/8",
            List.of("11.0.0.1"),
            List.of("10.1.2.3")),
        row(
            ConditionOperator.ARN_EQUALS,
            "arn:aws:iam::111122223333:user/*",
            List.of("arn:aws:iam::111122223333:user/a/b:c"),
            List.of("arn:aws:iam::111122223334:user/a", "arn:aws:iam", "")),
        row(
            ConditionOperator.ARN_LIKE,
            "arn:aws:*:us-?:*:x",
            List.of("arn:aws:sns:us-1::x"),
            List.of("arn:aws:sns:us-12::x", "arn:aws:a:b:us-1::x")),
        row(ConditionOperator.ARN_LIKE, "*", List.of("arn:aws:iam::111122223333:root"), List.of()),
        row(
            ConditionOperator.ARN_NOT_EQUALS,
            "arn:aws:iam::1:root",
            List.of("arn:aws:iam::2:root"),
            List.of("arn:aws:iam::1:root")),
        row(
            ConditionOperator.ARN_NOT_LIKE,
            "arn:aws:iam::*:root",
            List.of("arn:aws:iam::2:user/root"),
            List.of("arn:aws:iam::2:root")));
  }

  private static Arguments row(
      ConditionOperator operator, String value, List<String> accepted, List<String> refused) {
    return arguments(operator, value, accepted, refused);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("operators")
  void oneValueIsAcceptedOrNot(
      ConditionOperator operator, String value, List<String> accepted, List<String> refused) {
    Condition condition = condition(Quantifier.ONE, operator, false, value);

    assertThat(accepted).allMatch(actual -> condition.holds(context(actual)));
    assertThat(refused).noneMatch(actual -> condition.holds(context(actual)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("operators")
  void ifExistsChangesNothingAboutKeysThatAreThere(
      ConditionOperator operator, String value, List<String> accepted, List<String> refused) {
    Condition condition = condition(Quantifier.ONE, operator, true, value);

    assertThat(accepted).allMatch(actual -> condition.holds(context(actual)));
    assertThat(refused).noneMatch(actual -> condition.holds(context(actual)));
  }

  @ParameterizedTest(name = "ForAllValues:{0} {1}")
  @MethodSource("operators")
  void allValuesMustBeAccepted(
      ConditionOperator operator, String value, List<String> accepted, List<String> refused) {
    Condition condition = condition(Quantifier.ALL, operator, false, value);

    assertThat(condition.holds(context(accepted))).isTrue();
    assertThat(refused).noneMatch(actual -> condition.holds(context(plus(accepted, actual))));
    assertThat(condition.holds(ConditionValues.NONE)).isTrue();
    assertThat(condition.holds(context(List.of()))).isTrue();
  }

  @ParameterizedTest(name = "ForAnyValue:{0} {1}")
  @MethodSource("operators")
  void anyValueThatIsAcceptedDoes(
      ConditionOperator operator, String value, List<String> accepted, List<String> refused) {
    Condition condition = condition(Quantifier.ANY, operator, false, value);

    assertThat(accepted).allMatch(actual -> condition.holds(context(plus(refused, actual))));
    assertThat(condition.holds(context(refused))).isFalse();
    assertThat(condition.holds(ConditionValues.NONE)).isFalse();
    assertThat(condition.holds(context(List.of()))).isFalse();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NULL")
  void absentKeysSatisfyOnlyOperatorsThatNegate(ConditionOperator operator) {
    boolean negated =
        List.of(
                ConditionOperator.STRING_NOT_EQUALS,
                ConditionOperator.STRING_NOT_EQUALS_IGNORE_CASE,
                ConditionOperator.STRING_NOT_LIKE,
                ConditionOperator.NUMERIC_NOT_EQUALS,
                ConditionOperator.DATE_NOT_EQUALS,
                ConditionOperator.NOT_IP_ADDRESS,
                ConditionOperator.ARN_NOT_EQUALS,
                ConditionOperator.ARN_NOT_LIKE)
            .contains(operator);

    assertThat(condition(Quantifier.ONE, operator, false, "1").holds(ConditionValues.NONE))
        .isEqualTo(negated);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NULL")
  void absentKeysSatisfyIfExists(ConditionOperator operator) {
    assertThat(Quantifier.values())
        .allMatch(
            quantifier -> condition(quantifier, operator, true, "1").holds(ConditionValues.NONE));
  }

  @ParameterizedTest
  @CsvSource({"true, false, true", "false, true, false", "TRUE, false, true"})
  void nullAsksWhetherTheKeyIsAbsent(String value, boolean whenThere, boolean whenAbsent) {
    Condition condition = condition(Quantifier.ONE, ConditionOperator.NULL, false, value);

    assertThat(condition.holds(context("x"))).isEqualTo(whenThere);
    assertThat(condition.holds(context(""))).isEqualTo(whenThere);
    assertThat(condition.holds(ConditionValues.NONE)).isEqualTo(whenAbsent);
  }

  @Test
  void oneOfSeveralListedValuesIsEnough() {
    Condition condition =
        condition(Quantifier.ONE, ConditionOperator.STRING_EQUALS, false, "red", "blue");

    assertThat(condition.holds(context("blue"))).isTrue();
    assertThat(condition.holds(context("green"))).isFalse();
  }

  @Test
  void operatorsThatNegateWantNoneOfTheListedValues() {
    Condition condition =
        condition(Quantifier.ONE, ConditionOperator.STRING_NOT_EQUALS, false, "red", "blue");

    assertThat(condition.holds(context("green"))).isTrue();
    assertThat(condition.holds(context("blue"))).isFalse();
  }

  @Test
  void forAnyValueThatNegatesWantsOneOther() {
    Condition condition =
        condition(Quantifier.ANY, ConditionOperator.STRING_NOT_EQUALS, false, "red", "blue");

    assertThat(condition.holds(context(List.of("red", "green")))).isTrue();
    assertThat(condition.holds(context(List.of("red", "blue")))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "NUMERIC_EQUALS, ten",
    "NUMERIC_LESS_THAN, 1e9999999",
    "DATE_LESS_THAN, tomorrow",
    "BOOL, yes",
    "IP_ADDRESS, not-an-ip",
    "IP_ADDRESS, 10.0.0.0/33",
    "IP_ADDRESS, 256.0.0.1",
    "IP_ADDRESS, 1.2.3",
    "IP_ADDRESS, localhost",
    "BINARY_EQUALS, ?"
  })
  void valuesThatTheOperatorCannotReadAcceptNothing(ConditionOperator operator, String value) {
    Condition condition = condition(Quantifier.ONE, operator, false, value);

    assertThat(List.of(value, "0", "true", "127.0.0.1", ""))
        .noneMatch(actual -> condition.holds(context(actual)));
  }

  @Test
  void variablesAreReplacedInTextsAndArns() {
    ConditionValues context =
        ConditionValues.of(Map.of(KEY, List.of("home/ann/x"), "aws:username", List.of("ann")));

    assertThat(with(ConditionOperator.STRING_LIKE, "home/${aws:username}/*").holds(context))
        .isTrue();
    assertThat(with(ConditionOperator.STRING_EQUALS, "home/${AWS:UserName}/x").holds(context))
        .isTrue();
    assertThat(with(ConditionOperator.STRING_EQUALS, "home/${aws:username}/*").holds(context))
        .isFalse();
    assertThat(
            with(ConditionOperator.ARN_LIKE, "arn:aws:iam::1:user/${aws:username}")
                .holds(
                    ConditionValues.of(
                        Map.of(
                            KEY,
                            List.of("arn:aws:iam::1:user/ann"),
                            "aws:username",
                            List.of("ann")))))
        .isTrue();
  }

  @Test
  void whatHasAVariableWithoutValueHoldsForNobody() {
    assertThat(with(ConditionOperator.STRING_EQUALS, "${aws:username}").holds(context("x")))
        .isFalse();
    assertThat(with(ConditionOperator.STRING_NOT_EQUALS, "${aws:username}").holds(context("x")))
        .isFalse();
    assertThat(with(ConditionOperator.ARN_NOT_LIKE, "${aws:username}").holds(context("x")))
        .isFalse();
  }

  private static Condition with(ConditionOperator operator, String value) {
    return condition(Quantifier.ONE, operator, false, value);
  }

  private static Condition condition(
      Quantifier quantifier, ConditionOperator operator, boolean ifExists, String... values) {
    return new Condition(
        new Condition.Test(quantifier, operator, ifExists),
        ConditionKey.parse(KEY),
        List.of(values),
        true);
  }

  private static ConditionValues context(String value) {
    return context(List.of(value));
  }

  private static ConditionValues context(List<String> values) {
    return ConditionValues.of(Map.of(KEY, values));
  }

  private static List<String> plus(List<String> values, String another) {
    List<String> all = new ArrayList<>(values);
    all.add(another);
    return all;
  }
}
