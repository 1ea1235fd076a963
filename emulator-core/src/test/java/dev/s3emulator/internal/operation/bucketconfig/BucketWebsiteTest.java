package dev.s3emulator.internal.operation.bucketconfig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PutBucketWebsite, GetBucketWebsite and DeleteBucketWebsite. */
class BucketWebsiteTest {

  private static final String INDEX = "<IndexDocument><Suffix>index.html</Suffix></IndexDocument>";

  private final InProcessS3 s3 = new InProcessS3();

  @BeforeEach
  void createBucket() {
    s3.send("PUT", "/alpha");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        INDEX,
        INDEX + "<ErrorDocument><Key>404.html</Key></ErrorDocument>",
        "<RedirectAllRequestsTo><HostName>example.com</HostName></RedirectAllRequestsTo>",
        "<RedirectAllRequestsTo><HostName>example.com</HostName><Protocol>https</Protocol></RedirectAllRequestsTo>",
        INDEX
            + "<RoutingRules>"
            + "<RoutingRule><Condition><KeyPrefixEquals>old/</KeyPrefixEquals></Condition><Redirect><ReplaceKeyPrefixWith></ReplaceKeyPrefixWith></Redirect></RoutingRule>"
            + "<RoutingRule><Condition><HttpErrorCodeReturnedEquals>404</HttpErrorCodeReturnedEquals><KeyPrefixEquals>a</KeyPrefixEquals></Condition><Redirect><HostName>example.com</HostName><HttpRedirectCode>307</HttpRedirectCode><Protocol>http</Protocol><ReplaceKeyWith>b</ReplaceKeyWith></Redirect></RoutingRule>"
            + "<RoutingRule><Redirect><Protocol>https</Protocol></Redirect></RoutingRule>"
            + "</RoutingRules>"
      })
  void whatWasPutIsShown(String content) {
    Answer stored = put(content);

    assertThat(stored.status()).isEqualTo(200);
    assertThat(stored.text()).isEmpty();
    assertThat(s3.send("GET", "/alpha?website").xml())
        .isEqualTo(
            "<WebsiteConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
                + content
                + "</WebsiteConfiguration>");
  }

  @Test
  void aBucketIsNoWebsiteUntilItIsMadeOne() {
    Answer answer = s3.send("GET", "/alpha?website");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>NoSuchWebsiteConfiguration</Code><Message>The specified bucket does not have a website configuration</Message><BucketName>alpha</BucketName></Error>");
  }

  @Test
  void deletingItTwiceIsTheSame() {
    put(INDEX);

    assertThat(s3.send("DELETE", "/alpha?website").status()).isEqualTo(204);
    assertThat(s3.send("DELETE", "/alpha?website").status()).isEqualTo(204);
    assertThat(s3.send("GET", "/alpha?website").status()).isEqualTo(404);
  }

  static Stream<Arguments> invalid() {
    return Stream.of(
        argument(
            "",
            "A value for IndexDocument Suffix must be provided if RedirectAllRequestsTo is empty",
            "IndexDocument",
            "null"),
        argument(
            "<ErrorDocument><Key>e.html</Key></ErrorDocument>",
            "A value for IndexDocument Suffix must be provided if RedirectAllRequestsTo is empty",
            "IndexDocument",
            "null"),
        argument(
            "<IndexDocument><Suffix>/index.html</Suffix></IndexDocument>",
            "The IndexDocument Suffix is not well formed",
            "IndexDocument",
            "/index.html"),
        argument(
            "<IndexDocument><Suffix></Suffix></IndexDocument>",
            "The IndexDocument Suffix is not well formed",
            "IndexDocument",
            ""),
        argument(
            INDEX
                + "<RedirectAllRequestsTo><HostName>example.com</HostName></RedirectAllRequestsTo>",
            "RedirectAllRequestsTo cannot be provided in conjunction with other Routing Rules.",
            "RedirectAllRequestsTo",
            "not null"),
        request(
            rule("<Redirect><Protocol>ftp</Protocol></Redirect>"),
            "Invalid protocol, protocol can be http or https. If not defined the protocol will be selected automatically."),
        request(
            "<RedirectAllRequestsTo><HostName>x</HostName><Protocol>HTTP</Protocol></RedirectAllRequestsTo>",
            "Invalid protocol, protocol can be http or https. If not defined the protocol will be selected automatically."),
        request(
            rule(
                "<Redirect><ReplaceKeyPrefixWith>a</ReplaceKeyPrefixWith><ReplaceKeyWith>b</ReplaceKeyWith></Redirect>"),
            "You can only define ReplaceKeyPrefix or ReplaceKey but not both."),
        request(
            rule("<Condition/><Redirect><ReplaceKeyWith>b</ReplaceKeyWith></Redirect>"),
            "Condition cannot be empty. To redirect all requests without a condition, the condition element shouldn't be present."),
        request(
            rule("<Redirect><HttpRedirectCode>300</HttpRedirectCode></Redirect>"),
            "The provided HTTP redirect code (300) is not valid. Valid codes are 3XX except 300."),
        request(
            rule(
                "<Condition><HttpErrorCodeReturnedEquals>200</HttpErrorCodeReturnedEquals></Condition><Redirect><ReplaceKeyWith>b</ReplaceKeyWith></Redirect>"),
            "The provided HTTP error code (200) is not valid. Valid codes are 4XX or 5XX."),
        request(
            rule("<Redirect><HostName> </HostName></Redirect>"),
            "The HostName cannot be blank. To redirect within the same domain, the element should not be present."),
        request(
            "<RedirectAllRequestsTo><HostName></HostName></RedirectAllRequestsTo>",
            "A host name must be provided to redirect all requests (e.g. &quot;example.com&quot;)."),
        request(
            INDEX
                + "<RoutingRules>"
                + "<RoutingRule><Redirect><Protocol>http</Protocol></Redirect></RoutingRule>"
                    .repeat(51)
                + "</RoutingRules>",
            "51 routing rules provided, the number of routing rules in a website configuration is limited to 50."));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("invalid")
  void refusesWhatCannotBe(String content, String error) {
    Answer answer = put(content);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml()).isEqualTo("<Error>" + error + "</Error>");
    assertThat(s3.send("GET", "/alpha?website").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<Other/>",
        "<IndexDocument/>",
        INDEX + INDEX,
        INDEX + "<RoutingRules/>",
        INDEX + "<ErrorDocument/>",
        INDEX + "<ErrorDocument><Key></Key></ErrorDocument>",
        INDEX + "<RoutingRules><RoutingRule/></RoutingRules>",
        INDEX + "<RoutingRules><Rule/></RoutingRules>",
        INDEX
            + "<RoutingRules><RoutingRule><Redirect><HttpRedirectCode>x</HttpRedirectCode></Redirect></RoutingRule></RoutingRules>",
        "<RedirectAllRequestsTo><Protocol>http</Protocol></RedirectAllRequestsTo>"
      })
  void otherDocumentsAreMalformed(String content) {
    Answer answer = put(content);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml()).contains("<Code>MalformedXML</Code>");
  }

  @Test
  void documentNeedsADigestAndContent() {
    assertThat(s3.send("PUT", "/alpha?website", Headers.EMPTY, "<WebsiteConfiguration/>").xml())
        .contains(
            "<Code>InvalidRequest</Code>",
            "Missing required header for this request: Content-MD5 OR x-amz-checksum-*");
    assertThat(s3.sendDocument("PUT", "/alpha?website", "").xml())
        .contains("<Code>MissingRequestBodyError</Code>");
  }

  @Test
  void theParameterHasNoValue() {
    assertThat(s3.send("GET", "/alpha?website=x").xml())
        .isEqualTo(
            "<Error><Code>InvalidArgument</Code><Message>The website parameter must not have a value</Message><ArgumentName>website</ArgumentName><ArgumentValue>x</ArgumentValue></Error>");
  }

  @Test
  void aSnapshotKeepsTheConfiguration() {
    put(INDEX);
    var before = s3.engine().state();
    s3.send("DELETE", "/alpha?website");

    s3.engine().restore(before);

    assertThat(s3.send("GET", "/alpha?website").status()).isEqualTo(200);
  }

  private static String rule(String content) {
    return INDEX + "<RoutingRules><RoutingRule>" + content + "</RoutingRule></RoutingRules>";
  }

  private static Arguments argument(String content, String message, String name, String value) {
    return Arguments.of(
        content,
        "<Code>InvalidArgument</Code><Message>%s</Message><ArgumentName>%s</ArgumentName><ArgumentValue>%s</ArgumentValue>"
            .formatted(message, name, value));
  }

  private static Arguments request(String content, String message) {
    return Arguments.of(
        content, "<Code>InvalidRequest</Code><Message>%s</Message>".formatted(message));
  }

  private Answer put(String content) {
    return s3.sendDocument(
        "PUT", "/alpha?website", "<WebsiteConfiguration>" + content + "</WebsiteConfiguration>");
  }
}
