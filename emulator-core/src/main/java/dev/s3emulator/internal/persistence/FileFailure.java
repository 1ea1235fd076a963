package dev.s3emulator.internal.persistence;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Says what was wrong with a file, which the JDK leaves to the name of an exception. */
final class FileFailure {

  private FileFailure() {}

  /** Returns the reason in a few words. */
  static String reason(IOException failure) {
    String message = failure.getMessage();
    if (failure instanceof AccessDeniedException denied) {
      return "no permission for " + denied.getFile();
    }
    if (failure instanceof FileAlreadyExistsException || failure instanceof NotDirectoryException) {
      return message + " is no folder";
    }
    if (failure instanceof NoSuchFileException) {
      return message + " is missing";
    }
    return message == null ? failure.toString() : message;
  }
}
