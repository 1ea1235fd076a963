package dev.s3emulator.internal.auth.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.auth.policy.PolicyVerdict.Outcome;
import dev.s3emulator.internal.protocol.Caller;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for all policies, tried with many random ones. */
class PolicyPropertiesTest {

  private static final List<Caller> CALLERS =
      List.of(Caller.ANONYMOUS, Policies.ROOT, Policies.ANN, Policies.BOB, Policies.STRANGER);
  private static final List<String> ACTIONS =
      List.of("s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:DeleteObjectVersion");
  private static final List<String> KEYS = List.of("a", "ann/a", "bob/b", "keep/x");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void denyStaysWhateverStatementsAreAdded(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      List<String> statements = statements(random);
      List<String> more = new ArrayList<>(statements);
      more.add(random.nextInt(more.size() + 1), statement(random));
      Question question = question(random);

      if (question.ask(statements) == Outcome.DENY) {
        assertThat(question.ask(more)).as("%s", more).isEqualTo(Outcome.DENY);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void orderOfStatementsMeansNothing(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      List<String> statements = statements(random);
      List<String> shuffled = new ArrayList<>(statements);
      Collections.shuffle(shuffled, random);
      Question question = question(random);

      assertThat(question.ask(shuffled)).as("%s", statements).isEqualTo(question.ask(statements));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void conditionsNeverWidenWhatIsAllowed(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      String plain = statement(random, "Allow", "");
      String limited = plain.substring(0, plain.length() - 1) + "," + condition(random) + "}";
      Question question = question(random);

      if (question.ask(List.of(plain)) == Outcome.NONE) {
        assertThat(question.ask(List.of(limited))).as("%s", limited).isEqualTo(Outcome.NONE);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void conditionAndItsOppositeAreNeverBothTrueOfAKeyThatIsThere(long seed) {
    Random random = new Random(seed);
    List<List<String>> opposites =
        List.of(
            List.of("StringEquals", "StringNotEquals"),
            List.of("StringLike", "StringNotLike"),
            List.of("StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase"),
            List.of("ArnLike", "ArnNotLike"),
            List.of("NumericEquals", "NumericNotEquals"),
            List.of("DateEquals", "DateNotEquals"));
    for (int i = 0; i < 300; i++) {
      List<String> pair = opposites.get(random.nextInt(opposites.size()));
      String value = pick(random, List.of("ann", "a*", "?nn", "", "7", "2026-01-01", "${aws:x}"));
      Question question =
          new Question(
              Policies.ANN,
              "s3:GetObject",
              "a",
              Map.of("aws:username", List.of(pick(random, List.of("ann", "bob", "7")))));
      String statement =
          "{'Effect':'Allow','Principal':'*','Action':'s3:GetObject',"
              + "'Resource':'arn:aws:s3:::photos/*',"
              + "'Condition':{'%s':{'aws:username':'%s'}}}";

      assertThat(
              List.of(
                  question.ask(List.of(statement.formatted(pair.get(0), value))),
                  question.ask(List.of(statement.formatted(pair.get(1), value)))))
          .as("%s %s %s", pair, value, question)
          .contains(Outcome.NONE);
    }
  }

  private record Question(
      Caller caller, String action, String key, Map<String, List<String>> context) {

    Outcome ask(List<String> statements) {
      return Policies.ask(
              Policies.policy(statements.toArray(String[]::new)), caller, action, key, context)
          .outcome();
    }
  }

  private static Question question(Random random) {
    return new Question(
        pick(random, CALLERS),
        pick(random, ACTIONS),
        pick(random, KEYS),
        random.nextBoolean()
            ? Map.of()
            : Map.of(
                "aws:username", List.of(pick(random, List.of("ann", "bob"))),
                "aws:SecureTransport", List.of(Boolean.toString(random.nextBoolean()))));
  }

  private static List<String> statements(Random random) {
    List<String> statements = new ArrayList<>();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      statements.add(statement(random));
    }
    return statements;
  }

  private static String statement(Random random) {
    return statement(
        random,
        random.nextInt(3) == 0 ? "Deny" : "Allow",
        random.nextBoolean() ? "," + condition(random) : "");
  }

  private static String statement(Random random, String effect, String rest) {
    String principal =
        pick(
            random,
            List.of(
                "'*'",
                "{'AWS':'111122223333'}",
                "{'AWS':['arn:aws:iam::111122223333:user/ann','444455556666']}",
                "{'CanonicalUser':'" + Policies.OTHER.canonicalId() + "'}"));
    return "{'Effect':'%s','%sPrincipal':%s,'%sAction':'%s','%sResource':'arn:aws:s3:::photos/%s'%s}"
        .formatted(
            effect,
            effect.equals("Deny") ? not(random) : "",
            principal,
            not(random),
            pick(random, List.of("s3:*", "s3:Delete*", "s3:GetObject", "s3:putobject")),
            not(random),
            pick(random, List.of("*", "keep/*", "${aws:username}/*", "a")),
            rest);
  }

  private static String condition(Random random) {
    return pick(
        random,
        List.of(
            "'Condition':{'StringLike':{'aws:username':'a*'}}",
            "'Condition':{'StringNotEquals':{'aws:username':'ann'}}",
            "'Condition':{'Bool':{'aws:SecureTransport':'true'}}",
            "'Condition':{'BoolIfExists':{'aws:SecureTransport':'false'}}",
            "'Condition':{'Null':{'aws:username':'true'}}",
            "'Condition':{'ForAllValues:StringEquals':{'aws:username':['ann','eve']}}",
            "'Condition':{'ForAnyValue:StringEquals':{'aws:username':'${aws:username}'}}"));
  }

  private static String not(Random random) {
    return random.nextInt(4) == 0 ? "Not" : "";
  }

  private static <T> T pick(Random random, List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
