package io.gatehouse.read;

import io.gatehouse.camera.Frame;
import io.gatehouse.detect.PlateBox;
import io.gatehouse.detect.PlateDetector;
import io.gatehouse.plate.PlateKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
    List<PlateReading> readings = read(frame, detector.detect(frame));
    List<PlateReading> plates = PlateChoice.choose(readings);
    if (plates.stream().anyMatch(plate -> plate.plate().kind() != PlateKind.UNKNOWN)) {
      return plates;
    }
    List<PlateReading> closer = read(frame, detector.detectCloser(frame));
    if (closer.isEmpty()) {
      return plates;
    }
    return PlateChoice.choose(Stream.concat(readings.stream(), closer.stream()).toList());
  }

  /** It has one means alone. */
  @Override
  public List<PlateReading> glance(Frame frame) {
    return recognize(frame);
  }

  private List<PlateReading> read(Frame frame, List<PlateBox> boxes) {
    return boxes.stream().map(box -> reader.read(frame, box)).flatMap(Optional::stream).toList();
  }

  @Override
  public void close() {
    try (detector;
        reader) {
      // Both are closed, even when one fails.
    }
  }
}
