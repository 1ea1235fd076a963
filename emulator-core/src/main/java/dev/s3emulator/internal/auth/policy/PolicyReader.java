package dev.s3emulator.internal.auth.policy;

import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.configuration.BucketPolicy;
import dev.s3emulator.internal.domain.policy.Policy;
import dev.s3emulator.internal.domain.policy.PolicyVersion;
import dev.s3emulator.internal.domain.policy.Statement;
import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads policies, and refuses what AWS refuses. */
public final class PolicyReader {

  /** The largest policy of a bucket, in bytes (protocol-notes 25). */
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
      return new BucketPolicy(text, read(text, Dialect.ofBucket(bucketArn)));
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
      return read(text, Dialect.OF_USER);
    } catch (PolicySyntaxException malformed) {
      throw new IllegalArgumentException(
          "This is no policy of a user: "
              + malformed.message()
              + malformed.detail().map(detail -> " (" + detail + ")").orElse("")
              + ".",
          malformed);
    }
  }

  private static Policy read(String text, Dialect dialect) {
    JsonObject document = parse(text);
    for (String name : document.keySet()) {
      if (!ELEMENTS.contains(name)) {
        throw new PolicySyntaxException(Refusals.UNKNOWN_FIELD + name);
      }
    }
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

  private static JsonObject parse(String text) {
    try (JsonReader reader = StrictJson.FACTORY.createReader(new StringReader(text))) {
      return reader.readObject();
    } catch (RuntimeException notJson) {
      // Not only a JsonException: the parser says in another way that a document is nested too
      // deep.
      throw new PolicySyntaxException(Refusals.INVALID_JSON);
    }
  }

  private static List<Statement> statements(
      JsonObject document, PolicyVersion version, Dialect dialect) {
    @Nullable JsonValue listed = document.get("Statement");
    if (listed == null) {
      throw new PolicySyntaxException(Refusals.NO_STATEMENT);
    }
    StatementReader reader = new StatementReader(version, dialect);
    List<Statement> statements = new ArrayList<>();
    for (JsonValue each : JsonTexts.list(listed)) {
      if (!(each instanceof JsonObject object)) {
        throw new PolicySyntaxException(Refusals.SYNTAX);
      }
      statements.add(reader.read(object, statements.size() + 1));
    }
    if (statements.isEmpty()) {
      throw new PolicySyntaxException(Refusals.EMPTY_STATEMENT);
    }
    requireDistinctSids(statements);
    return statements;
  }

  private static void requireDistinctSids(List<Statement> statements) {
    List<String> sids = statements.stream().map(Statement::sid).flatMap(Optional::stream).toList();
    if (sids.stream().distinct().count() < sids.size()) {
      throw new PolicySyntaxException(Refusals.SAME_SID);
    }
  }

  /** Of two fields with one name a reader would drop the first and say nothing. */
  private static final class StrictJson {
    static final JsonReaderFactory FACTORY =
        Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));
  }
}
