package dev.s3emulator.internal.operation.access;

import static dev.s3emulator.internal.operation.access.Acls.ALL_USERS;
import static dev.s3emulator.internal.operation.access.Acls.ALT;
import static dev.s3emulator.internal.operation.access.Acls.ME;
import static dev.s3emulator.internal.operation.access.Acls.account;
import static dev.s3emulator.internal.operation.access.Acls.email;
import static dev.s3emulator.internal.operation.access.Acls.group;
import static dev.s3emulator.internal.operation.access.Acls.policy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PutBucketAcl and GetBucketAcl, and all forms in which lists are named and described. */
class BucketAclTest {

  private final InProcessS3 s3 = new InProcessS3();

  @BeforeEach
  void createBuckets() {
    Acls.createOpen(s3, "open");
    s3.send("PUT", "/enforced");
  }

  @Test
  void newBucketIsItsOwnersAlone() {
    for (String bucket : new String[] {"open", "enforced"}) {
      Answer answer = s3.send("GET", "/" + bucket + "?acl");

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("Content-Type")).isEqualTo("application/xml");
      assertThat(answer.xml()).isEqualTo(policy(ME, account(ME, "FULL_CONTROL")));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "private, ''",
    "public-read, AllUsers READ",
    "public-read-write, AllUsers READ; AllUsers WRITE",
    "authenticated-read, AuthenticatedUsers READ",
    "log-delivery-write, LogDelivery WRITE; LogDelivery READ_ACP",
    // These two speak of an object's bucket and mean nothing for a bucket.
    "bucket-owner-read, ''",
    "bucket-owner-full-control, ''"
  })
  void cannedListReplacesTheOneThatWasThere(String canned, String grants) {
    s3.send("PUT", "/open?acl", Headers.of("x-amz-grant-read", "id=" + ALT));

    Answer put = s3.send("PUT", "/open?acl", Headers.of("x-amz-acl", canned));

    assertThat(put.status()).isEqualTo(200);
    assertThat(put.bytes()).isEmpty();
    assertThat(s3.send("GET", "/open?acl").xml())
        .isEqualTo(policy(ME, account(ME, "FULL_CONTROL") + Acls.groups(grants)));
  }

  @Test
  void execReadIsGivenToTheAccountOfEc2() {
    s3.send("PUT", "/open?acl", Headers.of("x-amz-acl", "aws-exec-read"));

    assertThat(s3.send("GET", "/open?acl").xml())
        .contains(
            account("6aa5a366c34c1cbe25dc49211496e913e0351eb0e8c37aa3477e40942ec6b97c", "READ"));
  }

  @Test
  void grantHeadersMakeTheWholeList() {
    s3.registry().addEmail("Alt@example.com", new Owner("111122223333", ALT, "alt"));
    Headers headers =
        Headers.of(
            "x-amz-grant-read",
            "id=\"" + ALT + "\", uri=" + ALL_USERS,
            "x-amz-grant-write-acp",
            "emailAddress=\"alt@EXAMPLE.com\"",
            "x-amz-grant-full-control",
            " ID = " + ME);

    assertThat(s3.send("PUT", "/open?acl", headers).status()).isEqualTo(200);

    assertThat(s3.send("GET", "/open?acl").xml())
        .isEqualTo(
            policy(
                ME,
                account(ME, "FULL_CONTROL")
                    + account(ALT, "READ")
                    + group(ALL_USERS, "READ")
                    + account(ALT, "WRITE_ACP")));
  }

  @Test
  void documentIsGivenBackAsItWas() {
    String grants =
        group(ALL_USERS, "READ")
            + account(ALT, "WRITE")
            + account(ME, "READ_ACP")
            + group("http://acs.amazonaws.com/groups/s3/LogDelivery", "WRITE");

    assertThat(s3.send("PUT", "/open?acl", Headers.EMPTY, policy(ME, grants)).status())
        .isEqualTo(200);

    assertThat(s3.send("GET", "/open?acl").xml()).isEqualTo(policy(ME, grants));
  }

  @Test
  void documentMayNameAccountsByEmailAndHoldDisplayNames() {
    s3.registry().addEmail("alt@example.com", new Owner("111122223333", ALT, "alt"));
    String named =
        policy(ME, email("alt@example.com", "READ") + account(ME, "FULL_CONTROL"))
            .replace("</ID>", "</ID><DisplayName>me</DisplayName>")
            .replace(" xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"", "");

    assertThat(s3.sendDocument("PUT", "/open?acl", named).status()).isEqualTo(200);

    assertThat(s3.send("GET", "/open?acl").xml())
        .isEqualTo(policy(ME, account(ALT, "READ") + account(ME, "FULL_CONTROL")));
  }

  @Test
  void listMayGrantNothingAtAll() {
    assertThat(s3.send("PUT", "/open?acl", Headers.EMPTY, policy(ME, "")).status()).isEqualTo(200);
    assertThat(s3.send("GET", "/open?acl").xml()).isEqualTo(policy(ME, ""));
  }

  @ParameterizedTest
  @CsvSource({
    "x-amz-grant-read, id, Argument format not recognized, x-amz-grant-read, id",
    "x-amz-grant-read, name=alt, Argument format not recognized, x-amz-grant-read, name=alt",
    "x-amz-grant-write, '', Argument format not recognized, x-amz-grant-write, ''",
    "x-amz-grant-read-acp, 'id=75aa57f09aa0c8caeab4f8c24e99d10f8e7faeebf76c078efc7c6caea54ba06a,',"
        + " Argument format not recognized, x-amz-grant-read-acp,"
        + " 'id=75aa57f09aa0c8caeab4f8c24e99d10f8e7faeebf76c078efc7c6caea54ba06a,'",
    "x-amz-grant-full-control, id=abc, Invalid id, id, abc",
    "x-amz-grant-write-acp, uri=http://x, Invalid group uri, uri, http://x"
  })
  void headersThatNameNoGranteeAreInvalid(
      String header, String value, String message, String argument, String argumentValue) {
    Answer answer = s3.send("PUT", "/open?acl", Headers.of(header, value));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml()).isEqualTo(Acls.invalidArgument(message, argument, argumentValue));
  }

  @ParameterizedTest
  @CsvSource({
    "CanonicalUser, ID, abc, Invalid id, CanonicalUser/ID",
    "Group, URI, http://acs.amazonaws.com/groups/global/Nobody, Invalid group uri, Group/URI"
  })
  void documentsThatNameNoGranteeAreInvalid(
      String type, String element, String value, String message, String argument) {
    String document = policy(ME, Acls.grant(type, element, value, "READ"));

    Answer answer = s3.send("PUT", "/open?acl", Headers.EMPTY, document);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml()).isEqualTo(Acls.invalidArgument(message, argument, value));
  }

  @Test
  void emailAddressOfNobodyIsUnresolvable() {
    Answer byHeader =
        s3.send("PUT", "/open?acl", Headers.of("x-amz-grant-read", "emailAddress=x@y.org"));
    Answer byDocument =
        s3.send("PUT", "/open?acl", Headers.EMPTY, policy(ME, email("x@y.org", "READ")));

    for (Answer answer : new Answer[] {byHeader, byDocument}) {
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.xml())
          .isEqualTo(
              "<Error><Code>UnresolvableGrantByEmailAddress</Code><Message>The email address you"
                  + " provided does not match any account on record.</Message></Error>");
    }
  }

  static String[] malformedDocuments() {
    String grant = account(ME, "READ");
    String good = policy(ME, grant);
    return new String[] {
      "no XML",
      "<AccessControlPolicy>",
      good.replace("AccessControlPolicy", "Policy"),
      good.replace("<Owner><ID>" + ME + "</ID></Owner>", ""),
      good.replace("<Owner><ID>" + ME + "</ID></Owner>", "<Owner/>"),
      good.replace("<Owner><ID>" + ME, "<Owner><ID>somebody"),
      good.replace("<Owner>", "<Owner><Name>x</Name>"),
      good.replaceAll("<AccessControlList>.*</AccessControlList>", ""),
      good.replace("<Permission>READ", "<Permission>EXECUTE"),
      good.replace("<Permission>READ</Permission>", ""),
      good.replace(" xsi:type=\"CanonicalUser\"", ""),
      good.replace("CanonicalUser", "Group"),
      good.replace("CanonicalUser", "Anybody"),
      good.replaceAll("<Grantee.*</Grantee>", ""),
      good.replace("<Grant>", "<Grant><Extra/>"),
      good.replace("</Owner>", "</Owner><Extra/>"),
      policy(ME, grant.repeat(101))
    };
  }

  @ParameterizedTest
  @MethodSource("malformedDocuments")
  void documentThatViolatesTheSchemaIsMalformed(String document) {
    Answer answer = s3.send("PUT", "/open?acl", Headers.EMPTY, document);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>MalformedACLError</Code><Message>The XML you provided was not well-formed"
                + " or did not validate against our published schema</Message></Error>");
  }

  @Test
  void listHoldsHundredGrants() {
    String grants = account(ALT, "READ").repeat(100);

    assertThat(s3.send("PUT", "/open?acl", Headers.EMPTY, policy(ME, grants)).status())
        .isEqualTo(200);
  }

  @Test
  void headersHoldNoMoreThanHundredGrants() {
    String uri = "uri=" + Acls.LOG_DELIVERY;
    String hundred = (uri + ",").repeat(99) + uri;

    assertThat(s3.send("PUT", "/open?acl", Headers.of("x-amz-grant-read", hundred)).status())
        .isEqualTo(200);
    assertThat(
            s3.send(
                    "PUT",
                    "/open?acl",
                    Headers.of("x-amz-grant-read", hundred, "x-amz-grant-write", uri))
                .text())
        .contains("<Code>MalformedACLError</Code>");
  }

  @Test
  void ownerCannotBecomeAnother() {
    Answer answer =
        s3.send("PUT", "/open?acl", Headers.EMPTY, policy(ALT, account(ALT, "FULL_CONTROL")));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text()).contains("<Code>AccessDenied</Code>");
    assertThat(Acls.reason(s3))
        .isEqualTo("The document names another owner, and an ACL cannot change who owns.");
  }

  @Test
  void unknownCannedListHasAnEmptyMessage() {
    assertThat(s3.send("PUT", "/open?acl", Headers.of("x-amz-acl", "fake")).xml())
        .isEqualTo(Acls.invalidArgument("", "x-amz-acl", "fake"));
  }

  @Test
  void cannedListExcludesGrants() {
    Headers both = Headers.of("x-amz-acl", "private", "x-amz-grant-read", "id=" + ALT);

    assertThat(s3.send("PUT", "/open?acl", both).xml())
        .isEqualTo(
            "<Error><Code>InvalidRequest</Code><Message>Specifying both Canned ACLs and Header"
                + " Grants is not allowed</Message></Error>");
  }

  @Test
  void headersExcludeADocument() {
    Answer answer =
        s3.send(
            "PUT",
            "/open?acl",
            Headers.of("x-amz-acl", "private"),
            policy(ME, account(ME, "READ")));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>UnexpectedContent</Code><Message>This request does not support content"
                + "</Message></Error>");
  }

  @Test
  void requestWithoutAnyListLacksAHeader() {
    Answer answer = s3.send("PUT", "/open?acl");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>MissingSecurityHeader</Code><Message>Your request was missing a required"
                + " header</Message><MissingHeaderName>x-amz-acl</MissingHeaderName></Error>");
  }

  @Test
  void wrongDigestChangesNothing() {
    Answer answer =
        s3.send(
            "PUT",
            "/open?acl",
            Headers.of("Content-MD5", InProcessS3.md5(new byte[1])),
            policy(ME, ""));

    assertThat(answer.text()).contains("<Code>BadDigest</Code>");
    assertThat(s3.send("GET", "/open?acl").xml())
        .isEqualTo(policy(ME, account(ME, "FULL_CONTROL")));
  }

  @Test
  void documentOf200KiBIsReadAndNoLargerOne() {
    String document = policy(ME, "");
    String padding = " ".repeat(200 * 1024 - document.length());

    assertThat(s3.send("PUT", "/open?acl", Headers.EMPTY, document + padding).status())
        .isEqualTo(200);
    assertThat(s3.send("PUT", "/open?acl", Headers.EMPTY, document + padding + " ").xml())
        .contains(
            "<Code>MaxMessageLengthExceeded</Code>",
            "<MaxMessageLengthBytes>204800</MaxMessageLengthBytes>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"private", "public-read", "log-delivery-write"})
  void enforcedOwnershipTurnsListsOff(String canned) {
    Answer answer = s3.send("PUT", "/enforced?acl", Headers.of("x-amz-acl", canned));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>AccessControlListNotSupported</Code><Message>The bucket does not allow"
                + " ACLs</Message></Error>");
    assertThat(Acls.reason(s3))
        .isEqualTo("The bucket enforced has the ownership BucketOwnerEnforced.");
  }

  @Test
  void enforcedOwnershipTakesDocumentsThatSayWhatHoldsAnyway() {
    String mine = policy(ME, account(ME, "FULL_CONTROL"));
    String shared = policy(ME, account(ME, "FULL_CONTROL") + account(ALT, "READ"));

    assertThat(s3.send("PUT", "/enforced?acl", Headers.EMPTY, mine).status()).isEqualTo(200);
    assertThat(s3.send("PUT", "/enforced?acl", Headers.EMPTY, shared).text())
        .contains("<Code>AccessControlListNotSupported</Code>");
  }

  @Test
  void bucketWithAnAclForOthersCannotTurnListsOff() {
    s3.send("PUT", "/open?acl", Headers.of("x-amz-acl", "public-read"));

    Answer refused = Acls.putOwnership(s3, "open", "BucketOwnerEnforced");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.xml())
        .isEqualTo(
            "<Error><Code>InvalidBucketAclWithObjectOwnership</Code><Message>Bucket cannot have"
                + " ACLs set with ObjectOwnership's BucketOwnerEnforced setting.</Message></Error>");
    assertThat(Acls.reason(s3))
        .isEqualTo("The ACL of the bucket open grants others than its owner.");
    assertThat(Acls.putOwnership(s3, "open", "BucketOwnerPreferred").status()).isEqualTo(200);

    s3.send("PUT", "/open?acl", Headers.of("x-amz-acl", "private"));
    assertThat(Acls.putOwnership(s3, "open", "BucketOwnerEnforced").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "x-amz-acl, public-read",
    "x-amz-acl, authenticated-read",
    "x-amz-grant-read-acp, uri=http://acs.amazonaws.com/groups/global/AllUsers"
  })
  void blockRefusesPublicLists(String header, String value) {
    s3.send("PUT", "/blocked", Headers.of("x-amz-object-ownership", "ObjectWriter"));

    Answer answer = s3.send("PUT", "/blocked?acl", Headers.of(header, value));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.xml())
        .isEqualTo("<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>");
    assertThat(Acls.reason(s3))
        .isEqualTo(
            "The ACL is public, and the public access block of the bucket blocked has"
                + " BlockPublicAcls.");
    assertThat(s3.send("PUT", "/blocked?acl", Headers.of("x-amz-grant-read", "id=" + ALT)).status())
        .isEqualTo(200);
  }

  @Test
  void missingBucketHasNoList() {
    assertThat(s3.send("GET", "/absent?acl").text()).contains("<Code>NoSuchBucket</Code>");
    assertThat(s3.send("PUT", "/absent?acl", Headers.of("x-amz-acl", "private")).text())
        .contains("<Code>NoSuchBucket</Code>");
  }
}
