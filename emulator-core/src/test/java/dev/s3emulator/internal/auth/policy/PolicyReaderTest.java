package dev.s3emulator.internal.auth.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.policy.Effect;
import dev.s3emulator.internal.domain.policy.Policy;
import dev.s3emulator.internal.domain.policy.PolicyVersion;
import dev.s3emulator.internal.domain.policy.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What policies may be, and what AWS says of those that are none. */
class PolicyReaderTest {

  private static final String STATEMENT =
      "{'Effect':'Allow','Principal':'*','Action':'s3:GetObject',"
          + "'Resource':'arn:aws:s3:::photos/*'}";

  @Test
  void readsAllElements() {
    Policy policy =
        bucketPolicy(
            "{'Version':'2012-10-17','Id':'P1','Statement':{'Sid':'S1','Effect':'Deny',"
                + "'NotPrincipal':{'AWS':['111122223333','arn:aws:iam::111122223333:role/a/b'],"
                + "'CanonicalUser':'"
                + "a".repeat(64)
                + "','Service':'logging.s3.amazonaws.com','Federated':'accounts.google.com'},"
                + "'NotAction':['s3:Get*'],'NotResource':['arn:aws:s3:::photos/a*'],"
                + "'Condition':{'ForAllValues:StringEqualsIfExists':{'aws:TagKeys':['a','b']},"
                + "'NumericLessThan':{'s3:signatureAge':600000}}}}");

    assertThat(policy.version()).isEqualTo(PolicyVersion.V2012);
    assertThat(policy.id()).contains("P1");
    Statement statement = policy.statements().get(0);
    assertThat(statement.sid()).contains("S1");
    assertThat(statement.name()).isEqualTo("statement \"S1\"");
    assertThat(statement.effect()).isEqualTo(Effect.DENY);
    assertThat(statement.principals().orElseThrow())
        .satisfies(
            principals -> {
              assertThat(principals.excluded()).isTrue();
              assertThat(principals.everybody()).isFalse();
              assertThat(principals.accounts()).containsExactly("111122223333");
              assertThat(principals.arns()).containsExactly("arn:aws:iam::111122223333:role/a/b");
              assertThat(principals.canonicalIds()).containsExactly("a".repeat(64));
              assertThat(principals.services())
                  .containsExactlyInAnyOrder("logging.s3.amazonaws.com", "accounts.google.com");
            });
    assertThat(statement.actions().excluded()).isTrue();
    assertThat(statement.resources().excluded()).isTrue();
    assertThat(statement.conditions().stream().map(Object::toString))
        .containsExactly(
            "ForAllValues:StringEqualsIfExists aws:tagkeys [a, b]",
            "NumericLessThan s3:signatureage [600000]");
  }

  @Test
  void keepsTheTextAsItIs() {
    String text = "{ \"Statement\" :\n\t[" + STATEMENT.replace('\'', '"') + "] }\r\n";

    assertThat(PolicyReader.bucketPolicy(text, Policies.BUCKET).text()).isEqualTo(text);
  }

