package dev.s3emulator.internal.protocol.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The head of one part of a form.
 *
 * @param name the name of the field
 * @param fileName the file that it is, empty for other fields
 */
record FormPart(String name, String fileName) {

  private static final String DISPOSITION = "content-disposition:";

  /** Reads the headers of a part, or returns null if they name no field. */
  static @Nullable FormPart parse(byte[] headers) {
    for (String line : new String(headers, UTF_8).split("\r\n")) {
      if (line.regionMatches(true, 0, DISPOSITION, 0, DISPOSITION.length())) {
        Map<String, String> parameters = HeaderParameters.parse(line);
        String name = parameters.get("name");
        return name == null ? null : new FormPart(name, parameters.getOrDefault("filename", ""));
      }
    }
    return null;
  }

  boolean isFile() {
    return name.equalsIgnoreCase("file");
  }
}
