package dev.s3emulator.examples.spring.boot;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** What the application is told about its S3. */
@ConfigurationProperties("photos.s3")
record PhotoSettings(URI endpoint, String region, String accessKey, String secretKey) {}
