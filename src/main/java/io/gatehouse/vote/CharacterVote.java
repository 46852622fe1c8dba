package io.gatehouse.vote;

import io.gatehouse.camera.FrameStamp;
import io.gatehouse.plate.Plate;
import io.gatehouse.plate.PlateColour;
import io.gatehouse.plate.PlateGrammar;
import io.gatehouse.plate.PlateKind;
import io.gatehouse.plate.ReadCharacter;
import io.gatehouse.read.PlateReading;
import io.gatehouse.read.Sureness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The readings of one vehicle and what they come to, character by character. First the length is
 * voted on, then the readings are laid along the surest text of that length, then each place is
 * voted on by itself. Only the best readings are kept, so a vehicle may stand all day.
 */
final class CharacterVote {

  private static final int KEPT = 24;

  // A reading of another length says less about each place: it may be laid along wrongly.
  private static final double OTHER_LENGTH = 0.5;
  // Characters get lost (glare, picture's edge) more often than they are made up.
  private static final double LONGER = 0.1;
  private static final double UNKNOWN_KIND = 0.5;
  // What two readers agreed on must not be crowded out by the many frames that only one looked at.
  private static final double CONFIRMED = 1.25;

  private record Ballot(PlateReading reading, FrameStamp stamp) {
    String text() {
      return reading.plate().text();
    }

    int height() {
      return reading.box().region().height();
    }

    /** A near plate and a sure reader count most. */
    double rank() {
      double confirmed = reading.sureness() == Sureness.SURE ? CONFIRMED : 1;
      return reading.confidence() * Math.sqrt(height()) * kindWeight() * confirmed;
    }

    double kindWeight() {
      return reading.plate().kind() == PlateKind.UNKNOWN ? UNKNOWN_KIND : 1;
    }
  }

  private static final Comparator<Ballot> BEST_FIRST =
      Comparator.comparingDouble(Ballot::rank)
          .reversed()
          .thenComparing(Ballot::text)
          .thenComparingLong(b -> b.stamp().sequence());

  private final PlateGrammar grammar;
  private final List<Ballot> ballots = new ArrayList<>();
  private int readings;
  private Optional<VotedPlate> result = Optional.empty();

  CharacterVote(PlateGrammar grammar) {
    this.grammar = grammar;
  }

  void add(PlateReading reading, FrameStamp stamp) {
    ballots.add(new Ballot(reading, stamp));
    readings++;
    count();
  }

  void addAll(CharacterVote other) {
    ballots.addAll(other.ballots);
    readings += other.readings;
    count();
  }

  /** How many readings took part, those that are no longer kept included. */
  int readings() {
    return readings;
  }

  /** Empty before the first reading. */
  Optional<VotedPlate> result() {
    return result;
  }

  private void count() {
    ballots.sort(BEST_FIRST);
    while (ballots.size() > KEPT) {
      ballots.removeLast();
    }
    result = ballots.isEmpty() ? Optional.empty() : Optional.of(elect());
  }

  private VotedPlate elect() {
    int highest = ballots.stream().mapToInt(Ballot::height).max().orElseThrow();
    String reference = reference(highest);
    int lines = lines(highest);
    List<PlaceVote> places = new ArrayList<>();
    for (int i = 0; i < reference.length(); i++) {
      places.add(new PlaceVote());
    }
    for (Ballot ballot : ballots) {
      lay(ballot, reference, weight(ballot, highest), places);
    }
    List<ReadCharacter> voted = places.stream().map(PlaceVote::elect).toList();
    List<ReadCharacter> characters = grammar.correct(voted, lines);
    Plate parsed = grammar.parse(text(characters), lines);
    List<Ballot> agreeing = ballots.stream().filter(b -> b.text().equals(parsed.text())).toList();
    // The reader saw where the first line ends, which tells some cars from motorbikes.
    Plate plate =
        agreeing.stream()
            .map(b -> b.reading().plate())
            .filter(p -> p.lines() == lines)
            .findFirst()
            .orElse(parsed);
    return new VotedPlate(
        plate,
        characters,
        colour(highest),
        sureness(parsed.text()),
        agreeing.size(),
        span(agreeing));
  }

  /** Sure is what some frame was read surely as, unless another was as surely read otherwise. */
  private Sureness sureness(String text) {
    List<String> sure =
        ballots.stream()
            .filter(b -> b.reading().sureness() == Sureness.SURE)
            .map(Ballot::text)
            .toList();
    boolean undisputed = !sure.isEmpty() && sure.stream().allMatch(text::equals);
    return undisputed ? Sureness.SURE : Sureness.DOUBTFUL;
  }

  private static double weight(Ballot ballot, int highest) {
    return Math.sqrt(ballot.height() / (double) highest) * ballot.kindWeight();
  }

  /** The best supported text of the length that most readings, by weight, have. */
  private String reference(int highest) {
    int shortest = ballots.stream().mapToInt(b -> b.text().length()).min().orElseThrow();
    Map<Integer, Double> lengths = new TreeMap<>();
    for (Ballot b : ballots) {
      double bonus = 1 + LONGER * (b.text().length() - shortest);
      lengths.merge(b.text().length(), trust(b, highest) * bonus, Double::sum);
    }
    int length = heaviest(lengths);
    Map<String, Double> texts = new TreeMap<>();
    for (Ballot b : ballots) {
      if (b.text().length() == length) {
        texts.merge(b.text(), trust(b, highest), Double::sum);
      }
    }
    return heaviest(texts);
  }

  private int lines(int highest) {
    Map<Integer, Double> lines = new TreeMap<>();
    lines.put(0, 0.0);
    for (Ballot b : ballots) {
      if (b.reading().plate().lines() > 0) {
        lines.merge(b.reading().plate().lines(), trust(b, highest), Double::sum);
      }
    }
    return heaviest(lines);
  }

  private PlateColour colour(int highest) {
    Map<PlateColour, Double> colours = new EnumMap<>(PlateColour.class);
    colours.put(PlateColour.UNKNOWN, 0.0);
    for (Ballot b : ballots) {
      if (b.reading().colour() != PlateColour.UNKNOWN) {
        colours.merge(b.reading().colour(), trust(b, highest), Double::sum);
      }
    }
    return heaviest(colours);
  }

  private static double trust(Ballot ballot, int highest) {
    return weight(ballot, highest) * ballot.reading().confidence();
  }

  private static <K> K heaviest(Map<K, Double> weights) {
    return weights.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }

  private static void lay(Ballot ballot, String reference, double weight, List<PlaceVote> places) {
    double share = ballot.text().length() == reference.length() ? weight : weight * OTHER_LENGTH;
    List<ReadCharacter> characters = ballot.reading().characters();
    int[] partner = TextAlignment.align(text(characters), reference);
    for (int i = 0; i < partner.length; i++) {
      if (partner[i] != TextAlignment.NONE) {
        places.get(partner[i]).add(characters.get(i), share);
      }
    }
  }

  private static long span(List<Ballot> ballots) {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (Ballot b : ballots) {
      first = Math.min(first, b.stamp().capturedNanos());
      last = Math.max(last, b.stamp().capturedNanos());
    }
    return ballots.isEmpty() ? 0 : last - first;
  }

  private static String text(List<ReadCharacter> characters) {
    StringBuilder text = new StringBuilder();
    for (ReadCharacter c : characters) {
      text.append(c.value());
    }
    return text.toString();
  }
}
