package io.gatehouse.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gatehouse.camera.Frame;
import io.gatehouse.launch.systemd.ServiceManager;
import io.gatehouse.launch.systemd.Watchdog;
import io.gatehouse.support.NotifyListener;
import io.gatehouse.support.Pictures;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What systemd hears of a lane that works, and of one that hangs. */
class LaneWatchdogTest extends LaneFixture {

  private static final String SIGN = "WATCHDOG=1";

  @TempDir private Path folder;

  private NotifyListener systemd;
  private ServiceManager manager;

  @BeforeEach
  void listen() {
    systemd = NotifyListener.at(folder.resolve("notify"));
    manager =
        ServiceManager.of(Map.of("NOTIFY_SOCKET", systemd.address(), "WATCHDOG_USEC", "2000000"));
  }

  @AfterEach
  void hangUp() {
    lane.close();
    manager.close();
    systemd.close();
  }

  @Test
  void aLaneThatWorksGivesFourSignsInTheTimeOfOneAndNoMore() throws Exception {
    watched(Runnable::run);
    start(lane);
    systemd.heard();

    show(40); // four seconds

    await().untilAsserted(() -> assertThat(signs()).isBetween(7, 9));
  }

  @Test
  void aLaneWithoutPicturesStillGivesSigns() {
    watched(Runnable::run);
    lane.start();
    await().until(() -> signs() == 1);

    time.advance(Duration.ofSeconds(1));

    await().until(() -> !systemd.heard().isEmpty());
  }

  @Test
  void whenTheLanesThreadFreezesTheSignsStopAndWhenItGoesOnTheyComeAgain() throws Exception {
    watched(Runnable::run);
    start(lane);
    CountDownLatch thaw = new CountDownLatch(1);
    CountDownLatch frozen = new CountDownLatch(1);
    recognizer.does(frame -> {
      frozen.countDown();
      awaitUninterruptibly(thaw);
      return List.of();
    });
    vehicles.comes();
    keepShowing(frozen);
    systemd.heard();

    for (int i = 0; i < 100; i++) { // cameras and guards go on, and a minute passes
      time.advance(Duration.ofMillis(600));
      lane.hold(i % 2 == 0);
    }
    assertThat(systemd.heard()).isEmpty();

    thaw.countDown();
    await().until(() -> systemd.heard().contains(SIGN));
  }

  @Test
  void whenTheScreenNoLongerAnswersTheSignsStop() throws Exception {
    Queue<Runnable> screen = new ArrayDeque<>();
    watched(task -> {
      synchronized (screen) {
        screen.add(task);
      }
    });
    start(lane);
    show(20);
    await().until(() -> signs() == 1);

    show(40);
    assertThat(systemd.heard()).isEmpty();

    synchronized (screen) {
      screen.remove().run();
    }
    show(6);
    await().until(() -> signs() == 2);
  }

  @Test
  void readyIsToldBeforeTheFirstSignAndStoppingLast() {
    Watchdog watchdog = watched(Runnable::run);
    watchdog.ready();
    watchdog.turned();
    watchdog.stopping();

    List<String> heard = systemd.heard();
    assertThat(heard).hasSize(3);
    assertThat(heard.get(0)).startsWith("READY=1\n");
    assertThat(heard.get(1)).isEqualTo(SIGN);
    assertThat(heard.get(2)).startsWith("STOPPING=1\n");
  }

  private Watchdog watched(Executor screen) {
    Watchdog watchdog = new Watchdog(manager, screen, time);
    lane.onTurn(watchdog::turned);
    return watchdog;
  }

  private int heardSigns;

  /** Since the test began. */
  private int signs() {
    heardSigns += (int) systemd.heard().stream().filter(SIGN::equals).count();
    return heardSigns;
  }

  /** Does not wait for a frame to be taken: the one that freezes the lane is the last. */
  private void keepShowing(CountDownLatch frozen) {
    await()
        .until(() -> {
          try (Frame frame = Pictures.plain(frames, WIDTH, HEIGHT, 40, 80, 120)) {
            lane.accept(frame);
          }
          time.advance(Duration.ofMillis(100));
          return frozen.getCount() == 0;
        });
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    boolean interrupted = false;
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        interrupted = true; // as native code, which does not heed it
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
