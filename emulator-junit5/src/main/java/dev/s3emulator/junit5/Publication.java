package dev.s3emulator.junit5;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Sets the system properties that are to hold an emulator's endpoint and keys, until the emulator
 * is closed. Names that the options do not give come from configuration parameters.
 */
record Publication(EmulatorOptions options, EmulatorHandle handle, ExtensionContext owner) {

  private static final String PARAMETER = "s3emulator.publish.";

  void publish() {
    PropertyNames names = options.properties();
    S3Target target = handle.target();
    publish("endpoint", names.endpoint(), target.endpoint().toString());
    publish("accessKey", names.accessKey(), target.accessKey().accessKeyId());
    publish("secretKey", names.secretKey(), target.accessKey().secretAccessKey());
    publish("region", names.region(), target.region());
  }

  private void publish(String what, List<String> names, String value) {
    if (names.isEmpty()) {
      configured(what).forEach(name -> set(PARAMETER + what, name, value));
    }
    for (int i = 0; i < names.size(); i++) {
      set(what + "Property[" + i + "]", names.get(i), value);
    }
  }

  private Stream<String> configured(String what) {
    return owner.getConfigurationParameter(PARAMETER + what).stream()
        .flatMap(names -> Stream.of(names.split(",", -1)))
        .map(String::strip);
  }

  private void set(String element, String name, String value) {
    try {
      handle.target().closeAfterwards(properties().publish(owner.getUniqueId(), name, value));
    } catch (IllegalArgumentException refused) {
      throw options.wrong(element, String.valueOf(refused.getMessage()), refused);
    }
  }

  private PublishedProperties properties() {
    return EmulatorStore.of(owner.getRoot())
        .getOrComputeIfAbsent(
            PublishedProperties.class, key -> new PublishedProperties(), PublishedProperties.class);
  }
}
