package io.gatehouse.camera.rpicam;

import io.gatehouse.camera.CameraException;
import io.gatehouse.camera.SensorView;
import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One start of {@code rpicam-vid} for the check, every record of which is kept. */
final class CheckRun {

  private static final Duration LOOK = Duration.ofMillis(50);

  /**
   * What came of it.
   *
   * @param head the first bytes of the stream
   * @param last the newest picture, with what the sensor saw in it
   */
  @SuppressWarnings("ArrayRecordComponent") // written to a file, never compared
  record Result(
      Duration firstPicture,
      List<FrameRecord> records,
      StreamReader.Ending ending,
      Optional<Integer> exit,
      Optional<String> fatal,
      List<String> log,
      byte[] head,
      Optional<RawPicture> last) {}

  private final RpicamChild child;
  private final StreamReader reader;
  private final RpicamLog errors;
  private final Head head;
  private final PictureSlot slot;
  private final TimeSource time;
  private final long started;
  private final List<FrameRecord> records = new ArrayList<>(); // guarded by itself
  private long firstNanos;
  private Optional<RawPicture> last = Optional.empty();

  private CheckRun(RpicamChild child, RpicamOptions options, int keptBytes, TimeSource time) {
    this.child = child;
    this.time = time;
    this.started = time.nanos();
    this.firstNanos = started;
    this.head = new Head(child.pictures(), keptBytes);
    this.slot = new PictureSlot(options.picture().bytes());
    Optional<SensorEye> eye =
        options.network().map(n -> new SensorEye(new BoxDecoder(n, options.picture())));
    this.reader =
        new StreamReader(new PipeInput(head, time::nanos), slot, record -> note(record, eye));
    this.errors = new RpicamLog(child.errors());
  }

  static CheckRun start(
      RpicamOptions options, List<String> more, int keptBytes, Threads threads, TimeSource time)
      throws CameraException {
    CheckRun run = new CheckRun(RpicamChild.start(options, more), options, keptBytes, time);
    Thread _ = threads.start("rpicam-pictures", run.reader);
    Thread _ = threads.start("rpicam-errors", run.errors);
    return run;
  }

  RpicamChild child() {
    return child;
  }

  private Optional<SensorView> note(FrameRecord record, Optional<SensorEye> eye) {
    synchronized (records) {
      if (records.isEmpty()) {
        firstNanos = time.nanos();
      }
      records.add(record);
    }
    return eye.flatMap(e -> e.see(record));
  }

  /** Waits until so many pictures have come, or none will. */
  void awaitPictures(int count, RpicamLimits limits) throws InterruptedException {
    while (count() < count && reader.ending().isEmpty() && !isStuck(limits)) {
      takeNewest();
    }
  }

  private boolean isStuck(RpicamLimits limits) {
    Duration patience = count() == 0 ? limits.start() : limits.stalled().plus(limits.mends());
    return time.nanos() - reader.lastByteNanos() > patience.toNanos();
  }

  private void takeNewest() throws InterruptedException {
    Optional<RawPicture> newest = slot.take(LOOK);
    if (newest.isPresent()) {
      last.ifPresent(slot::giveBack);
      last = newest;
    }
  }

  private int count() {
    synchronized (records) {
      return records.size();
    }
  }

  /** Waits for its end, or makes it. */
  Result end(Duration patience) throws InterruptedException {
    if (child.exit(patience).isEmpty()) {
      child.stop(patience);
    }
    Optional<Integer> exit = child.exit(patience);
    errors.awaitEnd(patience);
    takeNewest();
    synchronized (records) {
      return new Result(
          Duration.ofNanos(firstNanos - started),
          List.copyOf(records),
          reader.ending().orElse(new StreamReader.Ending.Cut()),
          exit,
          errors.fatal(),
          errors.lines(),
          head.bytes(),
          last);
    }
  }

  /** Keeps the first bytes of what is read through it. */
  private static final class Head extends FilterInputStream {

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream(); // guarded by itself
    private final int most;

    Head(InputStream in, int most) {
      super(in);
      this.most = most;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = super.read(target, offset, length);
      synchronized (kept) {
        int wanted = Math.min(count, most - kept.size());
        if (wanted > 0) {
          kept.write(target, offset, wanted);
        }
      }
      return count;
    }

    byte[] bytes() {
      synchronized (kept) {
        return kept.toByteArray();
      }
    }
  }
}
