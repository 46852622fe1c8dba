package io.gatehouse.read;

import io.gatehouse.camera.Frame;
import io.gatehouse.plate.Candidate;
import io.gatehouse.plate.PlateKind;
import io.gatehouse.plate.ReadCharacter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes one answer of two independent readers' answers. Where they agree the answer is sure: they
 * hardly ever make the same mistake. Where they do not, it is doubtful, and holds what both saw.
 */
final class SecondOpinion {

  /** A reader that is this sure of every character needs no other to be sure. */
  private static final float SURE_ALONE = 0.9985f;

  /** Two who agree while one of them was guessing prove nothing. */
  private static final float LEAST_TO_AGREE = 0.5f;

  /** A character that one of them could hardly see, burnt into by a lamp, may fool both alike. */
  private static final float LEAST_OF_EACH = 0.25f;

  /** A text of known format less sure than this may be a foreign one bent into it … */
  private static final float BENT_BELOW = 0.4f;

  /** … where the other reader reads a foreign one at least so surely. */
  private static final float FOREIGN_FROM = 0.6f;

  private static final int SERIES_PLACE = 3;

  /** How many times as many series end in a certain digit as in a certain letter. */
  private static final float DIGITS_TO_LETTERS = 6;

  private static final int MOST_ALTERNATIVES = 4;

  private final PlateWriting writing;

  SecondOpinion(PlateWriting writing) {
    this.writing = writing;
  }

  /** Whether a reading needs no second one. */
  static boolean isSureAlone(PlateReading reading) {
    return reading.plate().kind() != PlateKind.UNKNOWN && reading.confidence() >= SURE_ALONE;
  }

  /** One answer of two readings of the same plate. */
  PlateReading of(Frame frame, PlateReading own, PlateReading other) {
    String reader = own.reader() + "+" + other.reader();
    if (own.plate().text().equals(other.plate().text())) {
      boolean sure =
          Math.max(own.confidence(), other.confidence()) >= LEAST_TO_AGREE
              && Math.min(own.confidence(), other.confidence()) >= LEAST_OF_EACH;
      return new PlateReading(
          own.box(),
          own.rawText(),
          mixed(own.characters(), other.characters()),
          own.plate(),
          own.colour(),
          reader,
          sure ? Sureness.SURE : Sureness.DOUBTFUL);
    }
    if (own.characters().size() == other.characters().size() && own.box().lines().size() <= 2) {
      return settled(frame, own, other, reader);
    }
    PlateReading better = preferred(own, other);
    return new PlateReading(
        better.box(),
        better.rawText(),
        lessSure(better.characters()),
        better.plate(),
        better.colour(),
        reader,
        Sureness.DOUBTFUL);
  }

  /** Character by character, then by the grammar. */
  private PlateReading settled(Frame frame, PlateReading own, PlateReading other, String reader) {
    List<ReadCharacter> mixed = mixed(own.characters(), other.characters());
    int upper = own.plate().upper().replaceAll("[^\\p{L}\\p{N}]", "").length();
    boolean twoLines = own.box().lines().size() == 2 && upper > 0 && upper < mixed.size();
    if (twoLines && upper == SERIES_PLACE + 1) {
      ReadCharacter series = series(own, other, mixed.get(SERIES_PLACE));
      mixed.set(SERIES_PLACE, series);
    }
    List<ReadLine> lines =
        twoLines
            ? List.of(line(mixed.subList(0, upper)), line(mixed.subList(upper, mixed.size())))
            : List.of(line(mixed));
    PlateReading settled = writing.reading(frame, own.box(), lines, reader);
    return settled.plate().kind() == PlateKind.UNKNOWN ? preferredOf(own, other, settled) : settled;
  }

  /**
   * The last character of a motorbike's upper line is a digit on most plates: where only one reader
   * saw a letter there, the letter has to be much the surer.
   */
  private static ReadCharacter series(PlateReading own, PlateReading other, ReadCharacter mixed) {
    List<ReadCharacter> two =
        List.of(own.characters().get(SERIES_PLACE), other.characters().get(SERIES_PLACE));
    List<ReadCharacter> digits = two.stream().filter(c -> Character.isDigit(c.value())).toList();
    if (digits.size() != 1 || Character.isDigit(mixed.value())) {
      return mixed;
    }
    ReadCharacter digit = digits.getFirst();
    if (digit.confidence() * DIGITS_TO_LETTERS < mixed.confidence()) {
      return mixed;
    }
    List<Candidate> others = new ArrayList<>(mixed.alternatives());
    others.removeIf(c -> c.value() == digit.value());
    others.addFirst(new Candidate(mixed.value(), mixed.confidence()));
    return new ReadCharacter(
        digit.value(),
        digit.confidence() / 2,
        others.subList(0, Math.min(MOST_ALTERNATIVES, others.size())));
  }

  private static PlateReading preferredOf(
      PlateReading own, PlateReading other, PlateReading settled) {
    PlateReading better = preferred(own, other);
    return better.plate().kind() == PlateKind.UNKNOWN ? settled : better;
  }

  private static PlateReading preferred(PlateReading own, PlateReading other) {
    boolean ownKnown = own.plate().kind() != PlateKind.UNKNOWN;
    boolean otherKnown = other.plate().kind() != PlateKind.UNKNOWN;
    if (ownKnown != otherKnown) {
      PlateReading known = ownKnown ? own : other;
      PlateReading unknown = ownKnown ? other : own;
      boolean bent = known.confidence() < BENT_BELOW && unknown.confidence() >= FOREIGN_FROM;
      return bent ? unknown : known;
    }
    // A character too many is a faint one; a character too few leaves the others as sure as before.
    return own.confidence() >= other.confidence() ? own : other;
  }

  private static ReadLine line(List<ReadCharacter> characters) {
    StringBuilder raw = new StringBuilder();
    characters.forEach(c -> raw.append(c.value()));
    return new ReadLine(raw.toString(), characters);
  }

  private static List<ReadCharacter> lessSure(List<ReadCharacter> characters) {
    return characters.stream()
        .map(c -> new ReadCharacter(c.value(), c.confidence() / 2, c.alternatives()))
        .toList();
  }

  private static List<ReadCharacter> mixed(List<ReadCharacter> own, List<ReadCharacter> other) {
    List<ReadCharacter> mixed = new ArrayList<>(own.size());
    for (int i = 0; i < own.size(); i++) {
      mixed.add(mixed(own.get(i), other.get(i)));
    }
    return mixed;
  }

  private static ReadCharacter mixed(ReadCharacter own, ReadCharacter other) {
    Map<Character, Float> shares = new TreeMap<>();
    float agreed = 0;
    for (ReadCharacter c : List.of(own, other)) {
      shares.merge(c.value(), c.confidence() / 2, Float::sum);
      c.alternatives().forEach(a -> shares.merge(a.value(), a.confidence() / 2, Float::sum));
    }
    char best = shares.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    if (own.value() == other.value()) {
      best = own.value();
      agreed = 1 - (1 - own.confidence()) * (1 - other.confidence());
    }
    char value = best;
    List<Candidate> alternatives =
        shares.entrySet().stream()
            .filter(e -> e.getKey() != value)
            .map(e -> new Candidate(e.getKey(), e.getValue()))
            .sorted(Comparator.comparingDouble(Candidate::confidence).reversed())
            .limit(MOST_ALTERNATIVES)
            .toList();
    return new ReadCharacter(value, Math.max(agreed, shares.get(value)), alternatives);
  }
}
