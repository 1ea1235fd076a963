package dev.s3emulator.internal.auth.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicPolicyTest {

  private static final String TO_EVERYBODY =
      "{'Effect':'Allow','Principal':'*','Action':'s3:GetObject',"
          + "'Resource':'arn:aws:s3:::photos/*'}";

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "'*', true",
        "{'AWS':'*'}, true",
        "{'AWS':['111122223333';'*']}, true",
        "{'AWS':'111122223333'}, false",
        "{'AWS':'arn:aws:iam::444455556666:user/ann'}, false",
        "{'Service':'cloudfront.amazonaws.com'}, false",
      })
  void everybodyIsPublic(String principal, boolean isPublic) {
    assertThat(isPublic(TO_EVERYBODY.replace("'*',", principal.replace(';', ',') + ",")))
        .isEqualTo(isPublic);
  }

  @Test
  void whatIsDeniedMakesNothingPublicAndNothingPrivate() {
    String deny = TO_EVERYBODY.replace("Allow", "Deny");

    assertThat(isPublic(deny)).isFalse();
    assertThat(isPublic(TO_EVERYBODY, deny)).isTrue();
    assertThat(isPublic(deny.replace("'Principal':'*'", "'NotPrincipal':{'AWS':'111122223333'}")))
        .isFalse();
  }

  @Test
  void oneStatementIsEnough() {
    String limited = limited("'StringEquals':{'aws:SourceVpc':'vpc-1'}");

    assertThat(isPublic(limited)).isFalse();
    assertThat(isPublic(limited, TO_EVERYBODY)).isTrue();
    assertThat(
            PublicPolicy.publicStatement(Policies.policy(limited, TO_EVERYBODY))
                .orElseThrow()
                .name())
        .isEqualTo("statement 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'StringEquals':{'aws:SourceVpc':'vpc-91237329'}",
        "'StringEquals':{'aws:SourceVpce':['vpce-1','vpce-2']}",
        "'ArnEquals':{'aws:SourceArn':'arn:aws:sns:us-east-1:111122223333:topic'}",
        "'StringEquals':{'aws:SourceAccount':'111122223333'}",
        "'StringEquals':{'aws:SourceOwner':'111122223333'}",
        "'StringEquals':{'AWS:PrincipalOrgID':'o-a1b2c3d4e5'}",
        "'ArnLike':{'aws:PrincipalArn':'arn:aws:iam::111122223333:user/ann'}",
        "'StringEquals':{'aws:userid':'AIDAEXAMPLE'}",
        "'StringLike':{'s3:DataAccessPointArn':"
            + "'arn:aws:s3:us-west-2:123456789012:accesspoint/*'}",
        "'StringEquals':{'s3:DataAccessPointAccount':'111122223333'}",
        "'StringEquals':{'s3:x-amz-server-side-encryption-aws-kms-key-id':'key'}",
        "'IpAddress':{'aws:SourceIp':'203.0.113.0/24'}",
        "'IpAddress':{'aws:SourceIp':['10.0.0.0/8','2001:db8::/32']}",
        "'ForAnyValue:StringEquals':{'aws:SourceVpc':'vpc-1'}"
      })
  void fixedValuesOfSomeKeysLimitIt(String condition) {
    assertThat(isPublic(limited(condition))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'StringLike':{'aws:SourceVpc':'vpc-*'}",
        "'StringEquals':{'aws:SourceVpc':['vpc-1','${aws:SourceVpc}']}",
        "'StringNotEquals':{'aws:SourceVpc':'vpc-1'}",
        "'StringEqualsIfExists':{'aws:SourceVpc':'vpc-1'}",
        "'ForAllValues:StringEquals':{'aws:SourceVpc':'vpc-1'}",
        "'Null':{'aws:SourceVpc':'false'}",
        "'StringLike':{'aws:userid':'AROAEXAMPLE:*'}",
        "'ArnLike':{'aws:PrincipalArn':'arn:aws:iam::*:role/x'}",
        "'StringLike':{'s3:DataAccessPointArn':'arn:aws:s3:us-west-2:*:accesspoint/*'}",
        "'StringEquals':{'aws:Referer':'http://www.example.com/'}",
        "'Bool':{'aws:SecureTransport':'true'}",
        "'IpAddress':{'aws:SourceIp':'0.0.0.0/0'}",
        "'IpAddress':{'aws:SourceIp':['203.0.113.0/24','0.0.0.0/1']}",
        "'IpAddress':{'aws:SourceIp':'::/0'}",
        "'NotIpAddress':{'aws:SourceIp':'203.0.113.0/24'}"
      })
  void otherConditionsDoNot(String condition) {
    assertThat(isPublic(limited(condition))).isTrue();
  }

  private static String limited(String condition) {
    return TO_EVERYBODY.replace("photos/*'}", "photos/*','Condition':{" + condition + "}}");
  }

  private static boolean isPublic(String... statements) {
    return PublicPolicy.isPublic(Policies.policy(statements));
  }
}