  @Test
  void policiesWithoutVersionAreOfTheFirstOne() {
    assertThat(bucketPolicy("{'Statement':[" + STATEMENT + "]}").version())
        .isEqualTo(PolicyVersion.V2008);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'*'",
        "{'AWS':'*'}",
        "{'AWS':'111122223333'}",
        "{'AWS':'arn:aws:iam::111122223333:root'}",
        "{'AWS':'arn:aws:iam::111122223333:user/path/ann'}",
        "{'AWS':'arn:aws:iam::111122223333:role/aws-service-role/x'}",
        "{'AWS':'arn:aws:sts::111122223333:assumed-role/role/session'}",
        "{'AWS':'arn:aws:sts::111122223333:federated-user/ann'}",
        "{'AWS':'arn:aws-cn:iam::111122223333:root'}",
        "{'AWS':'arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1EXAMPLE'}",
        "{'AWS':['111122223333','111122223333']}",
        "{'Service':['cloudfront.amazonaws.com','delivery.logs.amazonaws.com']}",
        "{'Federated':'arn:aws:iam::111122223333:saml-provider/x'}"
      })
  void takesPrincipals(String principal) {
    assertThat(bucketPolicy(Policies.json(STATEMENT.replace("'*',", principal + ","))).statements())
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'ann'",
        "['*']",
        "42",
        "{'AWS':'ann'}",
        "{'AWS':'AKIAIOSFODNN7EXAMPLE'}",
        "{'AWS':'1111'}",
        "{'AWS':'arn:aws:iam::111122223333:user/*'}",
        "{'AWS':'arn:aws:iam::*:root'}",
        "{'AWS':'arn:aws:iam::111122223333:group/x'}",
        "{'AWS':'arn:aws:s3:::photos'}",
        "{'CanonicalUser':'*'}",
        "{'Service':'*'}",
        "{'Users':'ann'}"
      })
  void refusesOtherPrincipals(String principal) {
    assertThatThrownBy(
            () -> bucketPolicy(Policies.json(STATEMENT.replace("'*',", principal + ","))))
        .asInstanceOf(type(S3Exception.class))
        .satisfies(
            refused -> {
              assertThat(refused.error()).isEqualTo(S3Error.MALFORMED_POLICY);
              assertThat(refused.text()).isEqualTo("Invalid principal in policy");
              assertThat(refused.elements())
                  .extracting(Map.Entry::getKey)
                  .containsExactly("Detail");
            });
  }

  @Test
  void theDetailIsThePrincipalThatIsWrong() {
    assertThatThrownBy(
            () ->
                bucketPolicy(
                    Policies.json(
                        STATEMENT.replace("'*',", "{'AWS':['111122223333','ann','bob']},"))))
        .asInstanceOf(type(S3Exception.class))
        .satisfies(
            refused ->
                assertThat(refused.elements())
                    .containsExactly(Map.entry("Detail", "{\"AWS\":\"ann\"}")));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource
  void refusesWhatAwsRefuses(String text, String message) {
    assertThatThrownBy(() -> bucketPolicy(text))
        .asInstanceOf(type(S3Exception.class))
        .satisfies(
            refused -> {
              assertThat(refused.error()).isEqualTo(S3Error.MALFORMED_POLICY);
              assertThat(refused.text()).isEqualTo(message);
            });
  }

  static Stream<Arguments> refusesWhatAwsRefuses() {
    String firstByte = "Policies must be valid JSON and the first byte must be '{'";
    return Stream.concat(
        Stream.of(
            arguments("", firstByte),
            arguments(" {}", firstByte),
            arguments("[]", firstByte),
            arguments("true", firstByte),
            arguments("{", "This policy contains invalid Json"),
            arguments("{} {}", "This policy contains invalid Json"),
            arguments("{'Statement':}", "This policy contains invalid Json"),
            arguments(
                "{'Statement':" + "[".repeat(5000) + "]".repeat(5000) + "}",
                "This policy contains invalid Json"),
            arguments("{}", "Missing required field Statement"),
            arguments("{'Statement':[]}", "Could not parse the policy: Statement is empty!"),
            arguments("{'Statement':['x']}", "Invalid policy syntax."),
            arguments("{'Statement':[],'Rules':[]}", "Unknown field Rules"),
            arguments(
                "{'Version':'2026-01-01','Statement':[" + STATEMENT + "]}",
                "The policy must contain a valid version string"),
            arguments(
                "{'Statement':[],'Statement':[]}",
                "Statement/policy already has instance of Statement"),
            arguments("{'Id':1,'Statement':[" + STATEMENT + "]}", "Invalid policy syntax.")),
        statements());
  }

  private static Stream<Arguments> statements() {
    return Stream.of(
            List.of("'Effect':'Allow',", "", "Missing required field Effect"),
            List.of("'Allow'", "'allow'", "Invalid effect: allow"),
            List.of("'Allow'", "true", "Invalid policy syntax."),
            List.of("'Effect'", "'Comment':'','Effect'", "Unknown field Comment"),
            List.of("'Effect'", "'Sid':1,'Effect'", "Invalid policy syntax."),
            List.of("'Principal':'*',", "", "Missing required field Principal"),
            List.of(
                "'Principal':'*'",
                "'Principal':{}",
                "Missing required field Principal cannot be empty!"),
            List.of(
                "'Principal':'*'",
                "'NotPrincipal':{'AWS':'111122223333'}",
                "Allow with NotPrincipal is not allowed."),
            List.of(
                "'Principal':'*'",
                "'Principal':'*','NotPrincipal':'*'",
                "Statement/policy already has instance of Principal"),
            List.of("'Action':'s3:GetObject',", "", "Missing required field Action"),
            List.of("'s3:GetObject'", "[]", "Missing required field Action cannot be empty!"),
            List.of("'s3:GetObject'", "[1]", "Invalid policy syntax."),
            List.of("'s3:GetObject'", "'s3:ReadObject'", "Policy has invalid action"),
            List.of("'s3:GetObject'", "'GetObject'", "Policy has invalid action"),
            List.of("'s3:GetObject'", "'ec2:*'", "Policy has invalid action"),
            List.of("'s3:GetObject'", "'s3:ListAllMyBuckets'", "Policy has invalid action"),
            List.of("'s3:GetObject'", "['s3:GetObject','s3:X*']", "Policy has invalid action"),
            List.of(
                "'Action':'s3:GetObject'",
                "'Action':'s3:*','NotAction':'s3:*'",
                "Statement/policy already has instance of Action"),
            List.of(",'Resource':'arn:aws:s3:::photos/*'", "", "Missing required field Resource"),
            List.of("'arn:aws:s3:::photos/*'", "'*'", "Policy has invalid resource"),
            List.of("'arn:aws:s3:::photos/*'", "'photos/*'", "Policy has invalid resource"),
            List.of(
                "'arn:aws:s3:::photos/*'",
                "['arn:aws:s3:::photos/*','arn:aws:s3:::photos2/*']",
                "Policy has invalid resource"),
            List.of(
                "'arn:aws:s3:::photos/*'", "'arn:aws:s3:::phot*'", "Policy has invalid resource"),
            List.of(
                "'arn:aws:s3:::photos/*'",
                "'arn:aws:s3:::photos'",
                "Action does not apply to any resource(s) in statement"),
            List.of(
                "'s3:GetObject'",
                "['s3:GetObject','s3:ListBucket']",
                "Action does not apply to any resource(s) in statement"),
            List.of(
                "'s3:GetObject'",
                "'s3:ListBucket*'",
                "Action does not apply to any resource(s) in statement"))
        .map(
            row -> arguments(Policies.json(STATEMENT.replace(row.get(0), row.get(1))), row.get(2)));
  }

  @ParameterizedTest(name = "{0} of {1}: {2}")
  @MethodSource
  void refusesConditions(String condition, String actions, String message) {
    String statement =
        "{'Effect':'Allow','Principal':'*','Action':%s,'Resource':['arn:aws:s3:::photos',"
            + "'arn:aws:s3:::photos/*'],'Condition':%s}";

    assertThatThrownBy(() -> bucketPolicy(Policies.json(statement.formatted(actions, condition))))
        .isInstanceOf(S3Exception.class)
        .hasMessage(message);
  }

  static Stream<Arguments> refusesConditions() {
    String mismatch =
        "Conditions do not apply to combination of actions and resources in statement";
    return Stream.of(
        arguments("'x'", "'s3:*'", "Invalid policy syntax."),
        arguments("{'Bool':'x'}", "'s3:*'", "Invalid policy syntax."),
        arguments("{'Bool':{'aws:a':{}}}", "'s3:*'", "Invalid policy syntax."),
        arguments("{'Is':{'aws:a':'b'}}", "'s3:*'", "Invalid Condition type : Is"),
        arguments(
            "{'stringequals':{'aws:a':'b'}}", "'s3:*'", "Invalid Condition type : stringequals"),
        arguments(
            "{'NullIfExists':{'aws:a':'true'}}", "'s3:*'", "Invalid Condition type : NullIfExists"),
        arguments(
            "{'ForSomeValues:Bool':{'aws:a':'b'}}",
            "'s3:*'",
            "Invalid Condition type : ForSomeValues:Bool"),
        arguments("{'Bool':{'s3:x-acl':'b'}}", "'s3:*'", "Policy has an invalid condition key"),
        arguments("{'Bool':{'Prefix':'b'}}", "'s3:*'", "Policy has an invalid condition key"),
        arguments(
            "{'StringEquals':{'s3:ExistingObjectTag':'b'}}",
            "'s3:*'",
            "Policy has an invalid condition key"),
        arguments(
            "{'IpAddress':{'aws:SourceIp':'123'}}", "'s3:*'", "Invalid IP address in Conditions"),
        arguments("{'Null':{'AWS:sourceip':'true'}}", "'s3:*'", "Invalid IP address in Conditions"),
        arguments("{'StringEquals':{'s3:prefix':'a'}}", "'s3:GetObject'", mismatch),
        arguments(
            "{'StringEquals':{'s3:prefix':'a'}}", "'s3:ListBucketMultipartUploads'", mismatch),
        arguments(
            "{'StringEquals':{'s3:x-amz-acl':'private'}}",
            "['s3:PutObject','s3:GetObject']",
            mismatch),
        arguments("{'StringEquals':{'s3:VersionId':'null'}}", "'s3:DeleteObject'", mismatch));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'StringEquals':{'s3:prefix':'a'}}",
        "{'StringEquals':{'s3:x-amz-acl':'private'}}",
        "{'StringEquals':{'aws:WhoKnows':'a'}}",
        "{'NumericEquals':{'s3:max-keys':'ten'}}",
        "{'IpAddress':{'aws:Referer':'not-an-ip'}}",
        "{'Null':{'s3:if-match':'true'}}",
        "{'StringEquals':{'s3:ExistingObjectTag/team':['a','b']}}",
        "{'DateLessThan':{'aws:CurrentTime':'2026-02-03T00:00:00Z'}}"
      })
  void takesConditions(String condition) {
    String statement =
        "{'Effect':'Allow','Principal':'*','Action':'s3:*','Resource':'arn:aws:s3:::photos/*',"
            + "'Condition':"
            + condition
            + "}";

    assertThat(bucketPolicy(Policies.json(statement)).statements().get(0).conditions()).hasSize(1);
  }

  @Test
  void takesNoTwoStatementsOfOneName() {
    String named = STATEMENT.replace("{'Effect'", "{'Sid':'A','Effect'");
    String unnamed = STATEMENT.replace("{'Effect'", "{'Sid':'','Effect'");

    assertThat(bucketPolicy(Policies.json(unnamed, unnamed)).statements()).hasSize(2);
    assertThatThrownBy(() -> bucketPolicy(Policies.json(named, named)))
        .hasMessage("Statement IDs (SID) in a single policy must be unique.");
  }

  @Test
  void takes20KilobytesWithoutCountingWhiteSpace() {
    String largest = policyOf(PolicyReader.MAX_BYTES);

    assertThat(bucketPolicy(largest.replace(",", " ".repeat(9000) + ",")).statements()).hasSize(1);
    assertThatThrownBy(() -> bucketPolicy(policyOf(PolicyReader.MAX_BYTES + 1)))
        .hasMessage("Policy exceeds the maximum allowed document size.");
  }

  private static String policyOf(int bytes) {
    String policy = Policies.json(STATEMENT).replace("photos/*", "photos/é*");
    return policy.replace(
        "é*",
        "é*" + "x".repeat(bytes - policy.getBytes(java.nio.charset.StandardCharsets.UTF_8).length));
  }

  @Test
  void takesTheArnsOfOtherPartitionsInTheirRegions() {
    String text = Policies.json(STATEMENT).replace("arn:aws:", "arn:aws-cn:");

    assertThat(PolicyReader.bucketPolicy(text, "arn:aws-cn:s3:::photos").text()).isEqualTo(text);
    assertThatThrownBy(() -> PolicyReader.bucketPolicy(text, Policies.BUCKET))
        .hasMessage("Policy has invalid resource");
  }

  @Test
  void policiesOfUsersHaveAnyActionsAndResources() {
    Policy policy =
        PolicyReader.userPolicy(
            """
            {"Version": "2012-10-17", "Statement": {"Effect": "Allow",
              "Action": ["ec2:*", "s3:ListAllMyBuckets"], "Resource": ["*", "arn:aws:s3:::a*"]}}
            """);

    assertThat(policy.statements().get(0).principals()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource
  void saysWhatIsWrongWithPoliciesOfUsers(String text, String sentence) {
    assertThatThrownBy(() -> PolicyReader.userPolicy(text.replace('\'', '"')))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("AWS would refuse this policy of a user: " + sentence);
  }

  static Stream<Arguments> saysWhatIsWrongWithPoliciesOfUsers() {
    return Stream.of(
        arguments("nonsense", "This policy contains invalid Json."),
        arguments("{}", "Missing required field Statement."),
        arguments("{'Statement':[]}", "Could not parse the policy: Statement is empty!"),
        arguments(
            "{'Statement':[" + STATEMENT + "]}",
            "Policy document should not specify a principal."));
  }

  private static Policy bucketPolicy(String text) {
    return PolicyReader.bucketPolicy(text.replace('\'', '"'), Policies.BUCKET).policy();
  }
}
