package dev.s3emulator.internal.auth.policy;

import static dev.s3emulator.internal.auth.policy.Policies.ANN;
import static dev.s3emulator.internal.auth.policy.Policies.BOB;
import static dev.s3emulator.internal.auth.policy.Policies.ROOT;
import static dev.s3emulator.internal.auth.policy.Policies.STRANGER;
import static dev.s3emulator.internal.auth.policy.Policies.ask;
import static dev.s3emulator.internal.auth.policy.Policies.policy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.auth.policy.PolicyVerdict.Outcome;
import dev.s3emulator.internal.domain.policy.ConditionValues;
import dev.s3emulator.internal.domain.policy.Policy;
import dev.s3emulator.internal.protocol.Caller;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyEvaluatorTest {

  private static final String ALLOW_ALL =
      "{'Effect':'Allow','Principal':'*','Action':'s3:*',"
          + "'Resource':['arn:aws:s3:::photos','arn:aws:s3:::photos/*']}";

  @Test
  void whatNoStatementIsAboutIsNeitherAllowedNorDenied() {
    Policy policy =
        policy(
            "{'Effect':'Allow','Principal':'*','Action':'s3:GetObject',"
                + "'Resource':'arn:aws:s3:::photos/a'}");

    PolicyVerdict verdict = ask(policy, ROOT, "s3:GetObject", "b", Map.of());

    assertThat(verdict.outcome()).isEqualTo(Outcome.NONE);
    assertThat(verdict.allows()).isFalse();
    assertThat(verdict.denies()).isFalse();
    assertThat(verdict.sentence("the bucket policy"))
        .isEqualTo(
            "No statement of the bucket policy allows s3:GetObject on arn:aws:s3:::photos/b to"
                + " arn:aws:iam::111122223333:root.");
  }

  @Test
  void denyWinsWhereverItStands() {
    String deny =
        "{'Sid':'KeepAll','Effect':'Deny','Principal':'*','Action':'s3:DeleteObject',"
            + "'Resource':'arn:aws:s3:::photos/*'}";

    for (Policy policy : List.of(policy(ALLOW_ALL, deny), policy(deny, ALLOW_ALL))) {
      PolicyVerdict verdict = ask(policy, ROOT, "s3:DeleteObject", "a", Map.of());

      assertThat(verdict.outcome()).isEqualTo(Outcome.DENY);
      assertThat(verdict.sentence("the bucket policy"))
          .isEqualTo(
              "Statement \"KeepAll\" of the bucket policy denies s3:DeleteObject on"
                  + " arn:aws:s3:::photos/a to arn:aws:iam::111122223333:root.");
      assertThat(ask(policy, ROOT, "s3:DeleteObjectVersion", "a", Map.of()).allows()).isTrue();
    }
  }

  @Test
  void statementsWithoutNameAreCalledByTheirPlace() {
    Policy policy = policy(ALLOW_ALL);

    assertThat(ask(policy, Caller.ANONYMOUS, "s3:GetObject", "a", Map.of()).sentence("it"))
        .isEqualTo(
            "Statement 1 of it allows s3:GetObject on arn:aws:s3:::photos/a to anonymous callers.");
  }

  @Test
  void whatIsAllowedToAnAccountIsNotAllowedToItsUsersInPerson() {
    Policy policy =
        policy(
            "{'Effect':'Allow','Principal':{'AWS':'111122223333'},'Action':'s3:GetObject',"
                + "'Resource':'arn:aws:s3:::photos/*'}");

    assertThat(ask(policy, ROOT, "s3:GetObject", "a", Map.of()).outcome()).isEqualTo(Outcome.ALLOW);
    PolicyVerdict verdict = ask(policy, ANN, "s3:GetObject", "a", Map.of());
    assertThat(verdict.outcome()).isEqualTo(Outcome.ALLOW_ACCOUNT);
    assertThat(verdict.allows()).isFalse();
    assertThat(verdict.allowsAccount()).isTrue();
    assertThat(verdict.sentence("the bucket policy"))
        .isEqualTo(
            "Statement 1 of the bucket policy allows s3:GetObject on arn:aws:s3:::photos/a to the"
                + " account 111122223333.");
    assertThat(ask(policy, STRANGER, "s3:GetObject", "a", Map.of()).outcome())
        .isEqualTo(Outcome.NONE);
  }

  @Test
  void whatIsDeniedToAnAccountIsDeniedToItsUsers() {
    Policy policy =
        policy(
            ALLOW_ALL,
            "{'Effect':'Deny','Principal':{'AWS':'arn:aws:iam::111122223333:root'},"
                + "'Action':'s3:*','Resource':'arn:aws:s3:::photos/*'}");

    assertThat(ask(policy, ANN, "s3:GetObject", "a", Map.of()).denies()).isTrue();
    assertThat(ask(policy, STRANGER, "s3:GetObject", "a", Map.of()).allows()).isTrue();
  }

  @Test
  void aPersonalPermissionGoesBeforeThatOfTheAccount() {
    String account =
        "{'Effect':'Allow','Principal':{'AWS':'111122223333'},'Action':'s3:*',"
            + "'Resource':'arn:aws:s3:::photos/*'}";
    String ann =
        "{'Sid':'Ann','Effect':'Allow','Principal':{'AWS':'"
            + ANN.arn()
            + "'},'Action':'s3:*','Resource':'arn:aws:s3:::photos/*'}";

    for (Policy policy : List.of(policy(account, ann), policy(ann, account))) {
      PolicyVerdict verdict = ask(policy, ANN, "s3:GetObject", "a", Map.of());
      assertThat(verdict.outcome()).isEqualTo(Outcome.ALLOW);
      assertThat(verdict.statement().orElseThrow().sid()).contains("Ann");
    }
  }

  @Test
  void exceptionsFromDenyNameTheUserAndTheAccount() {
    String deny =
        "{'Effect':'Deny','NotPrincipal':{'AWS':[%s]},'Action':'s3:GetObject',"
            + "'Resource':'arn:aws:s3:::photos/*'}";
    String ann = "'" + ANN.arn() + "'";
    Policy both = policy(deny.formatted(ann + ",'arn:aws:iam::111122223333:root'"));
    Policy userOnly = policy(deny.formatted(ann));

    assertThat(ask(both, ANN, "s3:GetObject", "a", Map.of()).denies()).isFalse();
    assertThat(ask(both, ROOT, "s3:GetObject", "a", Map.of()).denies()).isFalse();
    assertThat(ask(both, BOB, "s3:GetObject", "a", Map.of()).denies()).isTrue();
    assertThat(ask(both, Caller.ANONYMOUS, "s3:GetObject", "a", Map.of()).denies()).isTrue();
    assertThat(ask(userOnly, ANN, "s3:GetObject", "a", Map.of()).denies()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "'Action':'s3:getobject',            s3:GetObject,        true",
        "'Action':'S3:Get*',                 s3:GetObjectVersion, true",
        "'Action':'*',                       s3:PutObject,        true",
        "'Action':'s3:?etObject',            s3:GetObject,        true",
        "'Action':'s3:GetObject',            s3:GetObjectVersion, false",
        "'Action':['s3:PutObject';'s3:Get*'], s3:GetObject,       true",
        "'NotAction':'s3:Delete*',           s3:GetObject,        true",
        "'NotAction':'s3:Delete*',           s3:DeleteObject,     false",
        "'NotAction':['s3:Get*';'s3:Put*'],  s3:PutObject,        false",
      })
  void actionsAreMatchedWithoutCase(String element, String action, boolean matches) {
    Policy policy =
        policy(
            "{'Effect':'Allow','Principal':'*',%s,'Resource':'arn:aws:s3:::photos/*'}"
                .formatted(element.replace(';', ',')));

    assertThat(ask(policy, ANN, action, "a", Map.of()).allows()).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "'Resource':'arn:aws:s3:::photos/*',            a/b/c,    true",
        "'Resource':'arn:aws:s3:::photos/a?c',          abc,      true",
        "'Resource':'arn:aws:s3:::photos/ABC',          abc,      false",
        "'Resource':'arn:aws:s3:::photos/${aws:username}/*', ann/x, true",
        "'Resource':'arn:aws:s3:::photos/${aws:username}/*', bob/x, false",
        "'Resource':'arn:aws:s3:::photos/${*}',         *,        true",
        "'Resource':'arn:aws:s3:::photos/${*}',         a,        false",
        "'Resource':'arn:aws:s3:::photos/${aws:absent}', x,       false",
        "'Resource':'arn:aws:s3:::photos*',             a,        true",
        "'NotResource':'arn:aws:s3:::photos/private/*', a,        true",
        "'NotResource':'arn:aws:s3:::photos/private/*', private/a, false",
        "'NotResource':'arn:aws:s3:::photos/${aws:absent}', x,    false",
      })
  void resourcesAreMatchedWithCaseAndVariables(String element, String key, boolean matches) {
    Policy policy =
        policy("{'Effect':'Allow','Principal':'*','Action':'s3:GetObject',%s}".formatted(element));

    assertThat(
            ask(policy, ANN, "s3:GetObject", key, Map.of("aws:username", List.of("ann"))).allows())
        .isEqualTo(matches);
  }

  @Test
  void variablesAreNoneInTheFirstVersion() {
    Policy policy =
        PolicyReader.userPolicy(
            """
            {"Version": "2008-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObject",
              "Resource": "arn:aws:s3:::photos/${aws:username}"}}
            """);
    Map<String, List<String>> context = Map.of("aws:username", List.of("ann"));

    assertThat(ask(policy, ANN, "s3:GetObject", "ann", context).allows()).isFalse();
    assertThat(ask(policy, ANN, "s3:GetObject", "${aws:username}", context).allows()).isTrue();
  }

  @Test
  void allConditionsMustHold() {
    Policy policy =
        policy(
            "{'Effect':'Allow','Principal':'*','Action':'s3:ListBucket',"
                + "'Resource':'arn:aws:s3:::photos','Condition':{"
                + "'StringEquals':{'s3:prefix':['','home/'],'s3:delimiter':'/'},"
                + "'NumericLessThanEquals':{'s3:max-keys':10},"
                + "'Bool':{'aws:SecureTransport':true}}}");
    Map<String, List<String>> all =
        Map.of(
            "s3:prefix", List.of("home/"),
            "s3:delimiter", List.of("/"),
            "s3:max-keys", List.of("10"),
            "aws:SecureTransport", List.of("true"));

    assertThat(ask(policy, ANN, "s3:ListBucket", "", all).allows()).isTrue();
    for (String key : all.keySet()) {
      Map<String, List<String>> other = new java.util.HashMap<>(all);
      other.put(key, List.of("99"));
      assertThat(ask(policy, ANN, "s3:ListBucket", "", other).allows()).as(key).isFalse();
      other.remove(key);
      assertThat(ask(policy, ANN, "s3:ListBucket", "", other).allows()).as(key).isFalse();
    }
  }

  @Test
  void namesOfKeysHaveNoCaseButTagsDo() {
    Policy policy =
        policy(
            "{'Effect':'Allow','Principal':'*','Action':'s3:GetObject',"
                + "'Resource':'arn:aws:s3:::photos/*','Condition':{'StringEquals':"
                + "{'S3:existingOBJECTtag/Team':'blue'}}}");

    assertThat(
            ask(
                    policy,
                    ANN,
                    "s3:GetObject",
                    "a",
                    Map.of("s3:ExistingObjectTag/Team", List.of("blue")))
                .allows())
        .isTrue();
    assertThat(
            ask(
                    policy,
                    ANN,
                    "s3:GetObject",
                    "a",
                    Map.of("s3:ExistingObjectTag/team", List.of("blue")))
                .allows())
        .isFalse();
  }

  @Test
  void nothingIsComputedThatNoStatementAsksFor() {
    ConditionValues untouchable =
        key -> {
          throw new AssertionError(key);
        };
    Policy policy =
        policy(
            ALLOW_ALL,
            "{'Effect':'Deny','Principal':'*','Action':'s3:PutObject',"
                + "'Resource':'arn:aws:s3:::photos/*','Condition':{'Bool':"
                + "{'aws:SecureTransport':'false'}}}");

    assertThat(
            PolicyEvaluator.evaluate(
                    policy,
                    new PolicyQuestion(ANN, "s3:GetObject", Policies.BUCKET + "/a", untouchable))
                .allows())
        .isTrue();
  }

  @Test
  void policiesOfUsersAreAboutTheirUser() {
    Policy policy =
        PolicyReader.userPolicy(
            """
            {"Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"},
              {"Effect": "Deny", "Action": "s3:DeleteObject*", "Resource": "arn:aws:s3:::*/keep/*"}]}
            """);

    assertThat(ask(policy, ANN, "s3:DeleteObject", "a", Map.of()).allows()).isTrue();
    assertThat(ask(policy, ANN, "s3:DeleteObjectVersion", "keep/a", Map.of()).denies()).isTrue();
  }
}
