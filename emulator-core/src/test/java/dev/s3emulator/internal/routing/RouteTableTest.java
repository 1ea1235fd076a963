package dev.s3emulator.internal.routing;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.engine.IdSource;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.operation.OperationCatalog;
import dev.s3emulator.internal.operation.UnsupportedOperations;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.protocol.QueryParameters;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.protocol.RequestTarget;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.protocol.SigningService;
import dev.s3emulator.store.BlobStores;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which operation a request means (protocol-notes 31), with the routes of the real catalog. */
class RouteTableTest {

  private static final List<String> METHODS =
      List.of("GET", "HEAD", "PUT", "POST", "DELETE", "PATCH");
  private static final List<Route> ROUTES = allRoutes();
  private static final RouteTable TABLE =
      new RouteTable(ROUTES.stream().map(Echo::new).toList(), List.of());

  @ParameterizedTest
  @CsvSource({
    "abac, BUCKET_ABAC, GET PUT",
    "accelerate, ACCELERATE, GET PUT",
    "acl, ACL, GET PUT",
    "logging, LOGGING_STATUS, GET PUT",
    "notification, NOTIFICATION, GET PUT",
    "object-lock, OBJECT_LOCK_CONFIGURATION, GET PUT",
    "requestPayment, REQUEST_PAYMENT, GET PUT",
    "versioning, VERSIONING, GET PUT",
    "analytics, ANALYTICS, GET PUT DELETE",
    "cors, CORS, GET PUT DELETE",
    "encryption, ENCRYPTION, GET PUT DELETE",
    "intelligent-tiering, INTELLIGENT_TIERING, GET PUT DELETE",
    "inventory, INVENTORY, GET PUT DELETE",
    "lifecycle, LIFECYCLE, GET PUT DELETE",
    "metrics, METRICS, GET PUT DELETE",
    "ownershipControls, OWNERSHIP_CONTROLS, GET PUT DELETE",
    "policy, BUCKETPOLICY, GET PUT DELETE",
    "publicAccessBlock, PUBLIC_ACCESS_BLOCK, GET PUT DELETE",
    "replication, REPLICATION, GET PUT DELETE",
    "tagging, TAGGING, GET PUT DELETE",
    "website, WEBSITE, GET PUT DELETE",
    "metadataConfiguration, BUCKET_METADATA_CONFIGURATION, GET POST DELETE",
    "metadataTable, BUCKET_METADATA_TABLE_CONFIGURATION, GET POST DELETE",
    "metadataAnnotationTable, BUCKET_METADATA_ANNOTATION_TABLE_CONFIGURATION, PUT",
    "metadataInventoryTable, BUCKET_METADATA_INVENTORY_TABLE_CONFIGURATION, PUT",
    "metadataJournalTable, BUCKET_METADATA_JOURNAL_TABLE_CONFIGURATION, PUT",
    "location, LOCATION, GET",
    "policyStatus, POLICY_STATUS, GET",
    "versions, BUCKETVERSIONS, GET",
    "delete, MULTI_OBJECT_DELETE, POST",
    "uploads, UPLOADS, GET POST",
    "restore, RESTORE, POST"
  })
  void subResourceOfBucketHasItsMethods(String name, String resourceType, String methods) {
    requireMethods("/b", name, resourceType, List.of(methods.split(" ")));
  }

