package dev.s3emulator.internal.domain.policy;

import java.util.Optional;

/** A version of the policy language. */
public enum PolicyVersion {
  /** The first one, and the one of policies that name none: it knows no variables. */
  V2008("2008-10-17", false),
  /** The present one. */
  V2012("2012-10-17", true);

  private final String date;
  private final boolean variables;

  PolicyVersion(String date, boolean variables) {
    this.date = date;
    this.variables = variables;
  }

  /** Returns the version that a policy names. */
  public static Optional<PolicyVersion> of(String date) {
    for (PolicyVersion each : values()) {
      if (each.date.equals(date)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /** Returns whether <code>${aws:username}</code> stands for something else than itself. */
  public boolean hasVariables() {
    return variables;
  }
}
