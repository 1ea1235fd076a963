package dev.s3emulator.junit5;

import dev.s3emulator.S3EmulatorServerBuilder;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * What an annotation or a builder says. Not checked yet: {@link ServerStart} does that. Equal
 * options in one scope mean the same emulator.
 *
 * @param source what said it, for messages
 * @param accessKey the id, or empty for the server's default
 * @param secretKey the secret, or empty if the id is
 * @param settings what else to do with the builder of the server
 */
record EmulatorOptions(
    String source,
    List<BucketSpec> buckets,
    List<String> seeds,
    String region,
    String accessKey,
    String secretKey,
    boolean strict,
    boolean https,
    boolean reset,
    EmulatorScope scope,
    PropertyNames properties,
    List<Consumer<S3EmulatorServerBuilder>> settings) {

  static EmulatorOptions of(S3Emulator annotation) {
    return new EmulatorOptions(
        "@S3Emulator",
        Stream.of(annotation.buckets()).map(BucketSpec::of).toList(),
        List.of(annotation.seed()),
        annotation.region(),
        annotation.accessKey(),
        annotation.secretKey(),
        annotation.strict(),
        annotation.https(),
        annotation.reset(),
        annotation.scope(),
        PropertyNames.of(annotation),
        List.of());
  }

  /** Returns the scope, where {@code byPlace} is what the place stands for. */
  EmulatorScope scope(EmulatorScope byPlace) {
    return scope == EmulatorScope.BY_PLACE ? byPlace : scope;
  }

  /** Returns the failure of a class whose options cannot be. */
  ExtensionConfigurationException wrong(String element, String reason) {
    return wrong(element, reason, null);
  }

  ExtensionConfigurationException wrong(String element, String reason, @Nullable Throwable cause) {
    return new ExtensionConfigurationException(source + ": " + element + ": " + reason, cause);
  }
}
