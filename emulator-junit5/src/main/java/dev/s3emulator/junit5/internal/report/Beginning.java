package dev.s3emulator.junit5.internal.report;

import dev.s3emulator.S3EmulatorServer;
import dev.s3emulator.journal.RecordedRequest;
import dev.s3emulator.model.StateView;
import java.util.List;
import java.util.Optional;

/**
 * What a server was like when a test began.
 *
 * @param state what it held
 * @param last its newest request, which belongs to another test if the server is never reset
 */
record Beginning(StateView state, Optional<RecordedRequest> last) {

  static Beginning of(S3EmulatorServer server) {
    return new Beginning(server.snapshot(), server.requests().last());
  }

  /** Returns the requests that came since then. */
  List<RecordedRequest> later(List<RecordedRequest> requests) {
    int index = last.map(requests::lastIndexOf).orElse(-1);
    return requests.subList(index + 1, requests.size());
  }
}
