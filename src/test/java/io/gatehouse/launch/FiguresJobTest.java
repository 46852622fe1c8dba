package io.gatehouse.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.parking.insight.BusinessDay;
import io.gatehouse.parking.insight.ReadingDay;
import io.gatehouse.parking.insight.Totals;
import io.gatehouse.store.InsightStore;
import io.gatehouse.store.StorageUse;
import io.gatehouse.store.StoreException;
import io.gatehouse.support.FakeTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresJobTest {

  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

  /** Already the third of March in Vietnam. */
  private static final Instant START = Instant.parse("2026-03-02T19:00:00Z");

  private static final LocalDate YESTERDAY = LocalDate.of(2026, 3, 2);

  private final FakeTime time = new FakeTime(START);
  private final RecordingFigures figures = new RecordingFigures();
  private int vehicleComesAfter = Integer.MAX_VALUE;
  private final FiguresJob job =
      new FiguresJob(figures, () -> figures.business.size() < vehicleComesAfter, time, VIETNAM);

  @Test
  void theDaysThatAreOverAreCountedEachOnItsOwn() {
    job.run();
    assertThat(figures.business)
        .isEqualTo(YESTERDAY.minusDays(61).datesUntil(YESTERDAY.plusDays(1)).toList());
    assertThat(figures.reading).isEqualTo(figures.business);
  }

  @Test
  void whatIsCountedIsNotCountedAgain() {
    job.run();
    figures.business.clear();
    job.run();
    assertThat(figures.business).isEmpty();
    time.advance(Duration.ofDays(1));
    job.run();
    assertThat(figures.business).containsExactly(YESTERDAY.plusDays(1));
  }

  @Test
  void aVehicleComesFirstAndTheRestFollows() {
    vehicleComesAfter = 10;
    job.run();
    assertThat(figures.business).hasSize(10);
    vehicleComesAfter = Integer.MAX_VALUE;
    job.run();
    assertThat(figures.business).hasSize(62).doesNotHaveDuplicates().endsWith(YESTERDAY);
  }

  @Test
  void aDayThatCouldNotBeCountedIsTriedAgain() {
    figures.broken = true;
    job.run();
    figures.broken = false;
    job.run();
    assertThat(figures.reading).hasSize(62).startsWith(YESTERDAY.minusDays(61));
  }

  /** Remembers what was asked. */
  private static final class RecordingFigures implements InsightStore {

    private final List<LocalDate> business = new ArrayList<>();
    private final List<LocalDate> reading = new ArrayList<>();
    private boolean broken;

    @Override
    public List<BusinessDay> business(LocalDate first, LocalDate last, ZoneId zone)
        throws StoreException {
      if (broken) {
        throw new StoreException("The figures could not be read");
      }
      business.addAll(first.datesUntil(last.plusDays(1)).toList());
      return List.of();
    }

    @Override
    public List<ReadingDay> reading(LocalDate first, LocalDate last, ZoneId zone) {
      reading.addAll(first.datesUntil(last.plusDays(1)).toList());
      return List.of();
    }

    @Override
    public Totals totals(Instant from, Instant to) {
      throw new UnsupportedOperationException("nobody asks for totals");
    }

    @Override
    public StorageUse storage() {
      throw new UnsupportedOperationException("nobody asks for the disk");
    }
  }
}
