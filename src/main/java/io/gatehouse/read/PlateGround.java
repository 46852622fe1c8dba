package io.gatehouse.read;

import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2HSV;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.gatehouse.camera.Region;
import io.gatehouse.plate.PlateColour;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;

/** Tells the ground colour of a plate by what most of its pixels look like. */
final class PlateGround {

  private static final int WIDTH = 48;
  private static final int HEIGHT = 32;

  /** The ground fills more than this share of a plate, the writing less. */
  private static final double GROUND_SHARE = 0.35;

  private static final int MIN_SATURATION = 90;
  private static final int MIN_VALUE = 50;

  /** Night vision has no colours at all: then nobody can tell white from yellow. */
  private static final double MIN_MEAN_SATURATION = 3;

  PlateColour colour(Mat bgr, Region region) {
    try (PointerScope _ = new PointerScope()) {
      Mat plate = bgr.apply(new Rect(region.x(), region.y(), region.width(), region.height()));
      Mat small = new Mat();
      resize(plate, small, new Size(WIDTH, HEIGHT), 0, 0, INTER_AREA);
      Mat hsv = new Mat();
      cvtColor(small, hsv, COLOR_BGR2HSV);
      return colour(hsv);
    }
  }

  private static PlateColour colour(Mat hsv) {
    Map<PlateColour, Integer> votes = new EnumMap<>(PlateColour.class);
    long saturations = 0;
    UByteIndexer pixels = hsv.createIndexer();
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int saturation = pixels.get(y, x, 1);
        saturations += saturation;
        votes.merge(vote(pixels.get(y, x, 0), saturation, pixels.get(y, x, 2)), 1, Integer::sum);
      }
    }
    int all = WIDTH * HEIGHT;
    for (PlateColour colour : List.of(PlateColour.YELLOW, PlateColour.BLUE, PlateColour.RED)) {
      if (votes.getOrDefault(colour, 0) > GROUND_SHARE * all) {
        return colour;
      }
    }
    return saturations < MIN_MEAN_SATURATION * all ? PlateColour.UNKNOWN : PlateColour.WHITE;
  }

  /** Hue runs from 0 to 179. */
  private static PlateColour vote(int hue, int saturation, int value) {
    if (value < MIN_VALUE || saturation < MIN_SATURATION) {
      return PlateColour.WHITE;
    }
    if (hue >= 14 && hue <= 36) {
      return PlateColour.YELLOW;
    }
    if (hue >= 95 && hue <= 130) {
      return PlateColour.BLUE;
    }
    return hue <= 8 || hue >= 170 ? PlateColour.RED : PlateColour.WHITE;
  }
}
