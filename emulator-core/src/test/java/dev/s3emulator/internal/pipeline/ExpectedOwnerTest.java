package dev.s3emulator.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.domain.S3State;
import dev.s3emulator.internal.domain.VersioningState;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.operation.OperationCatalog;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.protocol.RequestTarget.Level;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import dev.s3emulator.internal.testing.OperationHeaders;
import dev.s3emulator.internal.testing.Stacks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code x-amz-expected-bucket-owner} of every operation that has it (delete-semantics 9). */
class ExpectedOwnerTest {

  private static final String OWNER = "x-amz-expected-bucket-owner";
  private static final String SOURCE_OWNER = "x-amz-source-expected-bucket-owner";
  private static final String DENIED =
      "<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>";
  private static final Set<String> VALUED = Set.of("partNumber", "uploadId", "id");
  private static final Map<String, OperationHeaders> HEADERS = OperationHeaders.all();

  private final InProcessS3 s3 = new InProcessS3();

  static Stream<Route> routes() {
    S3Engine engine = new InProcessS3().engine();
    return OperationCatalog.of(engine).stream()
        .map(Operation::route)
        // Forms have it as well, though no SDK has forms.
        .filter(
            route ->
                route.operation().equals("PostObject")
                    || HEADERS.containsKey(route.operation())
                        && HEADERS.get(route.operation()).expectedOwner());
  }

  @ParameterizedTest
  @MethodSource("routes")
  void anotherOwnerIsDeniedBeforeAnythingIsDone(Route route) {
    S3State before = place();

    Answer answer = send(route, OWNER, "999999999999");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.xml()).isEqualTo(route.method().equals("HEAD") ? "" : DENIED);
    assertThat(s3.lastReason())
        .contains(
            "The request expects the bucket to belong to the account 999999999999; it belongs to"
                + " 123456789012.");
    assertThat(s3.engine().state()).isSameAs(before);
  }

  @ParameterizedTest
  @MethodSource("routes")
  void anOwnerThatIsNoAccountIsInvalidBeforeAnythingIsDone(Route route) {
    S3State before = place();

    Answer answer = send(route, OWNER, "abcd");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml()).isEqualTo(route.method().equals("HEAD") ? "" : invalid("abcd"));
    assertThat(s3.engine().state()).isSameAs(before);
  }

  @ParameterizedTest
  @MethodSource("routes")
  void theOwnerHimselfIsLetThrough(Route route) {
    place();

    Answer answer = send(route, OWNER, "123456789012");

    assertThat(answer.text()).doesNotContain("AccessDenied", "InvalidBucketOwner");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CopyObject", "UploadPartCopy"})
  void copiesNameTheOwnerOfTheirSource(String operation) {
    S3State before = place();
    Route route = routes().filter(each -> each.operation().equals(operation)).findFirst().get();

    Answer malformed = send(route, SOURCE_OWNER, "abcd");
    assertThat(malformed.status()).isEqualTo(400);
    assertThat(malformed.xml()).isEqualTo(invalid("abcd"));
    if (operation.equals("CopyObject")) {
      assertThat(send(route, SOURCE_OWNER, "999999999999").xml()).isEqualTo(DENIED);
      assertThat(s3.engine().state()).isSameAs(before);
      assertThat(send(route, SOURCE_OWNER, "123456789012").status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"CopyObject", "UploadPartCopy"})
  void copiesHaveItInTheModel(String operation) {
    assertThat(HEADERS.get(operation).sourceExpectedOwner()).isTrue();
    assertThat(HEADERS.values().stream().filter(OperationHeaders::sourceExpectedOwner)).hasSize(2);
  }

  private S3State place() {
    Stacks.place(s3, Stacks.bucket(VersioningState.ENABLED, "v1:object"));
    return s3.engine().state();
  }

  /** Sends what the route asks for, and no more than that. */
  private Answer send(Route route, String header, String value) {
    List<String> query = new ArrayList<>();
    route.queryKeys().forEach(key -> query.add(VALUED.contains(key) ? key + "=1" : key));
    route.queryValues().forEach((key, each) -> query.add(key + "=" + each));
    Headers.Builder headers = Headers.builder().add(header, value);
    route.headers().forEach(name -> headers.add(name, "/bucket/k"));
    if (route.operation().equals("PostObject")) {
      headers.add("Content-Type", "multipart/form-data; boundary=x");
    }
    String path = route.level() == Level.OBJECT ? "/bucket/k2" : "/bucket";
    return s3.send(
        route.method(),
        path + (query.isEmpty() ? "" : "?" + String.join("&", query)),
        headers.build());
  }

  private static String invalid(String value) {
    return "<Error><Code>InvalidBucketOwnerAWSAccountID</Code><Message>The value of the expected"
        + " bucket owner parameter must be an AWS Account ID... ["
        + value
        + "]</Message></Error>";
  }
}
