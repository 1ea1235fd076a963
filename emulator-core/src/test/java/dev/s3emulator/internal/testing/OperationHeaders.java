package dev.s3emulator.internal.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One row of {@code operation-headers.txt}: which headers an operation has that many share, by the
 * service model of 2026.
 *
 * @param operation the name
 * @param expectedOwner whether a request may have {@code x-amz-expected-bucket-owner}
 * @param sourceExpectedOwner whether it may have {@code x-amz-source-expected-bucket-owner}
 * @param payer whether it may have {@code x-amz-request-payer}
 * @param charged whether the answer may have {@code x-amz-request-charged}
 * @param mfa whether a request may have {@code x-amz-mfa}
 */
public record OperationHeaders(
    String operation,
    boolean expectedOwner,
    boolean sourceExpectedOwner,
    boolean payer,
    boolean charged,
    boolean mfa) {

  private static final String RESOURCE = "/dev/s3emulator/internal/operation-headers.txt";

  /** Returns all rows by the name of the operation. */
  public static Map<String, OperationHeaders> all() {
    try (BufferedReader file =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(OperationHeaders.class.getResourceAsStream(RESOURCE)),
                UTF_8))) {
      return file.lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" +", -1))
          .map(
              cells ->
                  new OperationHeaders(
                      cells[0],
                      yes(cells[1]),
                      yes(cells[2]),
                      yes(cells[3]),
                      yes(cells[4]),
                      yes(cells[5])))
          .collect(Collectors.toMap(OperationHeaders::operation, Function.identity()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static boolean yes(String cell) {
    return cell.equals("yes");
  }
}
