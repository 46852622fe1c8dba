package io.gatehouse.read;

import io.gatehouse.camera.Frame;
import io.gatehouse.detect.PlateBox;
import io.gatehouse.detect.PlateDetector;
import java.util.ArrayList;
import java.util.List;

/** Detector, reader, and the choice of what is a plate. */
public final class TextPlateRecognizer implements PlateRecognizer {

  private final PlateDetector detector;
  private final PlateReader reader;

  /** Takes over both parts and closes them with itself. */
  public TextPlateRecognizer(PlateDetector detector, PlateReader reader) {
    this.detector = detector;
    this.reader = reader;
  }

  @Override
  public List<PlateReading> recognize(Frame frame) {
    List<PlateReading> readings = new ArrayList<>();
    for (PlateBox box : detector.detect(frame)) {
      reader.read(frame, box).ifPresent(readings::add);
    }
    return PlateChoice.choose(readings);
  }

  @Override
  public void close() {
    try (detector;
        reader) {
      // Both are closed, even when one fails.
    }
  }
}
