package dev.s3emulator.junit5;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for the client that is based on the AWS Common Runtime, on a parameter or a field of the
 * type {@code S3AsyncClient} or {@code S3TransferManager}. Needs {@code
 * software.amazon.awssdk.crt:aws-crt} on the class path.
 *
 * <p>Without it these are the SDK's Java clients, if the class path has an asynchronous HTTP client
 * for them, such as {@code netty-nio-client}, and otherwise those of the Common Runtime.
 */
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface Crt {}
