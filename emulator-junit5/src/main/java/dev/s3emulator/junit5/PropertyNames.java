package dev.s3emulator.junit5;

import java.util.List;
import java.util.stream.Stream;

/** The names of the system properties under which an emulator is published. */
record PropertyNames(
    List<String> endpoint, List<String> accessKey, List<String> secretKey, List<String> region) {

  static final PropertyNames NONE = new PropertyNames(List.of(), List.of(), List.of(), List.of());

  static PropertyNames of(S3Emulator annotation) {
    return new PropertyNames(
        List.of(annotation.endpointProperty()),
        List.of(annotation.accessKeyProperty()),
        List.of(annotation.secretKeyProperty()),
        List.of(annotation.regionProperty()));
  }

  PropertyNames withEndpoint(String name) {
    return new PropertyNames(plus(endpoint, name), accessKey, secretKey, region);
  }

  PropertyNames withAccessKey(String name) {
    return new PropertyNames(endpoint, plus(accessKey, name), secretKey, region);
  }

  PropertyNames withSecretKey(String name) {
    return new PropertyNames(endpoint, accessKey, plus(secretKey, name), region);
  }

  PropertyNames withRegion(String name) {
    return new PropertyNames(endpoint, accessKey, secretKey, plus(region, name));
  }

  private static List<String> plus(List<String> names, String name) {
    return Stream.concat(names.stream(), Stream.of(name)).toList();
  }
}
