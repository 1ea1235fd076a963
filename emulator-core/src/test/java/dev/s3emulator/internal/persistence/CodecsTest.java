package dev.s3emulator.internal.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.s3emulator.internal.domain.BucketChange;
import dev.s3emulator.internal.domain.BucketConfiguration;
import dev.s3emulator.internal.domain.BucketConfigurations;
import dev.s3emulator.internal.domain.BucketSettings;
import dev.s3emulator.internal.domain.ObjectContent;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.Part;
import dev.s3emulator.internal.domain.PartedBlob;
import dev.s3emulator.internal.domain.PublicAccessBlock;
import dev.s3emulator.internal.domain.StateChange;
import dev.s3emulator.internal.domain.VersionEntry;
import dev.s3emulator.internal.domain.attribute.Grantee;
import dev.s3emulator.internal.domain.attribute.VersionAttributes;
import dev.s3emulator.internal.domain.configuration.BucketPolicy;
import dev.s3emulator.store.BlobRef;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every value of the domain is written and read again as it was, in a form that is pinned. */
class CodecsTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden/state-format.txt");

  private final Codecs codecs = new Codecs(new Samples.NumberedBlobs());

  /** All that a line can hold, also kinds of configurations that nobody told this test of. */
  static List<Class<?>> types() {
    List<Class<?>> types = new ArrayList<>();
    for (Class<?> sealed :
        List.of(StateChange.class, BucketChange.class, VersionEntry.class, Grantee.class)) {
      types.addAll(List.of(sealed.getPermittedSubclasses()));
    }
    types.add(VersionAttributes.class);
    types.add(BucketSettings.class);
    types.add(Part.class);
    new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(BucketConfiguration.class.getPackageName())
            .stream()
            .filter(found -> found.isAssignableTo(BucketConfiguration.class))
            .filter(found -> !found.isInterface())
            .sorted(Comparator.comparing(JavaClass::getName))
            .forEach(found -> types.add(found.reflect()));
    return types;
  }

  @ParameterizedTest
  @MethodSource("types")
  void whatIsWrittenIsReadAgain(Class<?> type) {
    if (type == BucketPolicy.class) {
      return; // Only its bucket can tell whether it is valid, see below.
    }
    Object full = sample(type);
    assertThat(reread(type, full)).isEqualTo(full);
    if (type != BucketChange.StackSet.class && isBareOne(type)) {
      Object bare = Samples.bare(type);
      assertThat(reread(type, bare)).isEqualTo(bare);
    }
  }

  /** Others refuse to hold nothing. */
  private static boolean isBareOne(Class<?> type) {
    try {
      Samples.bare(type);
      return true;
    } catch (AssertionError refused) {
      return false;
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void configurationsAreFoundByTheirNames(Class<?> type) {
    if (type != BucketPolicy.class && BucketConfiguration.class.isAssignableFrom(type)) {
      BucketConfigurations one = BucketConfigurations.NONE.with((BucketConfiguration) sample(type));
      assertThat(reread(BucketConfigurations.class, one)).isEqualTo(one);
    }
  }

  /**
   * Whoever renames a component, a constant or a class changes what is in the folders of users, and
   * must count {@link LogFormat#VERSION} up. What is new here is written with {@code
   * -Dupdate.golden}.
   */
  @Test
  void theFormIsPinned() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (Class<?> type : types()) {
      lines.append(type.getName().replace("dev.s3emulator.", "")).append(' ');
      lines.append(text(type, sample(type))).append('\n');
    }
    if (System.getProperty("update.golden") != null) {
      Files.createDirectories(GOLDEN.getParent());
      Files.writeString(GOLDEN, lines);
    }
    assertThat(lines.toString()).isEqualTo(Files.readString(GOLDEN));
  }

  @Test
  void aPolicyIsReadAnewFromItsText() {
    BucketSettings settings =
        BucketSettings.ofNew("photos", Owner.DEFAULT, "us-east-1", Instant.EPOCH)
            .with(Samples.policy());

    BucketSettings read = (BucketSettings) reread(BucketSettings.class, settings);

    BucketPolicy policy = read.configuration(BucketPolicy.class).orElseThrow();
    assertThat(policy.text()).isEqualTo(Samples.policy().text());
    assertThat(policy.policy().statements()).hasSize(1);
  }

  @Test
  void keysThatAreNotUtf8KeepTheirBytes() {
    ObjectKey key = ObjectKey.ofUtf8(new byte[] {'a', (byte) 0xC3, '/', 0, (byte) 0xFF});

    assertThat(text(ObjectKey.class, key)).isEqualTo("[\"YcMvAP8=\"]");
    assertThat(reread(ObjectKey.class, key)).isEqualTo(key);
  }

  @Test
  void partsAreWrittenWithinTheirObject() {
    Part part = (Part) Samples.bare(Part.class);
    BlobRef blob = new PartedBlob(List.of(part, part));

    PartedBlob read = (PartedBlob) reread(BlobRef.class, blob);

    assertThat(read.parts()).containsExactly(part, part);
    assertThat(read.size()).isEqualTo(2048);
  }

  @Test
  void whatNearlyAllHaveIsLeftOut() {
    String text =
        text(
            BucketSettings.class,
            BucketSettings.ofNew("photos", Owner.DEFAULT, "us-east-1", Instant.EPOCH));

    assertThat(text)
        .isEqualTo(
            "{\"name\":\"photos\",\"region\":\"us-east-1\",\"locationConstraint\":\"\","
                + "\"creationDate\":\"1970-01-01T00:00:00Z\",\"versioning\":\"UNVERSIONED\","
                + "\"mfaDelete\":\"NEVER_SET\",\"objectLockEnabled\":false,"
                + "\"configurations\":{\"OwnershipControls\":{\"objectOwnership\":"
                + "\"BUCKET_OWNER_ENFORCED\"},\"PublicAccessBlock\":{\"blockPublicAcls\":true,"
                + "\"ignorePublicAcls\":true,\"blockPublicPolicy\":true,"
                + "\"restrictPublicBuckets\":true}}}");
  }

  @Test
  void equalValuesOfManyVersionsAreOneInstanceAgain() {
    Owner owner = new Owner("111122223333", "ab".repeat(32), "somebody");

    assertThat(reread(Owner.class, owner)).isSameAs(reread(Owner.class, owner));
  }

  @Test
  void whatIsMissingUnknownOrOfAnotherTypeIsSaid() {
    Codec<PublicAccessBlock> codec = codecs.of(PublicAccessBlock.class);

    assertThatThrownBy(() -> codec.read(json("{}")))
        .hasMessageContaining("\"blockPublicAcls\" of")
        .hasMessageContaining("it is missing");
    assertThatThrownBy(() -> codec.read(json("{\"other\":true}")))
        .hasMessage("PublicAccessBlock has no \"other\"");
    assertThatThrownBy(() -> codec.read(json("{\"blockPublicAcls\":\"true\"}")))
        .hasMessageContaining("neither true nor false");
    assertThatThrownBy(() -> codecs.of(Grantee.class).read(json("{\"type\":\"Nobody\"}")))
        .hasMessage("\"Nobody\" is no Grantee");
    assertThatThrownBy(() -> codecs.of(BucketConfigurations.class).read(json("{\"Missing\":{}}")))
        .hasMessage("\"Missing\" is no configuration");
  }

  @Test
  void aTypeWithoutCodecIsADefect() {
    assertThatThrownBy(() -> codecs.of(Stream.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("There is no codec for");
  }

  @Test
  void contentsThatAreNowhereAreADefect() {
    ObjectContent content = (ObjectContent) Samples.bare(ObjectContent.class);
    Codecs strict =
        new Codecs(
            new BlobTable() {
              @Override
              public long numberOf(BlobRef blob) {
                throw new IllegalArgumentException("none of this store");
              }

              @Override
              public BlobRef find(long number, long size) {
                throw new AssertionError();
              }
            });

    assertThatThrownBy(() -> strict.of(ObjectContent.class).write(content, new JsonText()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Object sample(Class<?> type) {
    return Samples.full(type);
  }

  private Object reread(Class<?> type, Object value) {
    String text = text(type, value);
    assertThat(new String(text.getBytes(UTF_8), UTF_8)).isEqualTo(text);
    return codecs.of(type).read(json(text));
  }

  private String text(Class<?> type, Object value) {
    JsonText text = new JsonText();
    codecs.ofAnything(type).write(value, text);
    return text.toString();
  }

  private static JsonValue json(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readValue();
    }
  }
}
