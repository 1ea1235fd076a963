package dev.s3emulator.internal.domain;

import java.util.Optional;
import org.pcollections.TreePMap;

/**
 * The multipart uploads of a bucket, as one immutable value.
 *
 * <p>Open uploads lie in the order in which they are listed: by key, then by initiation. Of the
 * completed ones the last thousand are remembered, because a client that lost the answer asks
 * again.
 *
 * @param open the open uploads by key and sequence number
 * @param completed the completed uploads by their own sequence number
 * @param completions their sequence numbers by that of the version they made: the order of
 *     completion
 */
public record Uploads(
    TreePMap<ObjectKey, TreePMap<Long, Upload>> open,
    TreePMap<Long, CompletedUpload> completed,
    TreePMap<Long, Long> completions) {

  /** No uploads. */
  public static final Uploads NONE =
      new Uploads(TreePMap.empty(), TreePMap.empty(), TreePMap.empty());

  private static final int MAX_REMEMBERED = 1000;

  /** Returns the open upload with this id to this key. */
  public Optional<Upload> find(ObjectKey key, UploadId id) {
    TreePMap<Long, Upload> ofKey = open.get(key);
    Upload upload = ofKey == null ? null : ofKey.get(id.sequence());
    return upload != null && upload.id().equals(id) ? Optional.of(upload) : Optional.empty();
  }

  /** Returns the completed upload with this id, as long as it is remembered. */
  public Optional<CompletedUpload> findCompleted(UploadId id) {
    return Optional.ofNullable(completed.get(id.sequence())).filter(known -> known.id().equals(id));
  }

  /** Returns the uploads with this one, which takes the place of the one with its id. */
  public Uploads with(Upload upload) {
    TreePMap<Long, Upload> ofKey = open.getOrDefault(upload.key(), TreePMap.empty());
    return new Uploads(
        open.plus(upload.key(), ofKey.plus(upload.id().sequence(), upload)),
        completed,
        completions);
  }

  /** Returns the uploads without this one. */
  public Uploads without(Upload upload) {
    TreePMap<Long, Upload> ofKey = open.get(upload.key());
    if (ofKey == null) {
      return this;
    }
    TreePMap<Long, Upload> rest = ofKey.minus(upload.id().sequence());
    return new Uploads(
        rest.isEmpty() ? open.minus(upload.key()) : open.plus(upload.key(), rest),
        completed,
        completions);
  }

  /** Returns the uploads with this one completed; the oldest completion may be forgotten. */
  public Uploads complete(Upload upload, CompletedUpload result) {
    TreePMap<Long, CompletedUpload> known = completed.plus(upload.id().sequence(), result);
    TreePMap<Long, Long> order = completions.plus(result.versionSequence(), upload.id().sequence());
    if (order.size() > MAX_REMEMBERED) {
      known = known.minus(order.firstEntry().getValue());
      order = order.minusFirstEntry();
    }
    return new Uploads(without(upload).open, known, order);
  }
}
