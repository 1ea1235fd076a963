package dev.s3emulator.internal.persistence;

/** Says in one sentence why a folder cannot be opened. */
final class StorageException extends IllegalStateException {

  private static final long serialVersionUID = 1;

  StorageException(String sentence) {
    super(sentence);
  }

  StorageException(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /** Returns the refusal of a file in which a line is not what was written. */
  static StorageException damaged(String file, long line, String what) {
    return new StorageException(
        "The storage file " + file + " is damaged in line " + line + ": " + what + ".");
  }
}
