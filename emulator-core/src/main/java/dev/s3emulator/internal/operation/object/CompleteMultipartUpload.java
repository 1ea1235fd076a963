package dev.s3emulator.internal.operation.object;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.CompletedUpload;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.Upload;
import dev.s3emulator.internal.domain.UploadChecksum;
import dev.s3emulator.internal.domain.checksum.Checksum;
import dev.s3emulator.internal.domain.multipart.CompleteCommand;
import dev.s3emulator.internal.domain.multipart.CompleteCommand.ExpectedChecksum;
import dev.s3emulator.internal.domain.multipart.Completion;
import dev.s3emulator.internal.domain.multipart.ListedPart;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.IntegrityHeaders;
import dev.s3emulator.internal.protocol.IntegrityHeaders.ChecksumHeader;
import dev.s3emulator.internal.protocol.PercentCoding;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.BodyRule;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;
import dev.s3emulator.internal.xml.XmlWriter;
import java.util.List;
import java.util.Optional;

/**
 * {@code POST /bucket/key?uploadId=…} with the list of parts: 200 with the object that they make.
 *
 * <p>S3 may begin its answer before it knows the end and then put an error under status 200. Here
 * the parts are only joined, never copied, so the end is known at once and an error has its own
 * status.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html">AWS</a>
 */
final class CompleteMultipartUpload implements Operation {

  /** Measured on S3. Ten thousand parts with their checksums fit. */
  private static final int MAX_DOCUMENT_BYTES = 2_621_440;

  static final Route ROUTE =
      Route.object("POST", "CompleteMultipartUpload")
          .query("uploadId")
          .action("s3:PutObject")
          .body(BodyRule.documentAboutObject(MAX_DOCUMENT_BYTES))
          .asksPayer();

  private final S3Engine engine;

  CompleteMultipartUpload(S3Engine engine) {
    this.engine = engine;
  }

  @Override
  public Route route() {
    return ROUTE;
  }

  @Override
  public void checkHead(S3Request request) {
    EncryptionHeaders.refuse(request);
    command(request, List.of());
  }

  @Override
  public S3Response handle(S3Request request) {
    CompleteCommand command = command(request, request.readDocument(CompleteDocument::read));
    while (true) {
      Bucket bucket = engine.state().requireBucket(request.bucketName());
      Optional<CompletedUpload> repeated = Completion.repeated(bucket, command);
      if (repeated.isPresent()) {
        return respond(request, repeated.get());
      }
      Completion.Prepared prepared = Completion.prepare(bucket, command);
      requireSameKey(request, prepared.upload());
      Optional<CompletedUpload> completed =
          engine.changeBucket(
              request.bucketName(),
              request.requester(),
              (now, context) -> Completion.complete(now, prepared, command, context));
      if (completed.isPresent()) {
        return respond(request, completed.get());
      }
    }
  }

  /**
   * A key is not needed, since the parts are encrypted already; one that is sent must be theirs.
   * The documents demand one of an upload with checksums, which was not seen on S3.
   */
  private static void requireSameKey(S3Request request, Upload upload) {
    Optional<CustomerKey> key = CustomerKey.of(request);
    if (key.isPresent()) {
      CustomerKey.requireForPart(key, upload.object().attributes().encryption());
    }
  }

  private static CompleteCommand command(S3Request request, List<ListedPart> parts) {
    return new CompleteCommand(
        request.key(),
        UploadParameters.uploadId(request),
        parts,
        WriteHeaders.precondition(request),
        request.headerValue(S3Headers.CHECKSUM_TYPE).map(UploadChecksum::parseType),
        IntegrityHeaders.findChecksum(request.head().headers())
            .map(CompleteMultipartUpload::expectedChecksum),
        request.headerValue(S3Headers.MP_OBJECT_SIZE).map(CompleteMultipartUpload::size));
  }

  /** A composite checksum may come with the number of its parts behind it. */
  private static ExpectedChecksum expectedChecksum(ChecksumHeader header) {
    String value = header.value();
    int dash = value.indexOf('-');
    String base64 = dash < 0 ? value : value.substring(0, dash);
    boolean wellFormed =
        Checksum.parseHeader(header.algorithm(), base64).isPresent()
            && (dash < 0 || value.substring(dash + 1).matches("[0-9]{1,5}"));
    if (!wellFormed) {
      throw header.invalid();
    }
    return new ExpectedChecksum(header.algorithm(), value);
  }

  private static Long size(String header) {
    if (!header.matches("[0-9]{1,18}")) {
      // What S3 says of it is not known; these are its words about other headers.
      throw S3Exception.invalidRequest("Value for x-amz-mp-object-size header is invalid.");
    }
    return Long.valueOf(header);
  }

  private static S3Response respond(S3Request request, CompletedUpload completed) {
    S3Response.Builder response =
        EncryptionEcho.addWithoutCustomer(S3Response.ok(), completed.encryption());
    // As with PutObject, a suspended bucket keeps silent about its "null" (delete-semantics 2.3).
    if (!completed.versionId().isNull()) {
      response.header(S3Headers.VERSION_ID, completed.versionId().toString());
    }
    Checksum checksum = completed.checksum();
    return response
        .xml(
            XmlWriter.document("CompleteMultipartUploadResult")
                .element("Location", location(request))
                .element("Bucket", request.bucketName())
                .element("Key", request.key().toString())
                .element("ETag", completed.eTag().quoted())
                .element("Checksum" + checksum.algorithm().wireName(), checksum.headerValue())
                .element("ChecksumType", checksum.type().name())
                .finish())
        .build();
  }

  /** The URL of the object, in the style of the request; the whole key is encoded, slashes too. */
  private static String location(S3Request request) {
    String bucket = request.bucketName();
    String pathStyle = "/" + bucket + "/" + request.key();
    boolean bucketInHost = !pathStyle.equals(PercentCoding.decode(request.head().rawPath()));
    return (request.head().secure() ? "https://" : "http://")
        + request.headerValue("Host").orElse("localhost")
        + (bucketInHost ? "/" : "/" + bucket + "/")
        + PercentCoding.encode(request.key().toString());
  }
}
