package io.gatehouse.vote;

import io.gatehouse.camera.Region;
import io.gatehouse.read.PlateReading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says which reading of a frame belongs to which known plate, by text and place. */
final class ReadingMatcher {

  /** Overlap from which two boxes are taken for the same place. */
  static final double SAME_PLACE = 0.3;

  // How far a plate may get, in its widths: at once, and for each second unseen.
  private static final double REACH = 1.5;
  private static final double REACH_A_SECOND = 4;
  private static final double LONGEST_UNSEEN = 1.5;

  private final double samePlate;

  ReadingMatcher(double samePlate) {
    this.samePlate = samePlate;
  }

  private record Pair(PlateReading reading, Track track, double score) {}

  /** One reading at most for a track and one track at most for a reading, best pairs first. */
  Map<PlateReading, Track> match(List<PlateReading> readings, List<Track> tracks, long now) {
    List<Pair> pairs = new ArrayList<>();
    for (PlateReading reading : readings) {
      for (Track track : tracks) {
        double score = score(reading, track, now);
        if (score > 0) {
          pairs.add(new Pair(reading, track, score));
        }
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::score).reversed());
    Map<PlateReading, Track> matches = new LinkedHashMap<>();
    Set<Track> taken = new HashSet<>();
    for (Pair pair : pairs) {
      if (!taken.contains(pair.track()) && !matches.containsKey(pair.reading())) {
        matches.put(pair.reading(), pair.track());
        taken.add(pair.track());
      }
    }
    return matches;
  }

  private double score(PlateReading reading, Track track, long now) {
    if (track.place().isEmpty()) {
      return 0;
    }
    double likeness = TextAlignment.similarity(reading.plate().text(), track.text());
    Region there = track.place().get();
    Region here = reading.box().region();
    double unseen = Math.min(LONGEST_UNSEEN, track.unseenNanos(now) / 1e9);
    boolean inReach = Places.shift(here, there) <= REACH + REACH_A_SECOND * unseen;
    // One plate cannot be in two places: an equal text is the same plate wherever it is.
    boolean same = likeness == 1 || (likeness >= samePlate && inReach);
    return same ? likeness + here.overlap(there) : 0;
  }
}
