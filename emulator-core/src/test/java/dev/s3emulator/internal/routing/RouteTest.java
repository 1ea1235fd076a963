package dev.s3emulator.internal.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.protocol.RequestTarget.Level;
import dev.s3emulator.internal.protocol.SigningService;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RouteTest {

  @Test
  void mostOperationsNeedNoMoreThanTheirName() {
    Route route = Route.object("GET", "GetObject");

    assertThat(route.operation()).hasToString("GetObject");
    assertThat(route.method()).isEqualTo("GET");
    assertThat(route.level()).isEqualTo(Level.OBJECT);
    assertThat(route.queryKeys()).isEmpty();
    assertThat(route.queryValues()).isEmpty();
    assertThat(route.headers()).isEmpty();
    assertThat(route.action()).isEqualTo("s3:GetObject");
    assertThat(route.body()).isEqualTo(BodyRule.NONE);
    assertThat(route.bucketMustExist()).isTrue();
    assertThat(route.payer()).isEqualTo(PayerRule.NOT_ASKED);
    assertThat(route.signedFor()).isEqualTo(SigningService.S3);
    assertThat(Route.service("GET", "ListBuckets").bucketMustExist()).isFalse();
  }

  @Test
  void whatIsSetIsKeptByWhatIsSetLater() {
    Route route =
        Route.bucket("PUT", "PutBucketX")
            .query("x")
            .query("y")
            .query("list-type", "2")
            .header("x-amz-a")
            .header("x-amz-b")
            .action("s3:X")
            .body(BodyRule.UPLOAD)
            .bucketMayBeMissing()
            .asksPayer()
            .signedFor(SigningService.S3_EXPRESS);

    assertThat(route.queryKeys()).isEqualTo(List.of("x", "y"));
    assertThat(route.queryValues()).isEqualTo(Map.of("list-type", "2"));
    assertThat(route.headers()).isEqualTo(List.of("x-amz-a", "x-amz-b"));
    assertThat(route.action()).isEqualTo("s3:X");
    assertThat(route.body()).isEqualTo(BodyRule.UPLOAD);
    assertThat(route.bucketMustExist()).isFalse();
    assertThat(route.payer()).isEqualTo(PayerRule.ASKED);
    assertThat(route.signedFor()).isEqualTo(SigningService.S3_EXPRESS);
    assertThat(route.specificity()).isEqualTo(5);
  }

  @Test
  void routeIsNotChangedByWhatIsMadeOfIt() {
    Route plain = Route.object("PUT", "PutObject");

    plain
        .query("x")
        .query("y", "2")
        .header("x-amz-a")
        .action("s3:X")
        .body(BodyRule.UPLOAD)
        .bucketMayBeMissing()
        .asksPayerSilently()
        .signedFor(SigningService.S3_EXPRESS);

    assertThat(plain).usingRecursiveComparison().isEqualTo(Route.object("PUT", "PutObject"));
  }
}
