package dev.s3emulator.internal.auth.acl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.attribute.AccessControlList;
import dev.s3emulator.internal.domain.attribute.AccessControlList.Grant;
import dev.s3emulator.internal.domain.attribute.AccessControlList.Permission;
import dev.s3emulator.internal.domain.attribute.Grantee;
import dev.s3emulator.internal.protocol.Caller;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AclGrantsTest {

  private static final Owner OWNER = new Owner("111111111111", "1".repeat(64), "owner");
  private static final Owner FRIEND = new Owner("222222222222", "2".repeat(64), "friend");
  private static final Owner STRANGER = new Owner("333333333333", "3".repeat(64), "stranger");

  enum Who {
    OWNER(Caller.root(AclGrantsTest.OWNER)),
    FRIEND(Caller.user(AclGrantsTest.FRIEND, "bob")),
    STRANGER(Caller.root(AclGrantsTest.STRANGER)),
    NOBODY(Caller.ANONYMOUS);

    private final Caller caller;

    Who(Caller caller) {
      this.caller = caller;
    }
  }

  @ParameterizedTest(name = "{1} of {0} to {2}")
  @CsvSource({
    // grantee, granted, who asks, for what, given, given without public groups
    "OWNER, FULL_CONTROL, OWNER, READ, true, true",
    "OWNER, FULL_CONTROL, OWNER, WRITE, true, true",
    "OWNER, FULL_CONTROL, FRIEND, READ, false, false",
    "OWNER, READ, OWNER, READ, true, true",
    "OWNER, READ, OWNER, WRITE, false, false",
    "FRIEND, READ, FRIEND, READ, true, true",
    "FRIEND, READ, FRIEND, READ_ACP, false, false",
    "FRIEND, FULL_CONTROL, FRIEND, WRITE_ACP, true, true",
    "FRIEND, FULL_CONTROL, STRANGER, READ, false, false",
    "FRIEND, FULL_CONTROL, NOBODY, READ, false, false",
    "FRIEND, READ, OWNER, READ, false, false",
    "ALL, READ, NOBODY, READ, true, false",
    "ALL, READ, STRANGER, READ, true, false",
    "ALL, READ, OWNER, READ, true, false",
    "ALL, READ, NOBODY, WRITE, false, false",
    "ALL, FULL_CONTROL, NOBODY, WRITE, true, false",
    "AUTHENTICATED, READ, NOBODY, READ, false, false",
    "AUTHENTICATED, READ, STRANGER, READ, true, false",
    "LOGS, WRITE, STRANGER, WRITE, false, false",
    "LOGS, WRITE, NOBODY, WRITE, false, false"
  })
  void grantIsForItsGranteeAndItsPermission(
      String grantee,
      Permission granted,
      Who who,
      Permission asked,
      boolean given,
      boolean givenWithoutGroups) {
    Grant grant = new Grant(grantee(grantee), granted);
    AccessControlList list = new AccessControlList(List.of(grant));

    Optional<Grant> found = AclGrants.find(list, OWNER, asked, who.caller, false);

    assertThat(found).isEqualTo(given ? Optional.of(grant) : Optional.empty());
    assertThat(AclGrants.find(list, OWNER, asked, who.caller, true).isPresent())
        .isEqualTo(givenWithoutGroups);
  }

  @ParameterizedTest
  @EnumSource(Permission.class)
  void ownerOfAnEmptyListMayReadAndChangeItOnly(Permission permission) {
    AccessControlList empty = new AccessControlList(List.of());

    Optional<Grant> found = AclGrants.find(empty, OWNER, permission, Who.OWNER.caller, true);

    assertThat(found.isPresent())
        .isEqualTo(permission == Permission.READ_ACP || permission == Permission.WRITE_ACP);
    assertThat(AclGrants.find(empty, OWNER, permission, Who.FRIEND.caller, false)).isEmpty();
  }

  @Test
  void nobodyOwnsWhatNobodyMade() {
    Owner nobody = Caller.ANONYMOUS.account();

    assertThat(AclGrants.owns(Caller.ANONYMOUS, nobody)).isTrue();
    assertThat(AclGrants.owns(Who.STRANGER.caller, nobody)).isFalse();
    assertThat(
            AclGrants.find(
                AccessControlList.PRIVATE, nobody, Permission.READ, Caller.ANONYMOUS, true))
        .isPresent();
  }

  @Test
  void grantsAreDescribedForReasons() {
    assertThat(AclGrants.describe(new Grant(Grantee.Group.ALL_USERS, Permission.READ)))
        .isEqualTo("READ to the group AllUsers");
    assertThat(AclGrants.describe(new Grant(Grantee.OWNER, Permission.FULL_CONTROL)))
        .isEqualTo("FULL_CONTROL to the owner");
    assertThat(AclGrants.describe(new Grant(grantee("FRIEND"), Permission.WRITE)))
        .isEqualTo("WRITE to the account with the canonical id " + FRIEND.canonicalId());
  }

  private static Grantee grantee(String name) {
    return switch (name) {
      case "OWNER" -> Grantee.OWNER;
      case "FRIEND" -> new Grantee.Account(FRIEND.canonicalId());
      case "ALL" -> Grantee.Group.ALL_USERS;
      case "AUTHENTICATED" -> Grantee.Group.AUTHENTICATED_USERS;
      case "LOGS" -> Grantee.Group.LOG_DELIVERY;
      default -> throw new IllegalArgumentException(name);
    };
  }
}
