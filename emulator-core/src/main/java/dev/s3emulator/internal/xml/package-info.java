/** Reading and writing the XML documents of S3. */
@NullMarked
package dev.s3emulator.internal.xml;

import org.jspecify.annotations.NullMarked;
