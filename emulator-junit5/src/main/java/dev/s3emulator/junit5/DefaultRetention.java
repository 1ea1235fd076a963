package dev.s3emulator.junit5;

import dev.s3emulator.RetentionMode;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The retention of versions whose upload names none, see {@link Bucket#defaultRetention}:
 * {@code @DefaultRetention(mode = RetentionMode.GOVERNANCE, days = 30)}. Either days or years.
 */
@Target({})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface DefaultRetention {

  /** Who may shorten it. */
  RetentionMode mode();

  /** Days, 1 to 36500. */
  int days() default 0;

  /** Years of the calendar, 1 to 100. */
  int years() default 0;
}
