package dev.s3emulator.internal.persistence;

import dev.s3emulator.internal.domain.BucketSettings;
import dev.s3emulator.internal.domain.Region;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** The settings of a bucket: a record, one of whose values must know which bucket it is of. */
final class SettingsCodec implements Codec<BucketSettings> {

  private final Codec<BucketSettings> record;
  private final PolicyCodec policies;

  SettingsCodec(Codec<BucketSettings> record, PolicyCodec policies) {
    this.record = record;
    this.policies = policies;
  }

  @Override
  public void write(BucketSettings settings, JsonText out) {
    record.write(settings, out);
  }

  @Override
  public BucketSettings read(JsonValue json) {
    JsonObject object = json.asJsonObject();
    policies.beginBucket(
        new Region(object.getString("region")).bucketArn(object.getString("name")));
    return record.read(json);
  }
}
