package dev.s3emulator.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.s3emulator.internal.testing.FuzzTarget;

/**
 * Every target once, as Jazzer wants it: with {@code JAZZER_FUZZ=1} it searches through the method
 * that {@code -Dtest} names, for a minute.
 */
class JazzerTest {

  @FuzzTest(maxDuration = "1m")
  void percentCoding(byte[] input) {
    FuzzTarget.PERCENT_CODING.run(input);
  }

  @FuzzTest(maxDuration = "1m")
  void query(byte[] input) {
    FuzzTarget.QUERY.run(input);
  }

  @FuzzTest(maxDuration = "1m")
  void addressing(byte[] input) {
    FuzzTarget.ADDRESSING.run(input);
  }

  @FuzzTest(maxDuration = "1m")
  void target(byte[] input) {
    FuzzTarget.TARGET.run(input);
  }

  @FuzzTest(maxDuration = "1m")
  void headers(byte[] input) {
    FuzzTarget.HEADERS.run(input);
  }

  @FuzzTest(maxDuration = "1m")
  void awsChunked(byte[] input) {
    FuzzTarget.AWS_CHUNKED.run(input);
  }

  @FuzzTest(maxDuration = "1m")
  void xml(byte[] input) {
    FuzzTarget.XML.run(input);
  }

  @FuzzTest(maxDuration = "1m")
  void documents(byte[] input) {
    FuzzTarget.DOCUMENTS.run(input);
  }

  @FuzzTest(maxDuration = "1m")
  void form(byte[] input) {
    FuzzTarget.FORM.run(input);
  }

  @FuzzTest(maxDuration = "1m")
  void signatures(byte[] input) {
    FuzzTarget.SIGNATURES.run(input);
  }

  @FuzzTest(maxDuration = "1m")
  void postPolicy(byte[] input) {
    FuzzTarget.POST_POLICY.run(input);
  }

  @FuzzTest(maxDuration = "1m")
  void integrity(byte[] input) {
    FuzzTarget.INTEGRITY.run(input);
  }

  @FuzzTest(maxDuration = "1m")
  void range(byte[] input) {
    FuzzTarget.RANGE.run(input);
  }

  @FuzzTest(maxDuration = "1m")
  void dates(byte[] input) {
    FuzzTarget.DATES.run(input);
  }

  @FuzzTest(maxDuration = "1m")
  void encodedWords(byte[] input) {
    FuzzTarget.ENCODED_WORDS.run(input);
  }

  @FuzzTest(maxDuration = "1m")
  void manifest(byte[] input) {
    FuzzTarget.MANIFEST.run(input);
  }
}
