package io.gatehouse.parking.insight;

import java.util.List;

/** The middle of numbers. */
final class Medians {

  private Medians() {}

  /** Of an even number the mean of the two in the middle; 0 of none. */
  static double of(List<Double> numbers) {
    if (numbers.isEmpty()) {
      return 0;
    }
    List<Double> sorted = numbers.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  static PictureMedians of(int pictures, List<Double> sharpness, List<Double> brightness) {
    return new PictureMedians(pictures, of(sharpness), of(brightness));
  }
}
