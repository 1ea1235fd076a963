package dev.s3emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.journal.RecordedRequest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** The rules for pages from elsewhere, as a real browser keeps them. */
class BrowserFetchAcceptanceTest {

  /** Tells of each request what the page learns: status and what it may read, or a failure. */
  private static final String SCRIPT =
      """
      <script>
      const s3 = '%s';
      const seen = [];
      const attempt = async (name, path, init, ...headers) => {
        try {
          const answer = await fetch(s3 + path, init);
          const text = await answer.text();
          const code = (text.match(/<Code>(.*?)<.Code>/) || [])[1];
          const shown = headers.map(header => header + '=' + answer.headers.get(header));
          seen.push([name, answer.status, code || text, ...shown].join(' ').trim());
        } catch (refused) {
          seen.push(name + ' ' + refused.name);
        }
      };
      (async () => {
        await attempt('get', '/open/a.txt', {}, 'etag', 'x-amz-request-id');
        await attempt('put', '/open/b.txt',
            {method: 'PUT', body: 'b', headers: {'x-amz-meta-from': 'page'}}, 'etag');
        await attempt('absent', '/open/absent.txt', {});
        await attempt('credentials', '/open/a.txt', {credentials: 'include'});
        await attempt('delete', '/open/a.txt', {method: 'DELETE'});
        await attempt('header', '/open/a.txt', {headers: {'x-other': '1'}});
        await attempt('closed', '/closed/a.txt', {});
        await attempt('missing', '/missing/a.txt', {method: 'PUT', body: ''});
        await attempt('any', '/any/a.txt', {});
        await attempt('any-credentials', '/any/a.txt', {credentials: 'include'});
        await report(seen.join('\\n'));
      })();
      </script>
      """;

  @Test
  void pageMayDoWhatTheRulesSay(@TempDir Path folder) throws Exception {
    try (S3EmulatorServer server =
            S3EmulatorServer.start()
                .createBucket("open")
                .createBucket("closed")
                .createBucket("any");
        S3Client s3 = S3Clients.s3Client(server)) {
      prepare(s3);

      String seen = new HeadlessBrowser(folder).show(SCRIPT.formatted(server.endpoint()));

      assertThat(seen.lines())
          .containsExactly(
              "get 200 text of open etag=\"" + eTag(s3, "a.txt") + "\" x-amz-request-id=null",
              "put 200  etag=\"" + eTag(s3, "b.txt") + "\"",
              "absent 404 NoSuchKey",
              "credentials 200 text of open",
              "delete TypeError",
              "header TypeError",
              "closed TypeError",
              "missing TypeError",
              "any 200 text of any",
              "any-credentials TypeError");
      assertThat(s3.headObject(r -> r.bucket("open").key("b.txt")).metadata())
          .containsEntry("from", "page");
      assertThat(s3.headObject(r -> r.bucket("open").key("a.txt")).contentLength()).isEqualTo(12);
      assertThat(server.journal().requests())
          .filteredOn(request -> request.method().equals("OPTIONS"))
          .extracting(RecordedRequest::status)
          .containsExactly(200, 403, 403, 403);
    }
  }

  /** Sends one form by script and then one as a user does, who is sent back to the page. */
  private static final String FORMS =
      """
      <form method="post" enctype="multipart/form-data" action="%1$s/open">
        <input type="hidden" name="key" value="forms/${filename}">
        <input type="hidden" name="Content-Type" value="text/plain">
        <input type="hidden" name="success_action_redirect">
        <input type="file" name="file">
      </form>
      <script>
      const content = name => new File(['from a page'], name, {type: 'text/html'});
      (async () => {
        if (location.search) {
          await report(sessionStorage.getItem('status') + ' ' + location.search);
          return;
        }
        const fields = new FormData();
        fields.append('key', 'fetched/${filename}');
        fields.append('success_action_status', '201');
        fields.append('file', content('a.txt'));
        const answer = await fetch('%1$s/open', {method: 'POST', body: fields});
        sessionStorage.setItem('status', answer.status);
        const form = document.forms[0];
        form.elements['success_action_redirect'].value = location.href;
        const transfer = new DataTransfer();
        transfer.items.add(content('b "ü".txt'));
        form.elements['file'].files = transfer.files;
        form.submit();
      })();
      </script>
      """;

  @Test
  void formsOfAPageUploadFiles(@TempDir Path folder) throws Exception {
    try (S3EmulatorServer server = S3EmulatorServer.start().createBucket("open");
        S3Client s3 = S3Clients.s3Client(server)) {
      s3.putBucketCors(
          r ->
              r.bucket("open")
                  .corsConfiguration(
                      c -> c.corsRules(rule -> rule.allowedOrigins("*").allowedMethods("POST"))));

      String seen = new HeadlessBrowser(folder).show(FORMS.formatted(server.endpoint()));

      assertThat(seen)
          .startsWith("201 ?bucket=open&key=forms%2Fb%20%2522%C3%BC%2522.txt&etag=%22")
          .endsWith("%22");
      assertThat(s3.getObjectAsBytes(r -> r.bucket("open").key("fetched/a.txt")).asUtf8String())
          .isEqualTo("from a page");
      // Browsers escape quotation marks in names of files so, and S3 takes them as they come.
      assertThat(s3.headObject(r -> r.bucket("open").key("forms/b %22ü%22.txt")).contentType())
          .isEqualTo("text/plain");
    }
  }

  private static void prepare(S3Client s3) {
    for (String bucket : new String[] {"open", "closed", "any"}) {
      s3.putObject(r -> r.bucket(bucket).key("a.txt"), RequestBody.fromString("text of " + bucket));
    }
    s3.putBucketCors(
        r ->
            r.bucket("open")
                .corsConfiguration(
                    c ->
                        c.corsRules(
                            rule ->
                                rule.allowedOrigins("http://127.0.0.1:*")
                                    .allowedMethods("GET", "PUT")
                                    .allowedHeaders("x-amz-*", "content-type")
                                    .exposeHeaders("ETag"))));
    s3.putBucketCors(
        r ->
            r.bucket("any")
                .corsConfiguration(
                    c -> c.corsRules(rule -> rule.allowedOrigins("*").allowedMethods("GET"))));
  }

  private static String eTag(S3Client s3, String key) {
    return s3.headObject(r -> r.bucket("open").key(key)).eTag().replace("\"", "");
  }
}
