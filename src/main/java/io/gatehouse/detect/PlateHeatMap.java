package io.gatehouse.detect;

import io.gatehouse.camera.Region;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads the plate detector's answer: the peaks of its heat map, each with a box, of which the
 * surest of those that overlap is kept.
 *
 * @param threshold least heat of a peak, 0 to 1
 * @param overlap from this intersection over union on, two boxes are one plate
 */
record PlateHeatMap(float threshold, double overlap) {

  /** Pixels of the network's input that a cell stands for. */
  private static final int CELL = 8;

  /** More boxes than a lane has vehicles only cost time. */
  private static final int MOST_BOXES = 12;

  /**
   * The plates, surest first.
   *
   * @param heat {@code 1 x 1 x rows x columns}, 0 to 1
   * @param box {@code 1 x 4 x rows x columns}: pixels from the cell's centre to the plate's left,
   *     top, right and bottom edge
   * @param frameWidth of the frame that the network's input was scaled from, in pixels
   */
  List<PlateBox> boxes(
      OnnxModel.Output heat, OnnxModel.Output box, int frameWidth, int frameHeight) {
    int rows = (int) heat.shape()[2];
    int columns = (int) heat.shape()[3];
    double stretchX = frameWidth / (double) (columns * CELL);
    double stretchY = frameHeight / (double) (rows * CELL);
    List<PlateBox> found = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        float value = heat.values().get(row * columns + column);
        if (value >= threshold && isPeak(heat.values(), row, column, rows, columns)) {
          int cell = row * columns + column;
          int plane = rows * columns;
          double x = (column + 0.5) * CELL;
          double y = (row + 0.5) * CELL;
          double left = (x - box.values().get(cell)) * stretchX;
          double top = (y - box.values().get(plane + cell)) * stretchY;
          double right = (x + box.values().get(2 * plane + cell)) * stretchX;
          double bottom = (y + box.values().get(3 * plane + cell)) * stretchY;
          found.add(
              new PlateBox(
                  region(left, top, right, bottom, frameWidth, frameHeight), value, List.of()));
        }
      }
    }
    found.sort(Comparator.comparingDouble(PlateBox::confidence).reversed());
    return apart(found);
  }

  private static boolean isPeak(FloatBuffer heat, int row, int column, int rows, int columns) {
    float value = heat.get(row * columns + column);
    for (int y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
      for (int x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
        if (heat.get(y * columns + x) > value) {
          return false;
        }
      }
    }
    return true;
  }

  private static Region region(
      double left, double top, double right, double bottom, int frameWidth, int frameHeight) {
    int x = Math.clamp(Math.round(left), 0, frameWidth - 1);
    int y = Math.clamp(Math.round(top), 0, frameHeight - 1);
    int endX = Math.clamp(Math.round(right), x + 1, frameWidth);
    int endY = Math.clamp(Math.round(bottom), y + 1, frameHeight);
    return new Region(x, y, endX - x, endY - y);
  }

  private List<PlateBox> apart(List<PlateBox> surestFirst) {
    List<PlateBox> kept = new ArrayList<>();
    for (PlateBox box : surestFirst) {
      if (kept.size() < MOST_BOXES
          && kept.stream().allMatch(k -> k.region().overlap(box.region()) < overlap)) {
        kept.add(box);
      }
    }
    return kept;
  }
}
