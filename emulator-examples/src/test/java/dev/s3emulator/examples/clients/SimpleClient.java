package dev.s3emulator.examples.clients;

import dev.s3emulator.S3EmulatorServer;
import java.util.List;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** What all clients of Java can do, each in its own way; each method is one request. */
interface SimpleClient extends AutoCloseable {

  /** The clients, with their defaults. */
  enum Kind {
    SDK_2_URL_CONNECTION {
      @Override
      SimpleClient connect(S3EmulatorServer server) {
        return new SyncClient(Connections.sync(server, UrlConnectionHttpClient.create()));
      }
    },
    SDK_2_APACHE_4 {
      @Override
      SimpleClient connect(S3EmulatorServer server) {
        return new SyncClient(Connections.sync(server, ApacheHttpClient.create()));
      }
    },
    SDK_2_APACHE_5 {
      @Override
      SimpleClient connect(S3EmulatorServer server) {
        return new SyncClient(Connections.sync(server, Apache5HttpClient.create()));
      }
    },
    SDK_2_NETTY {
      @Override
      SimpleClient connect(S3EmulatorServer server) {
        return new AsyncClient(Connections.async(server));
      }
    },
    SDK_2_CRT {
      @Override
      SimpleClient connect(S3EmulatorServer server) {
        return new AsyncClient(Connections.crt(server));
      }
    },
    SDK_1 {
      @Override
      SimpleClient connect(S3EmulatorServer server) {
        return new FirstSdkClient(Connections.first(server));
      }
    },
    MINIO {
      @Override
      SimpleClient connect(S3EmulatorServer server) {
        return new MinioSimpleClient(Connections.minio(server));
      }
    };

    abstract SimpleClient connect(S3EmulatorServer server);
  }

  void put(String bucket, String key, String content) throws Exception;

  /** Returns the keys of the first page of a listing. */
  List<String> list(String bucket) throws Exception;

  String get(String bucket, String key) throws Exception;

  void delete(String bucket, String key) throws Exception;

  /** Returns the keys that are said to be deleted. */
  List<String> deleteAll(String bucket, List<String> keys) throws Exception;

  /**
   * Returns the error code of S3 that a failure is about, or its class if S3 was not the one who
   * failed.
   */
  String reason(Exception failure);
}
