package dev.s3emulator.examples;

import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.DeletedObject;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.S3Error;

/** Prints answers of S3 as tables that fit a terminal of 100 columns. */
final class Report {

  private final PrintStream out;

  Report(PrintStream out) {
    this.out = out;
  }

  void line(String text) {
    out.println(text);
  }

  void title(String text) {
    out.println();
    out.println(text);
    out.println("=".repeat(text.length()));
  }

  /** Prints what DeleteObjects answered. */
  void answer(DeleteObjectsResponse answer) {
    if (answer.hasDeleted()) {
      Table deleted = new Table("Deleted", "VersionId", "DeleteMarker", "DeleteMarkerVersionId");
      for (DeletedObject object : answer.deleted()) {
        deleted.row(
            object.key(),
            orBlank(object.versionId()),
            orBlank(object.deleteMarker()),
            orBlank(object.deleteMarkerVersionId()));
      }
      deleted.print(out);
      out.println();
    }
    if (answer.hasErrors()) {
      Table errors = new Table("Error", "VersionId", "Code", "Message");
      for (S3Error error : answer.errors()) {
        errors.row(error.key(), orBlank(error.versionId()), error.code(), error.message());
      }
      errors.print(out);
      out.println();
    }
  }

  /** Prints what ListObjectVersions answered, with the markers where they stand in the listing. */
  void listing(ListObjectVersionsResponse listing) {
    List<Entry> entries = new ArrayList<>();
    listing.versions().forEach(version -> entries.add(Entry.of(version)));
    listing.deleteMarkers().forEach(marker -> entries.add(Entry.of(marker)));
    entries.sort(
        Comparator.comparing(Entry::key)
            .thenComparing(Entry::lastModified, Comparator.reverseOrder()));
    Table left = new Table("Left", "VersionId", "", "Latest", "Size", "LastModified");
    for (Entry entry : entries) {
      left.row(
          entry.key(),
          entry.versionId(),
          entry.kind(),
          entry.latest() ? "yes" : "",
          entry.size(),
          entry.lastModified().toString());
    }
    left.print(out);
  }

  private static String orBlank(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  /** One line of the listing: the SDK hands over versions and markers apart from each other. */
  private record Entry(
      String key,
      String versionId,
      String kind,
      boolean latest,
      String size,
      Instant lastModified) {

    static Entry of(ObjectVersion version) {
      return new Entry(
          version.key(),
          version.versionId(),
          "version",
          version.isLatest(),
          version.size().toString(),
          version.lastModified());
    }

    static Entry of(DeleteMarkerEntry marker) {
      return new Entry(
          marker.key(),
          marker.versionId(),
          "delete marker",
          marker.isLatest(),
          "",
          marker.lastModified());
    }
  }
}
