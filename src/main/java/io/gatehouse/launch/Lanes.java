package io.gatehouse.launch;

import io.gatehouse.camera.Cameras;
import io.gatehouse.camera.demo.DemoCamera;
import io.gatehouse.camera.demo.DemoOptions;
import io.gatehouse.plate.PlateGrammar;
import io.gatehouse.plate.VietnamGrammar;
import io.gatehouse.read.PlateRecognizer;
import io.gatehouse.read.Recognizers;
import io.gatehouse.settings.Settings;
import java.util.Map;

/** What every command makes a lane of: the cameras by their URI, the grammar, the recogniser. */
final class Lanes {

  private static final int RECOGNITION_THREADS = 1;

  private Lanes() {}

  static Cameras cameras() {
    return new Cameras(Map.of("demo", uri -> new DemoCamera(DemoOptions.of(uri))));
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
