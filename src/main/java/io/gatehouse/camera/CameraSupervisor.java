package io.gatehouse.camera;

import io.gatehouse.common.TechnicalNote;
import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Keeps a camera running: opens it, hands its frames to the sinks, watches that they come, and
 * opens it again, with growing pauses, whatever happens to it. No fault of a camera leaves this
 * class except as a {@link CameraStatus}.
 *
 * <p>Three kinds of thread: {@code camera} reads and delivers the frames, a new one for each
 * opening; {@code camera-watch} decides, and calls the listeners; {@code camera-close} breaks off a
 * source that hangs.
 */
public final class CameraSupervisor implements AutoCloseable {

  /**
   * How patient it is.
   *
   * @param firstPicture how long opening may take, up to the first picture
   * @param firstRetry pause after the first failure; each further one doubles it
   * @param longestRetry the longest pause
   * @param healthy how long pictures must come before the pauses begin small again
   * @param look how often it looks
   */
  public record Limits(
      Duration firstPicture,
      Duration firstRetry,
      Duration longestRetry,
      Duration healthy,
      Duration look) {

    public static Limits standard() {
      return new Limits(
          Duration.ofSeconds(30),
          Duration.ofSeconds(1),
          Duration.ofSeconds(30),
          Duration.ofMinutes(1),
          Duration.ofMillis(200));
    }
  }

  private static final Logger log = LoggerFactory.getLogger(CameraSupervisor.class);

  private static final Duration STOPS_WITHIN = Duration.ofSeconds(2);

  /** A driver that hangs keeps its thread; after so many, opening it again only adds more. */
  private static final int MOST_HANGING = 4;

  private final Camera camera;
  private final FrameFactory frames;
  private final TimeSource time;
  private final Threads threads;
  private final Limits limits;
  private final List<GuardedSink> sinks = new CopyOnWriteArrayList<>();

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean stirred; // guarded by lock
  private boolean stopped; // guarded by lock
  private boolean reconnectAsked; // guarded by lock

  private final StatusBoard board = new StatusBoard();
  private Thread watcher;

  // the watcher's own
  private final BackOff backOff;
  private final List<CameraRun> hanging = new ArrayList<>();
  private Optional<CameraRun> run = Optional.empty();
  private boolean live;
  private boolean wasLive;
  private boolean ended;
  private int reconnects;
  private long retryNanos;
  private long fpsShownNanos;

  public CameraSupervisor(Camera camera, FrameFactory frames, Threads threads, Limits limits) {
    this.camera = camera;
    this.frames = frames;
    this.time = frames.time();
    this.threads = threads;
    this.limits = limits;
    this.retryNanos = time.nanos();
    this.backOff =
        camera.pauses().isEmpty()
            ? new BackOff(limits.firstRetry(), limits.longestRetry())
            : new BackOff(camera.pauses());
  }

  /** Hands every further frame to the sink, on the camera's thread. A sink that fails goes on. */
  public void addSink(FrameSink sink) {
    sinks.add(new GuardedSink(sink));
  }

  /** Tells the listener of every further change, on a thread of the supervisor. */
  public void addListener(Consumer<CameraStatus> listener) {
    board.add(listener);
  }

  public CameraStatus status() {
    return board.status();
  }

  /** Begins; once. */
  public synchronized void start() {
    if (watcher != null) {
      throw new IllegalStateException("the camera was started already");
    }
    watcher = threads.start("camera-watch", this::watch);
  }

  /** Opens the camera anew, at once, in whatever state it is; a clip that ended starts over. */
  public void reconnectNow() {
    lock.lock();
    try {
      reconnectAsked = true;
    } finally {
      lock.unlock();
    }
    stir();
  }

