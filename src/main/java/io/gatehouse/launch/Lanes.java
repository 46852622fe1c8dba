package io.gatehouse.launch;

import io.gatehouse.camera.Cameras;
import io.gatehouse.camera.demo.DemoCamera;
import io.gatehouse.camera.demo.DemoOptions;
import io.gatehouse.camera.rpicam.RpicamCamera;
import io.gatehouse.common.Threads;
import io.gatehouse.plate.PlateGrammar;
import io.gatehouse.plate.VietnamGrammar;
import io.gatehouse.read.PlateRecognizer;
import io.gatehouse.read.Recognizers;
import io.gatehouse.settings.Settings;
import java.nio.file.Path;
import java.util.Map;

/** What every command makes a lane of: the cameras by their URI, the grammar, the recogniser. */
final class Lanes {

  private static final int RECOGNITION_THREADS = 1;

  private Lanes() {}

  /**
   * Makes the cameras.
   *
   * @param data the folder where a camera may keep what it must not forget
   */
  static Cameras cameras(Threads threads, Path data) {
    return new Cameras(
        Map.of(
            "demo", uri -> new DemoCamera(DemoOptions.of(uri)),
            "rpicam", uri -> RpicamCamera.of(uri, threads, data)));
  }

  static PlateGrammar grammar() {
    return new VietnamGrammar();
  }

  /** Loads the models: about a second. */
  static PlateRecognizer recognizer(Settings settings) {
    return settings.thirdVoice()
        ? Recognizers.gatehouseOfThree(grammar(), RECOGNITION_THREADS)
        : Recognizers.gatehouse(grammar(), RECOGNITION_THREADS);
  }
}
