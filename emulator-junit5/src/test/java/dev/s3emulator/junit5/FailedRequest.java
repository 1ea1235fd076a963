package dev.s3emulator.junit5;

import dev.s3emulator.journal.RecordedCaller;
import dev.s3emulator.journal.RecordedRefusal;
import dev.s3emulator.journal.RecordedRequest;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the pipeline records when a handler throws. */
final class FailedRequest extends RecordedRequest {

  FailedRequest() {
    super(null, null);
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
    return "GET";
  }

  @Override
  public String path() {
    return "/photos?versions";
  }

  @Override
  public Optional<String> operation() {
    return Optional.of("ListObjectVersions");
  }

  @Override
  public Optional<String> bucket() {
    return Optional.of("photos");
  }

  @Override
  public Optional<String> key() {
    return Optional.empty();
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
    return 0;
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
    return 500;
  }

  @Override
  public Optional<String> errorCode() {
    return Optional.of("InternalError");
  }

  @Override
  public Optional<String> message() {
    return Optional.of("We encountered an internal error. Please try again.");
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
    return Optional.of(new IllegalStateException("the disk is gone"));
  }
}
