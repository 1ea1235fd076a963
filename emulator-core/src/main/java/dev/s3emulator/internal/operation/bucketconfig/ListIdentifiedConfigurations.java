package dev.s3emulator.internal.operation.bucketconfig;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.configuration.DocumentNode;
import dev.s3emulator.internal.domain.configuration.IdentifiedConfigurations.Kind;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;
import dev.s3emulator.internal.xml.XmlWriter;
import java.util.Base64;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What all operations do that list the configurations of a kind, a hundred on a page. */
abstract class ListIdentifiedConfigurations implements Operation {

  static final int PAGE = 100;

  private final S3Engine engine;
  private final Route route;
  private final Kind kind;
  private final String root;

  ListIdentifiedConfigurations(S3Engine engine, Kind kind, String operation, String root) {
    this.engine = engine;
    this.kind = kind;
    this.root = root;
    route = Route.bucket("GET", operation).query(kind.subResource()).action("s3:Get" + kind.root());
  }

  @Override
  public final Route route() {
    return route;
  }

  @Override
  public final S3Response handle(S3Request request) {
    String token = request.parameter("continuation-token");
    Bucket bucket = engine.state().requireBucket(request.bucketName());
    Iterator<Map.Entry<String, DocumentNode>> rest =
        ConfigurationId.all(bucket).after(kind, decode(token)).entrySet().iterator();
    XmlWriter xml = XmlWriter.document(root);
    String last = "";
    for (int i = 0; i < PAGE && rest.hasNext(); i++) {
      Map.Entry<String, DocumentNode> entry = rest.next();
      xml.node(entry.getValue());
      last = entry.getKey();
    }
    xml.element("IsTruncated", rest.hasNext()).elementIfPresent("ContinuationToken", token);
    if (rest.hasNext()) {
      xml.element("NextContinuationToken", encode(last));
    }
    return S3Response.xml(xml.finish());
  }

  private static String encode(String lastId) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(lastId.getBytes(UTF_8));
  }

  /** Returns the id after which a page begins; the first one begins after the empty id. */
  private static String decode(@Nullable String token) {
    if (token == null) {
      return "";
    }
    try {
      return new String(Base64.getUrlDecoder().decode(token), UTF_8);
    } catch (IllegalArgumentException forged) {
      throw S3Exception.of(S3Error.MALFORMED_CONTINUATION_TOKEN);
    }
  }
}
