package io.gatehouse.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gatehouse.camera.CameraUri;
import io.gatehouse.camera.demo.DemoCamera;
import io.gatehouse.camera.demo.DemoOptions;
import io.gatehouse.camera.demo.DemoVehicle;
import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import io.gatehouse.decide.Outcome;
import io.gatehouse.store.Passage;
import io.gatehouse.store.PassageQuery;
import io.gatehouse.store.PictureSize;
import io.gatehouse.store.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole product but its screen: rendered lane, real recognition, real store. */
@Timeout(240)
class KioskTest {

  private static final int VEHICLES = 3;
  private static final String DEMO = "demo:?seed=7&fps=8&size=960x540&patience=30&unreadable=0";

  @TempDir private Path folder;

  private final TimeSource time = TimeSource.system();
  private final List<Throwable> uncaught = Collections.synchronizedList(new ArrayList<>());
  private final Threads threads = new Threads((thread, failure) -> uncaught.add(failure));

  @Test
  void vehiclesOfTheDemoAreStoredOnceInOrderWithTheirPlatesAndPictures() throws Exception {
    List<Passage> stored;
    try (Kiosk kiosk = Kiosk.open(new KioskPlan(folder, Optional.of(DEMO), true), time, threads)) {
      kiosk.start();
      await().atMost(Duration.ofMinutes(3)).until(() -> stored(kiosk).size() >= VEHICLES);
      kiosk.stop();
      stored = stored(kiosk).subList(0, VEHICLES);
      assertThat(stored).extracting(Passage::plate).containsExactlyElementsOf(truth());
      for (Passage passage : stored) {
        for (PictureSize size : PictureSize.values()) {
          assertThat(kiosk.store().passages().picture(passage.id(), size))
              .as("%s picture of %s", size, passage)
              .isPresent();
        }
      }
    }

    assertThat(stored).extracting(Passage::outcome).containsOnly(Outcome.AUTOMATIC);
    assertThat(uncaught).isEmpty();
  }

  /** Oldest first. */
  private static List<Passage> stored(Kiosk kiosk) throws StoreException {
    return kiosk.store().passages().search(PassageQuery.newest(20)).passages().reversed();
  }

  private static List<String> truth() throws Exception {
    DemoCamera camera = new DemoCamera(DemoOptions.of(CameraUri.parse(DEMO)));
    return camera.lane().vehicles(1, VEHICLES).stream()
        .map(DemoVehicle::plate)
        .map(plate -> plate.text())
        .toList();
  }
}
