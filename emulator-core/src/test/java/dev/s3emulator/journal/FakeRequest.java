package dev.s3emulator.journal;

import dev.s3emulator.model.BucketView;
import dev.s3emulator.model.StateView;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request that nobody sent, to fill journals with. */
final class FakeRequest extends RecordedRequest {

  private final String key;
  private final int status;
  private final long bytes;
  private final Optional<Throwable> failure;

  private FakeRequest(String key, int status, long bytes, Optional<Throwable> failure) {
    super(EMPTY_STATE, EMPTY_STATE);
    this.key = key;
    this.status = status;
    this.bytes = bytes;
    this.failure = failure;
  }

  static final StateView EMPTY_STATE =
      new StateView() {
        @Override
        public List<BucketView> buckets() {
          return List.of();
        }

        @Override
        public Optional<BucketView> bucket(String name) {
          return Optional.empty();
        }
      };

  static FakeRequest put(String key) {
    return upload(key, 3);
  }

  static FakeRequest upload(String key, long bytes) {
    return new FakeRequest(key, 200, bytes, Optional.empty());
  }

  static FakeRequest failed(String key) {
    return new FakeRequest(key, 500, 0, Optional.of(new IllegalStateException("broken")));
  }

  @Override
  public String requestId() {
    return "0A1B2C3D4E5F6071";
  }

  @Override
  public Instant time() {
    return Instant.EPOCH;
  }

  @Override
  public Duration sinceStart() {
    return Duration.ZERO;
  }

  @Override
  public Duration duration() {
    return Duration.ZERO;
  }

  @Override
  public String method() {
    return "PUT";
  }

  @Override
  public String path() {
    return "/photos/" + key;
  }

  @Override
  public Optional<String> operation() {
    return Optional.of("PutObject");
  }

  @Override
  public Optional<String> bucket() {
    return Optional.of("photos");
  }

  @Override
  public Optional<String> key() {
    return Optional.of(key);
  }

  @Override
  public Optional<String> versionId() {
    return Optional.empty();
  }

  @Override
  public Optional<String> resultVersionId() {
    return Optional.empty();
  }

  @Override
  public Optional<RecordedCaller> caller() {
    return Optional.empty();
  }

  @Override
  public HttpHeaders headers() {
    return HttpHeaders.of(Map.of(), (name, value) -> true);
  }

  @Override
  public HttpHeaders responseHeaders() {
    return headers();
  }

  @Override
  public long requestBytes() {
    return bytes;
  }

  @Override
  public long responseBytes() {
    return 0;
  }

  @Override
  public Optional<String> document() {
    return Optional.empty();
  }

  @Override
  public Optional<String> responseDocument() {
    return Optional.empty();
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public Optional<String> errorCode() {
    return failure.map(thrown -> "InternalError");
  }

  @Override
  public Optional<String> message() {
    return Optional.empty();
  }

  @Override
  public Optional<String> reason() {
    return Optional.empty();
  }

  @Override
  public List<RecordedRefusal> refusals() {
    return List.of();
  }

  @Override
  public Optional<Throwable> failure() {
    return failure;
  }
}
