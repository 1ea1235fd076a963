package dev.s3emulator.internal.auth.policy;

import dev.s3emulator.internal.domain.policy.Principals;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads whom a statement is about.
 *
 * <p>S3 refuses users that do not exist. The emulator takes every well-formed name, since its users
 * are those that a test registers, also later.
 */
final class PrincipalReader {

  private static final Pattern ACCOUNT =
      Pattern.compile("([0-9]{12})|arn:aws[a-z-]*:iam::([0-9]{12}):root");

  /** Users, roles and sessions; wildcards stand in none of them. */
  private static final Pattern ARN =
      Pattern.compile(
          "arn:aws[a-z-]*:(?:iam::[0-9]{12}:(?:user|role)"
              + "|sts::[0-9]{12}:(?:assumed-role|federated-user))/[\\x21-\\x7e&&[^*?]]+"
              + "|arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity [A-Z0-9]+");

  private static final Pattern CANONICAL_ID = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern SERVICE =
      Pattern.compile("[a-z0-9.-]+\\.(?:amazonaws|amazon)\\.com(?:\\.cn)?");

  private final Set<String> accounts = new HashSet<>();
  private final Set<String> arns = new HashSet<>();
  private final Set<String> canonicalIds = new HashSet<>();
  private final Set<String> services = new HashSet<>();
  private boolean everybody;

  private PrincipalReader() {}

  static Principals read(JsonValue listed, boolean excluded) {
    PrincipalReader reader = new PrincipalReader();
    if (listed instanceof JsonString text) {
      if (!text.getString().equals("*")) {
        throw invalid(listed.toString());
      }
      reader.everybody = true;
    } else if (listed instanceof JsonObject byType) {
      if (byType.isEmpty()) {
        throw new PolicySyntaxException(Refusals.MISSING + "Principal" + Refusals.CANNOT_BE_EMPTY);
      }
      byType.forEach(reader::add);
    } else {
      throw invalid(listed.toString());
    }
    return new Principals(
        excluded,
        reader.everybody,
        reader.accounts,
        reader.arns,
        reader.canonicalIds,
        reader.services);
  }

  private void add(String type, JsonValue listed) {
    for (String each : JsonTexts.texts(listed)) {
      boolean known =
          switch (type) {
            case "AWS" -> addAws(each);
            case "CanonicalUser" ->
                CANONICAL_ID.matcher(each).matches() && added(canonicalIds, each);
            case "Service" -> SERVICE.matcher(each).matches() && added(services, each);
            case "Federated" -> !each.isEmpty() && added(services, each);
            default -> false;
          };
      if (!known) {
        throw invalid("{\"" + type + "\":\"" + each + "\"}");
      }
    }
  }

  private boolean addAws(String name) {
    if (name.equals("*")) {
      everybody = true;
      return true;
    }
    Matcher account = ACCOUNT.matcher(name);
    if (account.matches()) {
      accounts.add(Optional.ofNullable(account.group(1)).orElseGet(() -> account.group(2)));
      return true;
    }
    return ARN.matcher(name).matches() && added(arns, name);
  }

  /** Twice the same name is no mistake. */
  private static boolean added(Set<String> names, String name) {
    names.add(name);
    return true;
  }

  private static PolicySyntaxException invalid(String detail) {
    return new PolicySyntaxException(Refusals.INVALID_PRINCIPAL, Optional.of(detail));
  }
}
