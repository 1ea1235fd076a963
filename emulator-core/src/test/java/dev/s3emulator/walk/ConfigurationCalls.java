package dev.s3emulator.walk;

import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.IntelligentTieringAccessTier;
import software.amazon.awssdk.services.s3.model.InventoryFormat;

/** The operations on configurations that a bucket can be without. */
final class ConfigurationCalls {

  static final Map<String, Call> ALL = new TreeMap<>();

  private ConfigurationCalls() {}

  static {
    cors();
    lifecycle();
    tagging();
    website();
    notification();
    replication();
    analytics();
    tiering();
    inventory();
    metrics();
  }

  private static void cors() {
    Call put =
        at ->
            at.s3()
                .putBucketCors(
                    it ->
                        it.bucket(at.bucket())
                            .corsConfiguration(
                                c ->
                                    c.corsRules(
                                        rule -> rule.allowedMethods("GET").allowedOrigins("*"))));
    three(
        "BucketCors",
        put,
        at -> at.s3().getBucketCors(it -> it.bucket(at.bucket())),
        at -> at.s3().deleteBucketCors(it -> it.bucket(at.bucket())));
  }

  private static void lifecycle() {
    Call put =
        at ->
            at.s3()
                .putBucketLifecycleConfiguration(
                    it ->
                        it.bucket(at.bucket())
                            .lifecycleConfiguration(
                                c ->
                                    c.rules(
                                        rule ->
                                            rule.id("old")
                                                .status("Enabled")
                                                .filter(f -> f.prefix("tmp/"))
                                                .expiration(e -> e.days(1)))));
    ALL.put("PutBucketLifecycleConfiguration", put);
    ALL.put(
        "GetBucketLifecycleConfiguration",
        after(put, at -> at.s3().getBucketLifecycleConfiguration(it -> it.bucket(at.bucket()))));
    ALL.put(
        "DeleteBucketLifecycle", at -> at.s3().deleteBucketLifecycle(it -> it.bucket(at.bucket())));
  }

  private static void tagging() {
    three(
        "BucketTagging",
        at ->
            at.s3()
                .putBucketTagging(
                    it ->
                        it.bucket(at.bucket())
                            .tagging(t -> t.tagSet(tag -> tag.key("team").value("blue")))),
        at -> at.s3().getBucketTagging(it -> it.bucket(at.bucket())),
        at -> at.s3().deleteBucketTagging(it -> it.bucket(at.bucket())));
  }

  private static void website() {
    three(
        "BucketWebsite",
        at ->
            at.s3()
                .putBucketWebsite(
                    it ->
                        it.bucket(at.bucket())
                            .websiteConfiguration(
                                w -> w.indexDocument(index -> index.suffix("index.html")))),
        at -> at.s3().getBucketWebsite(it -> it.bucket(at.bucket())),
        at -> at.s3().deleteBucketWebsite(it -> it.bucket(at.bucket())));
  }

  private static void notification() {
    ALL.put(
        "PutBucketNotificationConfiguration",
        at ->
            at.s3()
                .putBucketNotificationConfiguration(
                    it ->
                        it.bucket(at.bucket())
                            .notificationConfiguration(
                                n ->
                                    n.queueConfigurations(
                                        queue ->
                                            queue
                                                .queueArn("arn:aws:sqs:us-east-1:123456789012:q")
                                                .events(Event.S3_OBJECT_CREATED)))));
    ALL.put(
        "GetBucketNotificationConfiguration",
        at -> at.s3().getBucketNotificationConfiguration(it -> it.bucket(at.bucket())));
  }

  private static void replication() {
    three(
        "BucketReplication",
        at -> {
          at.prepare(
              () ->
                  at.s3()
                      .putBucketVersioning(
                          it ->
                              it.bucket(at.bucket())
                                  .versioningConfiguration(
                                      v -> v.status(BucketVersioningStatus.ENABLED))));
          at.s3()
              .putBucketReplication(
                  it ->
                      it.bucket(at.bucket())
                          .replicationConfiguration(
                              r ->
                                  r.role("arn:aws:iam::123456789012:role/r")
                                      .rules(
                                          rule ->
                                              rule.status("Enabled")
                                                  .prefix("")
                                                  .destination(
                                                      d ->
                                                          d.bucket(
                                                              "arn:aws:s3:::" + at.bucket())))));
        },
        at -> at.s3().getBucketReplication(it -> it.bucket(at.bucket())),
        at -> at.s3().deleteBucketReplication(it -> it.bucket(at.bucket())));
  }

