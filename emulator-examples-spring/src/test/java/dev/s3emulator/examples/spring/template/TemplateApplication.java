package dev.s3emulator.examples.spring.template;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An application that has its client and its template from Spring Cloud AWS. */
@SpringBootApplication
class TemplateApplication {}
