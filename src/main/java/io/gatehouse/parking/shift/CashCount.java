package io.gatehouse.parking.shift;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Money counted note by note.
 *
 * @param notes how many of each; kinds of which there are none may be missing
 */
public record CashCount(Map<Banknote, Integer> notes) {

  public static final CashCount NOTHING = new CashCount(Map.of());

  /** More of one kind is a slip of the thumb. */
  public static final int MOST = 9_999;

  public CashCount {
    EnumMap<Banknote, Integer> kept = new EnumMap<>(Banknote.class);
    notes.forEach((note, count) -> {
      if (count < 0 || count > MOST) {
        throw new IllegalArgumentException("%d notes of %s".formatted(count, note));
      }
      if (count > 0) {
        kept.put(note, count);
      }
    });
    notes = Collections.unmodifiableMap(kept);
  }

  public int of(Banknote note) {
    return notes.getOrDefault(note, 0);
  }

  /** The same with so many of one kind. */
  public CashCount with(Banknote note, int count) {
    EnumMap<Banknote, Integer> changed = new EnumMap<>(Banknote.class);
    changed.putAll(notes);
    changed.put(note, count);
    return new CashCount(changed);
  }

  public long totalDong() {
    return notes.entrySet().stream().mapToLong(e -> e.getKey().dong() * e.getValue()).sum();
  }

  /** As it is kept: {@code 500000x2 20000x13}; empty for nothing. */
  public String text() {
    return notes.entrySet().stream()
        .map(e -> e.getKey().dong() + "x" + e.getValue())
        .collect(Collectors.joining(" "));
  }

  /**
   * The count that {@link #text()} gave.
   *
   * @throws IllegalArgumentException when it is no such text
   */
  public static CashCount parse(String text) {
    Map<Banknote, Integer> notes = new EnumMap<>(Banknote.class);
    for (String part : text.isEmpty() ? new String[0] : text.split(" ", -1)) {
      int times = part.indexOf('x');
      if (times < 0) {
        throw new IllegalArgumentException("no count of banknotes: " + part);
      }
      long dong = Long.parseLong(part.substring(0, times));
      Banknote note =
          Arrays.stream(Banknote.values())
              .filter(each -> each.dong() == dong)
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException("no banknote of " + dong));
      notes.put(note, Integer.parseInt(part.substring(times + 1)));
    }
    return new CashCount(notes);
  }
}
