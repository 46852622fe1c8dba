package io.gatehouse.learn;

import io.gatehouse.plate.Candidate;
import io.gatehouse.plate.Plate;
import io.gatehouse.plate.PlateGrammar;
import io.gatehouse.plate.ReadCharacter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Weighs the doubtful characters of a reading anew by what the site has taught, within what the
 * grammar allows. Learning makes no character surer than its reader was.
 */
final class SiteReader {

  private static final int MOST_ALTERNATIVES = 4;
  private static final double LEAST_ALTERNATIVE = 0.01;

  private final Places places;
  private final SiteProfile profile;

  SiteReader(PlateGrammar grammar, SiteProfile profile) {
    this.places = new Places(grammar);
    this.profile = profile;
  }

  /**
   * The characters as they are with what was learned; the same list when that is nothing.
   *
   * @param characters one for each character of the plate's text
   */
  List<ReadCharacter> reread(Plate plate, List<ReadCharacter> characters) {
    if (plate.text().length() != characters.size()) {
      return characters;
    }
    List<ReadCharacter> reread = new ArrayList<>(characters);
    StringBuilder text = new StringBuilder(plate.text());
    for (int i = 0; i < characters.size(); i++) {
      ReadCharacter read = characters.get(i);
      if (read.confidence() < profile.sureFrom() && profile.factors().know(read.value())) {
        ReadCharacter weighed = weighed(read, places.allowed(plate, text.toString(), i));
        reread.set(i, weighed);
        text.setCharAt(i, weighed.value());
      }
    }
    return reread.equals(characters) ? characters : List.copyOf(reread);
  }

  private ReadCharacter weighed(ReadCharacter read, Set<Character> allowed) {
    Place place = Place.of(allowed);
    if (!place.holds(read.value())) {
      return read;
    }
    Map<Character, Double> belief = Belief.of(place, read);
    belief.keySet().retainAll(allowed);
    belief.replaceAll(
        (is, share) -> share * profile.factors().of(new Confusion(place, read.value(), is)));
    List<Map.Entry<Character, Double>> likeliest =
        Belief.normalised(belief).entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .toList();
    float confidence = limited(likeliest.getFirst().getValue(), read.confidence());
    List<Candidate> others =
        likeliest.stream()
            .skip(1)
            .filter(other -> other.getValue() >= LEAST_ALTERNATIVE)
            .limit(MOST_ALTERNATIVES)
            .map(other -> new Candidate(other.getKey(), limited(other.getValue(), confidence)))
            .toList();
    return new ReadCharacter(likeliest.getFirst().getKey(), confidence, others);
  }

  private static float limited(double probability, float most) {
    return Math.min((float) probability, most);
  }
}
