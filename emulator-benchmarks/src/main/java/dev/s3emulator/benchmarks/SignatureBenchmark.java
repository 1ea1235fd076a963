package dev.s3emulator.benchmarks;

import dev.s3emulator.internal.auth.AuthenticationMode;
import dev.s3emulator.internal.auth.Authenticator;
import dev.s3emulator.internal.auth.Credential;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.Region;
import dev.s3emulator.internal.protocol.Caller;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.protocol.QueryParameters;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.protocol.RequestTarget;
import dev.s3emulator.internal.protocol.SigningService;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The verification of one signature: two published examples, with the headers that SDKs add. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
public class SignatureBenchmark {

  private static final String NOTHING =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  private static final String CREDENTIAL =
      "AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request";
  private static final Caller CALLER = Caller.root(Owner.DEFAULT);
  private static final Optional<Credential> KNOWN =
      Optional.of(
          Credential.permanent(
              "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", CALLER));

  private final Authenticator authenticator =
      new Authenticator(
          id -> KNOWN,
          AuthenticationMode.STRICT,
          CALLER,
          () -> Instant.parse("2013-05-24T00:00:00Z"),
          target -> Region.US_EAST_1);

  private final RequestTarget target = new RequestTarget("examplebucket", null);

  private final RequestHead inHeader =
      new RequestHead(
          "GET",
          "/test.txt",
          "",
          Headers.of(
              "amz-sdk-invocation-id",
              "7f7e4e0c-9dd7-9c73-c1a3-2b6f8b2ad3e4",
              "amz-sdk-request",
              "attempt=1; max=4",
              "Authorization",
              "AWS4-HMAC-SHA256 Credential="
                  + CREDENTIAL
                  + ", SignedHeaders=host;range;x-amz-content-sha256;x-amz-date, Signature="
                  + "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
              "Host",
              "examplebucket.s3.amazonaws.com",
              "Range",
              "bytes=0-9",
              "User-Agent",
              "aws-sdk-java/2.54.13 md/io#sync md/http#Apache5 ua/2.1",
              "x-amz-content-sha256",
              NOTHING,
              "X-Amz-Date",
              "20130524T000000Z",
              "Connection",
              "Keep-Alive",
              "Accept-Encoding",
              "gzip"),
          false,
          "127.0.0.1");

  private final RequestHead inQuery =
      new RequestHead(
          "GET",
          "/test.txt",
          "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential="
              + CREDENTIAL.replace("/", "%2F")
              + "&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host"
              + "&X-Amz-Signature="
              + "aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404",
          Headers.of("Host", "examplebucket.s3.amazonaws.com", "Accept-Encoding", "gzip"),
          false,
          "127.0.0.1");

  /** A signature in the header. */
  @Benchmark
  public Object header() {
    return authenticator.authenticate(inHeader, target, QueryParameters.NONE, SigningService.S3);
  }

  /** A presigned URL, with the decoding of its query. */
  @Benchmark
  public Object presignedUrl() {
    return authenticator.authenticate(
        inQuery, target, QueryParameters.parse(inQuery.rawQuery()), SigningService.S3);
  }
}
