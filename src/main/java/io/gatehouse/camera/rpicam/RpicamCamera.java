package io.gatehouse.camera.rpicam;

import io.gatehouse.camera.Camera;
import io.gatehouse.camera.CameraException;
import io.gatehouse.camera.CameraFault;
import io.gatehouse.camera.CameraUri;
import io.gatehouse.camera.FrameFactory;
import io.gatehouse.camera.FrameSource;
import io.gatehouse.camera.Natives;
import io.gatehouse.common.Threads;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The Raspberry Pi's AI Camera: {@code rpicam:}, with options as in {@link RpicamOptions}. It is
 * started once and kept; a start takes seconds to minutes and wears the module's patience.
 */
public final class RpicamCamera implements Camera {

  private static final String LEDGER = "camera-starts";

  /** After more of them the module is known to hang. */
  private static final int MOST_STARTS = 20;

  private static final Duration SLACK = Duration.ofSeconds(10);

  private final RpicamOptions options;
  private final Threads threads;
  private final RpicamLimits limits;
  private final StartLedger ledger;
  private final RestartAllowance forTheNetwork;

  // the opener's own
  private boolean openedBefore;
  private Optional<RpicamChild> previous = Optional.empty();

  RpicamCamera(RpicamOptions options, Threads threads, RpicamLimits limits, StartLedger ledger) {
    this.options = options;
    this.threads = threads;
    this.limits = limits;
    this.ledger = ledger;
    this.forTheNetwork = new RestartAllowance(limits.restartForNetwork());
  }

  /**
   * The camera of an address; not opened yet.
   *
   * @param data where the count of its starts is kept
   * @throws CameraException when an option makes no sense
   */
  public static RpicamCamera of(CameraUri uri, Threads threads, Path data) throws CameraException {
    return of(uri, threads, data, RpicamLimits.standard());
  }

  /** The same with limits of one's own. */
  public static RpicamCamera of(CameraUri uri, Threads threads, Path data, RpicamLimits limits)
      throws CameraException {
    return new RpicamCamera(RpicamOptions.of(uri), threads, limits, ledger(data));
  }

  /** Where its starts are counted. */
  static StartLedger ledger(Path data) {
    return StartLedger.open(data.resolve(LEDGER));
  }

  @Override
  public synchronized FrameSource open(FrameFactory frames)
      throws CameraException, InterruptedException {
    Natives.load();
    awaitPrevious();
    permit();
    ledger.count();
    openedBefore = true;
    RpicamChild child;
    try {
      child = RpicamChild.start(options, List.of());
    } catch (CameraException e) {
      ledger.takeBack();
      throw e;
    }
    previous = Optional.of(child);
    RpicamSource source =
        new RpicamSource(child, options, limits, frames, forTheNetwork, ledger::takeBack);
    source.start(threads);
    return source;
  }

  /** Two of them at once would take the camera from each other. */
  private void awaitPrevious() throws CameraException, InterruptedException {
    if (previous.isEmpty()) {
      return;
    }
    RpicamChild child = previous.get();
    if (child.exit(limits.stop().plus(limits.stop())).isEmpty()) {
      throw RpicamTrouble.of(
          CameraFault.NEEDS_REBOOT,
          RpicamNote.HANGS,
          "rpicam-vid hangs (process %d) and cannot be ended; restart this machine"
              .formatted(child.pid()),
          child.pid());
    }
    previous = Optional.empty();
  }

  /** A person's start is let through for longer than our own retries. */
  private void permit() throws CameraException {
    int before = ledger.starts();
    if (before >= (openedBefore ? options.starts() : MOST_STARTS)) {
      throw RpicamTrouble.of(
          CameraFault.NEEDS_REBOOT,
          RpicamNote.TOO_MANY_STARTS,
          "it was started %d times since this machine was, and comes back only with it; restart this machine"
              .formatted(before),
          before);
    }
  }

  @Override
  public String label() {
    return "rpicam:";
  }

  @Override
  public boolean endless() {
    return true;
  }

  /** The source itself is stricter, and says more. */
  @Override
  public Duration patience() {
    return limits.stalled().plus(limits.mends()).plus(SLACK);
  }

  @Override
  public Duration startPatience() {
    return limits.start().plus(limits.stop()).plus(SLACK);
  }

  @Override
  public List<Duration> pauses() {
    return limits.pauses();
  }
}
