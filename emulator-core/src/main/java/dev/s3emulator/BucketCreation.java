package dev.s3emulator;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.BucketAcl;
import dev.s3emulator.internal.domain.BucketNames;
import dev.s3emulator.internal.domain.BucketSettings;
import dev.s3emulator.internal.domain.BucketSettings.MfaDelete;
import dev.s3emulator.internal.domain.DefaultRetention;
import dev.s3emulator.internal.domain.DefaultRetention.Unit;
import dev.s3emulator.internal.domain.Ownership;
import dev.s3emulator.internal.domain.OwnershipControls;
import dev.s3emulator.internal.domain.PublicAccessBlock;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.S3State;
import dev.s3emulator.internal.domain.Tag;
import dev.s3emulator.internal.domain.TagRules;
import dev.s3emulator.internal.domain.VersioningState;
import dev.s3emulator.internal.domain.attribute.AccessControlList;
import dev.s3emulator.internal.domain.attribute.CannedAcl;
import dev.s3emulator.internal.domain.attribute.Retention.Mode;
import dev.s3emulator.internal.engine.S3Engine;
import java.time.Period;
import java.util.List;
import java.util.regex.Pattern;

/** Makes buckets of {@link BucketOptions} by S3's rules, and refuses in the words of a Java API. */
final class BucketCreation {

  /** Not a list: AWS opens regions, and a test may name one of its own. */
  private static final Pattern REGION = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

  private BucketCreation() {}

  /** Returns {@code region}, or throws an IllegalArgumentException that names it. */
  static String requireRegion(String region) {
    if (!REGION.matcher(region).matches()) {
      throw new IllegalArgumentException(
          "The region \"" + region + "\" is not a name such as \"eu-west-1\".");
    }
    return region;
  }

  /** Returns the default retention, or throws an IllegalArgumentException that names the period. */
  static DefaultRetention retention(RetentionMode mode, Period period) {
    boolean inYears = period.getYears() != 0;
    if (period.getMonths() != 0 || (inYears && period.getDays() != 0)) {
      throw new IllegalArgumentException(
          "The retention period " + period + " is neither a number of days nor one of years.");
    }
    try {
      return DefaultRetention.of(
          Mode.valueOf(mode.name()),
          inYears ? Unit.YEARS : Unit.DAYS,
          inYears ? period.getYears() : period.getDays());
    } catch (S3Exception refused) {
      throw new IllegalArgumentException(
          "The retention period " + period + " is none of S3: " + refused.getMessage(), refused);
    }
  }

  /** Creates the bucket in the engine's state. */
  static void create(S3Engine engine, BucketOptions options) {
    Bucket bucket = Bucket.empty(settings(engine, options));
    engine.change(state -> add(state, bucket));
  }

  private static S3State add(S3State state, Bucket bucket) {
    if (state.bucket(bucket.name()).isPresent()) {
      throw new IllegalStateException("The bucket \"" + bucket.name() + "\" exists already.");
    }
    return state.with(bucket);
  }

  private static BucketSettings settings(S3Engine engine, BucketOptions options) {
    String name = options.name();
    if (BucketNames.isDirectoryBucket(name)) {
      throw new IllegalArgumentException(
          "The bucket \"" + name + "\" would be a directory bucket, which is not emulated yet.");
    }
    List<Tag> tags =
        options.tags().entrySet().stream()
            .map(tag -> new Tag(tag.getKey(), tag.getValue()))
            .toList();
    try {
      BucketSettings settings =
          BucketSettings.ofNew(
                  BucketNames.requireValid(name),
                  engine.owner(),
                  options.region().orElse(engine.region().name()),
                  engine.now())
              .withObjectLock(options.hasObjectLock())
              .withVersioning(state(options.versioning()))
              .withMfaDelete(options.hasMfaDelete() ? MfaDelete.ENABLED : MfaDelete.NEVER_SET)
              .withTags(TagRules.NEW_BUCKET.requireValid(tags));
      return withAccess(options.retention().map(settings::with).orElse(settings), options);
    } catch (S3Exception refused) {
      throw new IllegalArgumentException(
          "The bucket \"" + name + "\" cannot be created: " + refused.getMessage(), refused);
    }
  }

  private static BucketSettings withAccess(BucketSettings created, BucketOptions options) {
    BucketSettings settings = created.with(new OwnershipControls(rule(options.objectOwnership())));
    if (options.allowsPublicAccess()) {
      settings = settings.without(PublicAccessBlock.class);
    }
    String owner = settings.owner().canonicalId();
    AccessControlList acl =
        CannedAcl.ofBucket(options.cannedAcl())
            .orElseThrow(() -> refused(options, "S3 has no ACL of this name for buckets."))
            .list(owner, owner);
    if (!acl.grantsToOthersThan(owner)) {
      return settings;
    }
    if (Ownership.of(settings).disablesAcls()) {
      throw refused(options, "its objectOwnership does not allow ACLs.");
    }
    if (acl.isPublic() && !options.allowsPublicAccess()) {
      throw refused(options, "it must allowPublicAccess for this ACL.");
    }
    return settings.with(new BucketAcl(acl));
  }

  private static IllegalArgumentException refused(BucketOptions options, String why) {
    return new IllegalArgumentException(
        "The bucket \""
            + options.name()
            + "\" cannot be created with the ACL "
            + options.cannedAcl()
            + ": "
            + why);
  }

  private static OwnershipControls.ObjectOwnership rule(ObjectOwnership ownership) {
    return switch (ownership) {
      case BUCKET_OWNER_ENFORCED -> OwnershipControls.ObjectOwnership.BUCKET_OWNER_ENFORCED;
      case BUCKET_OWNER_PREFERRED -> OwnershipControls.ObjectOwnership.BUCKET_OWNER_PREFERRED;
      case OBJECT_WRITER -> OwnershipControls.ObjectOwnership.OBJECT_WRITER;
    };
  }

  private static VersioningState state(Versioning versioning) {
    return switch (versioning) {
      case UNVERSIONED -> VersioningState.UNVERSIONED;
      case ENABLED -> VersioningState.ENABLED;
      case SUSPENDED -> VersioningState.SUSPENDED;
    };
  }
}
