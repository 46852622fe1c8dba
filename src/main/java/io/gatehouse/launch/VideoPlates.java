package io.gatehouse.launch;

import io.gatehouse.read.PlateReading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The distinct plates of a video. Texts that differ in at most two characters are readings of one
 * plate; the text with the greatest sum of confidences speaks for it.
 */
final class VideoPlates {

  private static final int SAME_PLATE = 2;

  private final List<Map<String, List<PlateReading>>> plates = new ArrayList<>();

  void add(PlateReading reading) {
    String text = reading.plate().text();
    for (Map<String, List<PlateReading>> plate : plates) {
      if (plate.keySet().stream().anyMatch(known -> distance(known, text) <= SAME_PLATE)) {
        plate.computeIfAbsent(text, t -> new ArrayList<>()).add(reading);
        return;
      }
    }
    Map<String, List<PlateReading>> plate = new LinkedHashMap<>();
    plate.computeIfAbsent(text, t -> new ArrayList<>()).add(reading);
    plates.add(plate);
  }

  /** The surest reading of each plate, in the order in which they came. */
  List<PlateReading> best() {
    return plates.stream().map(VideoPlates::best).toList();
  }

  private static PlateReading best(Map<String, List<PlateReading>> plate) {
    return plate.values().stream()
        .max(Comparator.comparingDouble(VideoPlates::weight))
        .orElseThrow()
        .stream()
        .max(Comparator.comparingDouble(PlateReading::confidence))
        .orElseThrow();
  }

  private static double weight(List<PlateReading> readings) {
    return readings.stream().mapToDouble(PlateReading::confidence).sum();
  }

  /** Levenshtein's distance. */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
