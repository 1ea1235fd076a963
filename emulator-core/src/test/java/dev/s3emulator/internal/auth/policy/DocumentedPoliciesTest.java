package dev.s3emulator.internal.auth.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.s3emulator.internal.auth.policy.PolicyVerdict.Outcome;
import dev.s3emulator.internal.domain.policy.Policy;
import dev.s3emulator.internal.protocol.Caller;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Policies of the kinds that AWS's documentation recommends, each with what it is meant to do. */
class DocumentedPoliciesTest {

  private static final String BOTH = "'Resource':['arn:aws:s3:::photos','arn:aws:s3:::photos/*']";
  private static final String OBJECTS = "'Resource':'arn:aws:s3:::photos/*'";

  private static final Policy PUBLIC_READ =
      Policies.policy(
          "{'Sid':'PublicRead','Effect':'Allow','Principal':'*',"
              + "'Action':['s3:GetObject','s3:GetObjectVersion'],"
              + OBJECTS
              + "}");

  private static final Policy NO_DELETES =
      Policies.policy(
          "{'Sid':'KeepAll','Effect':'Deny','Principal':'*','Action':['s3:DeleteObject',"
              + "'s3:DeleteObjectVersion','s3:PutLifecycleConfiguration'],"
              + BOTH
              + "}");

  private static final Policy HTTPS_ONLY =
      Policies.policy(
          "{'Effect':'Deny','Principal':{'AWS':'*'},'Action':'s3:*',"
              + BOTH
              + ",'Condition':{'Bool':{'aws:SecureTransport':'false'}}}");

  private static final Policy MODERN_TLS =
      Policies.policy(
          "{'Effect':'Deny','Principal':'*','Action':'s3:*',"
              + BOTH
              + ",'Condition':{'NumericLessThan':{'s3:TlsVersion':1.2}}}");

  private static final Policy ENCRYPTED_UPLOADS =
      Policies.policy(
          "{'Effect':'Deny','Principal':'*','Action':'s3:PutObject',"
              + OBJECTS
              + ",'Condition':{'StringNotEquals':{'s3:x-amz-server-side-encryption':'aws:kms'}}}");

  private static final Policy OWN_NETWORK =
      Policies.policy(
          "{'Effect':'Deny','Principal':'*','Action':'s3:*',"
              + BOTH
              + ",'Condition':{'NotIpAddress':{'aws:SourceIp':['203.0.113.0/24',"
              + "'2001:db8:1234:5678::/64']}}}");

  private static final Policy SECOND_FACTOR =
      Policies.policy(
          "{'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':'arn:aws:s3:::photos/tax/*',"
              + "'Condition':{'Null':{'aws:MultiFactorAuthAge':true}}}");

  private static final Policy FULL_CONTROL_FOR_OWNER =
      Policies.policy(
          "{'Effect':'Allow','Principal':{'AWS':'444455556666'},'Action':'s3:PutObject',"
              + OBJECTS
              + ",'Condition':{'StringEquals':{'s3:x-amz-acl':'bucket-owner-full-control'}}}");

  private static final Policy HOMES =
      Policies.policy(
          "{'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::111122223333:user/ann'},"
              + "'Action':'s3:ListBucket','Resource':'arn:aws:s3:::photos','Condition':"
              + "{'StringLike':{'s3:prefix':['','home/','home/${aws:username}/*']}}}",
          "{'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::111122223333:user/ann'},"
              + "'Action':'s3:*','Resource':'arn:aws:s3:::photos/home/${aws:username}/*'}");

  private static final Policy CONDITIONAL_DELETES =
      Policies.policy(
          "{'Effect':'Deny','Principal':'*','Action':'s3:DeleteObject',"
              + OBJECTS
              + ",'Condition':{'Null':{'s3:if-match':'true'}}}");

  private static final Policy CONDITIONAL_WRITES =
      Policies.policy(
          "{'Effect':'Deny','Principal':'*','Action':'s3:PutObject',"
              + OBJECTS
              + ",'Condition':{'Null':{'s3:if-none-match':'true'},"
              + "'Bool':{'s3:ObjectCreationOperation':'true'}}}");

  private static final Policy SHORT_PRESIGNED =
      Policies.policy(
          "{'Effect':'Deny','Principal':'*','Action':'s3:*',"
              + BOTH
              + ",'Condition':{'NumericGreaterThan':{'s3:signatureAge':600000},"
              + "'StringEquals':{'s3:authType':'REST-QUERY-STRING'}}}");

  private static final Policy TAGGED =
      Policies.policy(
          "{'Effect':'Allow','Principal':'*','Action':'s3:GetObject',"
              + OBJECTS
              + ",'Condition':{'StringEquals':{'s3:ExistingObjectTag/environment':'production'}}}",
          "{'Effect':'Deny','Principal':'*','Action':'s3:PutObjectTagging',"
              + OBJECTS
              + ",'Condition':{'ForAnyValue:StringNotLike':"
              + "{'s3:RequestObjectTagKeys':['Owner','CreationDate']}}}");

