package dev.s3emulator.internal.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.s3emulator.internal.auth.post.PostPolicy;
import dev.s3emulator.internal.domain.ByteRange;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.engine.IdSource;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.fixture.FixtureLoader;
import dev.s3emulator.internal.fixture.FixtureSource;
import dev.s3emulator.internal.operation.OperationCatalog;
import dev.s3emulator.internal.protocol.Dates;
import dev.s3emulator.internal.protocol.EncodedWords;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.protocol.IntegrityHeaders;
import dev.s3emulator.internal.protocol.PercentCoding;
import dev.s3emulator.internal.protocol.QueryParameters;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.protocol.chunked.AwsChunkedDecoder;
import dev.s3emulator.internal.protocol.chunked.ChunkListener;
import dev.s3emulator.internal.protocol.chunked.ChunkedFramingException;
import dev.s3emulator.internal.protocol.chunked.PayloadForm;
import dev.s3emulator.internal.protocol.chunked.TrailerNames;
import dev.s3emulator.internal.routing.Addressing;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import dev.s3emulator.internal.xml.XmlReader;
import dev.s3emulator.store.BlobStores;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What reads bytes that a client chose. Whatever they are, a target ends soon, and with nothing but
 * the exception that it documents. Both the regression test and the fuzzer drive this table.
 */
public enum FuzzTarget {
  PERCENT_CODING("a+b%20c", "%F0%9F%98%80", "%", "%zz", "\u00c3\u00b6", "%C3", "/a/../b") {
    @Override
    void read(byte[] input) {
      String text = latin1(input);
      PercentCoding.decodeQuery(text);
      String decoded = PercentCoding.decode(text);
      if (decoded != null) {
        require(decoded.equals(PercentCoding.decode(PercentCoding.encode(decoded))), decoded);
        PercentCoding.encodeForListing(decoded);
      }
    }
  },

  QUERY("a=1&b&a=2", "list-type=2&prefix=a%2Fb&delimiter=%2F", "&&=&=a", "versionId=null&%zz") {
    @Override
    void read(byte[] input) {
      QueryParameters query = QueryParameters.parse(latin1(input));
      query.names().forEach(query::first);
    }
  },

  ADDRESSING(
      "b.s3.us-east-1.amazonaws.com\n/k",
      "b.c.localhost:9000\n/a/../b",
      "[::1]:80\n/b/k",
      "s3-website-us-east-1.amazonaws.com\n/",
      "a.s3.dualstack.eu-west-1.amazonaws.com.cn\n//%2F..") {
    @Override
    void read(byte[] input) {
      String[] lines = latin1(input).split("\n", 2);
      String path = lines.length == 2 ? lines[1] : "";
      Headers host = Headers.of("Host", lines[0]);
      new Addressing(List.of("s3.test"))
          .resolve(new RequestHead("GET", path, "", host, false, "127.0.0.1"));
    }
  },

  TARGET(
      "GET /b/k?versionId=null",
      "GET /b?list-type=2&continuation-token=abc&max-keys=1",
      "GET /b?versions&key-marker=a&version-id-marker=b&encoding-type=url",
      "GET /b/k?response-content-type=a%0Ab&partNumber=1",
      "PUT /b?versioning",
      "DELETE /b/k?versionId=3sL4kqtJlcpXroDTDmJ+rmSpXd3dIbrHY+MTRCxf3vjVBH40Nr8X8gdRQBpUMLUo",
      "POST /b?delete",
      "GET /?max-buckets=1&prefix=b",
      "PATCH /b/k?acl&tagging") {
    @Override
    void read(byte[] input) {
      String[] words = latin1(input).split(" ", 2);
      String target = words.length == 2 && words[1].startsWith("/") ? words[1] : "/" + words[0];
      answered(s3().send(words[0], target));
    }
  },

