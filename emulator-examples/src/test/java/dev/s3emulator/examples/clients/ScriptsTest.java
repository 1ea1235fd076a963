package dev.s3emulator.examples.clients;

import static dev.s3emulator.model.S3Operation.PUT_OBJECT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.MfaDevice;
import dev.s3emulator.S3EmulatorServer;
import dev.s3emulator.User;
import dev.s3emulator.junit5.InjectS3;
import dev.s3emulator.junit5.S3EmulatorExtension;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs the scripts in {@code src/test/resources/clients} where their programs are installed. What
 * they assert stands in them.
 */
class ScriptsTest {

  /** The default user, and the device that the scripts know. */
  @RegisterExtension
  static final S3EmulatorExtension emulator =
      S3EmulatorExtension.builder()
          .server(
              server ->
                  server.user(
                      User.named("main")
                          .accessKey(
                              "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")
                          .accountId("123456789012")
                          .mfaDevices(MfaDevice.withCodes("20899872", "301749"))))
          .build();

  /** What boto3, the command line and JavaScript have in common. */
  private static final Map<String, String> EXCEPTIONS =
      Map.of(
          // S3 takes no path that leads out of the bucket.
          "leading parent folder", "put: InvalidURI",
          "two dots", "put: InvalidURI",
          // The clients write as they are what XML 1.0 forbids.
          "control character", "batch delete: MalformedXML",
          "first control character", "batch delete: MalformedXML",
          "non-character", "batch delete: MalformedXML");

  @InjectS3 private S3EmulatorServer server;
  @TempDir private Path folder;
  private Program program;

  @BeforeEach
  void makeProgram() {
    program = new Program(server, folder);
  }

  @Nested
  class Boto3 {

    @BeforeEach
    void requireBoto3() throws Exception {
      program.requiring("python3", "-c", "import boto3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete_object.py", "delete_objects.py"})
    void deletes(String script) throws Exception {
      assertThat(program.script("python3", script)).contains("ok: Sample: ");
    }

    @Test
    void sendsEveryKey() throws Exception {
      assertThatKeysWork(program.script("python3", "keys_boto3.py"), EXCEPTIONS);
    }
  }

  @Nested
  class CommandLine {

    @Test
    void deletes() throws Exception {
      program.requiring("bash", "-c", "aws --version");

      assertThat(program.script("bash", "delete-objects.sh")).contains("ok: --checksum-algorithm");
    }

    @Test
    void sendsEveryKey() throws Exception {
      program.requiring("python3", "-c", "import awscli.clidriver");

      assertThatKeysWork(program.script("python3", "keys_awscli.py"), EXCEPTIONS);
    }
  }

  @Nested
  class JavaScript {

    @BeforeEach
    void requireSdk() throws Exception {
      program.requiring("node", "-e", "require('@aws-sdk/client-s3')");
    }

    @Test
    void deletes() throws Exception {
      assertThat(program.script("node", "delete_objects.js")).contains("ok: DeleteObjects: ");
    }

    @Test
    void sendsEveryKey() throws Exception {
      Map<String, String> exceptions = new HashMap<>(EXCEPTIONS);
      // Its reader of XML drops text that is nothing but white space.
      exceptions.put("only white space", "list: [\"\"]");

      assertThatKeysWork(program.script("node", "keys.js"), exceptions);
    }
  }

  /** Also looks at what came to the server, because a client may be wrong consistently. */
  private void assertThatKeysWork(String told, Map<String, String> exceptions) throws Exception {
    assertThat(KeyList.parse(told)).isEqualTo(KeyList.allWorkBut(exceptions));
    Map<String, String> sent = KeyList.keys();
    sent.keySet().removeIf(name -> exceptions.getOrDefault(name, "").startsWith("put"));
    assertThat(server.requests().operation(PUT_OBJECT).list())
        .extracting(request -> request.key().orElse(""))
        .containsAll(sent.values());
  }
}
