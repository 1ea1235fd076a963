package dev.s3emulator.internal.operation.access;

import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import dev.s3emulator.journal.RecordedRequest;

/** Documents about access, and buckets in which ACLs count. */
final class Acls {

  static final String ME = Owner.DEFAULT.canonicalId();
  static final String ALT = "a".repeat(64);
  static final String ALL_USERS = "http://acs.amazonaws.com/groups/global/AllUsers";
  static final String LOG_DELIVERY = "http://acs.amazonaws.com/groups/s3/LogDelivery";

  private Acls() {}

  /** Creates a bucket where objects are their writers', and public lists are allowed. */
  static void createOpen(InProcessS3 s3, String bucket) {
    s3.send("PUT", "/" + bucket, Headers.of("x-amz-object-ownership", "ObjectWriter"));
    s3.send("DELETE", "/" + bucket + "?publicAccessBlock");
  }

  static Answer putOwnership(InProcessS3 s3, String bucket, String ownership) {
    return s3.sendDocument(
        "PUT",
        "/" + bucket + "?ownershipControls",
        "<OwnershipControls><Rule><ObjectOwnership>"
            + ownership
            + "</ObjectOwnership></Rule></OwnershipControls>");
  }

  static String policy(String owner, String grants) {
    return "<AccessControlPolicy xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Owner><ID>"
        + owner
        + "</ID></Owner><AccessControlList>"
        + grants
        + "</AccessControlList></AccessControlPolicy>";
  }

  static String account(String id, String permission) {
    return grant("CanonicalUser", "ID", id, permission);
  }

  static String group(String uri, String permission) {
    return grant("Group", "URI", uri, permission);
  }

  static String email(String address, String permission) {
    return grant("AmazonCustomerByEmail", "EmailAddress", address, permission);
  }

  static String grant(String type, String element, String value, String permission) {
    return "<Grant><Grantee xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\""
        + type
        + "\"><"
        + element
        + ">"
        + value
        + "</"
        + element
        + "></Grantee><Permission>"
        + permission
        + "</Permission></Grant>";
  }

  /** Returns the grants to groups that a text such as {@code AllUsers READ; …} names. */
  static String groups(String text) {
    StringBuilder grants = new StringBuilder();
    for (String grant : text.split("; ")) {
      if (!grant.isEmpty()) {
        String[] words = grant.split(" ");
        String uri =
            words[0].equals("LogDelivery")
                ? LOG_DELIVERY
                : "http://acs.amazonaws.com/groups/global/" + words[0];
        grants.append(group(uri, words[1]));
      }
    }
    return grants.toString();
  }

  static String invalidArgument(String message, String name, String value) {
    return "<Error><Code>InvalidArgument</Code><Message>"
        + message
        + "</Message><ArgumentName>"
        + name
        + "</ArgumentName><ArgumentValue>"
        + value
        + "</ArgumentValue></Error>";
  }

  /** Returns why the last refused request was refused. */
  static String reason(InProcessS3 s3) {
    return s3.journal()
        .select()
        .where(request -> request.status() >= 400)
        .last()
        .flatMap(RecordedRequest::reason)
        .orElse("");
  }
}