  @ParameterizedTest
  @CsvSource({
    "acl, ACL, GET PUT",
    "legal-hold, OBJECT_LOCK_LEGALHOLD, GET PUT",
    "retention, OBJECT_LOCK_RETENTION, GET PUT",
    "tagging, OBJECT_TAGGING, GET PUT DELETE",
    "attributes, OBJECT_ATTRIBUTES, GET",
    "torrent, TORRENT, GET",
    "annotation, OBJECT_ANNOTATIONS, GET",
    "annotation&annotationName, OBJECT_ANNOTATION, GET PUT DELETE",
    "restore, RESTORE, POST",
    "select, SELECT, POST",
    "uploadId, UPLOAD, GET POST DELETE",
    "uploadId=u&partNumber, PART, PUT"
  })
  void subResourceOfKeyHasItsMethods(String name, String resourceType, String methods) {
    requireMethods("/b/k", name, resourceType, List.of(methods.split(" ")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"HEAD", "POST", "DELETE", "PATCH"})
  void encryptionOfKeyIsOnlyPut(String method) {
    requireRefusal(method, "/b/k?encryption", "OBJECT_ENCRYPTION", "PUT");
    assertThat(operation("PUT", "/b/k?encryption")).isEqualTo("UpdateObjectEncryption");
    assertThat(operation("GET", "/b/k?encryption")).isEqualTo("GetObject");
  }

  @ParameterizedTest
  @ValueSource(strings = {"HEAD", "PUT", "DELETE", "PATCH"})
  void uploadsOfKeyIsOnlyPost(String method) {
    requireRefusal(method, "/b/k?uploads", "UPLOADS", "POST");
    assertThat(operation("POST", "/b/k?uploads")).isEqualTo("CreateMultipartUpload");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "accelerate",
        "cors",
        "inventory",
        "lifecycle",
        "location",
        "notification",
        "policy",
        "replication",
        "requestPayment",
        "versioning",
        "website"
      })
  void subResourceOfBucketActsOnBucketAtKeyToo(String name) {
    RouteTable.Match match = match("GET", "/b/k?" + name);

    assertThat(match.target()).isEqualTo(new RequestTarget("b", null));
    assertThat(match.operationName()).isEqualTo(operation("GET", "/b?" + name));
    SubResource expected = Objects.requireNonNull(SubResource.atBucket(name));
    requireRefusal(
        "HEAD", "/b/k?" + name, expected.resourceType(), String.join(", ", expected.methods()));
  }

  @Test
  void batchDeleteAtKeyIsOfTheBucket() {
    RouteTable.Match match = match("POST", "/b/some/key?delete");

    assertThat(match.operationName()).isEqualTo("DeleteObjects");
    assertThat(match.target()).isEqualTo(new RequestTarget("b", null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abac",
        "analytics",
        "intelligent-tiering",
        "metadataConfiguration",
        "metadataTable",
        "metrics",
        "object-lock",
        "ownershipControls",
        "policyStatus",
        "publicAccessBlock"
      })
  void otherSubResourceOfBucketMeansNothingAtKey(String name) {
    assertThat(operation("GET", "/b/k?" + name)).isEqualTo("GetObject");
  }

  @ParameterizedTest
  @MethodSource("requestsOfEveryRoute")
  void everyRouteIsFound(Route route, String request, Headers headers) {
    String[] parts = request.split(" ", 2);

    RouteTable.Match match = match(parts[0], parts[1], headers);

    assertThat(match.operationName()).isEqualTo(route.operation());
    assertThat(match.target().level()).isEqualTo(route.level());
  }

  static Stream<Arguments> requestsOfEveryRoute() {
    return ROUTES.stream()
        .map(
            route -> {
              List<String> query = new ArrayList<>(route.queryKeys());
              route.queryValues().forEach((name, value) -> query.add(name + "=" + value));
              Headers.Builder headers = Headers.builder();
              route.headers().forEach(name -> headers.add(name, "x"));
              headers.add("Authorization", signedFor(route.signedFor().signingName()));
              if (route.body().kind() == BodyRule.Kind.FORM) {
                headers.add("Content-Type", "multipart/form-data; boundary=x");
              }
              String path = List.of("/", "/b", "/b/k").get(route.level().ordinal());
              String url = query.isEmpty() ? path : path + "?" + String.join("&", query);
              return Arguments.of(route, route.method() + " " + url, headers.build());
            });
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /, ListBuckets",
    "GET, /?acl&versioning, ListBuckets",
    "PUT, /b, CreateBucket",
    "HEAD, /b, HeadBucket",
    "DELETE, /b, DeleteBucket",
    "GET, /b, ListObjects",
    "GET, /b/, ListObjects",
    "GET, /b?list-type=2, ListObjectsV2",
    "GET, /b?list-type=1, ListObjects",
    "GET, /b?list-type=2&list-type=1, ListObjectsV2",
    "GET, /b?list-type=1&list-type=2, ListObjects",
    "GET, /b?session, ListObjects",
    "GET, /b?unknown=1&x-id=GetBucketAcl, ListObjects",
    "GET, /b?Versioning, ListObjects",
    "GET, /b?ACL, ListObjects",
    "GET, /b?versioning=1, GetBucketVersioning",
    "GET, /b?acl=, GetBucketAcl",
    "GET, /b?acl&acl=1, GetBucketAcl",
    "POST, /b?delete=&x-id=DeleteObjects, DeleteObjects",
    "POST, /b/?delete, DeleteObjects",
    "GET, /b?analytics, ListBucketAnalyticsConfigurations",
    "GET, /b?analytics&id=1, GetBucketAnalyticsConfiguration",
    "GET, /b/k, GetObject",
    "GET, /b/k?x-id=GetObject&foo, GetObject",
    "GET, /b/k?versionId=v&partNumber=1, GetObject",
    "GET, /b/k?Acl, GetObject",
    "PUT, /b/k, PutObject",
    "DELETE, /b/k?versionId=v, DeleteObject",
    "PUT, /b/k?uploadId=u&partNumber=1, UploadPart",
    "GET, /b/k?uploadId=u, ListParts",
    "POST, /b/k?uploadId=u, CompleteMultipartUpload",
    "DELETE, /b/k?uploadId=u, AbortMultipartUpload",
    "POST, /b/k?select&select-type=2, SelectObjectContent"
  })
  void requestMeansOneOperation(String method, String url, String operation) {
    assertThat(operation(method, url)).isEqualTo(operation);
  }

