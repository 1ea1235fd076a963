package dev.s3emulator.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.S3EmulatorServer;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Where the annotation may stand, and which emulator then is whose. */
class PlacesTest {

  /** The servers that the cases saw, in order. */
  private static final List<S3EmulatorServer> SEEN =
      Collections.synchronizedList(new ArrayList<>());

  @BeforeEach
  void forget() {
    SEEN.clear();
  }

  @Test
  void aMetaAnnotationMeansWhatIsOnIt() {
    Running.requireSuccess(2, MetaCase.class, SubOfMetaCase.class);

    assertThat(SEEN)
        .hasSize(2)
        .extracting(S3EmulatorServer::toString)
        .allMatch(PlacesTest::isClosed);
    assertThat(SEEN.get(0)).isNotSameAs(SEEN.get(1));
  }

  @Test
  void anInterfaceGivesItsAnnotation() {
    Running.requireSuccess(1, ImplementingCase.class);
  }

  @Test
  void aNestedClassWithTheAnnotationHasAServerOfItsOwn() {
    Running.requireSuccess(3, NestingCase.class);

    assertThat(SEEN).hasSize(3);
    assertThat(SEEN.stream().distinct()).hasSize(3);
    assertThat(SEEN).extracting(S3EmulatorServer::toString).allMatch(PlacesTest::isClosed);
  }

  @Test
  void aMethodHasAServerInPlaceOfItsClass() {
    Running.requireSuccess(2, MethodCase.class);

    assertThat(SEEN.get(0)).isNotSameAs(SEEN.get(1));
  }

  @Test
  void onlyAMethodMayHaveTheAnnotation() {
    Running.requireSuccess(1, OnlyMethodCase.class);
  }

  @Test
  void aStaticFieldHasOneForTheClassAndAnInstanceFieldOneForEachTest() {
    Running.requireSuccess(2, FieldCase.class);

    assertThat(SEEN).hasSize(4);
    assertThat(SEEN.get(0)).isSameAs(SEEN.get(2));
    assertThat(SEEN.get(1)).isNotSameAs(SEEN.get(3));
  }

  @Test
  void theOnlyFieldOfAClassServesItsParameters() {
    Running.requireSuccess(2, OnlyFieldCase.class);
  }

  @Test
  void fieldsWithEqualAnnotationsShareAServer() {
    Running.requireSuccess(1, EqualFieldsCase.class);
  }

  @Test
  void ofSeveralFieldsNoneServesParameters() {
    assertThat(Running.failures(Running.run(SeveralFieldsCase.class)))
        .singleElement()
        .asString()
        .contains("No ParameterResolver registered for parameter [java.net.URI");
  }

  @Test
  void aParameterHasAServerForTheTest() {
    Running.requireSuccess(1, ParameterCase.class);
  }

  @Test
  void theOnlyAnnotatedParameterServesTheOthersOfItsMethod() {
    Running.requireSuccess(1, OnlyParameterCase.class);
  }

  @Test
  void parametersOfConstructorsAndBeforeAllHaveOneForTheClass() {
    Running.requireSuccess(2, ClassParameterCase.class);

    assertThat(SEEN.stream().distinct()).hasSize(1);
  }

  @Test
  void aParameterOfAStrangeTypeIsRefused() {
    assertThat(Running.failures(Running.run(StrangeParameterCase.class)))
        .singleElement()
        .asString()
        .contains("nothing makes a java.lang.StringBuilder; an S3ClientFactory");
  }

  private static boolean isClosed(String text) {
    return text.endsWith(", closed]");
  }

  @Retention(RetentionPolicy.RUNTIME)
  @S3Emulator(region = "eu-west-3")
  @interface Paris {}

  @Paris
  static class MetaCase {
    @Test
    void test(S3EmulatorServer server) {
      assertThat(server.region()).isEqualTo("eu-west-3");
      SEEN.add(server);
    }
  }

  static class SubOfMetaCase extends MetaCase {}

  @S3Emulator(region = "eu-west-2")
  interface London {}

  interface Greenwich extends London {}

  static class ImplementingCase implements Greenwich {
    @Test
    void test(S3EmulatorServer server) {
      assertThat(server.region()).isEqualTo("eu-west-2");
    }
  }

  @S3Emulator(region = "eu-west-1")
  static class NestingCase {
    @InjectS3 S3EmulatorServer outer;

