package dev.s3emulator.internal.http;

import io.undertow.UndertowOptions;
import org.xnio.OptionMap;

/**
 * How long a transport waits for its clients, in milliseconds.
 *
 * @param bodyIdle for the next byte of a body, and for room to send the next byte of an answer
 * @param head for the end of a head that has begun
 * @param keepAlive for the next request on a connection
 * @param linger for a client that was refused to end its side
 */
record TransportLimits(int bodyIdle, int head, int keepAlive, int linger) {

  /** S3 gives up on a silent client after some twenty seconds. */
  static final TransportLimits DEFAULT = new TransportLimits(20_000, 20_000, 5 * 60 * 1000, 2_000);

  /** Adds to the options of Undertow what it watches over itself. */
  OptionMap in(OptionMap options) {
    return OptionMap.builder()
        .addAll(options)
        .set(UndertowOptions.REQUEST_PARSE_TIMEOUT, head)
        .set(UndertowOptions.NO_REQUEST_TIMEOUT, keepAlive)
        .getMap();
  }
}
