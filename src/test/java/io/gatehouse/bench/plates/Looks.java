package io.gatehouse.bench.plates;

import io.gatehouse.camera.Frame;
import io.gatehouse.detect.VehiclePresence;
import io.gatehouse.read.PlateReading;
import io.gatehouse.read.PlateRecognizer;
import java.time.Duration;
import java.util.List;

/**
 * Searches frame after frame as the lane does: with the cheap means each time, with the dear ones a
 * few times a second while the vehicle stands and now and then while it moves.
 */
final class Looks {

  private static final long STANDING = Duration.ofMillis(250).toNanos();
  private static final long MOVING = Duration.ofSeconds(1).toNanos();

  private final PlateRecognizer recognizer;
  private long lastThorough = Long.MIN_VALUE;

  Looks(PlateRecognizer recognizer) {
    this.recognizer = recognizer;
  }

  List<PlateReading> look(Frame frame, VehiclePresence presence) {
    long now = frame.stamp().capturedNanos();
    long pause = presence.present() && presence.still() ? STANDING : MOVING;
    if (lastThorough == Long.MIN_VALUE || now - lastThorough >= pause) {
      lastThorough = now;
      return recognizer.recognize(frame);
    }
    return recognizer.glance(frame);
  }
}