  private static final Policy RETENTION =
      Policies.policy(
          "{'Effect':'Deny','Principal':'*','Action':'s3:PutObjectRetention',"
              + OBJECTS
              + ",'Condition':{'NumericGreaterThan':{'s3:object-lock-remaining-retention-days':10}}}");

  private static final Policy CLOUDFRONT =
      Policies.policy(
          "{'Effect':'Allow','Principal':{'Service':'cloudfront.amazonaws.com'},"
              + "'Action':'s3:GetObject',"
              + OBJECTS
              + ",'Condition':{'StringEquals':{'AWS:SourceArn':"
              + "'arn:aws:cloudfront::111122223333:distribution/E1EXAMPLE'}}}");

  private static final Policy REFERER =
      Policies.policy(
          "{'Effect':'Allow','Principal':'*','Action':['s3:GetObject','s3:GetObjectVersion'],"
              + OBJECTS
              + ",'Condition':{'StringLike':{'aws:Referer':['http://www.example.com/*',"
              + "'http://example.com/*']}}}");

  static Stream<Arguments> decisions() {
    return Stream.of(
        row(PUBLIC_READ, Caller.ANONYMOUS, "s3:GetObject", "a", "", Outcome.ALLOW),
        row(PUBLIC_READ, Caller.ANONYMOUS, "s3:PutObject", "a", "", Outcome.NONE),
        row(PUBLIC_READ, Caller.ANONYMOUS, "s3:ListBucket", "", "", Outcome.NONE),
        row(NO_DELETES, Policies.ROOT, "s3:DeleteObject", "a", "", Outcome.DENY),
        row(NO_DELETES, Policies.ROOT, "s3:DeleteObjectVersion", "a", "", Outcome.DENY),
        row(NO_DELETES, Policies.ROOT, "s3:PutLifecycleConfiguration", "", "", Outcome.DENY),
        row(NO_DELETES, Policies.ROOT, "s3:PutObject", "a", "", Outcome.NONE),
        row(
            HTTPS_ONLY,
            Policies.ROOT,
            "s3:GetObject",
            "a",
            "aws:SecureTransport=false",
            Outcome.DENY),
        row(
            HTTPS_ONLY,
            Policies.ROOT,
            "s3:GetObject",
            "a",
            "aws:SecureTransport=true",
            Outcome.NONE),
        row(MODERN_TLS, Policies.ROOT, "s3:GetObject", "a", "s3:TlsVersion=1.1", Outcome.DENY),
        row(MODERN_TLS, Policies.ROOT, "s3:GetObject", "a", "s3:TlsVersion=1.3", Outcome.NONE),
        row(ENCRYPTED_UPLOADS, Policies.ANN, "s3:PutObject", "a", "", Outcome.DENY),
        row(
            ENCRYPTED_UPLOADS,
            Policies.ANN,
            "s3:PutObject",
            "a",
            "s3:x-amz-server-side-encryption=AES256",
            Outcome.DENY),
        row(
            ENCRYPTED_UPLOADS,
            Policies.ANN,
            "s3:PutObject",
            "a",
            "s3:x-amz-server-side-encryption=aws:kms",
            Outcome.NONE),
        row(
            OWN_NETWORK,
            Policies.ANN,
            "s3:GetObject",
            "a",
            "aws:SourceIp=198.51.100.1",
            Outcome.DENY),
        row(
            OWN_NETWORK,
            Policies.ANN,
            "s3:GetObject",
            "a",
            "aws:SourceIp=203.0.113.9",
            Outcome.NONE),
        row(
            OWN_NETWORK,
            Policies.ANN,
            "s3:GetObject",
            "a",
            "aws:SourceIp=2001:db8:1234:5678::1",
            Outcome.NONE),
        row(SECOND_FACTOR, Policies.ANN, "s3:GetObject", "tax/a", "", Outcome.DENY),
        row(
            SECOND_FACTOR,
            Policies.ANN,
            "s3:GetObject",
            "tax/a",
            "aws:MultiFactorAuthAge=10",
            Outcome.NONE),
        row(
            FULL_CONTROL_FOR_OWNER,
            Policies.STRANGER,
            "s3:PutObject",
            "a",
            "s3:x-amz-acl=bucket-owner-full-control",
            Outcome.ALLOW),
        row(FULL_CONTROL_FOR_OWNER, Policies.STRANGER, "s3:PutObject", "a", "", Outcome.NONE),
        row(
            HOMES,
            Policies.ANN,
            "s3:ListBucket",
            "",
            "aws:username=ann,s3:prefix=home/ann/x",
            Outcome.ALLOW),
        row(HOMES, Policies.ANN, "s3:ListBucket", "", "s3:prefix=", Outcome.ALLOW),
        row(HOMES, Policies.ANN, "s3:ListBucket", "", "s3:prefix=home/bob/", Outcome.NONE),
        row(HOMES, Policies.ANN, "s3:ListBucket", "", "", Outcome.NONE),
        row(
            HOMES,
            Policies.ANN,
            "s3:DeleteObject",
            "home/ann/x",
            "aws:username=ann",
            Outcome.ALLOW),
        row(HOMES, Policies.ANN, "s3:DeleteObject", "home/bob/x", "", Outcome.NONE),
        row(HOMES, Policies.BOB, "s3:DeleteObject", "home/ann/x", "", Outcome.NONE),
        row(CONDITIONAL_DELETES, Policies.ROOT, "s3:DeleteObject", "a", "", Outcome.DENY),
        row(
            CONDITIONAL_DELETES,
            Policies.ROOT,
            "s3:DeleteObject",
            "a",
            "s3:if-match=*",
            Outcome.NONE),
        row(
            CONDITIONAL_WRITES,
            Policies.ROOT,
            "s3:PutObject",
            "a",
            "s3:ObjectCreationOperation=true",
            Outcome.DENY),
        row(
            CONDITIONAL_WRITES,
            Policies.ROOT,
            "s3:PutObject",
            "a",
            "s3:ObjectCreationOperation=false",
            Outcome.NONE),
        row(
            CONDITIONAL_WRITES,
            Policies.ROOT,
            "s3:PutObject",
            "a",
            "s3:ObjectCreationOperation=true,s3:if-none-match=*",
            Outcome.NONE),
        row(
            SHORT_PRESIGNED,
            Policies.ANN,
            "s3:GetObject",
            "a",
            "s3:authType=REST-QUERY-STRING,s3:signatureAge=600001",
            Outcome.DENY),
        row(
            SHORT_PRESIGNED,
            Policies.ANN,
            "s3:GetObject",
            "a",
            "s3:authType=REST-QUERY-STRING,s3:signatureAge=600000",
            Outcome.NONE),
        row(
            SHORT_PRESIGNED,
            Policies.ANN,
            "s3:GetObject",
            "a",
            "s3:authType=REST-HEADER,s3:signatureAge=600001",
            Outcome.NONE),
        row(
            TAGGED,
            Policies.STRANGER,
            "s3:GetObject",
            "a",
            "s3:ExistingObjectTag/environment=production",
            Outcome.ALLOW),
        row(TAGGED, Policies.STRANGER, "s3:GetObject", "a", "", Outcome.NONE),
        row(
            TAGGED,
            Policies.ROOT,
            "s3:PutObjectTagging",
            "a",
            "s3:RequestObjectTagKeys=Other",
            Outcome.DENY),
        row(
            TAGGED,
            Policies.ROOT,
            "s3:PutObjectTagging",
            "a",
            "s3:RequestObjectTagKeys=Owner",
            Outcome.NONE),
        row(
            RETENTION,
            Policies.ROOT,
            "s3:PutObjectRetention",
            "a",
            "s3:object-lock-remaining-retention-days=11",
            Outcome.DENY),
        row(
            RETENTION,
            Policies.ROOT,
            "s3:PutObjectRetention",
            "a",
            "s3:object-lock-remaining-retention-days=10",
            Outcome.NONE),
        row(CLOUDFRONT, Policies.ROOT, "s3:GetObject", "a", "", Outcome.NONE),
        row(CLOUDFRONT, Caller.ANONYMOUS, "s3:GetObject", "a", "", Outcome.NONE),
        row(
            REFERER,
            Caller.ANONYMOUS,
            "s3:GetObject",
            "a",
            "aws:Referer=http://www.example.com/gallery",
            Outcome.ALLOW),
        row(
            REFERER,
            Caller.ANONYMOUS,
            "s3:GetObject",
            "a",
            "aws:Referer=http://evil.example",
            Outcome.NONE),
        row(REFERER, Caller.ANONYMOUS, "s3:GetObject", "a", "", Outcome.NONE));
  }

  private static Arguments row(
      Policy policy, Caller caller, String action, String key, String context, Outcome outcome) {
    return arguments(policy, caller, action, key, context, outcome);
  }

  @ParameterizedTest(name = "{2} {3} with {4}: {5}")
  @MethodSource
  void decisions(
      Policy policy, Caller caller, String action, String key, String context, Outcome outcome) {
    Map<String, List<String>> values = new java.util.HashMap<>();
    for (String pair : context.split(",")) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        values.put(pair.substring(0, equals), List.of(pair.substring(equals + 1)));
      }
    }

    assertThat(Policies.ask(policy, caller, action, key, values).outcome()).isEqualTo(outcome);
  }
}
