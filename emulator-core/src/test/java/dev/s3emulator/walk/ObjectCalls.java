package dev.s3emulator.walk;

import static software.amazon.awssdk.services.s3.model.ObjectAttributes.E_TAG;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.ExpressionType;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.SelectObjectContentResponseHandler;
import software.amazon.awssdk.services.s3.model.StorageClass;

/** The operations on objects, and those of browsers. */
final class ObjectCalls {

  static final Map<String, Call> ALL = new TreeMap<>();

  private static final HttpClient BROWSER = HttpClient.newHttpClient();
  private static final RequestBody CONTENT = RequestBody.fromString("miau");

  private ObjectCalls() {}

  static {
    contents();
    tagging();
    uploads();
    access();
    archives();
    annotations();
    browsers();
  }

  private static void contents() {
    ALL.put("PutObject", at -> at.s3().putObject(it -> it.bucket(at.bucket()).key("new"), CONTENT));
    ALL.put(
        "GetObject", at -> at.s3().getObjectAsBytes(it -> it.bucket(at.bucket()).key(at.key())));
    ALL.put("HeadObject", at -> at.s3().headObject(it -> it.bucket(at.bucket()).key(at.key())));
    ALL.put(
        "CopyObject",
        at ->
            at.s3()
                .copyObject(
                    it ->
                        it.sourceBucket(at.bucket())
                            .sourceKey(at.key())
                            .destinationBucket(at.bucket())
                            .destinationKey("copy")));
    ALL.put("DeleteObject", at -> at.s3().deleteObject(it -> it.bucket(at.bucket()).key(at.key())));
    ALL.put(
        "DeleteObjects",
        at ->
            at.s3()
                .deleteObjects(
                    it ->
                        it.bucket(at.bucket())
                            .delete(d -> d.objects(o -> o.key(at.key()), o -> o.key("other")))));
    ALL.put(
        "GetObjectAttributes",
        at ->
            at.s3()
                .getObjectAttributes(
                    it -> it.bucket(at.bucket()).key(at.key()).objectAttributes(E_TAG)));
    ALL.put(
        "GetObjectTorrent",
        at -> at.s3().getObjectTorrentAsBytes(it -> it.bucket(at.bucket()).key(at.key())));
    ALL.put(
        "RenameObject",
        at ->
            at.s3()
                .renameObject(
                    it ->
                        it.bucket(at.bucket())
                            .key("renamed")
                            .renameSource("/" + at.bucket() + "/" + at.key())));
    ALL.put("SelectObjectContent", ObjectCalls::select);
    ALL.put(
        "WriteGetObjectResponse",
        at ->
            at.s3()
                .writeGetObjectResponse(
                    it -> it.requestRoute("route").requestToken("token"), CONTENT));
  }

