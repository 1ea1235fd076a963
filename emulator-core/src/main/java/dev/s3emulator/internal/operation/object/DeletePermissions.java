package dev.s3emulator.internal.operation.object;

import dev.s3emulator.internal.protocol.NeededAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The IAM actions that a delete of one key needs, alone or in a batch (delete-semantics 10). */
final class DeletePermissions {

  private static final List<NeededAction> PLAIN = List.of(NeededAction.of("s3:DeleteObject"));

  private DeletePermissions() {}

  /**
   * Returns the actions, of which those on objects stand for those on versions too.
   *
   * @param bypassesGovernance whether the delete is to get past a retention
   * @param ifMatch the condition: to compare an entity tag tells the content, {@code *} does not
   */
  static List<NeededAction> of(boolean bypassesGovernance, Optional<String> ifMatch) {
    boolean reads = ifMatch.filter(condition -> !condition.strip().equals("*")).isPresent();
    if (!bypassesGovernance && !reads) {
      return PLAIN;
    }
    List<NeededAction> actions = new ArrayList<>(PLAIN);
    if (bypassesGovernance) {
      actions.add(NeededAction.of("s3:BypassGovernanceRetention"));
    }
    if (reads) {
      actions.add(NeededAction.of("s3:GetObject"));
    }
    return List.copyOf(actions);
  }
}
