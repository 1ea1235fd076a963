package dev.s3emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server seen by the {@code aws} command line with its default settings. Each command takes
 * most of a second, hence few and long tests.
 */
class AwsCliAcceptanceTest {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final String DATE_AND_TIME = "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d";

  @TempDir private Path folder;
  private final S3EmulatorServer server = S3EmulatorServer.start();

  @BeforeEach
  void requireTheCommandLine() throws Exception {
    new AwsTool(server, folder).require("aws", "--version");
  }

  @AfterEach
  void closeServer() {
    server.close();
  }

  @Test
  void deletesInAVersionedBucket() throws Exception {
    assertThat(aws("s3", "mb", "s3://photos")).isEqualTo("make_bucket: photos");
    s3api("put-bucket-versioning", "--versioning-configuration", "Status=Enabled");

    Files.writeString(folder.resolve("body"), "cat");
    String version =
        s3api("put-object", "--key", "cat.txt", "--body", "body", "--query", "VersionId");
    assertThat(s3api("head-object", "--key", "cat.txt", "--query", "[VersionId,ContentLength]"))
        .isEqualTo(version + "\t3");
    assertThat(
            s3api(
                "copy-object",
                "--key=copy.txt",
                "--copy-source=photos/cat.txt",
                "--query=[CopySourceVersionId,CopyObjectResult.ETag]"))
        .isEqualTo(version + "\t\"d077f244def8a70e5ea758bd8352fcd8\"");

    assertThat(s3api("delete-object", "--key", "cat.txt", "--query", "DeleteMarker"))
        .isEqualTo("True");
    AwsTool.Ending missing =
        run("s3api", "get-object", "--bucket", "photos", "--key", "cat.txt", "got");
    assertThat(missing.exitCode()).isNotZero();
    assertThat(missing.err())
        .contains(
            "An error occurred (NoSuchKey) when calling the GetObject operation:"
                + " The specified key does not exist.");
    s3api("get-object", "--key", "cat.txt", "--version-id", version, "got");
    assertThat(folder.resolve("got")).hasContent("cat");
  }

  @Test
  void locksAndReleasesAVersion() throws Exception {
    server.createBucket(BucketOptions.named("photos").objectLock());
    String version =
        s3api(
            "put-object",
            "--key=cat.txt",
            "--object-lock-mode=GOVERNANCE",
            "--object-lock-retain-until-date=2199-01-01T00:00:00Z",
            "--query=VersionId");
    assertThat(s3api("get-object-retention", "--key=cat.txt", "--query=Retention.Mode"))
        .isEqualTo("GOVERNANCE");

    AwsTool.Ending refused =
        run(
            "s3api",
            "delete-object",
            "--bucket=photos",
            "--key=cat.txt",
            "--version-id=" + version);
    assertThat(refused.exitCode()).isNotZero();
    assertThat(refused.err())
        .contains("(AccessDenied)", "Access Denied because object protected by object lock.");

    s3api(
        "delete-object",
        "--key=cat.txt",
        "--version-id=" + version,
        "--bypass-governance-retention");
    assertThat(s3api("list-object-versions", "--query=Versions")).isEqualTo("None");
  }

