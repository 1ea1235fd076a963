package dev.s3emulator.internal.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.domain.policy.TextPattern.Syntax;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextPatternTest {

  private static final Syntax ALL = new Syntax(true, true, false);

  @ParameterizedTest
  @CsvSource({
    "abc, abc, true",
    "abc, abd, false",
    "abc, abcd, false",
    "a*, a, true",
    "a*, a/b/c, true",
    "*c, abc, true",
    "a*c*e, abcde, true",
    "a*c*e, abcd, false",
    "a?c, abc, true",
    "a?c, ac, false",
    "a?c, a😀c, true",
    "a??c, a😀c, false",
    "*, '', true",
    "?, '', false",
    "'', '', true",
    "'', a, false",
    "**, a, true",
    "*a*b*, ab, true",
    "*.jpg, a.jpg.png.jpg, true",
    "ABC, abc, false"
  })
  void wildcardsStandForCharacters(String pattern, String text, boolean matches) {
    assertThat(TextPattern.parse(pattern, ALL).matches(text, ConditionValues.NONE))
        .isEqualTo(matches);
  }

  @Test
  void matchesAsARegularExpressionWould() {
    Random random = new Random(20260203);
    for (int i = 0; i < 20_000; i++) {
      String pattern = text(random, "ab*?");
      String text = text(random, "ab");
      String expression = pattern.replace("*", ".*").replace("?", ".");

      assertThat(TextPattern.parse(pattern, ALL).matches(text, ConditionValues.NONE))
          .as("%s, %s", pattern, text)
          .isEqualTo(Pattern.matches(expression, text));
    }
  }

  @Test
  void manyWildcardsTakeNoLongTime() {
    TextPattern pattern = TextPattern.parse("*a".repeat(500) + "b", ALL);

    assertThat(pattern.matches("a".repeat(1000), ConditionValues.NONE)).isFalse();
  }

  @Test
  void caseIsIgnoredWhereTheSyntaxSaysSo() {
    TextPattern pattern = TextPattern.parse("s3:GET*", new Syntax(true, false, true));

    assertThat(pattern.matches("S3:getobject", ConditionValues.NONE)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "${aws:username}/x        | ann/x    | true",
        "${AWS:UserName}/*        | ann/x/y  | true",
        "${ aws:username }        | ann      | true",
        "${aws:username, 'guest'} | ann      | true",
        "${aws:absent, 'guest'}   | guest    | true",
        "${aws:absent,guest}      | guest    | true",
        "${aws:absent, ''}a       | a        | true",
        "${aws:absent}            | ''       | false",
        "${aws:absent}            | ${aws:absent} | false",
        "${aws:several}           | one      | false",
        "${aws:star}              | *        | true",
        "${aws:star}              | anything | false",
        "a${*}b                   | a*b      | true",
        "a${*}b                   | axb      | false",
        "a${?}b                   | axb      | false",
        "a${$}b                   | a$b      | true",
        "a$b                      | a$b      | true",
        "a${b                     | a${b     | true",
        "${aws:PrincipalTag/Team} | blue     | true",
        "${aws:PrincipalTag/team} | blue     | false",
      })
  void variablesStandForValuesOfTheRequest(String pattern, String text, boolean matches) {
    ConditionValues context =
        ConditionValues.of(
            Map.of(
                "aws:username",
                List.of("ann"),
                "aws:several",
                List.of("one", "two"),
                "aws:star",
                List.of("*"),
                "aws:PrincipalTag/Team",
                List.of("blue")));

    assertThat(TextPattern.parse(pattern, ALL).matches(text, context)).isEqualTo(matches);
  }

  @Test
  void withoutVariablesTheyAreText() {
    TextPattern pattern = TextPattern.parse("${aws:username}*", ALL.variables(false));

    assertThat(pattern.matches("${aws:username}/x", ConditionValues.NONE)).isTrue();
    assertThat(pattern.hasVariables()).isFalse();
  }

  private static String text(Random random, String characters) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(7); i > 0; i--) {
      text.append(characters.charAt(random.nextInt(characters.length())));
    }
    return text.toString();
  }
}
