package dev.s3emulator.junit5;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says when tests with an emulator are reported on: what S3 saw during the test, one line a
 * request, with errors and why, and the buckets it touched before and after.
 *
 * <p>The report stands as text in the output of the test and as an HTML page in a file that the
 * text names. From JUnit 5.12 on, JUnit says where files go and tells tools about them; before,
 * they lie under {@code target/s3-emulator}, or {@code build/s3-emulator} beside a Gradle build
 * file.
 *
 * <p>What other tests ask of the same server at the same time stands in the report too.
 *
 * <p>Without this annotation the configuration parameter {@value #PARAMETER} decides: {@code off},
 * {@code on_failure} or {@code always}; without it failed tests are reported on. An annotation on a
 * method counts more than one on its class, which counts more than one on a class around it.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
public @interface S3Report {

  /** The name of the configuration parameter of JUnit. */
  String PARAMETER = "s3emulator.report";

  /** When to report. */
  ReportMode value();
}
