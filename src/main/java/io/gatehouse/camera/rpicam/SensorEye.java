package io.gatehouse.camera.rpicam;

import io.gatehouse.camera.SensorBox;
import io.gatehouse.camera.SensorView;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the network on the sensor saw, record by record. A network that is slower than the camera
 * answers for every second picture or so; the pictures between keep the last answer. One thread
 * shows it records, any may ask for the silence.
 */
final class SensorEye {

  /** Nobody drives out of a widened box in this time. */
  private static final Duration KEPT = Duration.ofMillis(250);

  private final BoxDecoder decoder;
  private Optional<ScalerCrop> crop = Optional.empty();
  private Optional<SensorView> last = Optional.empty();
  private long lastNanos;
  private boolean begun;
  private boolean answered;
  private long answeredNanos;
  private long shownNanos;

  SensorEye(BoxDecoder decoder) {
    this.decoder = decoder;
  }

  /** The view that goes with this record's picture; empty when there is none fresh enough. */
  synchronized Optional<SensorView> see(FrameRecord record) {
    long now = record.sensorNanos();
    if (!begun || now < shownNanos) {
      begun = true;
      answeredNanos = now; // a new count of time
      last = Optional.empty();
    }
    shownNanos = now;
    crop = record.crop().or(() -> crop);
    Optional<SensorView> view = decoded(record);
    answered = view.isPresent();
    if (answered) {
      answeredNanos = now;
      lastNanos = now;
      last = view;
    } else if (now - lastNanos > KEPT.toNanos()) {
      last = Optional.empty();
    }
    return last;
  }

  private Optional<SensorView> decoded(FrameRecord record) {
    if (!record.hasTensor() || crop.isEmpty()) {
      return Optional.empty();
    }
    Optional<List<SensorBox>> boxes =
        record.tensor().flatMap(t -> decoder.decode(t, record.tensorInfo(), crop.get()));
    return boxes.map(SensorView::new);
  }

  /** Whether the last record held an answer that could be read. */
  synchronized boolean answered() {
    return answered;
  }

  /** For how long the pictures have come without an answer, in the camera's own time. */
  synchronized Duration silence() {
    return Duration.ofNanos(shownNanos - answeredNanos);
  }
}
