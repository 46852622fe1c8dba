package io.gatehouse.camera.rpicam;

import io.gatehouse.camera.CameraException;
import io.gatehouse.camera.CameraUri;
import io.gatehouse.camera.SensorBox;
import io.gatehouse.camera.SensorView;
import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a technician wants to know of a new AI Camera, from three starts of it: what it sends, how
 * it ends when asked to, and what it does when its reader is gone. Keeps what it saw as files.
 */
public final class DeviceCheck {

  private static final int PICTURES = 60;
  private static final int PICTURES_BEFORE_END = 10;
  private static final int RECORDS_KEPT = 20;
  private static final int PICTURES_KEPT = 2;
  private static final int RECORD_BYTES = 1 << 15;

  /**
   * What a start without disturbance gave.
   *
   * @param firstPicture from the start of the program
   * @param pictures how many came, each with its record
   * @param perSecond measured by the sensor's own clock
   * @param bytes of a picture, padding included
   * @param keys of the richest record, in the order written
   * @param crops all that were named
   * @param answers in how many records the network's answer could be read
   * @param tensors in how many records there was one
   * @param numbers in an answer
   * @param shapeBytes of the structure that says its shape; 0 where there was none
   * @param networkName as the structure has it
   * @param boxes what counts of what was found in the last picture
   * @param trouble why it ended otherwise than it should; empty when all was well
   */
  public record Capture(
      Duration firstPicture,
      int pictures,
      double perSecond,
      int bytes,
      List<String> keys,
      List<String> crops,
      int answers,
      int tensors,
      int numbers,
      int shapeBytes,
      String networkName,
      List<SensorBox> boxes,
      Optional<String> trouble) {

    public Capture {
      keys = List.copyOf(keys);
      crops = List.copyOf(crops);
      boxes = List.copyOf(boxes);
    }
  }

  /**
   * How a start ended.
   *
   * @param firstPicture from the start of the program
   * @param exit its exit status; empty when it did not end
   * @param took from when it was to end until it did
   */
  public record End(Duration firstPicture, Optional<Integer> exit, Duration took) {}

  private final RpicamOptions options;
  private final Threads threads;
  private final TimeSource time;
  private final RpicamLimits limits;
  private final StartLedger ledger;
  private final Path folder;

  /**
   * @param data where the camera's starts are counted
   * @param folder where files are put
   * @throws CameraException when an option of the address makes no sense
   */
  public DeviceCheck(
      CameraUri uri, Threads threads, TimeSource time, Path data, Path folder, RpicamLimits limits)
      throws CameraException {
    this.options = RpicamOptions.of(uri);
    this.threads = threads;
    this.time = time;
    this.limits = limits;
    this.ledger = RpicamCamera.ledger(data);
    this.folder = folder;
  }

  /** The program that is run. */
  public String program() {
    return options.program();
  }

  /** The network's file; empty where none is wanted. */
  public Optional<Path> network() {
    return options.network().map(NetworkOptions::file);
  }

  /** Pictures a second asked for. */
  public double framerate() {
    return options.framerate();
  }

  /** Pictures asked for. */
  public int wanted() {
    return PICTURES;
  }

  /** How often the camera was started since the machine was. */
  public int starts() {
    return ledger.starts();
  }

  /**
   * Takes pictures, and writes {@code records.txt}, {@code stream.bin} (the first pictures with
   * their records as they came), {@code picture.jpg} (the last one, with what the sensor found) and
   * {@code rpicam.log}.
   */
  public Capture capture() throws CameraException, InterruptedException, IOException {
    CheckRun run =
        start(
            List.of("--frames", Integer.toString(PICTURES)),
            PICTURES_KEPT * (options.picture().bytes() + RECORD_BYTES));
    run.awaitPictures(PICTURES, limits);
    CheckRun.Result result = run.end(limits.stop());
    keep(result);
    return summary(result);
  }

