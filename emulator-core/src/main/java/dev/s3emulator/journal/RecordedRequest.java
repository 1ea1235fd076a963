package dev.s3emulator.journal;

import dev.s3emulator.model.StateView;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request that a server has answered, or that its client gave up.
 *
 * <p>What it tells is settled, but for {@link #before} and {@link #after}. Safe for use by many
 * threads. Extended by the emulator only; methods may be added.
 *
 * <p>Secrets that a client may have sent by mistake or by need, session tokens and customer
 * encryption keys, stand as {@value #HIDDEN} in {@link #path} and {@link #headers}. A signature is
 * no secret.
 */
public abstract class RecordedRequest {

  /** What stands in the place of a secret. */
  public static final String HIDDEN = "(hidden)";

  /** How many bytes of a document are kept. */
  public static final int DOCUMENT_LIMIT = 16 * 1024;

  /** How many refused keys of one request are kept. */
  public static final int REFUSAL_LIMIT = 20;

  private volatile @Nullable StateView before;
  private volatile @Nullable StateView after;

  /** Makes a record with the states that the request found and left. */
  protected RecordedRequest(@Nullable StateView before, @Nullable StateView after) {
    this.before = before;
    this.after = after;
  }

  /** Returns the value of {@code x-amz-request-id}. */
  public abstract String requestId();

  /** Returns when it was answered, by the server's clock, in whole seconds. */
  public abstract Instant time();

  /** Returns the real time from the start of the server until the request arrived. */
  public abstract Duration sinceStart();

  /**
   * Returns the real time from the arrival of the request's head until its answer was ready. It has
   * the time in which the client sent the body, and not the sending of the answer.
   */
  public abstract Duration duration();

  /** Returns the HTTP method. */
  public abstract String method();

  /** Returns the path and query as sent, still encoded. */
  public abstract String path();

  /** Returns the operation by AWS's name, such as {@code DeleteObject}; empty if none was found. */
  public abstract Optional<String> operation();

  /** Returns the bucket that the request addressed, there or not. */
  public abstract Optional<String> bucket();

  /**
   * Returns the key that the request addressed, there or not. DeleteObjects addresses a bucket: its
   * keys stand in the {@link #document}.
   */
  public abstract Optional<String> key();

  /** Returns the version id that the request named, as sent. */
  public abstract Optional<String> versionId();

  /**
   * Returns the version id in the answer: of the version that was written or read, or of the delete
   * marker that was made or removed.
   */
  public abstract Optional<String> resultVersionId();

  /** Returns who asked; empty if the request was refused before that was known. */
  public abstract Optional<RecordedCaller> caller();

  /** Returns the headers of the request. */
  public abstract HttpHeaders headers();

  /** Returns the headers of the answer, but for those that the web server adds. */
  public abstract HttpHeaders responseHeaders();

  /**
   * Returns how many bytes of the request's body came, in their framing. Of the body of a refused
   * request only what came before the refusal counts.
   */
  public abstract long requestBytes();

  /** Returns the length of the answer's body, 0 in an answer to HEAD. */
  public abstract long responseBytes();

  /**
   * Returns the XML or JSON document that was the body of the request, or its first {@value
   * #DOCUMENT_LIMIT} bytes; empty if the operation takes none or the body was not accepted.
   */
  public abstract Optional<String> document();

  /**
   * Returns the document that was the body of the answer, or its first {@value #DOCUMENT_LIMIT}
   * bytes; empty if it had none, and for the content of an object.
   */
  public abstract Optional<String> responseDocument();

  /** Returns the HTTP status of the answer, or 0 if the client was gone before there was any. */
  public abstract int status();

  /** Returns the error code, also where the answer had no body to show it. */
  public abstract Optional<String> errorCode();

  /** Returns the error message, which S3 leaves empty in places. */
  public abstract Optional<String> message();

  /**
   * Returns why the request was refused, where S3 would not tell: the statement, the lock or the
   * header that decided.
   */
  public abstract Optional<String> reason();

  /**
   * Returns the keys that the answer refuses although it is a success as a whole: the first {@value
   * #REFUSAL_LIMIT} errors of a DeleteObjects.
   */
  public abstract List<RecordedRefusal> refusals();

  /**
   * Returns what went wrong inside the emulator when the answer is 500 InternalError: a defect of
   * the emulator or of its storage, which a test should not overlook.
   */
  public abstract Optional<Throwable> failure();

  /**
   * Returns what the server held just before the request was performed or refused.
   *
   * <p>States keep the bytes of deleted objects reachable. So a journal lets go of the oldest ones
   * when the requests behind them have brought more than {@link RequestJournal#MAX_UPLOADED_BYTES};
   * then this is empty. What requests did at the same time may show.
   */
  public final Optional<StateView> before() {
    return Optional.ofNullable(before);
  }

  /** Returns what the server held just after the request, see {@link #before}. */
  public final Optional<StateView> after() {
    return Optional.ofNullable(after);
  }

  /** Lets go of what the server held. */
  final void forgetStates() {
    before = null;
    after = null;
  }

  /** Returns the request and its answer on one line. */
  @Override
  public final String toString() {
    StringBuilder line = new StringBuilder();
    line.append(method()).append(' ').append(path());
    line.append(" (").append(operation().orElse("no operation")).append(") -> ");
    if (status() == 0) {
      return line.append("no answer: the client went away").toString();
    }
    line.append(status());
    errorCode().ifPresent(code -> line.append(' ').append(code));
    message().ifPresent(text -> line.append(": ").append(text));
    if (!refusals().isEmpty()) {
      line.append(' ').append(refusals());
    }
    reason().ifPresent(why -> line.append(" [").append(why).append(']'));
    return line.toString();
  }
}
