package dev.s3emulator.internal.operation.object;

import static dev.s3emulator.internal.operation.object.BatchDelete.object;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.domain.ObjectMetadata;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.TagSet;
import dev.s3emulator.internal.domain.VersionId;
import dev.s3emulator.internal.domain.WriteCommand;
import dev.s3emulator.internal.domain.WritePrecondition;
import dev.s3emulator.internal.domain.Writing;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import dev.s3emulator.internal.testing.Stacks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deletes in the course of a key's life (delete-semantics 15, recorded-answers 2 and 3). */
class DeleteHistoryTest {

  private final InProcessS3 s3 = new InProcessS3();

  @BeforeEach
  void createBucket() {
    s3.send("PUT", "/bucket");
  }

  @Test
  void objectFromBeforeVersioningOutlivesSimpleDeletes() {
    put();
    versioning("Enabled");

    String marker = delete("").header("x-amz-version-id");
    assertThat(stack()).isEqualTo("new:marker, null:object");
    assertThat(delete("?versionId=" + marker).status()).isEqualTo(204);
    assertThat(stack()).isEqualTo("null:object");

    Answer removed = delete("?versionId=null");
    assertThat(removed.header("x-amz-version-id")).isEqualTo("null");
    assertThat(removed.header("x-amz-delete-marker")).isNull();
    assertThat(stack()).isEqualTo("-");
  }

  @Test
  void suspendedBucketHasOneNullEntryWhateverHappens() {
    versioning("Enabled");
    put();
    put();
    versioning("Suspended");

    Answer first = delete("");
    assertThat(first.header("x-amz-delete-marker")).isEqualTo("true");
    assertThat(first.header("x-amz-version-id")).isEqualTo("null");
    assertThat(stack()).isEqualTo("null:marker, new:object, new:object");
    put();
    assertThat(stack()).isEqualTo("null:object, new:object, new:object");
    delete("");
    assertThat(stack()).isEqualTo("null:marker, new:object, new:object");
    put();
    put();
    assertThat(stack()).isEqualTo("null:object, new:object, new:object");
    for (int i = 0; i < 5; i++) {
      delete("");
    }
    assertThat(stack()).isEqualTo("null:marker, new:object, new:object");
  }

  @Test
  void nullEntryStaysInItsPlaceWhenVersioningIsEnabledAgain() {
    versioning("Suspended");
    put();
    versioning("Enabled");
    VersionId newest = put();
    assertThat(stack()).isEqualTo("new:object, null:object");

    delete("?versionId=null");

    assertThat(stack()).isEqualTo("new:object");
    assertThat(delete("?versionId=null").header("x-amz-delete-marker")).isNull();
    delete("?versionId=" + newest);
    assertThat(stack()).isEqualTo("-");
  }

  @Test
  void nullMarkerOutlivesSimpleDeletesOfEnabledBucket() {
    versioning("Suspended");
    delete("");
    versioning("Enabled");

    delete("");
    assertThat(stack()).isEqualTo("new:marker, null:marker");
    Answer removed = delete("?versionId=null");

    assertThat(removed.header("x-amz-delete-marker")).isEqualTo("true");
    assertThat(removed.header("x-amz-version-id")).isEqualTo("null");
    assertThat(stack()).isEqualTo("new:marker");
  }

  @Test
  void suspendingAgainRemovesTheNullEntryFromTheMiddle() {
    put();
    versioning("Enabled");
    put();
    delete("");
    versioning("Suspended");
    assertThat(stack()).isEqualTo("new:marker, new:object, null:object");

    delete("");

    assertThat(stack()).isEqualTo("null:marker, new:marker, new:object");
  }

  @Test
  void markersRemovedByIdUncoverTheObject() {
    put();
    versioning("Enabled");
    String first = delete("").header("x-amz-version-id");
    String second = delete("").header("x-amz-version-id");

    BatchDelete.send(s3, object("k", second) + object("k", first));

    assertThat(stack()).isEqualTo("null:object");
  }

  @Test
  void versionDeletedTwiceByIdIsGoneOnce() {
    versioning("Enabled");
    VersionId first = put();
    put();

    for (int i = 0; i < 2; i++) {
      Answer answer = delete("?versionId=" + first);
      assertThat(answer.status()).isEqualTo(204);
      assertThat(answer.header("x-amz-version-id")).isEqualTo(first.toString());
      assertThat(answer.header("x-amz-delete-marker")).isNull();
      assertThat(stack()).isEqualTo("new:object");
    }
  }

  @Test
  void idOfAnotherKeyIsUnknownHere() {
    versioning("Enabled");
    VersionId id = put();

    Answer answer = s3.send("DELETE", "/bucket/other?versionId=" + id);

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("x-amz-version-id")).isEqualTo(id.toString());
    assertThat(stack()).isEqualTo("new:object");
    assertThat(s3.engine().state().requireBucket("bucket").objects()).containsOnlyKeys(Stacks.KEY);
  }

  @Test
  void keyThatWasDeletedWholeStartsAnew() {
    versioning("Enabled");
    VersionId old = put();
    delete("?versionId=" + old);
    put();

    delete("?versionId=" + old);

    assertThat(stack()).isEqualTo("new:object");
  }

  private VersionId put() {
    WriteCommand command =
        new WriteCommand(
            Stacks.KEY,
            Stacks.content("null"),
            ObjectMetadata.NONE,
            TagSet.EMPTY,
            WritePrecondition.NONE);
    return s3.engine()
        .changeBucket(
            "bucket", Owner.DEFAULT, (bucket, context) -> Writing.put(bucket, command, context))
        .versionId();
  }

  private void versioning(String status) {
    String document =
        "<VersioningConfiguration><Status>" + status + "</Status></VersioningConfiguration>";
    byte[] bytes = document.getBytes(UTF_8);
    Answer answer =
        s3.send(
            "PUT", "/bucket?versioning", Headers.of("Content-MD5", BatchDelete.md5(bytes)), bytes);
    assertThat(answer.status()).isEqualTo(200);
  }

  private Answer delete(String query) {
    return s3.send("DELETE", "/bucket/k" + query);
  }

  private String stack() {
    return Stacks.describe(s3.engine().state().requireBucket("bucket"));
  }
}
