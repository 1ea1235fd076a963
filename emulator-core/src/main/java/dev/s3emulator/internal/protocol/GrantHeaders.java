package dev.s3emulator.internal.protocol;

import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.attribute.AccessControlList;
import dev.s3emulator.internal.domain.attribute.AccessControlList.Grant;
import dev.s3emulator.internal.domain.attribute.AccessControlList.Permission;
import dev.s3emulator.internal.domain.attribute.Grantee;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the headers {@code x-amz-grant-*}, whose values are lists such as {@code id="…", uri="…"}.
 */
final class GrantHeaders {

  /** The header of each permission; the order of the list that S3 makes of them is not known. */
  private static final List<Permission> ORDER =
      List.of(
          Permission.FULL_CONTROL,
          Permission.READ,
          Permission.WRITE,
          Permission.READ_ACP,
          Permission.WRITE_ACP);

  private static final Pattern GRANTEE = Pattern.compile("(\\w+)\\s*=\\s*(\"?)(.*)\\2");

  private GrantHeaders() {}

  /** Returns the name of the header that grants a permission. */
  static String name(Permission permission) {
    return S3Headers.GRANT_PREFIX + permission.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Returns the list that the headers make.
   *
   * @throws S3Exception InvalidArgument for what names no grantee, UnresolvableGrantByEmailAddress,
   *     MalformedACLError for too many
   */
  static AccessControlList read(Headers headers, AccessCheck accounts) {
    List<Grant> grants = new ArrayList<>();
    for (Permission permission : ORDER) {
      String header = name(permission);
      for (String value : headers.all(header)) {
        for (String item : value.split(",", -1)) {
          grants.add(new Grant(grantee(item, header, value, accounts), permission));
        }
      }
    }
    return requireFew(grants);
  }

  /** Refuses more grants than a list may hold; with which error S3 does so is not known. */
  private static AccessControlList requireFew(List<Grant> grants) {
    if (grants.size() > AccessControlList.MAX_GRANTS) {
      throw S3Exception.of(S3Error.MALFORMED_ACL).because(AccessControlList.TOO_MANY_GRANTS);
    }
    return new AccessControlList(grants);
  }

  private static Grantee grantee(String item, String header, String value, AccessCheck accounts) {
    Matcher grantee = GRANTEE.matcher(item.strip());
    if (!grantee.matches()) {
      throw unrecognized(header, value);
    }
    String name = grantee.group(3);
    return switch (grantee.group(1).toLowerCase(Locale.ROOT)) {
      case "id" -> GranteeNames.account(name, "id");
      case "uri" -> GranteeNames.group(name, "uri");
      case "emailaddress" -> GranteeNames.accountByEmail(name, accounts);
      default -> throw unrecognized(header, value);
    };
  }

  private static S3Exception unrecognized(String header, String value) {
    return S3Exception.invalidArgument("Argument format not recognized", header, value);
  }
}
