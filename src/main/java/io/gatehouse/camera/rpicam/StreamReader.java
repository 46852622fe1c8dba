package io.gatehouse.camera.rpicam;

import io.gatehouse.camera.SensorView;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Empties the pipe, on a thread of its own: picture, record, picture, record … until it ends. It
 * never waits for whoever uses the pictures, since a camera that cannot write tears them.
 */
final class StreamReader implements Runnable {

  /** How the stream came to its end. */
  sealed interface Ending {
    /** Between a record and a picture. */
    record Complete() implements Ending {}

    /** In the middle of a picture or a record. */
    record Cut() implements Ending {}

    /** What came is no picture with its record. */
    record OutOfStep(String what) implements Ending {}

    /** The pipe could not be read. */
    record Broken(String what) implements Ending {}
  }

  private static final int MOST_LINES = 500;

  private final PipeInput in;
  private final PictureSlot slot;
  private final Function<FrameRecord, Optional<SensorView>> eye;
  private volatile Optional<Ending> ending = Optional.empty();
  private volatile boolean begun;

  /**
   * @param eye shown every record, also those whose pictures are overtaken
   */
  StreamReader(PipeInput in, PictureSlot slot, Function<FrameRecord, Optional<SensorView>> eye) {
    this.in = in;
    this.slot = slot;
    this.eye = eye;
  }

  @Override
  public void run() {
    Ending how;
    try {
      how = readAll();
    } catch (LostSyncException e) {
      how = new Ending.OutOfStep(e.getMessage());
    } catch (IOException e) {
      how = new Ending.Broken(e.getMessage());
    }
    ending = Optional.of(how);
    slot.close();
    drain();
  }

  private Ending readAll() throws IOException, LostSyncException {
    while (true) {
      byte[] pixels = slot.block();
      int count = in.fill(pixels);
      if (count < pixels.length) {
        return count == 0 ? new Ending.Complete() : new Ending.Cut();
      }
      Optional<FrameRecord> record = record();
      if (record.isEmpty()) {
        return new Ending.Cut();
      }
      slot.put(new RawPicture(pixels, record.get(), eye.apply(record.get())));
      begun = true;
    }
  }

  /** Empty when the stream ends within it. */
  private Optional<FrameRecord> record() throws IOException, LostSyncException {
    List<String> lines = new ArrayList<>();
    while (lines.size() < MOST_LINES) {
      Optional<String> line = in.line();
      if (line.isEmpty()) {
        return Optional.empty();
      }
      if (line.get().isEmpty()) {
        return Optional.of(FrameRecord.of(lines));
      }
      lines.add(line.get());
    }
    throw new LostSyncException("a record of more than %d lines".formatted(MOST_LINES));
  }

  /** So that a child that is told to stop can write what it still has to, and stop. */
  private void drain() {
    byte[] rest = new byte[1 << 16];
    try {
      int count = in.fill(rest);
      while (count == rest.length) {
        count = in.fill(rest);
      }
    } catch (IOException _) {
      // the end, one way or another
    }
  }

  /** Empty while it reads. */
  Optional<Ending> ending() {
    return ending;
  }

  /** Whether a picture has come. */
  boolean begun() {
    return begun;
  }

  long lastByteNanos() {
    return in.lastByteNanos();
  }
}
