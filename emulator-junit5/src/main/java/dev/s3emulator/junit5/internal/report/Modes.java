package dev.s3emulator.junit5.internal.report;

import dev.s3emulator.junit5.ReportMode;
import dev.s3emulator.junit5.S3Report;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Finds out when a test is to be reported on. */
final class Modes {

  private Modes() {}

  /**
   * Returns the mode of a test.
   *
   * @throws ExtensionConfigurationException if the configuration parameter is no mode
   */
  static ReportMode of(ExtensionContext test) {
    for (Optional<ExtensionContext> at = Optional.of(test);
        at.isPresent();
        at = at.get().getParent()) {
      Optional<S3Report> annotation =
          at.get()
              .getElement()
              .flatMap(element -> AnnotationSupport.findAnnotation(element, S3Report.class));
      if (annotation.isPresent()) {
        return annotation.get().value();
      }
    }
    return test.getConfigurationParameter(S3Report.PARAMETER)
        .map(Modes::parse)
        .orElse(ReportMode.ON_FAILURE);
  }

  private static ReportMode parse(String value) {
    String name = value.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(ReportMode.values())
        .filter(mode -> mode.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new ExtensionConfigurationException(
                    "The configuration parameter "
                        + S3Report.PARAMETER
                        + " is \""
                        + value
                        + "\", which is none of off, on_failure and always."));
  }
}
