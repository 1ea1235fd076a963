package dev.s3emulator.junit5;

import java.lang.annotation.Annotation;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A client that tells when it is closed, and fails if the server is closed by then. */
final class ClosingClient implements AutoCloseable {

  static final List<String> CLOSED = new CopyOnWriteArrayList<>();

  private final String name;
  private final S3Target target;

  private ClosingClient(String name, S3Target target) {
    this.name = name;
    this.target = target;
  }

  @Override
  public void close() {
    target.server().orElseThrow().snapshot();
    CLOSED.add(name);
    if (name.equals("broken")) {
      throw new IllegalArgumentException("broken");
    }
  }

  /** Asks for the one whose close fails. */
  @Retention(RetentionPolicy.RUNTIME)
  @interface Broken {}

  /** Makes good ones. */
  public static final class Factory implements S3ClientFactory<ClosingClient> {
    @Override
    public String typeName() {
      return ClosingClient.class.getName();
    }

    @Override
    public ClosingClient create(S3Target target) {
      target.closeAfterwards(() -> CLOSED.add("what the client needs"));
      return new ClosingClient("client", target);
    }
  }

  /** Makes broken ones. */
  public static final class BrokenFactory implements S3ClientFactory<ClosingClient> {
    @Override
    public String typeName() {
      return ClosingClient.class.getName();
    }

    @Override
    public Optional<Class<? extends Annotation>> qualifier() {
      return Optional.of(Broken.class);
    }

    @Override
    public ClosingClient create(S3Target target) {
      return new ClosingClient("broken", target);
    }
  }
}
