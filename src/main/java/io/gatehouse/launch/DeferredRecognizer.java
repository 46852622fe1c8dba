package io.gatehouse.launch;

import io.gatehouse.camera.Frame;
import io.gatehouse.read.PlateReading;
import io.gatehouse.read.PlateRecognizer;
import java.util.List;
import java.util.function.Supplier;

/**
 * Loads the models with the first frame, on the recognition thread, so that the window need not
 * wait for them.
 */
final class DeferredRecognizer implements PlateRecognizer {

  private final Supplier<PlateRecognizer> loader;
  private PlateRecognizer loaded;

  DeferredRecognizer(Supplier<PlateRecognizer> loader) {
    this.loader = loader;
  }

  /** Loads the models now, unless they are. */
  synchronized void load() {
    if (loaded == null) {
      loaded = loader.get();
    }
  }

  @Override
  public synchronized List<PlateReading> recognize(Frame frame) {
    load();
    return loaded.recognize(frame);
  }

  @Override
  public synchronized List<PlateReading> glance(Frame frame) {
    load();
    return loaded.glance(frame);
  }

  @Override
  public synchronized void close() {
    if (loaded != null) {
      loaded.close();
    }
  }
}
