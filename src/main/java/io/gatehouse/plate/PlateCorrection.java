package io.gatehouse.plate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a text that fits no format fit one, by swapping characters that the reader was not sure of
 * for others it saw there or that look alike. Of several ways the one with the fewest swaps is
 * taken; when two of those are equally good, the text stays as it is. It also stays when even the
 * best way is not likely, or makes an army plate: those have no code to hold on to, and half the
 * world's plates are one swap away from them.
 */
final class PlateCorrection {

  // More swaps than this make another text, not the one that was read.
  private static final int MOST_SWAPS = 3;
  // Several doubtful swaps at once bend a foreign plate, or a sign, into one of ours.
  private static final float LEAST_PLAUSIBLE = 0.1f;
  // The one place where a digit and a letter are both right: 59-P1 684.80 and 59-PA 684.80.
  private static final int FREE_LENGTH = 9;
  private static final int FREE_PLACE = 3;
  private static final int CODE_PLACES = 2;

  private final VietnamFormats formats;
  private final float sureFrom;

  /** One way to make the text fit. */
  private record Way(PlateKind kind, String text, Map<Integer, Candidate> swaps) {

    float weight() {
      float sum = 0;
      for (Candidate swap : swaps.values()) {
        sum += swap.confidence();
      }
      return sum;
    }

    /** How likely all the swaps are right together, 0 to 1. */
    float plausibility() {
      float product = 1;
      for (Candidate swap : swaps.values()) {
        product *= swap.confidence();
      }
      return product;
    }
  }

  /**
   * @param sureFrom the confidence from which on a character is sure and is never swapped
   */
  PlateCorrection(VietnamFormats formats, float sureFrom) {
    this.formats = formats;
    this.sureFrom = sureFrom;
  }

  /** The same list when the text fits already, or cannot be made to fit. */
  List<ReadCharacter> correct(List<ReadCharacter> characters) {
    String text = text(characters);
    if (formats.match(text, Set.of(), 0).isPresent()) {
      return characters;
    }
    return best(waysToFit(text, characters))
        .filter(way -> way.kind() != PlateKind.MILITARY)
        .filter(way -> way.plausibility() >= LEAST_PLAUSIBLE)
        .map(way -> swapped(characters, way.swaps()))
        .orElse(characters);
  }

  private List<Way> waysToFit(String text, List<ReadCharacter> characters) {
    List<Way> ways = new ArrayList<>();
    for (PlatePattern pattern : formats.patterns()) {
      if (pattern.length() == text.length()) {
        wayToFit(pattern, text, characters).ifPresent(ways::add);
      }
    }
    return ways;
  }

  private static Optional<Way> best(List<Way> ways) {
    Comparator<Way> fewestSwaps = Comparator.comparingInt(way -> way.swaps().size());
    Comparator<Way> order =
        fewestSwaps.thenComparing(Comparator.comparingDouble(Way::weight).reversed());
    Optional<Way> best = ways.stream().min(order);
    return best.filter(winner ->
        ways.stream()
            .filter(way -> order.compare(way, winner) == 0)
            .allMatch(way -> way.text().equals(winner.text())));
  }

  private Optional<Way> wayToFit(
      PlatePattern pattern, String text, List<ReadCharacter> characters) {
    Map<Integer, Candidate> swaps = new LinkedHashMap<>();
    int first = 0;
    if (pattern.kind() != PlateKind.MILITARY) {
      Optional<Map<Integer, Candidate>> code = codeSwaps(pattern, text, characters);
      if (code.isEmpty()) {
        return Optional.empty();
      }
      swaps.putAll(code.get());
      first = CODE_PLACES;
    }
    for (int place = first; place < text.length(); place++) {
      if (pattern.allows(place, text.charAt(place))) {
        continue;
      }
      if (isFixed(pattern, place)) {
        return Optional.empty();
      }
      List<Candidate> options = options(pattern, place, characters.get(place));
      if (options.isEmpty()) {
        return Optional.empty();
      }
      swaps.put(place, options.getFirst());
    }
    return swaps.size() > MOST_SWAPS
        ? Optional.empty()
        : Optional.of(new Way(pattern.kind(), applied(text, swaps), swaps));
  }

