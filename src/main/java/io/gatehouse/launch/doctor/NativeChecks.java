package io.gatehouse.launch.doctor;

import io.gatehouse.camera.Natives;
import io.gatehouse.read.PlateRecognizer;
import java.util.List;
import java.util.function.Supplier;

/** What is not Java: the libraries for pictures and video, the networks. */
public final class NativeChecks {

  private final Supplier<PlateRecognizer> recognizer;

  /**
   * @param recognizer loads the models
   */
  public NativeChecks(Supplier<PlateRecognizer> recognizer) {
    this.recognizer = recognizer;
  }

  public List<Check> all() {
    return List.of(
        Check.of("pictures", NativeChecks::pictures), Check.of("recognition", this::recognition));
  }

  private static Finding pictures() {
    Natives.load();
    return Finding.ok("OpenCV loads");
  }

  private Finding recognition() {
    try (PlateRecognizer loaded = recognizer.get()) {
      return Finding.ok("the networks load: " + loaded.getClass().getSimpleName());
    }
  }
}