  HEADERS(
      "Range: bytes=0-1\nIf-Match: \"a\", W/\"b\"\nIf-Modified-Since: Mon, 12 Oct 2009 17:50:30 GMT",
      "x-amz-copy-source: /b/k?versionId=null\nx-amz-metadata-directive: REPLACE",
      "x-amz-tagging: a=b&c=%20\nx-amz-meta-a: =?UTF-8?B?w7Y=?= =?utf-8?Q?=C3=B6_?=",
      "x-amz-content-sha256: STREAMING-UNSIGNED-PAYLOAD-TRAILER\nx-amz-decoded-content-length: 3\n"
          + "x-amz-trailer: x-amz-checksum-crc32",
      "Content-MD5: 1B2M2Y8AsgTpgAmY7PhCfg==\nx-amz-checksum-crc32: AAAAAA==",
      "x-amz-expected-bucket-owner: 000000000000\nContent-Encoding: aws-chunked,gzip",
      "x-amz-storage-class: GLACIER\nx-amz-website-redirect-location: /a\nx-amz-acl: private",
      "x-amz-mfa: a b\nx-amz-bypass-governance-retention: true\nTransfer-Encoding: chunked") {
    @Override
    void read(byte[] input) {
      Headers.Builder headers = Headers.builder();
      for (String line : latin1(input).split("\n")) {
        int colon = line.indexOf(':');
        if (colon > 0) {
          headers.add(line.substring(0, colon), line.substring(colon + 1).trim());
        }
      }
      Headers sent = headers.build();
      for (String method : List.of("PUT", "GET", "HEAD", "DELETE")) {
        answered(s3().send(method, "/b/k", sent, method.equals("PUT") ? "abc" : ""));
      }
    }
  },

  SIGNATURES(
      "GET /b/k\nAuthorization: AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260203/us-east-1/"
          + "s3/aws4_request, SignedHeaders=host;x-amz-content-sha256;x-amz-date, Signature="
          + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n"
          + "x-amz-date: 20260203T164509Z\nx-amz-content-sha256: UNSIGNED-PAYLOAD",
      "GET /b/k?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20260203"
          + "%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20260203T164509Z&X-Amz-Expires=60"
          + "&X-Amz-SignedHeaders=host&X-Amz-Signature="
          + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n",
      "GET /b/k?acl\nAuthorization: AWS AKIAIOSFODNN7EXAMPLE:frJIUN8DYpKDtOLCwo//yllqDzg=\n"
          + "Date: Tue, 03 Feb 2026 16:45:09 GMT\nx-amz-security-token: a",
      "GET /b/k?AWSAccessKeyId=AKIAIOSFODNN7EXAMPLE&Signature=NpgCjnDzrM%2BWFzoENXmpNDUsSn8%3D"
          + "&Expires=1770137169\n") {
    @Override
    void read(byte[] input) {
      String[] lines = latin1(input).split("\n", -1);
      String[] words = lines[0].split(" ", 2);
      String target = words.length == 2 && words[1].startsWith("/") ? words[1] : "/b/k";
      Headers.Builder headers = Headers.builder();
      for (String line : lines) {
        int colon = line.indexOf(": ");
        if (colon > 0 && !line.startsWith(words[0])) {
          headers.add(line.substring(0, colon), line.substring(colon + 2));
        }
      }
      Answer answer = s3().send("GET", target, headers.build());
      answered(answer);
    }
  },

  AWS_CHUNKED(
      "\u0002\u00033\r\nabc\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n",
      "\u0000\u00033;chunk-signature=abcd\r\nabc\r\n0;chunk-signature=ef\r\n\r\n",
      "\u0001\u00033;chunk-signature=a\r\nabc\r\n0;chunk-signature=e\r\nx-amz-checksum-crc32:A\n"
          + "x-amz-trailer-signature:ab\r\n\r\n") {
    @Override
    void read(byte[] input) {
      if (input.length < 2) {
        return;
      }
      byte[] body = Arrays.copyOfRange(input, 2, input.length);
      PayloadForm form = PayloadForm.values()[(input[0] & 0xFF) % PayloadForm.values().length];
      String whole = decoded(form, input[1] & 0xFF, body, body.length);
      require(whole.equals(decoded(form, input[1] & 0xFF, body, 1)), "differs in pieces");
    }
  },

  XML(
      "<Delete><Object><Key>a</Key><VersionId>null</VersionId></Object><Quiet>true</Quiet></Delete>",
      "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>",
      "<VersioningConfiguration xmlns=\"x\"><Status>Enabled</Status></VersioningConfiguration>",
      "<CreateBucketConfiguration><LocationConstraint>EU</LocationConstraint>"
          + "</CreateBucketConfiguration>",
      "<a><b x='y'><![CDATA[z]]><!-- c --><?p i?></b>&amp;&#1;</a>") {
    @Override
    void read(byte[] input) {
      XmlReader.read(input);
    }
  },

