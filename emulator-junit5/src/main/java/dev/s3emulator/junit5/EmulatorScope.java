package dev.s3emulator.junit5;

/** How long an emulator lives, and so which tests share it. */
public enum EmulatorScope {

  /**
   * As long as what the annotation or the extension stands on: {@link #CLASS} for a class and a
   * static field, {@link #METHOD} for a test method, an instance field and a parameter of a test or
   * of a {@code @BeforeEach} or {@code @AfterEach} method, {@link #CLASS} for a parameter of a
   * constructor or of a {@code @BeforeAll} or {@code @AfterAll} method.
   */
  BY_PLACE,

  /**
   * One for each test method, each invocation of a parameterized or repeated test and each test
   * factory. Such tests share nothing and may run at the same time.
   */
  METHOD,

  /** One for the class, its tests and its nested classes. */
  CLASS,

  /**
   * One for the whole run, shared by all that ask for it with the same options. It starts when the
   * first test needs it and is closed at the end of the run.
   */
  RUN
}