  /** An army plate's letters would make one of any seven characters that begin like letters. */
  private static boolean isFixed(PlatePattern pattern, int place) {
    return (pattern.length() == FREE_LENGTH && place == FREE_PLACE)
        || (pattern.kind() == PlateKind.MILITARY && place < CODE_PLACES);
  }

  /** The two digits of the code hang together: 13 is none, and 18 may be what was meant. */
  private Optional<Map<Integer, Candidate>> codeSwaps(
      PlatePattern pattern, String text, List<ReadCharacter> characters) {
    List<Way> ways = new ArrayList<>();
    for (Candidate first : withItself(pattern, 0, characters)) {
      for (Candidate second : withItself(pattern, 1, characters)) {
        String code = "" + first.value() + second.value();
        if (formats.hasCode(pattern, code)) {
          Map<Integer, Candidate> swaps = new LinkedHashMap<>();
          addIfSwapped(swaps, 0, first, text);
          addIfSwapped(swaps, 1, second, text);
          ways.add(new Way(pattern.kind(), code, swaps));
        }
      }
    }
    return best(ways).map(Way::swaps);
  }

  private static void addIfSwapped(
      Map<Integer, Candidate> swaps, int place, Candidate candidate, String text) {
    if (candidate.value() != text.charAt(place)) {
      swaps.put(place, candidate);
    }
  }

  private List<Candidate> withItself(
      PlatePattern pattern, int place, List<ReadCharacter> characters) {
    ReadCharacter read = characters.get(place);
    List<Candidate> all = new ArrayList<>();
    if (pattern.allows(place, read.value())) {
      all.add(new Candidate(read.value(), read.confidence()));
    }
    all.addAll(options(pattern, place, read));
    return all;
  }

  /** What else may stand there, likeliest first; nothing for a character that is sure. */
  private List<Candidate> options(PlatePattern pattern, int place, ReadCharacter read) {
    if (read.confidence() >= sureFrom) {
      return List.of();
    }
    Map<Character, Float> options = new LinkedHashMap<>();
    for (Candidate seen : read.alternatives()) {
      options.merge(seen.value(), seen.confidence(), Math::max);
    }
    for (Candidate alike : Confusions.of(read.value())) {
      options.merge(alike.value(), alike.confidence() * read.confidence(), Math::max);
    }
    return options.entrySet().stream()
        .filter(option -> option.getKey() != read.value())
        .filter(option -> pattern.allows(place, option.getKey()))
        .map(option -> new Candidate(option.getKey(), option.getValue()))
        .sorted(Comparator.comparingDouble(Candidate::confidence).reversed())
        .toList();
  }

  private static String applied(String text, Map<Integer, Candidate> swaps) {
    StringBuilder applied = new StringBuilder(text);
    swaps.forEach((place, swap) -> applied.setCharAt(place, swap.value()));
    return applied.toString();
  }

  private static List<ReadCharacter> swapped(
      List<ReadCharacter> characters, Map<Integer, Candidate> swaps) {
    List<ReadCharacter> swapped = new ArrayList<>(characters);
    swaps.forEach((place, swap) -> swapped.set(place, swapped(characters.get(place), swap)));
    return List.copyOf(swapped);
  }

  /**
   * What was read becomes a candidate, below the one the grammar forces: the guard may still want
   * it, the vote should not.
   */
  private static ReadCharacter swapped(ReadCharacter read, Candidate swap) {
    float confidence = Math.min(swap.confidence(), read.confidence());
    List<Candidate> alternatives = new ArrayList<>();
    alternatives.add(new Candidate(read.value(), confidence / 2));
    for (Candidate other : read.alternatives()) {
      if (other.value() != swap.value()) {
        alternatives.add(other);
      }
    }
    alternatives.sort(Comparator.comparingDouble(Candidate::confidence).reversed());
    return new ReadCharacter(swap.value(), confidence, alternatives);
  }

  static String text(List<ReadCharacter> characters) {
    StringBuilder text = new StringBuilder(characters.size());
    for (ReadCharacter character : characters) {
      text.append(character.value());
    }
    return text.toString();
  }
}
