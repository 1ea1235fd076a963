package dev.s3emulator.internal.domain.attribute;

import java.util.Optional;
import java.util.stream.Stream;

/** Who gets a permission. */
public sealed interface Grantee {

  /** Whoever owns the bucket or the object, which spares the most common list a copy of the id. */
  Grantee OWNER = new ResourceOwner();

  /** Returns whether this is everybody, with or without credentials. */
  boolean isPublic();

  /** Returns whether this is the owner who has this canonical id. */
  boolean isOwner(String ownerId);

  /** Returns who it is, to follow the word "to". */
  String describe();

  /** The owner of the bucket or the object that has the list. */
  record ResourceOwner() implements Grantee {

    @Override
    public boolean isOwner(String ownerId) {
      return true;
    }

    @Override
    public boolean isPublic() {
      return false;
    }

    @Override
    public String describe() {
      return "the owner";
    }
  }

  /**
   * An account.
   *
   * @param canonicalId 64 hex digits
   */
  record Account(String canonicalId) implements Grantee {

    @Override
    public boolean isOwner(String ownerId) {
      return canonicalId.equals(ownerId);
    }

    @Override
    public boolean isPublic() {
      return false;
    }

    @Override
    public String describe() {
      return "the account with the canonical id " + canonicalId;
    }
  }

  /**
   * A predefined group.
   *
   * @param uri such as {@code http://acs.amazonaws.com/groups/global/AllUsers}
   */
  record Group(String uri) implements Grantee {

    /** Everybody, also without credentials. */
    public static final Group ALL_USERS =
        new Group("http://acs.amazonaws.com/groups/global/AllUsers");

    /** Everybody with credentials of any account. */
    public static final Group AUTHENTICATED_USERS =
        new Group("http://acs.amazonaws.com/groups/global/AuthenticatedUsers");

    /** The service that delivers access logs. */
    public static final Group LOG_DELIVERY =
        new Group("http://acs.amazonaws.com/groups/s3/LogDelivery");

    /** Returns the group with this URI. */
    public static Optional<Group> of(String uri) {
      return Stream.of(ALL_USERS, AUTHENTICATED_USERS, LOG_DELIVERY)
          .filter(group -> group.uri.equals(uri))
          .findFirst();
    }

    @Override
    public boolean isOwner(String ownerId) {
      return false;
    }

    @Override
    public boolean isPublic() {
      return !equals(LOG_DELIVERY);
    }

    @Override
    public String describe() {
      return "the group " + uri.substring(uri.lastIndexOf('/') + 1);
    }
  }
}
