package dev.s3emulator.junit5.internal.report;

import java.util.List;

/**
 * The beginning and the end of a list that may be long, so that what is printed stays bounded.
 *
 * @param first the first elements, all if there are few
 * @param left how many stand between
 * @param last the last elements
 */
record Ends<T>(List<T> first, int left, List<T> last) {

  /** Returns both ends of a list, at most this many elements of each. */
  static <T> Ends<T> of(List<T> all, int atFirst, int atLast) {
    int left = all.size() - atFirst - atLast;
    return left <= 0
        ? new Ends<>(all, 0, List.of())
        : new Ends<>(all.subList(0, atFirst), left, all.subList(atFirst + left, all.size()));
  }
}
