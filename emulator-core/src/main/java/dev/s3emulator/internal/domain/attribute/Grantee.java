package dev.s3emulator.internal.domain.attribute;

/** Who gets a permission. */
public sealed interface Grantee {

  /** Whoever owns the bucket or the object, which spares the most common list a copy of the id. */
  Grantee OWNER = new ResourceOwner();

  /** The owner of the bucket or the object that has the list. */
  record ResourceOwner() implements Grantee {}

  /**
   * An account.
   *
   * @param canonicalId 64 hex digits
   * @param displayName what the document shows beside it
   */
  record Account(String canonicalId, String displayName) implements Grantee {}

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
  }
}
