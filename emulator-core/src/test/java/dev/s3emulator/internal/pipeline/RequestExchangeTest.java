package dev.s3emulator.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import dev.s3emulator.journal.RecordedRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every answer has, and what the journal keeps of it (protocol-notes 8). */
class RequestExchangeTest {

  private final InProcessS3 s3 = new InProcessS3();

  @Test
  void everyAnswerHasIdsDateAndServer() {
    for (Answer answer :
        List.of(s3.send("GET", "/"), s3.send("GET", "/b?location"), s3.send("TRACE", "/"))) {
      assertThat(answer.header("x-amz-request-id")).matches("[0-9A-HJKMNP-TV-Z]{16}");
      assertThat(answer.header("x-amz-id-2")).matches("[A-Za-z0-9+/]{76}");
      assertThat(answer.header("Date")).isEqualTo("Tue, 03 Feb 2026 16:45:09 GMT");
      assertThat(answer.header("Server")).isEqualTo("AmazonS3");
    }
  }

  @Test
  void errorRepeatsItsIds() {
    Answer answer = s3.send("GET", "/b?location");

    assertThat(answer.header("Content-Type")).isEqualTo("application/xml");
    assertThat(answer.text())
        .endsWith(
            "<RequestId>"
                + answer.header("x-amz-request-id")
                + "</RequestId><HostId>"
                + answer.header("x-amz-id-2")
                + "</HostId></Error>");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /, ListBuckets, 200, ''",
    "GET, /b?location, GetBucketLocation, 404, NoSuchBucket",
    "PUT, /B, CreateBucket, 400, InvalidBucketName",
    "DELETE, /b/k?versionId=x, DeleteObject, 404, NoSuchBucket",
    "POST, /b?delete, DeleteObjects, 404, NoSuchBucket",
    "GET, /b/k?annotation, ListObjectAnnotations, 501, NotImplemented",
    "DELETE, /b?versioning, '', 405, MethodNotAllowed",
    "GET, /b?acl&cors, '', 400, InvalidArgument",
    "GET, /b/%zz, '', 400, InvalidURI",
    "TRACE, /, '', 400, BadRequest"
  })
  void journalNamesTheOperationEvenOfRefusedRequests(
      String method, String url, String operation, int status, String code) {
    Answer answer = s3.send(method, url);

    RecordedRequest recorded = last();
    assertThat(recorded.operation().orElse("")).isEqualTo(operation);
    assertThat(recorded.status()).isEqualTo(status);
    assertThat(recorded.errorCode().orElse("")).isEqualTo(code);
    assertThat(recorded.requestId()).isEqualTo(answer.header("x-amz-request-id"));
    assertThat(recorded.path()).isEqualTo(url);
    assertThat(recorded.failure()).isEmpty();
  }

  @Test
  void journalNamesRefusalsOfTheBodyToo() {
    s3.send("PUT", "/alpha");
    s3.send("PUT", "/alpha?versioning", Headers.EMPTY, "x");

    assertThat(last())
        .hasToString(
            "PUT /alpha?versioning (PutBucketVersioning) -> 400 MalformedXML: The XML you provided"
                + " was not well-formed or did not validate against our published schema");
  }

  private RecordedRequest last() {
    List<RecordedRequest> requests = s3.journal().requests();
    return requests.get(requests.size() - 1);
  }
}
