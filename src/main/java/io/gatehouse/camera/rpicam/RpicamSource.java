package io.gatehouse.camera.rpicam;

import io.gatehouse.camera.CameraException;
import io.gatehouse.camera.CameraFault;
import io.gatehouse.camera.Frame;
import io.gatehouse.camera.FrameFactory;
import io.gatehouse.camera.FrameSource;
import io.gatehouse.camera.SourceCondition;
import io.gatehouse.common.TechnicalNote;
import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of {@code rpicam-vid}, from its start to its end. */
final class RpicamSource implements FrameSource {

  private static final Logger log = LoggerFactory.getLogger(RpicamSource.class);

  private static final Duration LOOK = Duration.ofMillis(100);

  private final RpicamChild child;
  private final RpicamOptions options;
  private final RpicamLimits limits;
  private final FrameFactory frames;
  private final TimeSource time;
  private final RestartAllowance forTheNetwork;
  private final Runnable untouched;
  private final PictureSlot slot;
  private final Optional<SensorEye> eye;
  private final StreamReader reader;
  private final RpicamLog errors;
  private final YuvConverter converter;
  private final SensorClock clock = new SensorClock();
  private final Freshness freshness;
  private final long startedNanos;
  private volatile boolean closed;
  private volatile Optional<TechnicalNote> impaired = Optional.empty();

  /**
   * @param forTheNetwork whether it may be given up for a silent network's sake
   * @param untouched called when it ended before it came as far as the camera
   */
  RpicamSource(
      RpicamChild child,
      RpicamOptions options,
      RpicamLimits limits,
      FrameFactory frames,
      RestartAllowance forTheNetwork,
      Runnable untouched) {
    this.child = child;
    this.options = options;
    this.limits = limits;
    this.frames = frames;
    this.time = frames.time();
    this.forTheNetwork = forTheNetwork;
    this.untouched = untouched;
    PictureLayout layout = options.picture();
    this.slot = new PictureSlot(layout.bytes());
    this.eye = options.network().map(n -> new SensorEye(new BoxDecoder(n, layout)));
    this.reader =
        new StreamReader(
            new PipeInput(child.pictures(), time::nanos),
            slot,
            record -> eye.flatMap(e -> e.see(record)));
    this.errors = new RpicamLog(child.errors());
    this.converter = new YuvConverter(layout);
    this.freshness = new Freshness(limits.late());
    this.startedNanos = time.nanos();
  }

  /** Begins to empty its pipes. */
  void start(Threads threads) {
    Thread _ = threads.start("rpicam-pictures", reader);
    Thread _ = threads.start("rpicam-errors", errors);
  }

  @Override
  public Optional<Frame> next() throws CameraException, InterruptedException {
    while (!closed) {
      Optional<RawPicture> newest = slot.take(LOOK);
      if (newest.isPresent()) {
        Optional<Frame> frame = frame(newest.get());
        if (frame.isPresent()) {
          return frame;
        }
      } else {
        lookAfter();
      }
    }
    return Optional.empty();
  }

  private Optional<Frame> frame(RawPicture picture) throws CameraException {
    try {
      lookAtNetwork();
      Duration age = clock.age(picture.record().sensorNanos(), time.nanos());
      if (!freshness.shows(age)) {
        return Optional.empty();
      }
      PictureLayout layout = options.picture();
      Frame frame = frames.frame(layout.width(), layout.height(), age, picture.view());
      if (converter.convert(picture.pixels(), frame.bgr())) {
        return Optional.of(frame);
      }
      frame.close();
      return Optional.empty();
    } finally {
      slot.giveBack(picture);
    }
  }

  /** A silent network costs the help of the sensor, not the lane. */
  private void lookAtNetwork() throws CameraException {
    if (eye.isEmpty()) {
      return;
    }
    boolean silent = eye.get().silence().compareTo(limits.silent()) > 0;
    if (!silent) {
      impaired = Optional.empty();
    } else if (impaired.isEmpty()) {
      impaired = Optional.of(silentNetwork());
      log.warn("{}", impaired.get().english());
    }
  }

  private TechnicalNote silentNetwork() throws CameraException {
    if (errors.stageMissing()) {
      return RpicamTrouble.note(
          RpicamNote.STAGE_MISSING,
          "its network cannot be loaded, plates are looked for in the whole picture; sudo apt install"
              + " rpicam-apps-imx500-postprocess, then restart the kiosk");
    }
    if (forTheNetwork.take(time.nanos())) {
      throw RpicamTrouble.of(
          CameraFault.FAILED,
          RpicamNote.FELL_SILENT,
          "its network fell silent; the camera is started again for it");
    }
    return RpicamTrouble.note(
        RpicamNote.SILENT,
        "its network is silent, plates are looked for in the whole picture; restart this machine when"
            + " there is time");
  }

  /** No picture came for a moment. */
  private void lookAfter() throws CameraException, InterruptedException {
    Optional<StreamReader.Ending> ending = reader.ending();
    if (ending.isPresent() && !closed) {
      throw ended(ending.get());
    }
    long now = time.nanos();
    if (!reader.begun()) {
      if (now - startedNanos > limits.start().toNanos()) {
        throw RpicamTrouble.of(
            CameraFault.STALLED,
            RpicamNote.NO_FIRST_PICTURE,
            "no picture came within %d seconds of its start; take this machine off its power for ten seconds"
                .formatted(limits.start().toSeconds()),
            limits.start().toSeconds());
      }
    } else if (now - reader.lastByteNanos() > limits.stalled().plus(limits.mends()).toNanos()) {
      throw RpicamTrouble.of(
          CameraFault.STALLED,
          RpicamNote.STANDS_STILL,
          "it stands still and did not recover in %d seconds; it is started again"
              .formatted(limits.mends().toSeconds()),
          limits.mends().toSeconds());
    }
  }

  private CameraException ended(StreamReader.Ending ending) throws InterruptedException {
    if (ending instanceof StreamReader.Ending.OutOfStep) {
      child.stop(limits.stop());
    }
    Optional<Integer> exit = child.exit(limits.stop());
    errors.awaitEnd(limits.stop());
    CameraException why = RpicamTrouble.ended(exit, errors.fatal(), ending);
    if (RpicamTrouble.untouched(why)) {
      untouched.run();
    }
    return why;
  }

  @Override
  public SourceCondition condition() {
    if (!reader.begun()) {
      return new SourceCondition.Loading(loading(errors.uploaded()));
    }
    long quiet = time.nanos() - reader.lastByteNanos();
    if (quiet > limits.stalled().toNanos()) {
      String own = errors.ownRestarts() > 0 ? ", and starts itself anew" : "";
      return new SourceCondition.Halted(
          RpicamTrouble.note(
              RpicamNote.MENDING,
              "no picture for %d seconds%s; it is given %d more"
                  .formatted(limits.stalled().toSeconds(), own, limits.mends().toSeconds()),
              limits.stalled().toSeconds(),
              limits.mends().toSeconds()));
    }
    return impaired
        .<SourceCondition>map(SourceCondition.Impaired::new)
        .orElseGet(SourceCondition.Well::new);
  }

  private static TechnicalNote loading(OptionalInt uploaded) {
    return uploaded.isPresent()
        ? RpicamTrouble.note(
            RpicamNote.LOADING,
            "its network is being loaded, %d %%".formatted(uploaded.getAsInt()),
            uploaded.getAsInt())
        : RpicamTrouble.note(
            RpicamNote.STARTING,
            "it is being started; loading a network for the first time takes some minutes");
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    slot.close();
    child.stop(limits.stop());
    converter.close();
  }
}
