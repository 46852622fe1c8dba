package io.gatehouse.parking.insight;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How well plates were read in some time.
 *
 * @param passages all of them
 * @param unread of those, the ones in which nothing was read
 * @param typed of those, the ones that a person typed
 * @param automatic of those, the ones that no person saw
 * @param byHour 24, by the hour of the site's clock
 * @param byLight by how bright the picture was
 * @param byConfidence by the steps of {@link Confidence}
 * @param misreads how often each character was taken for another
 */
public record ReadingFigures(
    long passages,
    long unread,
    long typed,
    long automatic,
    List<Tally> byHour,
    Map<Light, Tally> byLight,
    List<Tally> byConfidence,
    Map<Misread, Long> misreads) {

  public static final ReadingFigures NONE =
      new ReadingFigures(
          0,
          0,
          0,
          0,
          Collections.nCopies(BusinessDay.HOURS, Tally.NONE),
          Map.of(),
          Collections.nCopies(Confidence.FROM.size(), Tally.NONE),
          Map.of());

  public ReadingFigures {
    byHour = List.copyOf(byHour);
    byLight = Map.copyOf(byLight);
    byConfidence = List.copyOf(byConfidence);
    misreads = Map.copyOf(misreads);
  }

  public ReadingFigures plus(ReadingFigures other) {
    return new ReadingFigures(
        passages + other.passages,
        unread + other.unread,
        typed + other.typed,
        automatic + other.automatic,
        sum(byHour, other.byHour),
        lights(other),
        sum(byConfidence, other.byConfidence),
        misreads(other));
  }

  private Map<Light, Tally> lights(ReadingFigures other) {
    Map<Light, Tally> sum = new EnumMap<>(Light.class);
    sum.putAll(byLight);
    other.byLight.forEach((light, tally) -> sum.merge(light, tally, Tally::plus));
    return sum;
  }

  private Map<Misread, Long> misreads(ReadingFigures other) {
    Map<Misread, Long> sum = new HashMap<>(misreads);
    other.misreads.forEach((misread, count) -> sum.merge(misread, count, Long::sum));
    return sum;
  }

  private static List<Tally> sum(List<Tally> a, List<Tally> b) {
    List<Tally> sum = new ArrayList<>();
    for (int i = 0; i < a.size(); i++) {
      sum.add(a.get(i).plus(b.get(i)));
    }
    return sum;
  }

  /** All that a person has put his word to. */
  public Tally all() {
    return byHour.stream().reduce(Tally.NONE, Tally::plus);
  }

  /** Share of passages typed by hand, 0 to 1. */
  public double typedShare() {
    return passages == 0 ? 0 : typed / (double) passages;
  }
}
