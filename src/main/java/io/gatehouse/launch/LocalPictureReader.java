package io.gatehouse.launch;

import io.gatehouse.camera.Frame;
import io.gatehouse.camera.FrameFactory;
import io.gatehouse.camera.FramePool;
import io.gatehouse.camera.PictureDecoder;
import io.gatehouse.camera.PictureException;
import io.gatehouse.camera.Region;
import io.gatehouse.common.TimeSource;
import io.gatehouse.plate.Candidate;
import io.gatehouse.plate.PlateKind;
import io.gatehouse.plate.ReadCharacter;
import io.gatehouse.read.PlateReading;
import io.gatehouse.read.PlateRecognizer;
import io.gatehouse.snapshot.wire.LocalPlate;
import io.gatehouse.snapshot.wire.LocalReader;
import io.gatehouse.snapshot.wire.PixelBox;
import io.gatehouse.snapshot.wire.UnreadablePictureException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * The flow's recogniser for picture files that come from elsewhere. Several threads may read at
 * once, each with models of its own; these are loaded when they are first needed.
 */
final class LocalPictureReader implements LocalReader, AutoCloseable {

  private static final int MOST_OTHERS = 4;

  private final Supplier<PlateRecognizer> loader;
  private final Semaphore places;
  private final Deque<PlateRecognizer> free = new ConcurrentLinkedDeque<>();
  private final List<PlateRecognizer> loaded = new ArrayList<>();
  private final FramePool pool = new FramePool();
  private final FrameFactory frames;
  private final TimeSource time;

  /**
   * Loads nothing yet.
   *
   * @param atOnce how many pictures may be read at once; others wait
   */
  LocalPictureReader(Supplier<PlateRecognizer> loader, int atOnce, TimeSource time) {
    this.loader = loader;
    this.places = new Semaphore(atOnce, true);
    this.frames = new FrameFactory(pool, time);
    this.time = time;
  }

  @Override
  public Reading read(byte[] picture, String name) throws UnreadablePictureException {
    places.acquireUninterruptibly();
    try (Frame frame = new PictureDecoder(frames).decode(picture, name)) {
      PlateRecognizer recognizer = recognizer();
      try {
        long start = time.nanos();
        List<PlateReading> readings = recognizer.recognize(frame);
        double millis = (time.nanos() - start) / 1e6;
        return new Reading(readings.stream().map(LocalPictureReader::plate).toList(), millis);
      } finally {
        free.push(recognizer);
      }
    } catch (PictureException e) {
      throw new UnreadablePictureException(e.getMessage(), e);
    } finally {
      places.release();
    }
  }

  private PlateRecognizer recognizer() {
    PlateRecognizer rested = free.poll();
    if (rested != null) {
      return rested;
    }
    PlateRecognizer fresh = loader.get();
    synchronized (loaded) {
      loaded.add(fresh);
    }
    return fresh;
  }

  private static LocalPlate plate(PlateReading reading) {
    Region region = reading.box().region();
    return new LocalPlate(
        reading.plate().text(),
        reading.confidence(),
        reading.box().confidence(),
        new PixelBox(
            region.x(), region.y(), region.x() + region.width(), region.y() + region.height()),
        others(reading),
        reading.plate().kind() == PlateKind.UNKNOWN ? Optional.empty() : Optional.of("vn"));
  }

  /** Texts with one character exchanged for another that the reader saw there, surest first. */
  private static List<LocalPlate.Other> others(PlateReading reading) {
    List<LocalPlate.Other> others = new ArrayList<>();
    List<ReadCharacter> characters = reading.characters();
    String text = reading.plate().text();
    for (int i = 0; i < characters.size() && i < text.length(); i++) {
      for (Candidate other : characters.get(i).alternatives()) {
        String changed = text.substring(0, i) + other.value() + text.substring(i + 1);
        others.add(
            new LocalPlate.Other(changed, Math.min(other.confidence(), reading.confidence())));
      }
    }
    return others.stream()
        .sorted(Comparator.comparingDouble(LocalPlate.Other::score).reversed())
        .limit(MOST_OTHERS)
        .toList();
  }

  @Override
  public void close() {
    synchronized (loaded) {
      loaded.forEach(PlateRecognizer::close);
      loaded.clear();
    }
    pool.close();
  }
}
