package dev.s3emulator.internal.domain;

import java.util.List;
import java.util.regex.Pattern;

/** Which names a general purpose bucket may have (protocol-notes 14). */
public final class BucketNames {

  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
  private static final Pattern IPV4 = Pattern.compile("[0-9]+\\.[0-9]+\\.[0-9]+\\.[0-9]+");
  private static final String DIRECTORY_BUCKET = "--x-s3";

  private static final List<String> RESERVED_PREFIXES = List.of("xn--", "sthree-", "amzn-s3-demo-");

  /** The last one belongs to account-regional buckets. */
  private static final List<String> RESERVED_SUFFIXES =
      List.of("-s3alias", "--ol-s3", ".mrap", DIRECTORY_BUCKET, "--table-s3", "-an");

  private BucketNames() {}

  /** Returns whether the name is one of a directory bucket: {@code BASE--ZONEID--x-s3}. */
  public static boolean isDirectoryBucket(String name) {
    return name.endsWith(DIRECTORY_BUCKET);
  }

  /**
   * Returns the name if a bucket may be created with it.
   *
   * @throws S3Exception InvalidBucketName if not
   */
  public static String requireValid(String name) {
    if (!isValid(name)) {
      throw S3Exception.of(S3Error.INVALID_BUCKET_NAME).with("BucketName", name);
    }
    return name;
  }

  private static boolean isValid(String name) {
    return FORM.matcher(name).matches()
        && !name.contains("..")
        && !IPV4.matcher(name).matches()
        && RESERVED_PREFIXES.stream().noneMatch(name::startsWith)
        && RESERVED_SUFFIXES.stream().noneMatch(name::endsWith);
  }
}
