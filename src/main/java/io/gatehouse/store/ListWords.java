package io.gatehouse.store;

import io.gatehouse.parking.lists.ListEntry;
import io.gatehouse.parking.lists.PlainWords;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an entry is found by, as somebody in a hurry types it: {@code nguyen van} finds Nguyễn Văn,
 * and a plate is found with its separators or without.
 */
final class ListWords {

  private ListWords() {}

  static String of(ListEntry entry) {
    return Stream.of(entry.plate(), entry.owner(), entry.phone(), entry.note())
        .map(PlainWords::of)
        .collect(Collectors.joining("|"));
  }

  /** A pattern for LIKE that finds a text anywhere in the words; empty to find all. */
  static String pattern(String text) {
    String plain = PlainWords.of(text); // nothing that LIKE knows is left in it
    return plain.isEmpty() ? "" : '%' + plain + '%';
  }
}
