package io.gatehouse.vote;

import io.gatehouse.camera.FrameStamp;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The frames that may become a vehicle's picture: for each text that was read, the frame that was
 * read surest. Few are kept, since each is a whole picture in memory.
 */
final class PictureChoice {

  private static final int KEPT = 3;
  private static final float AS_SURE = 0.02f;
  private static final double NEARER = 1.3;

  private final Map<String, Picture> bestByText = new HashMap<>();

  /**
   * Offers a frame.
   *
   * @param voted the text that leads now; its picture is never dropped
   */
  void offer(Picture picture, String voted) {
    bestByText.merge(picture.text(), picture, PictureChoice::better);
    if (bestByText.size() > KEPT) {
      bestByText.values().stream()
          .filter(p -> !p.text().equals(voted))
          .min(Comparator.comparingDouble(p -> worth(p, voted)))
          .ifPresent(p -> bestByText.remove(p.text()));
    }
  }

  /** The frame that was read best among those that agree with the text, or come closest to it. */
  Picture best(String voted) {
    Picture exact = bestByText.get(voted);
    if (exact != null) {
      return exact;
    }
    return bestByText.values().stream()
        .max(Comparator.comparingDouble(p -> worth(p, voted)))
        .orElseThrow(() -> new IllegalStateException("a vehicle without a single frame"));
  }

  void keepOnly(FrameStamp stamp) {
    bestByText.values().removeIf(p -> !p.stamp().equals(stamp));
  }

  Set<Long> frames() {
    return bestByText.values().stream()
        .map(p -> p.stamp().sequence())
        .collect(Collectors.toUnmodifiableSet());
  }

  void addAll(PictureChoice other, String voted) {
    other.bestByText.values().forEach(p -> offer(p, voted));
  }

  private static Picture better(Picture kept, Picture offered) {
    return isBetter(offered, kept) ? offered : kept;
  }

  /** Read surer; or as good as equally sure, and nearer. */
  static boolean isBetter(Picture picture, Picture than) {
    float gain = picture.confidence() - than.confidence();
    if (Math.abs(gain) > AS_SURE) {
      return gain > 0;
    }
    return picture.height() > NEARER * than.height()
        || (gain > 0 && picture.height() * NEARER >= than.height());
  }

  private static double worth(Picture picture, String voted) {
    return TextAlignment.similarity(picture.text(), voted) + 0.1 * picture.confidence();
  }
}
