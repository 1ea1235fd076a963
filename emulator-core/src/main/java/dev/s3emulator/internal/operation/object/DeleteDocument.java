package dev.s3emulator.internal.operation.object;

import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.xml.XmlElement;
import dev.s3emulator.internal.xml.XmlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The {@code <Delete>} document of DeleteObjects. Reading it is its schema (delete-semantics 4.1):
 * what S3 refuses fails the whole request here, before anything is deleted.
 *
 * @param quiet whether only errors are reported
 * @param entries the keys in the order of the document, duplicates included
 */
record DeleteDocument(boolean quiet, List<Entry> entries) {

  private static final int MAX_ENTRIES = 1000;

  /**
   * One key to delete.
   *
   * @param versionId the text as sent; whether S3 issued it is decided key by key
   * @param eTag the condition
   */
  record Entry(ObjectKey key, Optional<String> versionId, Optional<String> eTag) {}

  /** Returns whether any entry names a version, also one that cannot be. */
  boolean namesVersion() {
    return entries.stream().anyMatch(entry -> entry.versionId().isPresent());
  }

  /**
   * Reads the document.
   *
   * @throws S3Exception MissingRequestBodyError, MalformedXML, UserKeyMustBeSpecified or
   *     KeyTooLongError
   */
  static DeleteDocument read(byte[] bytes) {
    if (bytes.length == 0) {
      throw S3Exception.of(S3Error.MISSING_REQUEST_BODY);
    }
    XmlElement delete = XmlReader.read(bytes).requireName("Delete").requireOnly("Object", "Quiet");
    List<XmlElement> objects = delete.all("Object");
    if (objects.isEmpty() || objects.size() > MAX_ENTRIES) {
      throw S3Exception.malformedXml();
    }
    boolean quiet = delete.optionalText("Quiet").map("true"::equalsIgnoreCase).orElse(false);
    List<Entry> entries = new ArrayList<>(objects.size());
    for (XmlElement object : objects) {
      entries.add(entry(object));
    }
    requireValidKeys(entries);
    return new DeleteDocument(quiet, entries);
  }

  /** The schema comes before the first empty key, and any empty key before any overlong one. */
  private static void requireValidKeys(List<Entry> entries) {
    for (Entry entry : entries) {
      if (entry.key().length() == 0) {
        throw S3Exception.of(S3Error.USER_KEY_MUST_BE_SPECIFIED);
      }
    }
    for (Entry entry : entries) {
      entry.key().requireValidLength();
    }
  }

  private static Entry entry(XmlElement object) {
    // Size and LastModifiedTime belong to directory buckets; here S3 calls them malformed.
    object.requireOnly("Key", "VersionId", "ETag");
    return new Entry(
        ObjectKey.of(object.requiredText("Key")),
        object.optionalText("VersionId"),
        object.optionalText("ETag"));
  }
}