  private static void select(Target at) {
    try {
      at.async()
          .selectObjectContent(
              it ->
                  it.bucket(at.bucket())
                      .key(at.key())
                      .expression("select * from s3object")
                      .expressionType(ExpressionType.SQL)
                      .inputSerialization(in -> in.csv(csv -> {}))
                      .outputSerialization(out -> out.csv(csv -> {})),
              SelectObjectContentResponseHandler.builder().subscriber(event -> {}).build())
          .join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof AwsServiceException refused) {
        throw refused;
      }
      throw failed;
    }
  }

  private static void tagging() {
    ALL.put(
        "PutObjectTagging",
        at ->
            at.s3()
                .putObjectTagging(
                    it ->
                        it.bucket(at.bucket())
                            .key(at.key())
                            .tagging(t -> t.tagSet(tag -> tag.key("a").value("b")))));
    ALL.put(
        "GetObjectTagging",
        at -> at.s3().getObjectTagging(it -> it.bucket(at.bucket()).key(at.key())));
    ALL.put(
        "DeleteObjectTagging",
        at -> at.s3().deleteObjectTagging(it -> it.bucket(at.bucket()).key(at.key())));
  }

  private static void uploads() {
    ALL.put(
        "CreateMultipartUpload",
        at -> at.s3().createMultipartUpload(it -> it.bucket(at.bucket()).key(at.key())));
    ALL.put("UploadPart", at -> part(at, at.upload()));
    ALL.put(
        "UploadPartCopy",
        at -> {
          String id = at.upload();
          at.s3()
              .uploadPartCopy(
                  it ->
                      it.sourceBucket(at.bucket())
                          .sourceKey(at.key())
                          .destinationBucket(at.bucket())
                          .destinationKey(at.key())
                          .uploadId(id)
                          .partNumber(1));
        });
    ALL.put(
        "ListParts",
        at -> {
          String id = at.upload();
          at.s3().listParts(it -> it.bucket(at.bucket()).key(at.key()).uploadId(id));
        });
    ALL.put(
        "CompleteMultipartUpload",
        at -> {
          String id = at.upload();
          at.prepare(() -> part(at, id));
          CompletedPart part =
              CompletedPart.builder()
                  .partNumber(1)
                  .eTag("\"73b7d6d6a5e1b5d3b5d0e2b9b6b6f8f5\"")
                  .build();
          try {
            String eTag =
                at.s3()
                    .listParts(it -> it.bucket(at.bucket()).key(at.key()).uploadId(id))
                    .parts()
                    .get(0)
                    .eTag();
            part = part.toBuilder().eTag(eTag).build();
          } catch (AwsServiceException none) {
            // There is no upload where the bucket is missing.
          }
          CompletedPart completed = part;
          at.s3()
              .completeMultipartUpload(
                  it ->
                      it.bucket(at.bucket())
                          .key(at.key())
                          .uploadId(id)
                          .multipartUpload(m -> m.parts(completed)));
        });
    ALL.put(
        "AbortMultipartUpload",
        at -> {
          String id = at.upload();
          at.s3().abortMultipartUpload(it -> it.bucket(at.bucket()).key(at.key()).uploadId(id));
        });
  }

  private static void part(Target at, String id) {
    at.s3()
        .uploadPart(it -> it.bucket(at.bucket()).key(at.key()).uploadId(id).partNumber(1), CONTENT);
  }

  private static void access() {
    ALL.put("GetObjectAcl", at -> at.s3().getObjectAcl(it -> it.bucket(at.bucket()).key(at.key())));
    ALL.put(
        "PutObjectAcl",
        at ->
            at.s3()
                .putObjectAcl(
                    it -> it.bucket(at.bucket()).key(at.key()).acl("bucket-owner-full-control")));
    ALL.put("PutObjectLegalHold", ObjectCalls::hold);
    ALL.put(
        "GetObjectLegalHold",
        at -> {
          at.prepare(() -> hold(at));
          at.s3().getObjectLegalHold(it -> it.bucket(at.bucket()).key(at.key()));
        });
    ALL.put("PutObjectRetention", ObjectCalls::retain);
    ALL.put(
        "GetObjectRetention",
        at -> {
          at.prepare(() -> retain(at));
          at.s3().getObjectRetention(it -> it.bucket(at.bucket()).key(at.key()));
        });
  }

  private static void hold(Target at) {
    at.prepare(() -> BucketCalls.lock(at));
    at.s3()
        .putObjectLegalHold(
            it -> it.bucket(at.bucket()).key(at.key()).legalHold(hold -> hold.status("ON")));
  }

  private static void retain(Target at) {
    at.prepare(() -> BucketCalls.lock(at));
    at.s3()
        .putObjectRetention(
            it ->
                it.bucket(at.bucket())
                    .key(at.key())
                    .retention(
                        retention ->
                            retention
                                .mode("GOVERNANCE")
                                .retainUntilDate(Instant.now().plus(1, ChronoUnit.DAYS))));
  }

  private static void archives() {
    ALL.put(
        "RestoreObject",
        at -> {
          if (!at.key().startsWith("missing")) {
            at.prepare(
                () ->
                    at.s3()
                        .putObject(
                            it ->
                                it.bucket(at.bucket())
                                    .key(at.key())
                                    .storageClass(StorageClass.GLACIER),
                            CONTENT));
          }
          at.s3()
              .restoreObject(
                  it ->
                      it.bucket(at.bucket())
                          .key(at.key())
                          .restoreRequest(
                              r -> r.days(1).glacierJobParameters(g -> g.tier("Standard"))));
        });
    ALL.put(
        "UpdateObjectEncryption",
        at ->
            at.s3()
                .updateObjectEncryption(
                    it ->
                        it.bucket(at.bucket())
                            .key(at.key())
                            .objectEncryption(
                                e ->
                                    e.ssekms(
                                        kms ->
                                            kms.kmsKeyArn(
                                                "arn:aws:kms:us-east-1:123456789012:key/k")))));
  }

  private static void annotations() {
    ALL.put(
        "PutObjectAnnotation",
        at ->
            at.s3()
                .putObjectAnnotation(
                    it -> it.bucket(at.bucket()).key(at.key()).annotationName("a"), CONTENT));
    ALL.put(
        "GetObjectAnnotation",
        at ->
            at.s3()
                .getObjectAnnotationAsBytes(
                    it -> it.bucket(at.bucket()).key(at.key()).annotationName("a")));
    ALL.put(
        "DeleteObjectAnnotation",
        at ->
            at.s3()
                .deleteObjectAnnotation(
                    it -> it.bucket(at.bucket()).key(at.key()).annotationName("a")));
    ALL.put(
        "ListObjectAnnotations",
        at -> at.s3().listObjectAnnotations(it -> it.bucket(at.bucket()).key(at.key())));
  }

  private static void browsers() {
    ALL.put(
        "PostObject",
        at -> {
          String form =
              "--x\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\nform\r\n--x\r\n"
                  + "Content-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\nmiau\r\n"
                  + "--x--\r\n";
          browse(
              HttpRequest.newBuilder(at.url(""))
                  .header("Content-Type", "multipart/form-data; boundary=x")
                  .POST(BodyPublishers.ofString(form)));
        });
    ALL.put(
        "PreflightRequest",
        at -> {
          at.prepare(() -> cors(at));
          browse(
              HttpRequest.newBuilder(at.url("/" + at.key()))
                  .header("Origin", "http://example.com")
                  .header("Access-Control-Request-Method", "GET")
                  .method("OPTIONS", BodyPublishers.noBody()));
        });
  }

  private static void cors(Target at) {
    at.s3()
        .putBucketCors(
            it ->
                it.bucket(at.bucket())
                    .corsConfiguration(
                        c -> c.corsRules(rule -> rule.allowedMethods("GET").allowedOrigins("*"))));
  }

  /** Sends a request, and throws as the SDK does where it is refused. */
  private static void browse(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> answer = BROWSER.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw S3Exception.builder().statusCode(answer.statusCode()).message(answer.body()).build();
    }
  }
}
