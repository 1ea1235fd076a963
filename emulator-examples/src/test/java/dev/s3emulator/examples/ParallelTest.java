package dev.s3emulator.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.junit5.Bucket;
import dev.s3emulator.junit5.EmulatorScope;
import dev.s3emulator.junit5.S3Emulator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** The README's tests that share nothing. */
@S3Emulator(buckets = @Bucket(name = "photos"), scope = EmulatorScope.METHOD)
@Execution(ExecutionMode.CONCURRENT)
class ParallelTest {

  @RepeatedTest(10)
  void nobodyElseWritesHere(S3Client s3) {
    s3.putObject(put -> put.bucket("photos").key("cat.txt"), RequestBody.fromString("a cat"));

    assertThat(s3.listObjectsV2(list -> list.bucket("photos")).keyCount()).isEqualTo(1);
  }
}