  DOCUMENTS(XML.corpus()) {
    @Override
    void read(byte[] input) {
      Headers md5 = Headers.of("Content-MD5", md5(input));
      answered(s3().send("POST", "/b?delete", md5, input));
      answered(s3().send("PUT", "/b?versioning", md5, input));
      answered(s3().send("PUT", "/b?cors", md5, input));
      answered(s3().send("PUT", "/new-bucket", Headers.EMPTY, input));
    }
  },

  FORM(
      "--xx\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\na/${filename}\r\n--xx\r\n"
          + "Content-Disposition: form-data; name=file; filename=\"C:\\b.txt\"\r\n\r\nabc\r\n--xx--",
      "--xx\r\nContent-Disposition: form-data; name=\"tagging\"\r\n\r\n<Tagging/>\r\n--xx\r\n"
          + "Content-Disposition: form-data; name=\"key\"\r\n\r\na\r\n--xx\r\n"
          + "Content-Disposition: form-data; name=\"file\"\r\n\r\n\r\n--xx--\r\n",
      "preamble\r\n--xx--") {
    @Override
    void read(byte[] input) {
      Headers form = Headers.of("Content-Type", "multipart/form-data; boundary=xx");
      answered(s3().send("POST", "/b", form, input));
    }
  },

  POST_POLICY(
      "{\"expiration\": \"2026-02-03T16:46:00Z\", \"conditions\": [{\"bucket\": \"b\"},"
          + " [\"starts-with\", \"$key\", \"a\\$\\u0041\"], [\"content-length-range\", 1, 1e2]]}",
      "{\"expiration\": 1, \"conditions\": {}}",
      "[[[{}, 1e999999999, \"\\v\"]]]") {
    @Override
    void read(byte[] input) {
      PostPolicy.parse(Base64.getEncoder().encodeToString(input))
          .check(Map.of("key", "a"), "b", InProcessS3.NOW);
    }
  },

  INTEGRITY(
      "1B2M2Y8AsgTpgAmY7PhCfg==\nx-amz-checksum-sha256\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
      "x\nx-amz-checksum-crc64nvme\nAAAAAAAAAAA=-3",
      "\nx-amz-trailer\nx-amz-checksum-crc32, x-amz-checksum-sha1",
      "\nx-amz-sdk-checksum-algorithm\nCRC32") {
    @Override
    void read(byte[] input) {
      String[] lines = latin1(input).split("\n", -1);
      if (lines.length == 3) {
        IntegrityHeaders.parse(Headers.of("Content-MD5", lines[0], lines[1], lines[2])).algorithm();
      }
    }
  },

  RANGE("bytes=0-4", "bytes=-5", "bytes=9223372036854775807-", "bytes=5-1,3-4", "lines=1-2") {
    @Override
    void read(byte[] input) {
      for (long size : new long[] {0, 1, 10, Long.MAX_VALUE}) {
        try {
          ByteRange.parse(latin1(input), size)
              .ifPresent(
                  range ->
                      require(
                          range.first() >= 0
                              && range.first() <= range.last()
                              && range.last() < size,
                          range));
        } catch (S3Exception notSatisfiable) {
          require(notSatisfiable.error().status() == 416, notSatisfiable);
        }
      }
    }
  },

  DATES("Mon, 12 Oct 2009 17:50:30 GMT", "2009-10-12T17:50:30.000Z", "+999999999-12-31T00:00:00Z") {
    @Override
    void read(byte[] input) {
      Dates.parseHttp(latin1(input));
    }
  },

  ENCODED_WORDS("=?UTF-8?B?w7Y=?= =?utf-8?Q?=C3=B6_?=", "=?x?q?=?=", "=?UTF-16?B?AAA=?=") {
    @Override
    void read(byte[] input) {
      EncodedWords.encode(EncodedWords.decode(latin1(input)));
    }
  },