    @Test
    void outer(S3EmulatorServer server) {
      assertThat(server).isSameAs(outer);
      SEEN.add(server);
    }

    @Nested
    @S3Emulator(region = "eu-west-2")
    class Inner {
      @InjectS3 S3EmulatorServer inner;

      @Test
      void inner(S3EmulatorServer server) {
        assertThat(server.region()).isEqualTo("eu-west-2");
        assertThat(server).isSameAs(inner).isNotSameAs(outer);
        assertThat(outer.region()).isEqualTo("eu-west-1");
        SEEN.add(server);
      }

      /** Equal to the one around it, and still another. */
      @Nested
      @S3Emulator(region = "eu-west-1")
      class Innermost {
        @Test
        void innermost(S3EmulatorServer server) {
          assertThat(server).isNotSameAs(outer);
          SEEN.add(server);
        }
      }
    }
  }

  @S3Emulator(region = "eu-west-1")
  @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
  static class MethodCase {
    @InjectS3 S3EmulatorServer field;

    @BeforeEach
    void setUp(S3EmulatorServer server) {
      assertThat(server).isSameAs(field);
    }

    @Test
    @Order(1)
    void ofTheClass(S3EmulatorServer server) {
      SEEN.add(server);
    }

    @Test
    @Order(2)
    @S3Emulator(region = "eu-west-2")
    void ofItsOwn(S3EmulatorServer server) {
      assertThat(server).isSameAs(field);
      assertThat(server.region()).isEqualTo("eu-west-2");
      SEEN.add(server);
    }
  }

  static class OnlyMethodCase {
    @Test
    @S3Emulator(buckets = @Bucket(name = "photos"))
    void test(S3EmulatorServer server, URI endpoint) {
      assertThat(server.endpoint()).isEqualTo(endpoint);
    }
  }

  static class FieldCase {
    @S3Emulator private static S3EmulatorServer ofTheClass;

    @S3Emulator(region = "eu-west-1")
    private S3EmulatorServer ofTheTest;

    @BeforeAll
    static void isThere() {
      assertThat(ofTheClass.port()).isPositive();
    }

    @Test
    void one() {
      SEEN.addAll(List.of(ofTheClass, ofTheTest));
    }

    @Test
    void two() {
      SEEN.addAll(List.of(ofTheClass, ofTheTest));
    }
  }

  static class OnlyFieldCase {
    @S3Emulator static S3EmulatorServer server;

    @InjectS3 URI endpoint;

    @Test
    void test(S3EmulatorServer parameter) {
      assertThat(parameter).isSameAs(server);
      assertThat(endpoint).isEqualTo(server.endpoint());
    }

    @Nested
    class Inner {
      @Test
      void test(S3EmulatorServer parameter) {
        assertThat(parameter).isSameAs(server);
      }
    }
  }

  static class EqualFieldsCase {
    @Paris S3EmulatorServer server;

    @S3Emulator(region = "eu-west-3")
    URI endpoint;

    @Test
    void test() {
      assertThat(endpoint).isEqualTo(server.endpoint());
    }
  }

  static class SeveralFieldsCase {
    @S3Emulator S3EmulatorServer one;

    @S3Emulator(region = "eu-west-1")
    S3EmulatorServer other;

    @Test
    void test(URI endpoint) {}
  }

  @S3Emulator
  static class ParameterCase {
    @Test
    void test(
        S3EmulatorServer ofTheClass,
        @Paris S3EmulatorServer server,
        @Paris URI endpoint,
        @S3Emulator(region = "eu-west-1") S3EmulatorServer other) {
      assertThat(server.endpoint()).isEqualTo(endpoint);
      assertThat(List.of(ofTheClass, server, other)).doesNotHaveDuplicates();
      assertThat(other.region()).isEqualTo("eu-west-1");
    }
  }

  static class OnlyParameterCase {
    @Test
    void test(@Paris S3EmulatorServer server, URI endpoint) {
      assertThat(server.endpoint()).isEqualTo(endpoint);
    }
  }

  static class ClassParameterCase {
    ClassParameterCase(@Paris S3EmulatorServer server) {
      SEEN.add(server);
    }

    @Test
    void one() {}

    @Test
    void two() {}
  }

  static class StrangeParameterCase {
    @Test
    void test(@S3Emulator StringBuilder strange) {}
  }
}