  @Test
  void deletesManyObjects() throws Exception {
    server.createBucket(BucketOptions.named("photos").versioning(Versioning.ENABLED));
    String version =
        s3api("put-object", "--key", "cat.txt", "--content-type", "a/b", "--query", "VersionId");
    Files.writeString(
        folder.resolve("delete.json"),
        """
        {"Objects": [
          {"Key": "cat.txt"},
          {"Key": "cat.txt", "VersionId": "%s"},
          {"Key": "dog.txt", "VersionId": "garbage"}]}
        """
            .formatted(version));
    assertThat(
            s3api(
                "delete-objects",
                "--delete=file://delete.json",
                "--query=[Deleted[].[Key,DeleteMarker,VersionId],Errors[].[Key,Code,VersionId]]",
                "--output=json"))
        .isEqualToIgnoringWhitespace(
            """
            [[["cat.txt", true, null], ["cat.txt", null, "%s"]],
             [["dog.txt", "NoSuchVersion", "garbage"]]]
            """
                .formatted(version));

    Files.writeString(
        folder.resolve("delete.json"), "{\"Objects\": [{\"Key\": \"bird.txt\"}], \"Quiet\": true}");
    assertThat(s3api("delete-objects", "--delete", "file://delete.json")).isEmpty();

    assertThat(
            s3api(
                "list-object-versions",
                "--query=[Versions,DeleteMarkers[].[Key,IsLatest]]",
                "--output=json"))
        .isEqualToIgnoringWhitespace("[null, [[\"bird.txt\", true], [\"cat.txt\", true]]]");
    AwsTool.Ending refused = run("s3", "rb", "--force", "s3://photos");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err())
        .contains("(BucketNotEmpty)", "You must delete all versions in the bucket.");
  }

  @Test
  void copiesListsAndRemovesFiles() throws Exception {
    server.createBucket("files");
    byte[] content = new byte[1 << 20];
    new Random(7).nextBytes(content);
    Files.write(folder.resolve("big"), content);
    Path tree = Files.createDirectories(folder.resolve("tree/sub"));
    Files.writeString(tree.resolve("b +%.txt"), "b");
    Files.writeString(tree.resolveSibling("a.txt"), "aa");

    aws("s3", "cp", "big", "s3://files/big");
    aws("s3", "cp", "s3://files/big", "down");
    assertThat(folder.resolve("down")).hasBinaryContent(content);
    aws("s3", "cp", "--recursive", "tree", "s3://files/tree/");

    assertThat(aws("s3", "ls")).matches(DATE_AND_TIME + " files");
    assertThat(aws("s3", "ls", "s3://files").lines())
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("                           PRE tree/"),
            line -> assertThat(line).matches(DATE_AND_TIME + "    1048576 big"));
    assertThat(aws("s3", "ls", "--recursive", "s3://files/tree").lines())
        .satisfiesExactly(
            line -> assertThat(line).matches(DATE_AND_TIME + " {10}2 tree/a\\.txt"),
            line -> assertThat(line).matches(DATE_AND_TIME + " {10}1 tree/sub/b \\+%\\.txt"));

    assertThat(aws("s3", "sync", "tree", "s3://files/tree")).isEmpty();
    aws("s3", "sync", "s3://files/tree", "back");
    assertThat(folder.resolve("back/sub/b +%.txt")).hasContent("b");
    assertThat(aws("s3", "rm", "--recursive", "s3://files/tree").lines())
        .containsExactlyInAnyOrder(
            "delete: s3://files/tree/a.txt", "delete: s3://files/tree/sub/b +%.txt");
    assertThat(aws("s3", "rb", "--force", "s3://files").lines())
        .containsExactly("delete: s3://files/big", "remove_bucket: files");
    try (Stream<Path> downloads = Files.list(folder.resolve("back"))) {
      assertThat(downloads).hasSize(2);
    }
  }

  @Test
  void copiesAFileInParts() throws Exception {
    server.createBucket("photos");
    byte[] content = new byte[20 << 20];
    new Random(7).nextBytes(content);
    Files.write(folder.resolve("big"), content);

    aws("s3", "cp", "big", "s3://photos/big");
    aws("s3", "cp", "s3://photos/big", "down");
    assertThat(folder.resolve("down")).hasBinaryContent(content);
    assertThat(s3api("head-object", "--key=big", "--part-number=3", "--query=PartsCount"))
        .isEqualTo("3");
    aws("s3", "cp", "s3://photos/big", "s3://photos/copy");
    aws("s3", "cp", "s3://photos/copy", "copied");
    assertThat(folder.resolve("copied")).hasBinaryContent(content);
    assertThat(s3api("list-multipart-uploads", "--query=Uploads")).isEqualTo("None");
  }

  @Test
  void removesVersionsWithACodeOfADevice() throws Exception {
    server.addUser(
        User.named("root")
            .accountId(server.defaultUser().accountId())
            .mfaDevices(MfaDevice.withCodes("20899872", "301749")));
    server.createBucket("photos");
    String mfa = "--mfa=20899872 301749";
    s3api(
        "put-bucket-versioning",
        "--versioning-configuration=Status=Enabled,MFADelete=Enabled",
        mfa);
    assertThat(s3api("get-bucket-versioning", "--query=[Status,MFADelete]"))
        .isEqualTo("Enabled\tEnabled");
    String version = s3api("put-object", "--key=cat.txt", "--query=VersionId");

    AwsTool.Ending refused =
        run("s3api", "delete-object", "--bucket=photos", "--key=cat.txt", "--version-id", version);
    assertThat(refused.exitCode()).isNotZero();
    assertThat(refused.err()).contains("(AccessDenied)", "Mfa Authentication must be used");
    s3api("delete-object", "--key=cat.txt", "--version-id", version, mfa);
    assertThat(s3api("list-object-versions", "--query=Versions")).isEqualTo("None");
  }

  /** Runs a command about the bucket {@code photos}, whose answer is text unless it says so. */
  private String s3api(String operation, String... options) throws Exception {
    Stream<String> fixed = Stream.of("s3api", operation, "--bucket=photos", "--output=text");
    return aws(Stream.concat(fixed, Stream.of(options)).toArray(String[]::new));
  }

  private String aws(String... args) throws IOException, InterruptedException {
    return run(args).successfully();
  }

  private AwsTool.Ending run(String... args) throws IOException, InterruptedException {
    String[] command = Stream.concat(Stream.of("aws"), Stream.of(args)).toArray(String[]::new);
    return new AwsTool(server, folder).run(LIMIT, command);
  }
}
