package dev.s3emulator;

import dev.s3emulator.internal.auth.mfa.TokenDevice;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.protocol.Caller;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Somebody with an access key: {@code User.named("alt")}, {@code
 * User.named("ci").accountId("111122223333").iamUser()}.
 *
 * <p>What is not given is derived from the name, the same each time: a key, an account of the
 * user's own and its canonical id. A user is the root of its account unless {@link #iamUser} says
 * otherwise. Users with the same account id share buckets and the canonical id.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param name the name, by which a server tells its users apart
 * @param accessKey what the user signs requests with
 * @param accountId the account, 12 digits
 * @param canonicalId the id by which listings and ACLs name the account, 64 hex digits
 * @param displayName the name of the account in the answers that still show one
 * @param email the address by which ACLs may name the account
 * @param isRoot whether this is the root of the account, and not one of its IAM users
 * @param mfaDevices the devices whose codes count as the user's second factor
 * @param policies what an IAM user may do, as policy documents of IAM; a root needs none
 */
public record User(
    String name,
    AccessKey accessKey,
    String accountId,
    String canonicalId,
    String displayName,
    String email,
    boolean isRoot,
    List<MfaDevice> mfaDevices,
    List<String> policies) {

  /** What IAM allows in the name of a user. */
  private static final Pattern NAME = Pattern.compile("[\\w+=,.@-]{1,64}");

  private static final Pattern ACCOUNT_ID = Pattern.compile("[0-9]{12}");
  private static final Pattern CANONICAL_ID = Pattern.compile("[0-9a-f]{64}");
  private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  /** What IAM users have that are given nothing else: the policy AdministratorAccess of AWS. */
  private static final List<String> ADMINISTRATOR =
      List.of(
          "{\"Version\":\"2012-10-17\",\"Statement\":"
              + "[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}");

  /** Who owns everything as long as no other user is given. */
  static final User DEFAULT =
      new User(
          Owner.DEFAULT.displayName(),
          AccessKey.DEFAULT,
          Owner.DEFAULT.accountId(),
          Owner.DEFAULT.canonicalId(),
          Owner.DEFAULT.displayName(),
          Owner.DEFAULT.displayName() + "@example.com",
          true,
          List.of(),
          ADMINISTRATOR);

  /**
   * Checks each part.
   *
   * @throws IllegalArgumentException if the name is not one that IAM allows, the account id not 12
   *     digits, the canonical id not 64 lower-case hex digits, the display name blank, the key
   *     temporary, the address without an {@code @}, or a device given twice
   */
  public User {
    mfaDevices = List.copyOf(mfaDevices);
    policies = List.copyOf(policies);
    require(NAME.matcher(name).matches(), "The user name \"" + name + "\" is not a name of IAM.");
    String user = " of the user \"" + name + "\" ";
    require(
        accessKey.sessionToken().isEmpty(),
        "The access key" + user + "is temporary; users have permanent ones.");
    require(
        ACCOUNT_ID.matcher(accountId).matches(),
        "The account id \"" + accountId + "\"" + user + "is not 12 digits.");
    require(
        CANONICAL_ID.matcher(canonicalId).matches(),
        "The canonical id \"" + canonicalId + "\"" + user + "is not 64 hex digits in lower case.");
    require(!displayName.isBlank(), "The display name" + user + "is blank.");
    require(
        email.indexOf('@') > 0 && email.chars().noneMatch(c -> c <= ' '),
        "The email address \"" + email + "\"" + user + "is not one.");
    Set<String> serialNumbers = new HashSet<>();
    for (MfaDevice device : mfaDevices) {
      require(
          serialNumbers.add(device.serialNumber()),
          "The MFA device \"" + device.serialNumber() + "\"" + user + "is given twice.");
    }
  }

  /**
   * Returns the root of an account of its own, with everything derived from the name.
   *
   * @throws IllegalArgumentException if the name is empty, longer than 64 characters, or holds
   *     others than letters, digits and {@code _+=,.@-}
   */
  public static User named(String name) {
    byte[] hash = sha256("user:" + name);
    StringBuilder id = new StringBuilder("AKIA");
    for (int i = 0; i < 16; i++) {
      id.append(BASE_32.charAt(hash[i] & 31));
    }
    String secret = Base64.getEncoder().encodeToString(sha256("secret:" + name)).substring(0, 40);
    long number = 0;
    for (int i = 16; i < 24; i++) {
      number = (number << 8) | (hash[i] & 0xff);
    }
    // The first digit is never 0, which some tools lose.
    String accountId =
        Long.toString(100_000_000_000L + Long.remainderUnsigned(number, 900_000_000_000L));
    String email = name.replace("@", ".") + "@example.com";
    return new User(
        name,
        new AccessKey(id.toString(), secret),
        accountId,
        canonicalIdOf(accountId),
        name,
        email,
        true,
        List.of(),
        ADMINISTRATOR);
  }

  /** Returns the user with another key. */
  public User accessKey(String accessKeyId, String secretAccessKey) {
    return accessKey(new AccessKey(accessKeyId, secretAccessKey));
  }

  /** Returns the user with another key. */
  public User accessKey(AccessKey key) {
    return new User(
        name, key, accountId, canonicalId, displayName, email, isRoot, mfaDevices, policies);
  }

  /** Returns the user in another account. A canonical id that was derived follows the account. */
  public User accountId(String id) {
    boolean derived = canonicalId.equals(canonicalIdOf(accountId));
    String canonical = derived ? canonicalIdOf(id) : canonicalId;
    return new User(
        name, accessKey, id, canonical, displayName, email, isRoot, mfaDevices, policies);
  }

  /** Returns the user with another canonical id of its account. */
  public User canonicalId(String id) {
    return new User(
        name, accessKey, accountId, id, displayName, email, isRoot, mfaDevices, policies);
  }

  /** Returns the user with another display name. */
  public User displayName(String text) {
    return new User(
        name, accessKey, accountId, canonicalId, text, email, isRoot, mfaDevices, policies);
  }

  /** Returns the user with another email address. */
  public User email(String address) {
    return new User(
        name,
        accessKey,
        accountId,
        canonicalId,
        displayName,
        address,
        isRoot,
        mfaDevices,
        policies);
  }

  /** Returns the user as an IAM user of its account instead of as its root. */
  public User iamUser() {
    return new User(
        name, accessKey, accountId, canonicalId, displayName, email, false, mfaDevices, policies);
  }

  /** Returns the user with these devices in the place of those it has. */
  public User mfaDevices(MfaDevice... devices) {
    return new User(
        name,
        accessKey,
        accountId,
        canonicalId,
        displayName,
        email,
        isRoot,
        List.of(devices),
        policies);
  }

  /**
   * Returns the user with these policies in the place of those it has. A new IAM user has the one
   * that allows everything. They mean nothing for the root of an account, which may do everything
   * that its account may do, and they are read when the user is added to a server. Temporary
   * credentials of the user have them, too.
   *
   * @param documents policies of IAM as JSON: statements without a principal
   * @see #withoutPolicies
   */
  public User policies(String... documents) {
    return new User(
        name,
        accessKey,
        accountId,
        canonicalId,
        displayName,
        email,
        isRoot,
        mfaDevices,
        List.of(documents));
  }

  /**
   * Returns the user without any policy: an IAM user that may do nothing but what the policies and
   * ACLs of buckets allow it.
   */
  public User withoutPolicies() {
    return policies(new String[0]);
  }

  /**
   * Returns the name by which policies call the user: {@code arn:aws:iam::111122223333:root}, or
   * {@code arn:aws:iam::111122223333:user/ci} for an IAM user.
   */
  public String arn() {
    return caller().arn();
  }

  /** Returns the user without the secret of the key. */
  @Override
  public String toString() {
    return "User[" + name + ", " + accessKey.accessKeyId() + ", " + arn() + "]";
  }

  /** Returns the account. */
  Owner account() {
    return new Owner(accountId, canonicalId, displayName);
  }

  /** Returns the devices as the server needs them. */
  List<TokenDevice> tokenDevices() {
    return mfaDevices.stream().map(MfaDevice::device).toList();
  }

  /** Returns the user as the one who makes a request. */
  Caller caller() {
    return isRoot ? Caller.root(account()) : Caller.user(account(), name);
  }

  private static String canonicalIdOf(String accountId) {
    return accountId.equals(Owner.DEFAULT.accountId())
        ? Owner.DEFAULT.canonicalId()
        : HexFormat.of().formatHex(sha256("account:" + accountId));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
