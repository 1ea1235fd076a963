package dev.s3emulator.internal.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.DeleteOutcome.Effect;
import dev.s3emulator.internal.domain.VersioningState;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One row of {@code delete-matrix.txt}.
 *
 * @param state the versioning state of the bucket
 * @param before the stack before the request
 * @param versionId the label of the version id in the request
 * @param after the stack after the request
 * @param effect what the request did
 * @param deleteMarkerHeader the value of {@code x-amz-delete-marker}
 * @param versionIdHeader the label of the value of {@code x-amz-version-id}
 * @param deleted what follows the key in {@code <Deleted>}, as {@code Name=value} with labels
 */
public record DeleteMatrix(
    VersioningState state,
    String before,
    String versionId,
    String after,
    Effect effect,
    String deleteMarkerHeader,
    String versionIdHeader,
    String deleted) {

  /** In a row: nothing there. */
  public static final String NONE = "-";

  private static final String RESOURCE = "/dev/s3emulator/internal/delete-matrix.txt";

  /** Returns all rows. */
  public static Stream<DeleteMatrix> rows() {
    try (BufferedReader file =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(DeleteMatrix.class.getResourceAsStream(RESOURCE)), UTF_8))) {
      return file
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("STATE"))
          .map(DeleteMatrix::parse)
          .toList()
          .stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static DeleteMatrix parse(String line) {
    String[] cells = line.split("\\s*\\|\\s*", -1);
    if (cells.length != 8) {
      throw new IllegalStateException(RESOURCE + ": " + line);
    }
    return new DeleteMatrix(
        VersioningState.valueOf(cells[0]),
        cells[1],
        cells[2],
        cells[3],
        Effect.valueOf(cells[4]),
        cells[5],
        cells[6],
        cells[7].strip());
  }

  /** Returns the bucket that the request finds. */
  public Bucket bucket() {
    return Stacks.bucket(state, before);
  }

  /** Returns whether the request names a version. */
  public boolean isVersioned() {
    return !versionId.equals(NONE);
  }

  @Override
  public String toString() {
    String request = isVersioned() ? "delete " + versionId : "simple delete";
    return state + " [" + before + "] " + request;
  }
}
