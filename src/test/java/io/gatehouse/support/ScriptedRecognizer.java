package io.gatehouse.support;

import io.gatehouse.camera.Frame;
import io.gatehouse.read.PlateReading;
import io.gatehouse.read.PlateRecognizer;
import java.util.List;
import java.util.function.Function;

/** Reads from each frame what the test says, whatever the frame shows. */
public final class ScriptedRecognizer implements PlateRecognizer {

  private volatile Function<Frame, List<PlateReading>> script = frame -> List.of();
  private volatile Function<Frame, List<PlateReading>> cheap = frame -> script.apply(frame);
  private volatile boolean closed;

  public void reads(PlateReading... readings) {
    script = frame -> List.of(readings);
  }

  public void does(Function<Frame, List<PlateReading>> next) {
    script = next;
  }

  /** What the cheap means read, where they do not read the same. */
  public void glances(PlateReading... readings) {
    cheap = frame -> List.of(readings);
  }

  public boolean closed() {
    return closed;
  }

  @Override
  public List<PlateReading> recognize(Frame frame) {
    return script.apply(frame);
  }

  @Override
  public List<PlateReading> glance(Frame frame) {
    return cheap.apply(frame);
  }

  @Override
  public void close() {
    closed = true;
  }
}
