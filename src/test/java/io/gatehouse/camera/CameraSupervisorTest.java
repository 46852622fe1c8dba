package io.gatehouse.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.gatehouse.common.Threads;
import io.gatehouse.support.FakeCamera;
import io.gatehouse.support.FakeCamera.Act;
import io.gatehouse.support.FakeTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class CameraSupervisorTest {

  private static final CameraSupervisor.Limits LIMITS =
      new CameraSupervisor.Limits(
          Duration.ofSeconds(20),
          Duration.ofSeconds(1),
          Duration.ofSeconds(30),
          Duration.ofMinutes(1),
          Duration.ofMillis(2));

  private final FakeTime time = new FakeTime();
  private final FramePool pool = new FramePool();
  private final FrameFactory frames = new FrameFactory(pool, time);
  private final List<Throwable> uncaught = new CopyOnWriteArrayList<>();
  private final Threads threads = new Threads((thread, failure) -> uncaught.add(failure));
  private final List<CameraStatus> statuses = new CopyOnWriteArrayList<>();
  private final AtomicInteger delivered = new AtomicInteger();
  private FakeCamera camera = new FakeCamera(true);
  private CameraSupervisor supervisor;

  @BeforeEach
  void generousLimits() {
    Natives.load();
    Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    Awaitility.setDefaultPollInterval(Duration.ofMillis(5));
  }

  @AfterEach
  void nothingLeaksAndNothingEscapes() {
    camera.release();
    supervisor.close();
    await().untilAsserted(() -> assertThat(pool.live()).isZero());
    await().untilAsserted(() -> assertThat(camera.open()).isZero());
    assertThat(uncaught).isEmpty();
  }

  private void start() {
    supervisor = new CameraSupervisor(camera, frames, threads, LIMITS);
    supervisor.addSink(frame -> delivered.incrementAndGet());
    supervisor.addListener(statuses::add);
    supervisor.start();
  }

  @Test
  void deliversFramesAndSaysThatItIsLive() {
    camera.opening(new Act.Frames(3));
    start();

    awaitStatus(s -> s.phase() == CameraStatus.Phase.LIVE);
    await().untilAtomic(delivered, is(3));
    assertThat(supervisor.status().fault()).isEmpty();
    assertThat(supervisor.status().reconnects()).isZero();
  }

  @Test
  void measuresTheFrameRate() {
    start();
    for (int i = 1; i <= 40; i++) {
      camera.shoot(1);
      await().untilAtomic(delivered, is(i));
      time.advance(Duration.ofMillis(100));
    }
    awaitStatus(s -> Math.abs(s.framesPerSecond() - 10) < 0.6);
  }

  @Test
  void stalledCameraIsOpenedAgain() {
    camera.opening(new Act.Frames(1), new Act.Freeze());
    start();
    awaitStatus(s -> s.phase() == CameraStatus.Phase.LIVE);

    time.advance(Duration.ofSeconds(6));
    awaitLoss(CameraFault.STALLED, "fake: gave no picture for 5 seconds");
    comesBack(Duration.ofSeconds(1), 1);
  }

  @Test
  void cameraThatEndsIsOpenedAgain() {
    camera.opening(new Act.Frames(2), new Act.End());
    start();

    awaitLoss(CameraFault.ENDED, "fake: stopped; check the camera and its cable");
    comesBack(Duration.ofSeconds(1), 1);
  }

  @Test
  void cameraThatVanishesIsOpenedAgain() {
    camera.opening(new Act.Frames(2), new Act.Vanish(CameraFault.NOT_FOUND, "unplugged"));
    start();

    awaitLoss(CameraFault.NOT_FOUND, "unplugged");
    comesBack(Duration.ofSeconds(1), 1);
  }

  @Test
  void cameraThatSendsGarbageIsOpenedAgain() {
    camera.opening(new Act.Frames(1), new Act.Garbage(1000));
    start();

    awaitLoss(CameraFault.GARBAGE, "fake: sends what is no picture");
    assertThat(delivered).hasValue(1);
    comesBack(Duration.ofSeconds(1), 1);
  }

  @Test
  void aTrickleOfGarbageIsCalledGarbageAndNotAStall() {
    camera.opening(new Act.Frames(1), new Act.Garbage(3), new Act.Freeze());
    start();
    awaitStatus(s -> s.phase() == CameraStatus.Phase.LIVE);

    await()
        .until(() -> {
          time.advance(Duration.ofSeconds(6));
          return supervisor.status().fault().isPresent();
        });
    awaitLoss(CameraFault.GARBAGE, "fake: sends what is no picture");
  }

  @Test
  void someGarbageIsPassedOver() {
    camera.opening(new Act.Garbage(10), new Act.Frames(1), new Act.Garbage(10), new Act.Frames(1));
    start();

    await().untilAtomic(delivered, is(2));
    awaitStatus(s -> s.phase() == CameraStatus.Phase.LIVE);
    assertThat(camera.opened()).isEqualTo(1);
  }

  @Test
  void unexpectedErrorsAreSurvived() {
    camera
        .opening(new Act.Break(new UnsatisfiedLinkError("libgone.so")))
        .opening(new Act.Frames(1), new Act.Break(new IllegalStateException("bug")))
        .opening(new Act.Frames(1), new Act.Break(new OutOfMemoryError("native")));
    start();

    awaitLoss(CameraFault.FAILED, "fake: failed unexpectedly (UnsatisfiedLinkError)");
    time.advance(Duration.ofSeconds(1));
    awaitLoss(CameraFault.FAILED, "fake: failed unexpectedly (IllegalStateException)");
    time.advance(Duration.ofSeconds(2));
    awaitLoss(CameraFault.FAILED, "fake: failed unexpectedly (OutOfMemoryError)");
    comesBack(Duration.ofSeconds(4), 2);
  }

  @Test
  void cameraThatCannotBeOpenedIsTriedWithGrowingPauses() {
    for (int i = 0; i < 7; i++) {
      camera.opening(new Act.Vanish(CameraFault.NOT_FOUND, "host is away " + i));
    }
    start();

    int opened = 1;
    for (int pause : new int[] {1, 2, 4, 8, 16, 30, 30}) {
      int before = opened;
      awaitLoss(CameraFault.NOT_FOUND, "host is away " + (before - 1));
      time.advance(Duration.ofMillis(pause * 1000 - 1));
      settle();
      assertThat(camera.opened()).isEqualTo(before);
      time.advance(Duration.ofMillis(1));
      await().until(() -> camera.opened() == before + 1);
      opened++;
    }
    camera.shoot(1);
    awaitStatus(s -> s.phase() == CameraStatus.Phase.LIVE);
    assertThat(supervisor.status().reconnects()).isZero();
  }

  @Test
  void pausesAreSmallAgainAfterAMinuteOfHealth() {
    camera
        .opening(new Act.Vanish(CameraFault.NOT_FOUND, "away 1"))
        .opening(new Act.Vanish(CameraFault.NOT_FOUND, "away 2"));
    start();
    awaitLoss(CameraFault.NOT_FOUND, "away 1");
    time.advance(Duration.ofSeconds(1));
    awaitLoss(CameraFault.NOT_FOUND, "away 2");
    time.advance(Duration.ofSeconds(2));
    camera.shoot(1);
    awaitStatus(s -> s.phase() == CameraStatus.Phase.LIVE);
    for (int i = 2; i <= 22; i++) {
      time.advance(Duration.ofSeconds(3));
      camera.shoot(1);
      await().untilAtomic(delivered, is(i));
    }
    for (int i = 23; i <= 40; i++) {
      time.advance(Duration.ofMillis(100));
      camera.shoot(1);
      await().untilAtomic(delivered, is(i));
    }
    awaitStatus(s -> s.framesPerSecond() > 5); // measured after the minute

    time.advance(Duration.ofSeconds(6));
    awaitLoss(CameraFault.STALLED, "fake: gave no picture");
    comesBack(Duration.ofSeconds(1), 1);
  }

  @Test
  void aFiniteSourceEndsAndIsShownAgainWhenAsked() {
    camera = new FakeCamera(false);
    camera.opening(new Act.Frames(2), new Act.End());
    start();

    awaitStatus(s -> s.phase() == CameraStatus.Phase.ENDED);
    assertThat(supervisor.status().fault()).isEmpty();
    time.advance(Duration.ofHours(1));
    settle();
    assertThat(camera.opened()).isEqualTo(1);

    supervisor.reconnectNow();
    camera.shoot(1);
    awaitStatus(s -> s.phase() == CameraStatus.Phase.LIVE && s.reconnects() == 1);
  }

  @Test
  void reconnectNowDoesNotWaitForThePause() {
    camera.opening(new Act.Vanish(CameraFault.NOT_FOUND, "away"));
    start();
    awaitLoss(CameraFault.NOT_FOUND, "away");

    supervisor.reconnectNow();
    camera.shoot(1);
    awaitStatus(s -> s.phase() == CameraStatus.Phase.LIVE);
    assertThat(camera.opened()).isEqualTo(2);
  }

  @Test
  void reconnectNowOpensALiveCameraAnew() {
    start();
    camera.shoot(1);
    awaitStatus(s -> s.phase() == CameraStatus.Phase.LIVE);

    supervisor.reconnectNow();
    await().until(() -> camera.opened() == 2);
    await()
        .until(() -> {
          camera.shoot(1);
          return supervisor.status().phase() == CameraStatus.Phase.LIVE
              && supervisor.status().reconnects() == 1;
        });
  }

  @Test
  void stopsEvenWhenTheCameraHangs() {
    camera.opening(new Act.Frames(1), new Act.Hang());
    start();
    awaitStatus(s -> s.phase() == CameraStatus.Phase.LIVE);

    supervisor.close(); // the test's own time limit would tell
    assertThat(camera.opened()).isEqualTo(1);
  }

  @Test
  void aDriverThatHangsForEverDoesNotEatThreads() {
    for (int i = 0; i < 10; i++) {
      camera.opening(new Act.Hang());
    }
    start();
    await()
        .until(() -> {
          time.advance(Duration.ofSeconds(31));
          return supervisor.status().message().contains("hangs and cannot be closed");
        });
    assertThat(camera.opened()).isEqualTo(4);

    camera.release();
    await()
        .until(() -> {
          time.advance(Duration.ofSeconds(31));
          return camera.opened() > 4;
        });
  }

  @Test
  void aSinkThatFailsDisturbsNobody() {
    supervisor = new CameraSupervisor(camera, frames, threads, LIMITS);
    supervisor.addSink(frame -> {
      throw new IllegalStateException("sink");
    });
    supervisor.addSink(frame -> delivered.incrementAndGet());
    supervisor.addListener(status -> {
      throw new IllegalStateException("listener");
    });
    supervisor.addListener(statuses::add);
    camera.opening(new Act.Frames(5));
    supervisor.start();

    await().untilAtomic(delivered, is(5));
    awaitStatus(s -> s.phase() == CameraStatus.Phase.LIVE);
    assertThat(statuses).isNotEmpty();
  }

  @Test
  void startsOnce() {
    start();
    assertThatIllegalStateException().isThrownBy(supervisor::start);
  }

  private void comesBack(Duration pause, int reconnects) {
    int before = camera.opened();
    settle();
    assertThat(camera.opened()).isEqualTo(before);
    time.advance(pause);
    camera.shoot(1);
    awaitStatus(s -> s.phase() == CameraStatus.Phase.LIVE && s.reconnects() == reconnects);
    assertThat(supervisor.status().fault()).isEmpty();
    assertThat(supervisor.status().message()).isEmpty();
  }

  private void awaitLoss(CameraFault fault, String message) {
    awaitStatus(s ->
        s.phase() == CameraStatus.Phase.RECONNECTING
            && s.fault().filter(fault::equals).isPresent()
            && s.message().startsWith(message));
  }

  private void awaitStatus(Predicate<CameraStatus> wanted) {
    await().until(supervisor::status, wanted);
  }

  /** Lets the watcher look a few times. */
  private static void settle() {
    await().pollDelay(Duration.ofMillis(40)).until(() -> true);
  }
}
