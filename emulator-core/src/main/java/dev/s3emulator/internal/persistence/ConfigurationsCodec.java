package dev.s3emulator.internal.persistence;

import dev.s3emulator.internal.domain.BucketConfiguration;
import dev.s3emulator.internal.domain.BucketConfigurations;
import jakarta.json.JsonValue;
import java.util.Comparator;
import java.util.Map;

/**
 * The configurations of a bucket by the names of their classes, as seen from the package of the
 * domain: so a new kind changes no code here.
 */
final class ConfigurationsCodec implements Codec<BucketConfigurations> {

  private static final String DOMAIN = BucketConfiguration.class.getPackageName() + ".";

  private final Codecs codecs;

  ConfigurationsCodec(Codecs codecs) {
    this.codecs = codecs;
  }

  @Override
  public void write(BucketConfigurations all, JsonText out) {
    out.beginObject();
    all.byKind().values().stream()
        .sorted(Comparator.comparing(ConfigurationsCodec::nameOf))
        .forEach(one -> codecs.ofAnything(one.getClass()).write(one, out.name(nameOf(one))));
    out.endObject();
  }

  private static String nameOf(BucketConfiguration configuration) {
    return configuration.getClass().getName().substring(DOMAIN.length());
  }

  @Override
  public BucketConfigurations read(JsonValue json) {
    BucketConfigurations all = BucketConfigurations.NONE;
    for (Map.Entry<String, JsonValue> one : json.asJsonObject().entrySet()) {
      all = all.with(codecs.of(kind(one.getKey())).read(one.getValue()));
    }
    return all;
  }

  private static Class<? extends BucketConfiguration> kind(String name) {
    try {
      return Class.forName(DOMAIN + name, false, BucketConfiguration.class.getClassLoader())
          .asSubclass(BucketConfiguration.class);
    } catch (ClassNotFoundException unknown) {
      throw new IllegalArgumentException("\"" + name + "\" is no configuration", unknown);
    }
  }

  @Override
  public boolean isLeftOut(BucketConfigurations all) {
    return all.byKind().isEmpty();
  }

  @Override
  public BucketConfigurations leftOut() {
    return BucketConfigurations.NONE;
  }
}
