package io.gatehouse.camera.rpicam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gatehouse.camera.Camera;
import io.gatehouse.camera.CameraException;
import io.gatehouse.camera.CameraFault;
import io.gatehouse.camera.CameraStatus;
import io.gatehouse.camera.CameraStatus.Phase;
import io.gatehouse.camera.CameraSupervisor;
import io.gatehouse.camera.CameraUri;
import io.gatehouse.camera.Frame;
import io.gatehouse.camera.FrameFactory;
import io.gatehouse.camera.FramePool;
import io.gatehouse.camera.FrameSource;
import io.gatehouse.camera.Natives;
import io.gatehouse.camera.SensorBox;
import io.gatehouse.camera.SensorView;
import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import io.gatehouse.support.Pictures;
import io.gatehouse.support.rpicam.FakeRpicam;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** A camera with its supervisor, and what comes of it: as much of a lane as these tests need. */
final class RpicamGate implements AutoCloseable {

  private static final CameraSupervisor.Limits SUPERVISION =
      new CameraSupervisor.Limits(
          Duration.ofSeconds(20),
          Duration.ofMillis(100),
          Duration.ofMillis(200),
          Duration.ofMinutes(1),
          Duration.ofMillis(20));

  private final FakeRpicam fake;
  private final TimeSource time = TimeSource.system();
  private final FramePool pool = new FramePool();
  private final List<Throwable> uncaught = new CopyOnWriteArrayList<>();
  private final List<CameraStatus> statuses = new CopyOnWriteArrayList<>();
  private final List<Duration> ages = new CopyOnWriteArrayList<>();
  private final List<int[]> edges = new CopyOnWriteArrayList<>();
  private final AtomicLong frames = new AtomicLong();
  private final AtomicLong opened = new AtomicLong();
  private final CameraSupervisor supervisor;
  private volatile Optional<List<SensorBox>> boxes = Optional.empty();

  RpicamGate(FakeRpicam fake, String uri, Path data) throws CameraException {
    this(fake, uri, data, limits(Duration.ofSeconds(40)));
  }

  RpicamGate(FakeRpicam fake, String uri, Path data, RpicamLimits limits) throws CameraException {
    Natives.load();
    Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    Awaitility.setDefaultPollInterval(Duration.ofMillis(10));
    this.fake = fake;
    Threads threads = new Threads((thread, failure) -> uncaught.add(failure));
    RpicamCamera camera = RpicamCamera.of(CameraUri.parse(uri), threads, data, limits);
    this.supervisor =
        new CameraSupervisor(counted(camera), new FrameFactory(pool, time), threads, SUPERVISION);
    supervisor.addListener(statuses::add);
    supervisor.addSink(this::take);
  }

  /** As in life, but for shorter; it may take its time to end on a machine that is busy. */
  static RpicamLimits limits(Duration start) {
    return limits(start, Duration.ofSeconds(40));
  }

  /** The same, and patience with its end. */
  static RpicamLimits limits(Duration start, Duration stop) {
    return new RpicamLimits(
        start,
        Duration.ofMillis(1_500),
        Duration.ofSeconds(3),
        Duration.ofMillis(1_500),
        Duration.ofMillis(300),
        stop,
        List.of(Duration.ofMillis(200), Duration.ofMillis(400)),
        Duration.ofHours(1));
  }

  private Camera counted(RpicamCamera camera) {
    return new Camera() {
      @Override
      public FrameSource open(FrameFactory factory) throws CameraException, InterruptedException {
        opened.incrementAndGet();
        return camera.open(factory);
      }

      @Override
      public String label() {
        return camera.label();
      }

      @Override
      public boolean endless() {
        return camera.endless();
      }

      @Override
      public Duration patience() {
        return camera.patience();
      }

      @Override
      public Duration startPatience() {
        return camera.startPatience();
      }

      @Override
      public List<Duration> pauses() {
        return camera.pauses();
      }
    };
  }

  private void take(Frame frame) {
    ages.add(Duration.ofNanos(time.nanos() - frame.stamp().capturedNanos()));
    int middle = frame.height() / 2;
    edges.add(
        new int[] {
          Pictures.pixel(frame, 0, middle)[1], Pictures.pixel(frame, frame.width() - 1, middle)[1]
        });
    boxes = frame.sensorView().map(SensorView::boxes);
    frames.incrementAndGet();
  }

  RpicamGate start() {
    supervisor.start();
    return this;
  }

  FakeRpicam fake() {
    return fake;
  }

  CameraStatus status() {
    return supervisor.status();
  }

  List<CameraStatus> statuses() {
    return statuses;
  }

  long frames() {
    return frames.get();
  }

  /** How often the supervisor has tried to open it. */
  long opened() {
    return opened.get();
  }

  /** What the sensor saw in the newest picture. */
  Optional<List<SensorBox>> boxes() {
    return boxes;
  }

  /** How old each picture was when it was delivered. */
  List<Duration> ages() {
    return ages;
  }

  /** The green of each picture's first and last column. */
  List<int[]> edges() {
    return edges;
  }

  List<Integer> greys() {
    return edges.stream().map(edge -> edge[0]).toList();
  }

  void awaitPhase(Phase phase) {
    awaitStatus(s -> s.phase() == phase);
  }

  void awaitStatus(Predicate<CameraStatus> wanted) {
    await().untilAsserted(() -> assertThat(status()).matches(wanted));
  }

  /** Also one that is over by now. */
  void awaitFault(CameraFault fault, String message) {
    await()
        .untilAsserted(() ->
            assertThat(statuses)
                .anySatisfy(s -> {
                  assertThat(s.phase()).isEqualTo(Phase.RECONNECTING);
                  assertThat(s.fault()).contains(fault);
                  assertThat(s.message()).contains("AI camera: ").contains(message);
                }));
  }

  @Override
  public void close() {
    supervisor.close();
    await().untilAsserted(() -> assertThat(fake.running()).isEmpty());
    await().untilAsserted(() -> assertThat(pool.live()).isZero());
    pool.close();
    assertThat(uncaught).isEmpty();
  }
}