  /**
   * Stops within two seconds, even when the camera hangs. No frame is delivered afterwards, unless
   * a sink is still busy with one then.
   */
  @Override
  public void close() {
    Thread watching;
    synchronized (this) {
      watching = watcher;
    }
    lock.lock();
    try {
      stopped = true;
    } finally {
      lock.unlock();
    }
    stir();
    if (watching != null && !watching.equals(Thread.currentThread())) {
      try {
        if (!watching.join(STOPS_WITHIN)) {
          log.warn("{} did not stop in time; it is left behind", camera.label());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void stir() {
    lock.lock();
    try {
      stirred = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void watch() {
    try {
      boolean first = true;
      while (awaitLook(first)) {
        first = false;
        lookGuarded();
      }
      run.ifPresent(this::letGo);
      awaitEndOfRuns();
    } catch (InterruptedException e) {
      run.ifPresent(this::letGo);
      Thread.currentThread().interrupt();
    }
  }

  private void lookGuarded() {
    try {
      look();
    } catch (RuntimeException | OutOfMemoryError e) {
      // no thread or no memory just now: the watch must go on, or no camera ever comes back
      log.error("{} could not be looked after", camera.label(), e);
    }
  }

  /** So that no frame is delivered after the stop, unless a sink or the camera hangs. */
  private void awaitEndOfRuns() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = STOPS_WITHIN.toNanos() * 3 / 4;
      while (left > 0 && hanging.stream().anyMatch(r -> r.outcome().isEmpty())) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Waits for news or the next look; false when it is over. */
  private boolean awaitLook(boolean first) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = first ? 0 : limits.look().toNanos();
      while (!stirred && left > 0) {
        left = changed.awaitNanos(left);
      }
      stirred = false;
      return !stopped;
    } finally {
      lock.unlock();
    }
  }

  private void look() {
    hanging.removeIf(r -> r.outcome().isPresent());
    if (takeReconnectAsked()) {
      run.ifPresent(this::letGo);
      backOff.reset();
      ended = false;
      open();
      return;
    }
    if (run.isPresent()) {
      lookAt(run.get());
    } else if (!ended && time.nanos() - retryNanos >= 0) {
      openUnlessItHangs();
    }
  }

  private boolean takeReconnectAsked() {
    lock.lock();
    try {
      boolean asked = reconnectAsked;
      reconnectAsked = false;
      return asked;
    } finally {
      lock.unlock();
    }
  }

  private void lookAt(CameraRun current) {
    long now = time.nanos();
    if (!live && current.firstFrameNanos().isPresent()) {
      becomeLive();
    }
    if (current.outcome().isPresent()) {
      switch (current.outcome().get()) {
        case CameraRun.Outcome.Finished() -> finish();
        case CameraRun.Outcome.Failed(CameraFault fault, TechnicalNote note) -> lose(fault, note);
      }
      return;
    }
    Duration patience = live ? camera.patience() : startPatience();
    if (now - current.progressNanos() > patience.toNanos()) {
      letGo(current);
      CameraRun.Outcome.Failed why = current.sendsGarbage() ? current.garbage() : stalled(patience);
      lose(why.fault(), why.note());
    } else if (live) {
      showLive(current, now);
    } else {
      showLoading(current);
    }
  }

  private Duration startPatience() {
    Duration asked = camera.startPatience();
    return asked.compareTo(limits.firstPicture()) > 0 ? asked : limits.firstPicture();
  }

  /** A camera that was lost stays so on the screen until its pictures come. */
  private void showLoading(CameraRun current) {
    if (current.condition() instanceof SourceCondition.Loading(TechnicalNote note)
        && board.status().fault().isEmpty()) {
      publish(CameraStatus.Phase.LOADING, 0, Optional.empty(), note);
    }
  }

  private void becomeLive() {
    live = true;
    if (wasLive) {
      reconnects++;
    }
    wasLive = true;
    log.info("{} is live", camera.label());
    publish(CameraStatus.Phase.LIVE, 0, Optional.empty(), TechnicalNote.NONE);
  }

  private void showLive(CameraRun current, long now) {
    switch (current.condition()) {
      case SourceCondition.Halted(TechnicalNote note) ->
          publish(CameraStatus.Phase.RECONNECTING, 0, Optional.of(CameraFault.STALLED), note);
      case SourceCondition.Impaired(TechnicalNote note) -> showRate(current, now, note);
      case SourceCondition.Well _, SourceCondition.Loading _ ->
          showRate(current, now, TechnicalNote.NONE);
    }
  }

  private void showRate(CameraRun current, long now, TechnicalNote note) {
    long liveSince = current.firstFrameNanos().orElse(now);
    if (now - liveSince >= limits.healthy().toNanos()) {
      backOff.reset();
    }
    CameraStatus shown = board.status();
    boolean news = shown.phase() != CameraStatus.Phase.LIVE || !shown.note().equals(note);
    if (news || now - fpsShownNanos >= Duration.ofSeconds(1).toNanos()) {
      fpsShownNanos = now;
      double rounded = Math.round(current.framesPerSecond() * 10) / 10.0;
      publish(CameraStatus.Phase.LIVE, rounded, Optional.empty(), note);
    }
  }

  private CameraRun.Outcome.Failed stalled(Duration patience) {
    return new CameraRun.Outcome.Failed(
        CameraFault.STALLED,
        "%s gave no picture for %d seconds; check the camera and its cable"
            .formatted(camera.label(), patience.toSeconds()));
  }

  private void finish() {
    if (camera.endless()) {
      lose(
          CameraFault.ENDED,
          TechnicalNote.plain(camera.label() + " stopped; check the camera and its cable"));
      return;
    }
    run = Optional.empty();
    live = false;
    ended = true;
    log.info("{} was shown to its end", camera.label());
    publish(CameraStatus.Phase.ENDED, 0, Optional.empty(), TechnicalNote.NONE);
  }

  private void lose(CameraFault fault, TechnicalNote note) {
    run = Optional.empty();
    live = false;
    Duration pause = backOff.next();
    retryNanos = time.nanos() + pause.toNanos();
    boolean known = pause.equals(backOff.longest()) && note.equals(board.status().note());
    log.atLevel(known ? Level.DEBUG : Level.WARN)
        .log("{} (trying again in {} s)", note.english(), pause.toSeconds());
    publish(CameraStatus.Phase.RECONNECTING, 0, Optional.of(fault), note);
  }

  private void letGo(CameraRun current) {
    current.breakOff(threads);
    hanging.add(current); // until its thread has ended
    run = Optional.empty();
    live = false;
  }

  private void openUnlessItHangs() {
    if (hanging.size() < MOST_HANGING) {
      open();
      return;
    }
    lose(
        CameraFault.STALLED,
        TechnicalNote.plain(
            camera.label() + " hangs and cannot be closed; unplug it, or restart this machine"));
  }

  private void open() {
    CameraRun next = new CameraRun(camera, frames, sinks, this::stir);
    run = Optional.of(next);
    next.start(threads);
    CameraStatus before = board.status();
    if (before.phase() != CameraStatus.Phase.CONNECTING) {
      publish(CameraStatus.Phase.RECONNECTING, 0, before.fault(), before.note());
    }
  }

  private void publish(
      CameraStatus.Phase phase, double fps, Optional<CameraFault> fault, TechnicalNote note) {
    board.publish(new CameraStatus(phase, fps, reconnects, fault, note));
  }
}
