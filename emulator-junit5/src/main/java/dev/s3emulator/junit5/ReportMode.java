package dev.s3emulator.junit5;

/** When a report about what S3 saw is made of a test, see {@link S3Report}. */
public enum ReportMode {
  /** Never. */
  OFF,
  /** When the test failed. */
  ON_FAILURE,
  /** After every test. */
  ALWAYS
}
