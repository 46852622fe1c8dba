package io.gatehouse.camera;

import io.gatehouse.common.TimeSource;
import io.gatehouse.parking.insight.PictureQuality;
import java.time.Duration;
import java.util.Optional;

/**
 * Measures the camera's picture a few times a second for as long as somebody asks; costs nothing
 * while nobody does.
 */
public final class PictureGauge implements FrameSink {

  private static final long WANTED_FOR = Duration.ofSeconds(2).toNanos();
  private static final long BETWEEN = Duration.ofMillis(200).toNanos();

  private Optional<QualityMeter> meter = Optional.empty(); // the camera's thread makes and uses it
  private final TimeSource time;
  private Optional<Region> where = Optional.empty();
  private Optional<PictureQuality> last = Optional.empty();
  private long askedAt;
  private long measuredAt;
  private boolean asked;

  public PictureGauge(TimeSource time) {
    this.time = time;
  }

  /**
   * How the picture is; asking makes it measured.
   *
   * @param plate where a plate is; empty for the middle of the picture
   * @return empty while no frame was measured since the last question
   */
  public synchronized Optional<PictureQuality> quality(Optional<Region> plate) {
    askedAt = time.nanos();
    if (!asked) {
      asked = true;
      measuredAt = askedAt - BETWEEN;
    }
    where = plate;
    Optional<PictureQuality> answer = last;
    last = Optional.empty();
    return answer;
  }

  /** Measures, on the camera's thread: about a millisecond. */
  @Override
  public void accept(Frame frame) {
    Optional<Region> plate;
    long now = time.nanos();
    synchronized (this) {
      if (!asked || now - askedAt > WANTED_FOR || now - measuredAt < BETWEEN) {
        return;
      }
      measuredAt = now;
      plate = where;
    }
    if (meter.isEmpty()) {
      meter = Optional.of(new QualityMeter());
    }
    PictureQuality quality = meter.get().measure(frame, plate);
    synchronized (this) {
      last = Optional.of(quality);
    }
  }
}
