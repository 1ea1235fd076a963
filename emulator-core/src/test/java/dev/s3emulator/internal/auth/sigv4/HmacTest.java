package dev.s3emulator.internal.auth.sigv4;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HmacTest {

  @ParameterizedTest
  @CsvSource({"SHA-256, HmacSHA256", "SHA-1, HmacSHA1"})
  void isThatOfTheJdk(String digest, String algorithm) throws Exception {
    Random random = new Random(4);
    for (int length : new int[] {1, 20, 63, 64, 65, 200}) {
      byte[] key = new byte[length];
      byte[] message = new byte[length * 3];
      random.nextBytes(key);
      random.nextBytes(message);
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      Hmac hmac = new Hmac(digest, key);
      assertThat(hmac.sign(message)).isEqualTo(mac.doFinal(message));
      assertThat(hmac.sign(key)).as("once more").isEqualTo(mac.doFinal(key));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SHA-256, b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad",
    "SHA-1, fbdb1d1b18aa6c08324b7d64b71fb76370690e1d"
  })
  void keyAndMessageMayBeEmpty(String digest, String code) {
    assertThat(HexFormat.of().formatHex(new Hmac(digest, new byte[0]).sign(new byte[0])))
        .isEqualTo(code);
  }
}
