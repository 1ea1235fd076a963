package dev.s3emulator.internal.auth.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.configuration.BucketPolicy;
import dev.s3emulator.internal.domain.policy.Policy;
import dev.s3emulator.internal.domain.policy.PolicyVersion;
import dev.s3emulator.internal.domain.policy.Statement;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads policies, and refuses what AWS refuses. */
public final class PolicyReader {

  /**
   * The largest policy of a bucket (protocol-notes 25), in bytes and without the white space
   * between its parts, which S3 does not count as users report.
   */
  public static final int MAX_BYTES = 20 * 1024;

  private static final List<String> ELEMENTS = List.of("Version", "Id", "Statement");

  private PolicyReader() {}

  /**
   * Reads the policy of a bucket.
   *
   * @param bucketArn the bucket, which all its resources must lie in
   * @throws S3Exception MalformedPolicy
   */
  public static BucketPolicy bucketPolicy(String text, String bucketArn) {
    try {
      if (!text.startsWith("{")) {
        throw new PolicySyntaxException(S3Error.MALFORMED_POLICY.message());
      }
      JsonObject document = JsonTexts.parse(text);
      if (document.toString().getBytes(UTF_8).length > MAX_BYTES) {
        throw new PolicySyntaxException(Refusals.TOO_LARGE);
      }
      return new BucketPolicy(text, read(document, Dialect.ofBucket(bucketArn)));
    } catch (PolicySyntaxException malformed) {
      S3Exception answer = S3Exception.of(S3Error.MALFORMED_POLICY, malformed.message());
      malformed.detail().ifPresent(detail -> answer.with("Detail", detail));
      throw answer;
    }
  }

  /**
   * Reads a policy of a user, whose statements have no principal and any resources.
   *
   * @throws IllegalArgumentException if it is none, with a sentence that says why
   */
  public static Policy userPolicy(String text) {
    try {
      return read(JsonTexts.parse(text), Dialect.OF_USER);
    } catch (PolicySyntaxException malformed) {
      String message = malformed.message();
      throw new IllegalArgumentException(
          "AWS would refuse this policy of a user: "
              + message
              + (message.endsWith(".") || message.endsWith("!") ? "" : "."),
          malformed);
    }
  }

  private static Policy read(JsonObject document, Dialect dialect) {
    JsonTexts.requireOnly(document, ELEMENTS);
    PolicyVersion version =
        JsonTexts.optional(document, "Version")
            .map(
                date ->
                    PolicyVersion.of(date)
                        .orElseThrow(() -> new PolicySyntaxException(Refusals.INVALID_VERSION)))
            .orElse(PolicyVersion.V2008);
    return new Policy(
        version, JsonTexts.optional(document, "Id"), statements(document, version, dialect));
  }

  private static List<Statement> statements(
      JsonObject document, PolicyVersion version, Dialect dialect) {
    @Nullable JsonValue listed = document.get("Statement");
    if (listed == null) {
      throw new PolicySyntaxException(Refusals.MISSING + "Statement");
    }
    StatementReader reader = new StatementReader(version, dialect);
    List<Statement> statements = new ArrayList<>();
    Set<String> sids = new HashSet<>();
    for (JsonValue each : JsonTexts.list(listed)) {
      Statement statement = reader.read(JsonTexts.object(each), statements.size() + 1);
      // Empty ones are none.
      Optional<String> sid = statement.sid().filter(text -> !text.isEmpty());
      if (sid.isPresent() && !sids.add(sid.get())) {
        throw new PolicySyntaxException(Refusals.SAME_SID);
      }
      statements.add(statement);
    }
    if (statements.isEmpty()) {
      throw new PolicySyntaxException(Refusals.EMPTY_STATEMENT);
    }
    return statements;
  }
}
