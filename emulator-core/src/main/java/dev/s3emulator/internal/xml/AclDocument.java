package dev.s3emulator.internal.xml;

import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.attribute.AccessControlList;
import dev.s3emulator.internal.domain.attribute.AccessControlList.Grant;
import dev.s3emulator.internal.domain.attribute.AccessControlList.Permission;
import dev.s3emulator.internal.domain.attribute.Grantee;
import dev.s3emulator.internal.protocol.AccessCheck;
import dev.s3emulator.internal.protocol.GranteeNames;
import java.util.Arrays;
import java.util.List;

/**
 * The {@code <AccessControlPolicy>} document.
 *
 * @param ownerId the canonical id that it gives as the owner's
 * @param list the grants
 */
public record AclDocument(String ownerId, AccessControlList list) {

  /** The largest document that S3 reads, in bytes. */
  public static final int MAX_BYTES = 200 * 1024;

  private static final String OWNER = "Owner";
  private static final String GRANTS = "AccessControlList";
  private static final String GRANT = "Grant";
  private static final String GRANTEE = "Grantee";
  private static final String PERMISSION = "Permission";
  private static final String ACCOUNT = "CanonicalUser";
  private static final String GROUP = "Group";
  private static final String ACCOUNT_BY_EMAIL = "AmazonCustomerByEmail";
  private static final String DISPLAY_NAME = "DisplayName";

  /**
   * Reads a document.
   *
   * @param accounts knows the accounts
   * @throws S3Exception MalformedACLError for what violates the schema, InvalidArgument or
   *     UnresolvableGrantByEmailAddress for grantees that there are not
   */
  public static AclDocument read(byte[] bytes, AccessCheck accounts) {
    try {
      return read(XmlReader.read(bytes).requireName("AccessControlPolicy"), accounts);
    } catch (S3Exception refused) {
      // The reading methods know one error for all schemas; ACLs have one of their own.
      throw refused.error() == S3Error.MALFORMED_XML
          ? S3Exception.of(S3Error.MALFORMED_ACL)
          : refused;
    }
  }

  private static AclDocument read(XmlElement policy, AccessCheck accounts) {
    policy.requireOnly(OWNER, GRANTS);
    String ownerId =
        policy
            .optional(OWNER)
            .map(owner -> owner.requireOnly("ID", DISPLAY_NAME).requiredText("ID"))
            .filter(GranteeNames::isCanonicalId)
            .orElseThrow(S3Exception::malformedXml);
    XmlElement list = policy.optional(GRANTS).orElseThrow(S3Exception::malformedXml);
    List<XmlElement> grants = list.requireOnly(GRANT).all(GRANT);
    if (grants.size() > AccessControlList.MAX_GRANTS) {
      throw S3Exception.of(S3Error.MALFORMED_ACL).because(AccessControlList.TOO_MANY_GRANTS);
    }
    return new AclDocument(
        ownerId,
        new AccessControlList(grants.stream().map(grant -> grant(grant, accounts)).toList()));
  }

  /**
   * Reads one grant.
   *
   * @throws S3Exception MalformedXML for what violates the schema, InvalidArgument or
   *     UnresolvableGrantByEmailAddress for a grantee that there is not
   */
  static Grant grant(XmlElement grant, AccessCheck accounts) {
    grant.requireOnly(GRANTEE, PERMISSION);
    String permission = grant.requiredText(PERMISSION);
    return new Grant(
        grantee(grant.optional(GRANTEE).orElseThrow(S3Exception::malformedXml), accounts),
        Arrays.stream(Permission.values())
            .filter(one -> one.name().equals(permission))
            .findFirst()
            .orElseThrow(S3Exception::malformedXml));
  }

  private static Grantee grantee(XmlElement grantee, AccessCheck accounts) {
    grantee.requireOnly("ID", DISPLAY_NAME, "URI", "EmailAddress");
    return switch (grantee.type()) {
      case ACCOUNT -> GranteeNames.account(grantee.requiredText("ID"), ACCOUNT + "/ID");
      case GROUP -> GranteeNames.group(grantee.requiredText("URI"), GROUP + "/URI");
      case ACCOUNT_BY_EMAIL ->
          GranteeNames.accountByEmail(grantee.requiredText("EmailAddress"), accounts);
      default -> throw S3Exception.malformedXml();
    };
  }

  /**
   * Writes a list as the answer to GET.
   *
   * @param ownerId the canonical id of the owner
   */
  public static byte[] write(String ownerId, AccessControlList list) {
    XmlWriter xml =
        XmlWriter.document("AccessControlPolicy")
            .start(OWNER)
            .element("ID", ownerId)
            .end()
            .start(GRANTS);
    // Two grants can come to say the same when an object passes to the bucket's owner.
    list.grants().stream()
        .map(grant -> new Grant(named(grant.grantee(), ownerId), grant.permission()))
        .distinct()
        .forEach(grant -> write(xml, grant));
    return xml.finish();
  }

  private static Grantee named(Grantee grantee, String ownerId) {
    return grantee.isOwner(ownerId) ? new Grantee.Account(ownerId) : grantee;
  }

  private static void write(XmlWriter xml, Grant grant) {
    xml.start(GRANT);
    if (grant.grantee() instanceof Grantee.Group group) {
      xml.start(GRANTEE, GROUP).element("URI", group.uri());
    } else if (grant.grantee() instanceof Grantee.Account account) {
      xml.start(GRANTEE, ACCOUNT).element("ID", account.canonicalId());
    } else {
      throw new IllegalStateException("The owner has a name by now");
    }
    xml.end().element(PERMISSION, grant.permission().name()).end();
  }
}
