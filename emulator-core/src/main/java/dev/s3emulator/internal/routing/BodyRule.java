package dev.s3emulator.internal.routing;

/**
 * What an operation does with the body of a request.
 *
 * @param kind the form in which the handler gets it
 * @param maxBytes the largest body; a larger one is refused before it is judged
 * @param checksumRequired whether the request must carry Content-MD5 or a checksum
 * @param checksumsOfObject whether checksum headers speak of an object and not of the body
 */
public record BodyRule(
    Kind kind, long maxBytes, boolean checksumRequired, boolean checksumsOfObject) {

  /** A body is read and ignored, as S3 does with operations that take none. */
  public static final BodyRule NONE = new BodyRule(Kind.NONE, Long.MAX_VALUE, false, false);

  /** The largest object that one PUT uploads: 5 GiB. */
  public static final BodyRule UPLOAD =
      new BodyRule(Kind.UPLOAD, 5L * 1024 * 1024 * 1024, false, false);

  /** A form with one file, which is as large as an upload at most. */
  public static final BodyRule FORM = new BodyRule(Kind.FORM, UPLOAD.maxBytes(), false, false);

  /** The form in which a handler gets a body. */
  public enum Kind {
    /** Not at all. */
    NONE,
    /** As bytes in memory. */
    DOCUMENT,
    /** In the blob store, with its digests. */
    UPLOAD,
    /** As fields, and a file in the blob store. */
    FORM
  }

  /** Returns the rule of an optional or unchecked document. */
  public static BodyRule document(int maxBytes) {
    return new BodyRule(Kind.DOCUMENT, maxBytes, false, false);
  }

  /** Returns the rule of a document that needs Content-MD5 or a checksum. */
  public static BodyRule checkedDocument(int maxBytes) {
    return new BodyRule(Kind.DOCUMENT, maxBytes, true, false);
  }

  /** Returns the rule of a document about an object, whose checksum the headers may hold. */
  public static BodyRule documentAboutObject(int maxBytes) {
    return new BodyRule(Kind.DOCUMENT, maxBytes, false, true);
  }
}
