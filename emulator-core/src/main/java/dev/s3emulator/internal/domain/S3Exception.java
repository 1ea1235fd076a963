package dev.s3emulator.internal.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer of S3 other than success: what the {@code <Error>} document says.
 *
 * <p>Made by factories that name the intent. An instance belongs to one request: {@link #with} and
 * {@link #header} add to it before it is thrown. It has no stack trace: it is an answer, not a
 * fault, and a batch may hold a thousand of them.
 */
public final class S3Exception extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final S3Error error;
  private final transient List<Map.Entry<String, String>> elements = new ArrayList<>(2);
  private final transient List<Map.Entry<String, String>> headers = new ArrayList<>(0);
  private boolean page;
  private transient @Nullable S3Exception consequence;
  private @Nullable String reason;
  private boolean document = true;

  private S3Exception(S3Error error, String message) {
    super(message, null, false, false);
    this.error = error;
  }

  /** Returns the error with its default message. */
  public static S3Exception of(S3Error error) {
    return new S3Exception(error, error.message());
  }

  /** Returns the error with another message. */
  public static S3Exception of(S3Error error, String message) {
    return new S3Exception(error, message);
  }

  /** Returns 404 NoSuchBucket. */
  public static S3Exception noSuchBucket(String name) {
    return of(S3Error.NO_SUCH_BUCKET).with("BucketName", name);
  }

  /** Returns 404 NoSuchKey. */
  public static S3Exception noSuchKey(ObjectKey key) {
    return of(S3Error.NO_SUCH_KEY).with("Key", key.toString());
  }

  /** Returns 404 NoSuchVersion. */
  public static S3Exception noSuchVersion(ObjectKey key, VersionId id) {
    return of(S3Error.NO_SUCH_VERSION).with("Key", key.toString()).with("VersionId", id.toString());
  }

  /** Returns 404 NoSuchUpload. */
  public static S3Exception noSuchUpload(String uploadId) {
    return of(S3Error.NO_SUCH_UPLOAD).with("UploadId", uploadId);
  }

  /** Returns 400 InvalidArgument with the name and the value of the argument. */
  public static S3Exception invalidArgument(String message, String name, String value) {
    return invalidArgument(message, name).with("ArgumentValue", value);
  }

  /** Returns 400 InvalidArgument with the name of the argument only. */
  public static S3Exception invalidArgument(String message, String name) {
    return of(S3Error.INVALID_ARGUMENT, message).with("ArgumentName", name);
  }

  /** Returns the 400 of a version id that S3 never issued. */
  public static S3Exception invalidVersionId(String versionId) {
    return invalidArgument("Invalid version id specified", "versionId", versionId)
        .because(VersionId.NEVER_ISSUED);
  }

  /** Returns 400 InvalidRequest. */
  public static S3Exception invalidRequest(String message) {
    return of(S3Error.INVALID_REQUEST, message);
  }

  /** Returns 400 MalformedXML. */
  public static S3Exception malformedXml() {
    return of(S3Error.MALFORMED_XML);
  }

  /**
   * Returns 412 PreconditionFailed.
   *
   * @param condition the header that did not hold, as S3 spells it
   */
  public static S3Exception preconditionFailed(String condition) {
    return of(S3Error.PRECONDITION_FAILED).with("Condition", condition);
  }

  /** Returns the 501 with which S3 itself refuses a header for an operation. */
  public static S3Exception notImplementedHeader(String header) {
    return of(S3Error.NOT_IMPLEMENTED).with("Header", header);
  }

  /**
   * Returns the 501 of something that S3 does and the emulator does not yet do.
   *
   * @param feature the feature by AWS's name
   */
  public static S3Exception notEmulated(String feature) {
    return of(S3Error.NOT_IMPLEMENTED, "S3 Emulator does not implement " + feature + " yet.")
        .with("Feature", feature);
  }

  /** Adds an element to the document, behind those it has. */
  public S3Exception with(String element, Object value) {
    elements.add(Map.entry(element, value.toString()));
    return this;
  }

  /** Adds a header to the answer. */
  public S3Exception header(String name, String value) {
    headers.add(Map.entry(name, value));
    return this;
  }

  /**
   * Says why, for the journal only: which rule decided. S3 tells its clients less than a test wants
   * to know.
   *
   * @param sentence one plain sentence
   */
  public S3Exception because(String sentence) {
    reason = sentence;
    return this;
  }

  /** Returns why, where the error alone does not say it. */
  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  /** Makes the answer a page for browsers, as websites show, in the place of a document. */
  public S3Exception asPage() {
    page = true;
    return this;
  }

  /** Returns whether the answer is a page for browsers. */
  public boolean isPage() {
    return page;
  }

  /** Adds what went wrong when a better answer to this error was looked for. */
  public S3Exception followedBy(S3Exception next) {
    consequence = next;
    return this;
  }

  /** Returns what went wrong when a better answer to this error was looked for. */
  public Optional<S3Exception> consequence() {
    return Optional.ofNullable(consequence);
  }

  /** Leaves the document out of the answer, as S3 does where it merely redirects. */
  public S3Exception withoutDocument() {
    document = false;
    return this;
  }

  /** Returns whether the answer has a document. */
  public boolean hasDocument() {
    return document;
  }

  /** Returns the kind of error. */
  public S3Error error() {
    return error;
  }

  /** Returns the message, which S3 leaves empty in places. */
  public String text() {
    String message = getMessage();
    return message == null ? "" : message;
  }

  /** Returns the extra elements in order. */
  public List<Map.Entry<String, String>> elements() {
    return List.copyOf(elements);
  }

  /** Returns the extra headers in order. */
  public List<Map.Entry<String, String>> headers() {
    return List.copyOf(headers);
  }
}