  /** Asks it to stop when some pictures have come. */
  public End interrupt() throws CameraException, InterruptedException {
    CheckRun run = start(List.of(), 0);
    run.awaitPictures(PICTURES_BEFORE_END, limits);
    long told = time.nanos();
    run.child().interrupt();
    return end(run, told);
  }

  /** Stops reading, as when this program is killed. */
  public End abandon() throws CameraException, InterruptedException, IOException {
    CheckRun run = start(List.of(), 0);
    run.awaitPictures(PICTURES_BEFORE_END, limits);
    long left = time.nanos();
    run.child().pictures().close();
    return end(run, left);
  }

  private End end(CheckRun run, long from) throws InterruptedException {
    Optional<Integer> exit = run.child().exit(limits.stop().multipliedBy(2));
    Duration took = Duration.ofNanos(time.nanos() - from);
    CheckRun.Result result = run.end(limits.stop());
    return new End(result.firstPicture(), exit, took);
  }

  private CheckRun start(List<String> more, int keptBytes) throws CameraException {
    ledger.count();
    try {
      return CheckRun.start(options, more, keptBytes, threads, time);
    } catch (CameraException e) {
      ledger.takeBack();
      throw e;
    }
  }

  private Capture summary(CheckRun.Result result) {
    List<FrameRecord> records = result.records();
    int answers = 0;
    Optional<SensorView> last = Optional.empty();
    if (options.network().isPresent()) {
      SensorEye eye = new SensorEye(new BoxDecoder(options.network().get(), options.picture()));
      for (FrameRecord record : records) {
        last = eye.see(record);
        answers += eye.answered() ? 1 : 0;
      }
    }
    List<FrameRecord> withTensor = records.stream().filter(FrameRecord::hasTensor).toList();
    Optional<FrameRecord> richest =
        withTensor.isEmpty() ? records.stream().findFirst() : Optional.of(withTensor.getLast());
    return new Capture(
        result.firstPicture(),
        records.size(),
        perSecond(records),
        options.picture().bytes(),
        richest.map(r -> List.copyOf(r.values().keySet())).orElse(List.of()),
        records.stream()
            .map(r -> r.values().getOrDefault("ScalerCrop", "none"))
            .distinct()
            .toList(),
        answers,
        withTensor.size(),
        richest.flatMap(FrameRecord::tensor).map(t -> t.length).orElse(0),
        richest.flatMap(FrameRecord::tensorInfo).map(TensorInfo::bytes).orElse(0),
        richest.flatMap(FrameRecord::tensorInfo).map(TensorInfo::network).orElse(""),
        last.map(SensorView::boxes).orElse(List.of()),
        trouble(result));
  }

  private static double perSecond(List<FrameRecord> records) {
    if (records.size() < 2) {
      return 0;
    }
    long span = records.getLast().sensorNanos() - records.getFirst().sensorNanos();
    return span <= 0 ? 0 : (records.size() - 1) * 1e9 / span;
  }

  private static Optional<String> trouble(CheckRun.Result result) {
    boolean well =
        result.ending() instanceof StreamReader.Ending.Complete
            && result.exit().equals(Optional.of(0))
            && result.records().size() == PICTURES;
    return well
        ? Optional.empty()
        : Optional.of(
            RpicamTrouble.ended(result.exit(), result.fatal(), result.ending()).getMessage());
  }

  private void keep(CheckRun.Result result) throws IOException {
    List<String> records = new ArrayList<>();
    for (FrameRecord record : result.records()) {
      if (records.size() < RECORDS_KEPT) {
        records.add(
            record.values().entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue() + "\n")
                .collect(Collectors.joining()));
      }
    }
    Files.writeString(folder.resolve("records.txt"), String.join("\n", records));
    Files.write(folder.resolve("rpicam.log"), result.log());
    Files.write(folder.resolve("stream.bin"), result.head());
    if (result.last().isPresent()) {
      Files.write(
          folder.resolve("picture.jpg"), CheckPicture.jpeg(options.picture(), result.last().get()));
    }
  }
}