  private static void analytics() {
    three(
        "BucketAnalyticsConfiguration",
        at ->
            at.s3()
                .putBucketAnalyticsConfiguration(
                    it ->
                        it.bucket(at.bucket())
                            .id("one")
                            .analyticsConfiguration(
                                c -> c.id("one").storageClassAnalysis(analysis -> {}))),
        at -> at.s3().getBucketAnalyticsConfiguration(it -> it.bucket(at.bucket()).id("one")),
        at -> at.s3().deleteBucketAnalyticsConfiguration(it -> it.bucket(at.bucket()).id("one")));
    ALL.put(
        "ListBucketAnalyticsConfigurations",
        at -> at.s3().listBucketAnalyticsConfigurations(it -> it.bucket(at.bucket())));
  }

  private static void tiering() {
    three(
        "BucketIntelligentTieringConfiguration",
        at ->
            at.s3()
                .putBucketIntelligentTieringConfiguration(
                    it ->
                        it.bucket(at.bucket())
                            .id("one")
                            .intelligentTieringConfiguration(
                                c ->
                                    c.id("one")
                                        .status("Enabled")
                                        .tierings(
                                            tiering ->
                                                tiering
                                                    .days(90)
                                                    .accessTier(
                                                        IntelligentTieringAccessTier
                                                            .ARCHIVE_ACCESS)))),
        at ->
            at.s3()
                .getBucketIntelligentTieringConfiguration(it -> it.bucket(at.bucket()).id("one")),
        at ->
            at.s3()
                .deleteBucketIntelligentTieringConfiguration(
                    it -> it.bucket(at.bucket()).id("one")));
    ALL.put(
        "ListBucketIntelligentTieringConfigurations",
        at -> at.s3().listBucketIntelligentTieringConfigurations(it -> it.bucket(at.bucket())));
  }

  private static void inventory() {
    three(
        "BucketInventoryConfiguration",
        at ->
            at.s3()
                .putBucketInventoryConfiguration(
                    it ->
                        it.bucket(at.bucket())
                            .id("one")
                            .inventoryConfiguration(
                                c ->
                                    c.id("one")
                                        .isEnabled(true)
                                        .includedObjectVersions("All")
                                        .schedule(s -> s.frequency("Daily"))
                                        .destination(
                                            d ->
                                                d.s3BucketDestination(
                                                    b ->
                                                        b.bucket("arn:aws:s3:::" + at.bucket())
                                                            .format(InventoryFormat.CSV))))),
        at -> at.s3().getBucketInventoryConfiguration(it -> it.bucket(at.bucket()).id("one")),
        at -> at.s3().deleteBucketInventoryConfiguration(it -> it.bucket(at.bucket()).id("one")));
    ALL.put(
        "ListBucketInventoryConfigurations",
        at -> at.s3().listBucketInventoryConfigurations(it -> it.bucket(at.bucket())));
  }

  private static void metrics() {
    three(
        "BucketMetricsConfiguration",
        at ->
            at.s3()
                .putBucketMetricsConfiguration(
                    it -> it.bucket(at.bucket()).id("one").metricsConfiguration(c -> c.id("one"))),
        at -> at.s3().getBucketMetricsConfiguration(it -> it.bucket(at.bucket()).id("one")),
        at -> at.s3().deleteBucketMetricsConfiguration(it -> it.bucket(at.bucket()).id("one")));
    ALL.put(
        "ListBucketMetricsConfigurations",
        at -> at.s3().listBucketMetricsConfigurations(it -> it.bucket(at.bucket())));
  }

  private static void three(String what, Call put, Call get, Call delete) {
    ALL.put("Put" + what, put);
    ALL.put("Get" + what, after(put, get));
    ALL.put("Delete" + what, after(put, delete));
  }

  private static Call after(Call put, Call call) {
    return at -> {
      at.prepare(
          () -> {
            try {
              put.make(at);
            } catch (RuntimeException refused) {
              throw refused;
            } catch (Exception impossible) {
              throw new AssertionError(impossible);
            }
          });
      call.make(at);
    };
  }
}
