package dev.s3emulator.internal.operation.object;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.Change;
import dev.s3emulator.internal.domain.KmsKey;
import dev.s3emulator.internal.domain.ObjectVersion;
import dev.s3emulator.internal.domain.Region;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.attribute.Encryption;
import dev.s3emulator.internal.domain.attribute.Encryption.Algorithm;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.lookup.VersionLookup;
import dev.s3emulator.internal.lookup.VersionParameter;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.BodyRule;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;
import dev.s3emulator.internal.xml.XmlElement;
import dev.s3emulator.internal.xml.XmlReader;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code PUT /bucket/key?encryption}: gives a version that is there another KMS key. Everything
 * else stays as it is, the entity tag and the time too, and archives are not restored for it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_UpdateObjectEncryption.html">AWS</a>
 */
final class UpdateObjectEncryption implements Operation {

  private static final int MAX_DOCUMENT_BYTES = 64 * 1024;

  static final Route ROUTE =
      Route.object("PUT", "UpdateObjectEncryption")
          .query("encryption")
          .body(BodyRule.checkedDocument(MAX_DOCUMENT_BYTES))
          .asksPayer();

  /** The model takes neither ids nor aliases. */
  private static final Pattern KEY_ARN =
      Pattern.compile("arn:aws[a-zA-Z0-9-]*:kms:[a-z0-9-]+:([0-9]{12}):key/[a-zA-Z0-9-]+");

  private final S3Engine engine;

  UpdateObjectEncryption(S3Engine engine) {
    this.engine = engine;
  }

  @Override
  public Route route() {
    return ROUTE;
  }

  @Override
  public void checkHead(S3Request request) {
    String authorization = request.headerValue("Authorization").orElse("");
    if (authorization.startsWith("AWS ") || request.parameter("AWSAccessKeyId") != null) {
      throw S3Exception.invalidRequest(
          "Requests modifying object encryption configuration require AWS Signature Version 4.");
    }
  }

  @Override
  public S3Response handle(S3Request request) {
    Wanted wanted = request.readDocument(UpdateObjectEncryption::read);
    engine.changeBucket(
        request.bucketName(),
        bucket -> {
          ObjectVersion version = requireVersion(bucket, request);
          requireUpdatable(version.encryption());
          ObjectVersion updated =
              version.with(version.attributes().with(wanted.encryption(bucket)));
          return new Change<>(bucket.replace(request.key(), updated), updated);
        });
    return S3Response.ok().build();
  }

  private static ObjectVersion requireVersion(Bucket bucket, S3Request request) {
    if (bucket.stack(request.key()).isEmpty() && request.parameter("versionId") == null) {
      // Here S3 names the bucket with the key.
      throw S3Exception.of(S3Error.NO_SUCH_KEY).with("Key", bucket.name() + '/' + request.key());
    }
    return VersionLookup.requireObject(
        bucket, request.key(), VersionParameter.of(request), request.head().method());
  }

  /** AWS documents that these cannot be updated; with which words S3 says so is not known. */
  private static void requireUpdatable(Encryption encryption) {
    if (encryption.isOfCustomer() || encryption.algorithm() == Algorithm.KMS_DSSE) {
      throw S3Exception.invalidRequest(
              "Source encryption type '"
                  + (encryption.isOfCustomer() ? "SSE-C" : "DSSE-KMS")
                  + "' is not supported.")
          .because("Only objects with SSE-S3 and SSE-KMS can be updated.");
    }
  }

  private static Wanted read(byte[] bytes) {
    if (bytes.length == 0) {
      throw S3Exception.of(S3Error.MISSING_REQUEST_BODY);
    }
    XmlElement root =
        XmlReader.read(bytes).requireName("ObjectEncryption").requireOnly("SSE-KMS", "SSE-S3");
    if (root.optional("SSE-S3").isPresent()) {
      throw S3Exception.invalidRequest("Target encryption type 'SSE-S3' is not supported.");
    }
    XmlElement kms =
        root.optional("SSE-KMS")
            .orElseThrow(S3Exception::malformedXml)
            .requireOnly("KMSKeyArn", "BucketKeyEnabled");
    return new Wanted(
        kms.requiredText("KMSKeyArn"),
        kms.optionalText("BucketKeyEnabled").map(UpdateObjectEncryption::flag).orElse(false));
  }

  private static Boolean flag(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw S3Exception.malformedXml();
    }
    return text.equals("true");
  }

  /** What the document asks for. */
  private record Wanted(String keyArn, boolean bucketKey) {

    Encryption encryption(Bucket bucket) {
      var matcher = KEY_ARN.matcher(keyArn);
      if (!matcher.matches()) {
        // The model's pattern; S3's own words are not known.
        throw S3Exception.malformedXml();
      }
      String account = bucket.settings().owner().accountId();
      if (!matcher.group(1).equals(account)) {
        throw S3Exception.of(S3Error.ACCESS_DENIED)
            .because("The KMS key is of another account than the bucket's owner.");
      }
      String arn = KmsKey.arn(keyArn, new Region(bucket.settings().region()), account);
      return new Encryption(
          Algorithm.KMS, Optional.of(arn), Optional.empty(), bucketKey, Optional.empty());
    }
  }
}
