package dev.s3emulator.internal.operation.access;

import static dev.s3emulator.internal.operation.access.Acls.ALL_USERS;
import static dev.s3emulator.internal.operation.access.Acls.ALT;
import static dev.s3emulator.internal.operation.access.Acls.ME;
import static dev.s3emulator.internal.operation.access.Acls.account;
import static dev.s3emulator.internal.operation.access.Acls.group;
import static dev.s3emulator.internal.operation.access.Acls.policy;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.auth.Credential;
import dev.s3emulator.internal.auth.Signer;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.ObjectVersion;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.TagSet;
import dev.s3emulator.internal.domain.WriteCommand;
import dev.s3emulator.internal.domain.WritePrecondition;
import dev.s3emulator.internal.domain.Writing;
import dev.s3emulator.internal.domain.attribute.AccessControlList;
import dev.s3emulator.internal.domain.attribute.CannedAcl;
import dev.s3emulator.internal.domain.attribute.VersionAttributes;
import dev.s3emulator.internal.protocol.Caller;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PutObjectAcl and GetObjectAcl, and the lists and owners that uploads make. */
class ObjectAclTest {

  private static final String MINE = policy(ME, account(ME, "FULL_CONTROL"));
  private static final String PUBLIC =
      policy(ME, account(ME, "FULL_CONTROL") + group(ALL_USERS, "READ"));
  private static final String ENABLED =
      "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>";
  private static final Owner WRITER = new Owner("111122223333", ALT, "alt");

  private final InProcessS3 s3 = new InProcessS3();

  @BeforeEach
  void createBuckets() {
    Acls.createOpen(s3, "open");
    s3.send("PUT", "/enforced");
    s3.send("PUT", "/open/cat", Headers.EMPTY, "miau");
    s3.send("PUT", "/enforced/cat", Headers.EMPTY, "miau");
    s3.registry().add(Credential.permanent("AKIAALT", "alt-secret", Caller.root(WRITER)));
  }

  @Test
  void objectIsItsOwnersAloneUntilAListSaysOtherwise() {
    Answer before = s3.send("GET", "/open/cat?acl");

    assertThat(before.status()).isEqualTo(200);
    assertThat(before.xml()).isEqualTo(MINE);
    assertThat(before.header("x-amz-version-id")).isNull();

    Answer put = s3.send("PUT", "/open/cat?acl", Headers.of("x-amz-acl", "public-read"));
    assertThat(put.status()).isEqualTo(200);
    assertThat(put.bytes()).isEmpty();
    assertThat(s3.send("GET", "/open/cat?acl").xml()).isEqualTo(PUBLIC);

    assertThat(s3.send("PUT", "/open/cat?acl", Headers.EMPTY, MINE).status()).isEqualTo(200);
    assertThat(s3.send("GET", "/open/cat?acl").xml()).isEqualTo(MINE);
  }

  @Test
  void listChangesNothingElseOfAVersion() {
    Answer before = s3.send("HEAD", "/open/cat");
    s3.advanceSeconds(10);

    s3.send("PUT", "/open/cat?acl", Headers.of("x-amz-acl", "public-read"));

    Answer after = s3.send("HEAD", "/open/cat");
    assertThat(after.header("Last-Modified")).isEqualTo(before.header("Last-Modified"));
    assertThat(after.header("ETag")).isEqualTo(before.header("ETag"));
    assertThat(s3.engine().state().requireBucket("open").stack(ObjectKey.of("cat")))
        .hasValueSatisfying(stack -> assertThat(stack.size()).isEqualTo(1));
  }

  @Test
  void eachVersionHasAListOfItsOwn() {
    s3.send("PUT", "/open?versioning", Headers.EMPTY, ENABLED);
    String id = s3.send("PUT", "/open/cat", Headers.EMPTY, "two").header("x-amz-version-id");

    Answer put =
        s3.send("PUT", "/open/cat?acl&versionId=null", Headers.of("x-amz-acl", "public-read"));

    assertThat(put.header("x-amz-version-id")).isEqualTo("null");
    assertThat(s3.send("GET", "/open/cat?acl&versionId=null").xml()).isEqualTo(PUBLIC);
    Answer current = s3.send("GET", "/open/cat?acl");
    assertThat(current.xml()).isEqualTo(MINE);
    assertThat(current.header("x-amz-version-id")).isEqualTo(id);
  }

