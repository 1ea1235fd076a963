package dev.s3emulator.assertj;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.s3emulator.junit5.internal.Visible;
import dev.s3emulator.model.VersionView;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about one version of a key. Each failure prints the versions of the key. Not safe for
 * use by many threads.
 */
public final class VersionAssert extends AbstractAssert<VersionAssert, VersionView> {

  private static final int SHOWN = 200;

  private final String stack;
  private final Instant now;

  VersionAssert(VersionView actual, String stack, Instant now) {
    super(actual, VersionAssert.class);
    this.stack = stack;
    this.now = now;
  }

  /** Verifies that the version is a delete marker. */
  public VersionAssert isDeleteMarker() {
    return verify(actual.deleteMarker(), "to be a delete marker", "it is an object");
  }

  /** Verifies that the version is an object, which has content. */
  public VersionAssert isObject() {
    return verify(!actual.deleteMarker(), "to be an object", "it is a delete marker");
  }

  /** Verifies that the version is an object with this content in UTF-8. */
  public VersionAssert hasContent(String expected) {
    return hasContent(expected.getBytes(UTF_8));
  }

  /** Verifies that the version is an object with this content. */
  public VersionAssert hasContent(byte[] expected) {
    isObject();
    byte[] content = actual.content();
    return verify(
        Arrays.equals(content, expected),
        "to have the content " + shown(expected),
        "it has " + shown(content));
  }

  /** Verifies that the version is an object of this many bytes. */
  public VersionAssert hasSize(long bytes) {
    isObject();
    return verify(actual.size() == bytes, "to have " + bytes + " bytes", "it has " + actual.size());
  }

  /** Verifies that the version is an object with this content type. */
  public VersionAssert hasContentType(String expected) {
    isObject();
    return verify(
        actual.contentType().equals(expected),
        "to have the content type " + expected,
        "it has " + actual.contentType());
  }

  /**
   * Verifies that the version is an object with this user metadata among others.
   *
   * @param name the name without {@code x-amz-meta-}, in lower case
   */
  public VersionAssert hasMetadata(String name, String value) {
    isObject();
    return verify(
        value.equals(actual.metadata().get(name)),
        "to have the metadata " + name + "=" + value,
        "it has " + actual.metadata());
  }

  /** Verifies that the version is an object with exactly these tags. */
  public VersionAssert hasTags(Map<String, String> expected) {
    isObject();
    return verify(
        actual.tags().equals(expected), "to have the tags " + expected, "it has " + actual.tags());
  }

  /**
   * Verifies that the version is an object that Object Lock keeps from being deleted: by a legal
   * hold, or by a retention that has not ended by the server's clock.
   */
  public VersionAssert isLocked() {
    isObject();
    return verify(actual.lockedAt(now), "to be locked at " + now, "it is not");
  }

  /** Verifies that the version is an object without legal hold and running retention. */
  public VersionAssert isNotLocked() {
    isObject();
    return verify(!actual.lockedAt(now), "not to be locked at " + now, "it is");
  }

  private VersionAssert verify(boolean holds, String expectation, String found) {
    if (!holds) {
      throw Failures.of(
          info,
          "Expected version "
              + actual.versionId()
              + " "
              + Visible.of(expectation)
              + ", but "
              + Visible.of(found)
              + ". There is:\n"
              + stack);
    }
    return this;
  }

  /** Text in quotes; other bytes by their number. */
  private static String shown(byte[] content) {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      String beginning = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
      return "\"" + beginning + "\"" + (text.length() <= SHOWN ? "" : length(content));
    } catch (CharacterCodingException binary) {
      return "of no text" + length(content);
    }
  }

  private static String length(byte[] content) {
    return " (" + content.length + " bytes)";
  }
}
