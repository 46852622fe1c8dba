package io.gatehouse.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gatehouse.camera.CameraFault;
import io.gatehouse.camera.CameraStatus;
import io.gatehouse.camera.CameraUri;
import io.gatehouse.camera.demo.DemoCamera;
import io.gatehouse.camera.demo.DemoOptions;
import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import io.gatehouse.store.Passage;
import io.gatehouse.store.PassageQuery;
import io.gatehouse.store.StoreException;
import io.gatehouse.support.rpicam.FakeRpicam;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole product but its screen, fed by the AI Camera's stand-in, which looks at a demo lane.
 */
@Timeout(300)
class RpicamKioskTest {

  private static final String LANE = "demo:?seed=7&patience=8&unreadable=0";

  @TempDir private Path folder;

  private final TimeSource time = TimeSource.system();
  private final List<Throwable> uncaught = Collections.synchronizedList(new ArrayList<>());
  private final List<CameraStatus> statuses = Collections.synchronizedList(new ArrayList<>());
  private final Threads threads = new Threads((thread, failure) -> uncaught.add(failure));

  @Test
  void aLaneWhoseCameraIsKilledGoesOnAndItsVehiclesAreStored() throws Exception {
    FakeRpicam fake = FakeRpicam.in(folder, "scene=" + LANE);
    String uri = fake.uri("&width=960&height=720&framerate=8");
    Path data = folder.resolve("data");
    try (Kiosk kiosk = Kiosk.open(new KioskPlan(data, Optional.of(uri), true), time, threads)) {
      kiosk.camera().addListener(statuses::add);
      kiosk.start();
      await().atMost(Duration.ofMinutes(2)).until(() -> !stored(kiosk).isEmpty());

      fake.running().forEach(ProcessHandle::destroyForcibly);

      await().atMost(Duration.ofMinutes(1)).until(() -> isLost());
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> kiosk.camera().status().phase() == CameraStatus.Phase.LIVE);
      int before = stored(kiosk).size();
      await().atMost(Duration.ofMinutes(2)).until(() -> stored(kiosk).size() > before);
      kiosk.stop();
      assertThat(stored(kiosk)).extracting(Passage::plate).isSubsetOf(truth());
    }
    assertThat(fake.starts()).isEqualTo(2);
    assertThat(uncaught).isEmpty();
  }

  private boolean isLost() {
    return List.copyOf(statuses).stream()
        .anyMatch(s -> s.fault().equals(Optional.of(CameraFault.ENDED)));
  }

  private static List<Passage> stored(Kiosk kiosk) throws StoreException {
    return kiosk.store().passages().search(PassageQuery.newest(20)).passages();
  }

  private static List<String> truth() throws Exception {
    DemoCamera camera = new DemoCamera(DemoOptions.of(CameraUri.parse(LANE)));
    return camera.lane().vehicles(1, 40).stream().map(vehicle -> vehicle.plate().text()).toList();
  }
}