  MANIFEST(
      "{\"buckets\":{\"photos\":{\"versioning\":\"Enabled\",\"objects\":[{\"key\":\"a\",\"history\":["
          + "{\"text\":\"b\",\"metadata\":{\"c\":\"d\"}},{\"deleteMarker\":true,"
          + "\"lastModified\":\"2024-01-31T12:00:00Z\"}]}]}}}",
      "{\"buckets\":{\"b-1\":{\"tags\":{\"a\":\"b\"},\"objects\":[{\"key\":\"k\",\"base64\":\"YQ==\"}]}}}",
      "{\"buckets\":{\"b-2\":{\"acl\":\"private\",\"configurations\":{\"publicAccessBlock\":null,\"cors\":"
          + "\"<CORSConfiguration><CORSRule><AllowedMethod>GET</AllowedMethod><AllowedOrigin>*"
          + "</AllowedOrigin></CORSRule></CORSConfiguration>\",\"metrics\":[\"<MetricsConfiguration>"
          + "<Id>a</Id></MetricsConfiguration>\"]},\"objects\":[{\"key\":\"k\",\"text\":\"abc\","
          + "\"parts\":[{\"number\":2,\"size\":3}],\"serverSideEncryption\":\"aws:kms\"},{\"key\":\"l\","
          + "\"text\":\"\",\"storageClass\":\"GLACIER\",\"restoration\":{\"days\":1}}]}}}",
      "[1e999, -0.5, null, true, \"\\u0000\\ud800\"]") {
    @Override
    void read(byte[] input) {
      Path folder = null;
      try {
        folder = Files.createTempDirectory("fuzz");
        Files.write(folder.resolve("s3-fixture.json"), input);
        new FixtureLoader(
                new S3Engine(InstantSource.system(), new IdSource(1), BlobStores.inMemory()),
                OperationCatalog::of)
            .load(FixtureSource.of(folder));
      } catch (IllegalArgumentException wrong) {
        require(wrong.getMessage() != null, wrong);
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      } finally {
        delete(folder);
      }
    }
  };

  private final List<String> corpus;
  private InProcessS3 server;
  private int requests;

  FuzzTarget(String... corpus) {
    this(List.of(corpus));
  }

  FuzzTarget(List<String> corpus) {
    this.corpus = corpus;
  }

  /** Inputs that reach far, to start from; each character is one byte. */
  public List<String> corpus() {
    return corpus;
  }

  /** Reads the input; throws when the target breaks its promise. */
  public final void run(byte[] input) {
    try {
      read(input);
    } catch (S3Exception refusal) {
      require(refusal.error().status() < 500 || refusal.error().status() == 501, refusal);
    }
  }

  abstract void read(byte[] input);

  private static String latin1(byte[] input) {
    return new String(input, ISO_8859_1);
  }

  private static void require(boolean condition, Object shown) {
    if (!condition) {
      throw new AssertionError(String.valueOf(shown));
    }
  }

  /** A server for many inputs, since one takes a while to make, but not for all. */
  final InProcessS3 s3() {
    if (requests++ % 500 == 0) {
      server = new InProcessS3();
    }
    server.send("PUT", "/b");
    server.send("PUT", "/b/k", Headers.EMPTY, "content");
    return server;
  }

  private static void answered(Answer answer) {
    require(answer.status() != 500, answer.text());
  }

  private static String decoded(PayloadForm form, int length, byte[] body, int pieces) {
    Set<String> trailers = form.hasTrailer() ? Set.of("x-amz-checksum-crc32") : Set.of();
    AwsChunkedDecoder decoder =
        new AwsChunkedDecoder(form, new TrailerNames(trailers), length, ChunkListener.NONE);
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    try {
      for (int at = 0; at < body.length; at += pieces) {
        ByteBuffer piece = ByteBuffer.wrap(body, at, Math.min(pieces, body.length - at));
        decoder.decode(
            piece,
            slice -> {
              while (slice.hasRemaining()) {
                data.write(slice.get());
              }
            });
      }
      decoder.finish();
      require(data.size() == length, "decoded " + data.size());
      return data.toString(ISO_8859_1) + decoder.trailers();
    } catch (ChunkedFramingException malformed) {
      require(data.size() <= length, "decoded " + data.size());
      return malformed.kind().name();
    }
  }

  private static String md5(byte[] input) {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("MD5").digest(input));
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static void delete(Path folder) {
    try {
      if (folder != null) {
        Files.deleteIfExists(folder.resolve("s3-fixture.json"));
        Files.delete(folder);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
