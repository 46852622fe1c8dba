package io.gatehouse.read;

import io.gatehouse.camera.Frame;
import io.gatehouse.plate.Candidate;
import io.gatehouse.plate.PlateKind;
import io.gatehouse.plate.ReadCharacter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A third reader, asked about a plate where the first two disagree. Where they saw different
 * numbers of characters, whom it agrees with wins; where they differ in characters only, it may
 * confirm what was made of the two and never overturns it, for it mistakes what they mistake. What
 * two of three read stays doubtful, unless the two learnt from different pictures (the second and
 * this one), both are confident, and the first was not.
 *
 * <p>When it agrees with nobody, sees nothing or fails, the answer of the two stands.
 */
final class ThirdVoice implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ThirdVoice.class);

  /** How sure both who agree must be of every character to overrule the first reader. */
  private static final float CONFIDENT = 0.9f;

  /** A first reader that is so sure of a character is not overruled for good. */
  private static final float INSISTS = 0.9f;

  private static final int VOICES = 3;
  private static final int MOST_ALTERNATIVES = 4;

  private final PlateReader reader;
  private boolean failed;

  /** Takes over {@code reader}, which must not be of the second reader's kind. */
  ThirdVoice(PlateReader reader) {
    this.reader = reader;
  }

  /**
   * The answer of three.
   *
   * @param own the first reader's, whose box knows the text lines
   * @param other the second reader's
   * @param both what was made of the two, which stands where this voice does not help
   */
  PlateReading heard(Frame frame, PlateReading own, PlateReading other, PlateReading both) {
    if (failed || isSame(own, other)) {
      return both;
    }
    Optional<PlateReading> third = ask(frame, own);
    return third
        .flatMap(said ->
            eligible(own, other, both).stream()
                .filter(reading -> isSame(reading, said))
                .findFirst()
                .map(winner -> agreed(winner, said, own, other, both)))
        .orElse(both);
  }

  private static List<PlateReading> eligible(
      PlateReading own, PlateReading other, PlateReading both) {
    if (own.characters().size() != other.characters().size()) {
      return List.of(other, own, both);
    }
    return isSame(other, both) ? List.of(other) : isSame(own, both) ? List.of(own) : List.of(both);
  }

  private Optional<PlateReading> ask(Frame frame, PlateReading own) {
    try {
      return reader.read(frame, own.box());
    } catch (RuntimeException e) {
      // Whatever a native library throws: two have read the plate, and a vehicle waits.
      log.warn("{} failed, the third voice is silent until the next start", reader.name(), e);
      failed = true;
      return Optional.empty();
    }
  }

  private static PlateReading agreed(
      PlateReading winner,
      PlateReading third,
      PlateReading own,
      PlateReading other,
      PlateReading both) {
    List<ReadCharacter> characters = new ArrayList<>();
    for (int i = 0; i < winner.characters().size(); i++) {
      characters.add(
          outvoted(
              agreed(winner.characters().get(i), third.characters().get(i)),
              place(own, winner, i),
              place(other, winner, i)));
    }
    boolean sure =
        isSame(winner, other)
            && winner.plate().kind() != PlateKind.UNKNOWN
            && Math.min(other.confidence(), third.confidence()) >= CONFIDENT
            && !insists(own, winner);
    return new PlateReading(
        own.box(),
        winner.rawText(),
        characters,
        winner.plate(),
        winner.colour(),
        both.reader() + "+" + third.reader(),
        sure ? Sureness.SURE : Sureness.DOUBTFUL);
  }

  /** What a reader has in that place, if it saw as many characters. */
  private static Optional<ReadCharacter> place(PlateReading reading, PlateReading winner, int i) {
    return reading.characters().size() == winner.characters().size()
        ? Optional.of(reading.characters().get(i))
        : Optional.empty();
  }

  /** Two who saw the same, apart from each other. */
  private static ReadCharacter agreed(ReadCharacter a, ReadCharacter b) {
    float confidence = 1 - (1 - a.confidence()) * (1 - b.confidence());
    return new ReadCharacter(a.value(), confidence, a.alternatives());
  }

  /** The one who sees another character becomes a candidate, and takes a third of its weight. */
  @SafeVarargs
  private static ReadCharacter outvoted(ReadCharacter winner, Optional<ReadCharacter>... voices) {
    TreeMap<Character, Float> alternatives = new TreeMap<>();
    winner.alternatives().forEach(c -> alternatives.merge(c.value(), c.confidence(), Math::max));
    float confidence = winner.confidence();
    for (Optional<ReadCharacter> voice : voices) {
      if (voice.isEmpty()) {
        confidence *= 1 - 1f / (VOICES + 1);
      } else if (voice.get().value() != winner.value()) {
        float share = voice.get().confidence() / VOICES;
        confidence *= 1 - share;
        alternatives.merge(voice.get().value(), share, Math::max);
      }
    }
    float most = confidence;
    List<Candidate> candidates =
        alternatives.entrySet().stream()
            .filter(e -> e.getKey() != winner.value())
            .map(e -> new Candidate(e.getKey(), Math.min(e.getValue(), most)))
            .sorted(Comparator.comparingDouble(Candidate::confidence).reversed())
            .limit(MOST_ALTERNATIVES)
            .toList();
    return new ReadCharacter(winner.value(), confidence, candidates);
  }

  /** Whether the first reader is sure of what was decided otherwise. */
  private static boolean insists(PlateReading own, PlateReading winner) {
    if (own.characters().size() != winner.characters().size()) {
      return true;
    }
    for (int i = 0; i < own.characters().size(); i++) {
      ReadCharacter seen = own.characters().get(i);
      if (seen.value() != winner.characters().get(i).value() && seen.confidence() >= INSISTS) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSame(PlateReading a, PlateReading b) {
    return a.plate().text().equals(b.plate().text())
        && a.characters().size() == b.characters().size();
  }

  @Override
  public void close() {
    reader.close();
  }
}