  @Test
  void copySourceMakesACopyOfAWrite() {
    Headers copy = Headers.of("x-amz-copy-source", "/b/k");

    assertThat(match("PUT", "/b/k2", copy).operationName()).isEqualTo("CopyObject");
    assertThat(match("PUT", "/b/k2?uploadId=u&partNumber=1", copy).operationName())
        .isEqualTo("UploadPartCopy");
    assertThat(match("GET", "/b/k2", copy).operationName()).isEqualTo("GetObject");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"acl", "versioning", "tagging", "policy", "lifecycle", "location", "versions"})
  void subResourceNeverFallsThroughToDeletingTheBucket(String name) {
    assertThat(operation("DELETE", "/b?" + name)).isNotEqualTo("DeleteBucket");
    assertThat(operation("PUT", "/b?" + name)).isNotEqualTo("CreateBucket");
  }

  @ParameterizedTest
  @ValueSource(strings = {"acl", "legal-hold", "retention", "tagging", "attributes", "uploadId"})
  void subResourceNeverFallsThroughToTheObject(String name) {
    assertThat(operation("DELETE", "/b/k?" + name)).isNotEqualTo("DeleteObject");
    assertThat(operation("PUT", "/b/k?" + name)).isNotEqualTo("PutObject");
  }

  @ParameterizedTest
  @ValueSource(strings = {"HEAD", "PUT", "POST", "DELETE", "PATCH"})
  void serviceHasOnlyGet(String method) {
    requireRefusal(method, "/", "SERVICE", "GET");
  }

  @Test
  void patchIsNotAllowedOnBucketAndKey() {
    requireRefusal("PATCH", "/b", "BUCKET", "HEAD, DELETE, POST, GET, PUT");
    requireRefusal("PATCH", "/b/k", "OBJECT", "HEAD, DELETE, GET, PUT");
    requireRefusal("POST", "/b/k", "OBJECT", "HEAD, DELETE, GET, PUT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "LINK", "PROPFIND", "get", ""})
  void unknownMethodIsABadRequest(String method) {
    for (String url : List.of("/", "/b", "/b/k", "/b?acl&versioning")) {
      S3Exception refusal = catchThrowableOfType(S3Exception.class, () -> match(method, url));

      assertThat(refusal.error()).isEqualTo(S3Error.BAD_REQUEST);
      assertThat(refusal).hasMessage("An error occurred when parsing the HTTP request.");
    }
  }

  @Test
  void formUploadIsAnOperationOfItsOwn() {
    Headers form = Headers.of("Content-Type", "multipart/form-data; boundary=x");

    assertThat(match("POST", "/b", form).operationName()).isEqualTo("PostObject");
    assertThat(match("POST", "/b?x-id=PostObject", form).operationName()).isEqualTo("PostObject");
    assertThat(match("POST", "/b?delete", form).operationName()).isEqualTo("DeleteObjects");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/b", "/b/k", "/b/k?acl&versioning", "/b?versionId=x"})
  void preflightIsOneOperationWhateverItsUrl(String url) {
    RouteTable table =
        new RouteTable(List.of(new Echo(Route.bucket("OPTIONS", "PreflightRequest"))), List.of());

    assertThat(match(table, "OPTIONS", url, Headers.EMPTY).operationName())
        .isEqualTo("PreflightRequest");
  }

  @Test
  void operationThatIsNotEmulatedNamesItself() {
    RouteTable table =
        new RouteTable(List.of(), List.of(Route.bucket("GET", "GetBucketAcl").query("acl")));

    RouteTable.Match match =
        table.match(
            head("GET", "/b", "acl", Headers.EMPTY),
            new RequestTarget("b", null),
            QueryParameters.parse("acl"));

    assertThat(match.operationName()).isEqualTo("GetBucketAcl");
    assertThat(match.operation()).isNull();
    assertThat(match.refusal())
        .isNotNull()
        .hasMessage("S3 Emulator does not implement GetBucketAcl yet.");
  }

  @Test
  void orderOfRegistrationMeansNothing() {
    List<Operation> reversed = new ArrayList<>(ROUTES.stream().map(Echo::new).toList());
    Collections.reverse(reversed);
    RouteTable table = new RouteTable(reversed, List.of());

    requestsOfEveryRoute()
        .forEach(
            arguments -> {
              Route route = (Route) arguments.get()[0];
              String[] parts = ((String) arguments.get()[1]).split(" ", 2);
              assertThat(
                      match(table, parts[0], parts[1], (Headers) arguments.get()[2])
                          .operationName())
                  .isEqualTo(route.operation());
            });
  }

  @Test
  void twoOperationsMayNotHaveOneRoute() {
    Operation one = new Echo(Route.bucket("GET", "One").query("acl"));
    Operation two = new Echo(Route.bucket("GET", "Two").query("acl"));

    assertThatThrownBy(() -> new RouteTable(List.of(one, two), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Two and One have the same route");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /, s3express, ListDirectoryBuckets, s3express",
    "GET, /, s3, ListBuckets, s3",
    "GET, /, ec2, ListBuckets, s3",
    "GET, /b?session, s3express, CreateSession, s3express",
    "GET, /b?session, s3, ListObjects, s3",
    "GET, /b, s3express, ListObjects, s3",
    "PUT, /b/k, s3express, PutObject, s3",
    "POST, /WriteGetObjectResponse, s3-object-lambda, WriteGetObjectResponse, s3-object-lambda",
    "GET, /b/k, s3-object-lambda, GetObject, s3"
  })
  void whatIsSignedForAnotherServiceReachesItsOperationsFirst(
      String method, String url, String service, String operation, String expectedService) {
    RouteTable.Match match = match(method, url, Headers.of("Authorization", signedFor(service)));

    assertThat(match.operationName()).isEqualTo(operation);
    assertThat(match.signedFor().signingName()).isEqualTo(expectedService);
  }

  @ParameterizedTest
  @CsvSource({"GET, /", "PUT, /", "DELETE, /k", "GET, ?uploads&acl", "PATCH, ''"})
  void whatIsSignedForDirectoryBucketsAndNamesOneIsNotEmulated(String method, String rest) {
    String url = "/b--use1-az4--x-s3" + rest;

    RouteTable.Match express =
        match(method, url, Headers.of("Authorization", signedFor("s3express")));

    assertThat(express.operation()).isNull();
    assertThat(express.signedFor()).isEqualTo(SigningService.S3_EXPRESS);
    assertThat(express.refusal())
        .isNotNull()
        .hasMessage("S3 Emulator does not implement directory buckets yet.");
  }

  private static String signedFor(String service) {
    return "AWS4-HMAC-SHA256 Credential=AKID/20130524/us-east-1/"
        + service
        + "/aws4_request, SignedHeaders=host, Signature=0";
  }

  private static void requireMethods(
      String path, String name, String resourceType, List<String> allowed) {
    String url = path + "?" + name;
    for (String method : METHODS) {
      // A bare restore of a bucket is refused before its method counts.
      if (path.equals("/b") && name.equals("restore") && method.equals("POST")) {
        continue;
      }
      if (allowed.contains(method)) {
        RouteTable.Match match = match(method, url);
        assertThat(match.refusal() == null || match.refusal().error() == S3Error.NOT_IMPLEMENTED)
            .as(method + " " + url)
            .isTrue();
      } else {
        requireRefusal(method, url, resourceType, String.join(", ", allowed));
        requireRefusal(method, url + "=1", resourceType, String.join(", ", allowed), name);
      }
    }
  }

  private static void requireRefusal(
      String method, String url, String resourceType, String allow, String name) {
    // Only website looks at its value.
    if (!name.equals("website")) {
      requireRefusal(method, url, resourceType, allow);
    }
  }

  private static void requireRefusal(String method, String url, String resourceType, String allow) {
    S3Exception refusal = Objects.requireNonNull(match(method, url).refusal(), method + " " + url);

    assertThat(refusal.error()).as(method + " " + url).isEqualTo(S3Error.METHOD_NOT_ALLOWED);
    assertThat(refusal).hasMessage("The specified method is not allowed against this resource.");
    assertThat(refusal.elements())
        .containsExactly(entry("Method", method), entry("ResourceType", resourceType));
    assertThat(refusal.headers()).containsExactly(entry("Allow", allow));
  }

  private static String operation(String method, String url) {
    return String.valueOf(match(method, url).operationName());
  }

  private static RouteTable.Match match(String method, String url) {
    return match(method, url, Headers.EMPTY);
  }

  private static RouteTable.Match match(String method, String url, Headers headers) {
    return match(TABLE, method, url, headers);
  }

  private static RouteTable.Match match(
      RouteTable table, String method, String url, Headers headers) {
    String[] parts = url.split("\\?", 2);
    String query = parts.length == 1 ? "" : parts[1];
    String[] path = parts[0].split("/", 3);
    RequestTarget target =
        new RequestTarget(
            path[1].isEmpty() ? null : path[1],
            path.length < 3 || path[2].isEmpty() ? null : ObjectKey.of(path[2]));
    return table.match(
        head(method, parts[0], query, headers), target, QueryParameters.parse(query));
  }

  private static RequestHead head(String method, String path, String query, Headers headers) {
    return new RequestHead(method, path, query, headers, false, "127.0.0.1");
  }

  /** All routes of the catalog, and plain ones that it may not have yet. */
  private static List<Route> allRoutes() {
    S3Engine engine = new S3Engine(() -> Instant.EPOCH, new IdSource(1), BlobStores.inMemory());
    List<Route> routes = new ArrayList<>();
    OperationCatalog.of(engine).forEach(operation -> routes.add(operation.route()));
    routes.addAll(UnsupportedOperations.routes());
    List<String> names = routes.stream().map(Route::operation).collect(Collectors.toList());
    Stream.of(
            Route.bucket("GET", "ListObjects"),
            Route.bucket("GET", "ListObjectsV2").query("list-type", "2"),
            Route.bucket("GET", "ListObjectVersions").query("versions"),
            Route.object("GET", "GetObject"),
            Route.object("HEAD", "HeadObject"),
            Route.object("PUT", "PutObject"),
            Route.object("PUT", "CopyObject").header("x-amz-copy-source"))
        .filter(route -> !names.contains(route.operation()))
        .forEach(routes::add);
    return List.copyOf(routes);
  }

  /** An operation that nobody performs. */
  private record Echo(Route route) implements Operation {
    @Override
    public S3Response handle(S3Request request) {
      return S3Response.noContent();
    }
  }
}
