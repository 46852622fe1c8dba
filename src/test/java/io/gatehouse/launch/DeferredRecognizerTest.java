package io.gatehouse.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.camera.Frame;
import io.gatehouse.read.PlateReading;
import io.gatehouse.support.Pictures;
import io.gatehouse.support.Readings;
import io.gatehouse.support.ScriptedRecognizer;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DeferredRecognizerTest {

  private static final PlateReading THOROUGH = Readings.reading("59P168480", Readings.PLACE, 0.9);
  private static final PlateReading CHEAP = Readings.reading("59P168486", Readings.PLACE, 0.6);

  private final ScriptedRecognizer models = new ScriptedRecognizer();
  private final AtomicInteger loads = new AtomicInteger();

  @Test
  void theModelsAreLoadedOnceAndAGlanceStaysAGlance() {
    models.reads(THOROUGH);
    models.glances(CHEAP);
    try (DeferredRecognizer deferred = deferred();
        Frame frame = Pictures.plain(Pictures.factory(), 64, 48, 0, 0, 0)) {
      assertThat(loads).hasValue(0);

      assertThat(deferred.glance(frame)).containsExactly(CHEAP);
      assertThat(deferred.recognize(frame)).containsExactly(THOROUGH);
    }
    assertThat(loads).hasValue(1);
    assertThat(models.closed()).isTrue();
  }

  @Test
  void modelsThatNobodyNeededAreNotLoadedToBeClosed() {
    deferred().close();

    assertThat(loads).hasValue(0);
    assertThat(models.closed()).isFalse();
  }

  private DeferredRecognizer deferred() {
    return new DeferredRecognizer(() -> {
      loads.incrementAndGet();
      return models;
    });
  }
}