  @Test
  void deleteMarkerOnTopIsFoundByPutAndNotByGet() {
    s3.send("PUT", "/open?versioning", Headers.EMPTY, ENABLED);
    String marker = s3.send("DELETE", "/open/cat").header("x-amz-version-id");

    Answer get = s3.send("GET", "/open/cat?acl");
    assertThat(get.status()).isEqualTo(404);
    assertThat(get.xml())
        .isEqualTo(
            "<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message>"
                + "<Key>cat</Key></Error>");
    Headers canned = Headers.of("x-amz-acl", "private");
    assertNotAllowed(s3.send("PUT", "/open/cat?acl", canned), "PUT");
    assertNotAllowed(s3.send("PUT", "/open/cat?acl&versionId=" + marker, canned), "PUT");
    assertNotAllowed(s3.send("GET", "/open/cat?acl&versionId=" + marker), "GET");
  }

  private static void assertNotAllowed(Answer answer, String method) {
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).isEqualTo("DELETE");
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>MethodNotAllowed</Code><Message>The specified method is not allowed"
                + " against this resource.</Message><Method>"
                + method
                + "</Method><ResourceType>DeleteMarker</ResourceType></Error>");
  }

  @ParameterizedTest
  @CsvSource({"GET", "PUT"})
  void versionsThatAreNotThereAreNamed(String method) {
    s3.send("PUT", "/open?versioning", Headers.EMPTY, ENABLED);
    String foreign = s3.send("PUT", "/open/dog", Headers.EMPTY, "wuff").header("x-amz-version-id");
    Headers canned = method.equals("PUT") ? Headers.of("x-amz-acl", "private") : Headers.EMPTY;

    Answer unknown = s3.send(method, "/open/cat?acl&versionId=" + foreign, canned);
    Answer garbage = s3.send(method, "/open/cat?acl&versionId=garbage", canned);
    Answer absent = s3.send(method, "/open/absent?acl", canned);

    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.xml())
        .isEqualTo(
            "<Error><Code>NoSuchVersion</Code><Message>The specified version does not exist."
                + "</Message><Key>cat</Key><VersionId>"
                + foreign
                + "</VersionId></Error>");
    assertThat(garbage.status()).isEqualTo(400);
    assertThat(garbage.xml())
        .isEqualTo(Acls.invalidArgument("Invalid version id specified", "versionId", "garbage"));
    assertThat(absent.xml()).contains("<Code>NoSuchKey</Code>", "<Key>absent</Key>");
  }

  @ParameterizedTest
  @CsvSource({
    "private, AccessControlListNotSupported",
    "public-read, AccessControlListNotSupported",
    "bucket-owner-read, AccessControlListNotSupported",
    "bucket-owner-full-control, ''",
    "log-delivery-write, InvalidArgument",
    "fake, InvalidArgument"
  })
  void enforcedOwnershipTakesOnlyWhatHoldsAnyway(String canned, String code) {
    Headers headers = Headers.of("x-amz-acl", canned);

    for (Answer answer :
        new Answer[] {
          s3.send("PUT", "/enforced/cat?acl", headers),
          s3.send("PUT", "/enforced/new", headers, "body"),
          s3.send("POST", "/enforced/new?uploads", headers),
          s3.send(
              "PUT",
              "/enforced/copy",
              Headers.of("x-amz-acl", canned, "x-amz-copy-source", "/enforced/cat"))
        }) {
      assertThat(answer.status()).isEqualTo(code.isEmpty() ? 200 : 400);
      assertThat(answer.text()).contains(code.isEmpty() ? "" : "<Code>" + code + "</Code>");
    }
    assertThat(s3.send("GET", "/enforced/cat?acl").xml()).isEqualTo(MINE);
  }

  @Test
  void enforcedOwnershipTakesTheDocumentThatSaysWhatHoldsAnyway() {
    assertThat(s3.send("PUT", "/enforced/cat?acl", Headers.EMPTY, MINE).status()).isEqualTo(200);
    assertThat(s3.send("PUT", "/enforced/cat?acl", Headers.EMPTY, PUBLIC).text())
        .contains("<Code>AccessControlListNotSupported</Code>");
  }

  @Test
  void listsFromBeforeCountAgainWhenTheyAreTurnedOn() {
    s3.send("PUT", "/open/cat?acl", Headers.of("x-amz-acl", "public-read"));

    Acls.putOwnership(s3, "open", "BucketOwnerEnforced");
    assertThat(s3.send("GET", "/open/cat?acl").xml()).isEqualTo(MINE);
    s3.send("PUT", "/open/cat?acl", Headers.of("x-amz-acl", "bucket-owner-full-control"));

    Acls.putOwnership(s3, "open", "ObjectWriter");
    assertThat(s3.send("GET", "/open/cat?acl").xml()).isEqualTo(PUBLIC);
  }

  @Test
  void uploadsBringTheirLists() {
    Headers open = Headers.of("x-amz-acl", "public-read");
    s3.send("PUT", "/open/put", open, "body");
    s3.send("PUT", "/open/grant", Headers.of("x-amz-grant-read", "uri=" + ALL_USERS), "body");
    s3.send(
        "PUT",
        "/open/copy",
        Headers.of("x-amz-acl", "public-read", "x-amz-copy-source", "/open/cat"));
    s3.send("PUT", "/open/plain-copy", Headers.of("x-amz-copy-source", "/open/put"));
    complete("parts", open);

    assertThat(s3.send("GET", "/open/put?acl").xml()).isEqualTo(PUBLIC);
    assertThat(s3.send("GET", "/open/grant?acl").xml())
        .isEqualTo(policy(ME, group(ALL_USERS, "READ")));
    assertThat(s3.send("GET", "/open/copy?acl").xml()).isEqualTo(PUBLIC);
    assertThat(s3.send("GET", "/open/plain-copy?acl").xml()).isEqualTo(MINE);
    assertThat(s3.send("GET", "/open/parts?acl").xml()).isEqualTo(PUBLIC);
  }

  private void complete(String key, Headers headers) {
    String id =
        s3.send("POST", "/open/" + key + "?uploads", headers)
            .text()
            .replaceAll("(?s).*<UploadId>(.*)</UploadId>.*", "$1");
    String eTag =
        s3.send("PUT", "/open/" + key + "?partNumber=1&uploadId=" + id, Headers.EMPTY, "body")
            .header("ETag");
    Answer completed =
        s3.send(
            "POST",
            "/open/" + key + "?uploadId=" + id,
            Headers.EMPTY,
            "<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>"
                + eTag
                + "</ETag></Part></CompleteMultipartUpload>");
    assertThat(completed.status()).isEqualTo(200);
  }

  @Test
  void blockRefusesUploadsWithPublicLists() {
    s3.send("PUT", "/blocked", Headers.of("x-amz-object-ownership", "ObjectWriter"));
    s3.send("PUT", "/blocked/cat", Headers.EMPTY, "miau");
    Headers open = Headers.of("x-amz-acl", "public-read");

    for (Answer answer :
        new Answer[] {
          s3.send("PUT", "/blocked/new", open, "body"),
          s3.send("PUT", "/blocked/cat?acl", open),
          s3.send("POST", "/blocked/new?uploads", open),
          s3.send(
              "PUT",
              "/blocked/new",
              Headers.of("x-amz-acl", "public-read", "x-amz-copy-source", "/blocked/cat"))
        }) {
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.xml())
          .isEqualTo("<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>");
      assertThat(Acls.reason(s3)).contains("BlockPublicAcls");
    }
    assertThat(s3.send("GET", "/blocked/new").status()).isEqualTo(404);
    assertThat(s3.send("PUT", "/blocked/new", Headers.of("x-amz-acl", "private"), "x").status())
        .isEqualTo(200);
  }

  @Test
  void writerOwnsWhatItPutsIntoTheBucketOfAnother() {
    write("theirs", CannedAcl.PRIVATE);
    write("shared", CannedAcl.BUCKET_OWNER_FULL_CONTROL);

    // Not even the bucket's owner may look at what the writer keeps for itself.
    assertThat(s3.send("GET", "/open/theirs?acl").status()).isEqualTo(403);
    assertThat(ofWriter("/open/theirs?acl").xml())
        .isEqualTo(policy(ALT, account(ALT, "FULL_CONTROL")));
    assertThat(s3.send("GET", "/open/shared?acl").xml())
        .isEqualTo(policy(ALT, account(ALT, "FULL_CONTROL") + account(ME, "FULL_CONTROL")));
    for (String listing : new String[] {"", "?versions", "?list-type=2&fetch-owner=true"}) {
      assertThat(s3.send("GET", "/open" + listing).text())
          .contains("<Owner><ID>" + ME + "</ID></Owner>", "<Owner><ID>" + ALT + "</ID></Owner>");
    }

    Acls.putOwnership(s3, "open", "BucketOwnerEnforced");
    assertThat(s3.send("GET", "/open/theirs?acl").xml()).isEqualTo(MINE);
    for (String listing : new String[] {"", "?versions", "?list-type=2&fetch-owner=true"}) {
      assertThat(s3.send("GET", "/open" + listing).text()).doesNotContain(ALT);
    }
  }

  @Test
  void bucketOwnerGetsWhatIsGivenToItWherePreferred() {
    Acls.putOwnership(s3, "open", "BucketOwnerPreferred");
    write("kept", CannedAcl.BUCKET_OWNER_READ);
    write("given", CannedAcl.BUCKET_OWNER_FULL_CONTROL);

    assertThat(s3.send("GET", "/open/kept").status()).isEqualTo(200);
    assertThat(s3.send("GET", "/open/kept?acl").status()).isEqualTo(403);
    assertThat(ofWriter("/open/kept?acl").xml())
        .isEqualTo(policy(ALT, account(ALT, "FULL_CONTROL") + account(ME, "READ")));
    assertThat(s3.send("GET", "/open/given?acl").xml()).isEqualTo(MINE);
  }

  private Answer ofWriter(String url) {
    return byWriter("GET", url, "");
  }

  private Answer byWriter(String method, String url, String body, String... headers) {
    Signer writer = new Signer();
    writer.accessKey = "AKIAALT";
    writer.secret = "alt-secret";
    return s3.sendSigned(writer, method, url, body.getBytes(UTF_8), headers);
  }

  @Test
  void whoMayWriteIntoABucketMayGiveItsObjectsListsAndChangeThoseLater() {
    Acls.putOwnership(s3, "open", "BucketOwnerPreferred");
    s3.send("PUT", "/open?acl", Headers.of("x-amz-grant-write", "id=" + ALT));

    assertThat(
            byWriter("PUT", "/open/given", "body", "x-amz-acl", "bucket-owner-full-control")
                .status())
        .isEqualTo(200);
    assertThat(byWriter("PUT", "/open/kept", "body", "x-amz-acl", "public-read").status())
        .isEqualTo(200);
    assertThat(byWriter("PUT", "/open/kept?acl", "", "x-amz-acl", "private").status())
        .isEqualTo(200);

    assertThat(s3.sendSigned("GET", "/open/given").text()).isEqualTo("body");
    assertThat(byWriter("PUT", "/open/given?acl", "", "x-amz-acl", "public-read").status())
        .isEqualTo(403);
    assertThat(byWriter("PUT", "/open/cat", "body", "x-amz-acl", "private").status())
        .isEqualTo(403);
    assertThat(byWriter("PUT", "/open/absent?acl", "", "x-amz-acl", "private").status())
        .isEqualTo(403);
    assertThat(s3.sendSigned("GET", "/open/kept").status()).isEqualTo(403);
  }

  private void write(String key, CannedAcl canned) {
    AccessControlList list = canned.list(ALT, ME);
    ObjectVersion cat =
        (ObjectVersion)
            s3.engine().state().requireBucket("open").current(ObjectKey.of("cat")).orElseThrow();
    s3.engine()
        .changeBucket(
            "open",
            WRITER,
            (bucket, context) ->
                Writing.put(
                    bucket,
                    new WriteCommand(
                        ObjectKey.of(key),
                        cat.content(),
                        cat.metadata(),
                        TagSet.EMPTY,
                        VersionAttributes.DEFAULT.with(list),
                        WritePrecondition.NONE),
                    context));
  }
}
