package io.gatehouse.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.decide.Outcome;
import io.gatehouse.parking.Direction;
import io.gatehouse.store.Passage;
import io.gatehouse.store.PassageQuery;
import io.gatehouse.support.FakeGrammar;
import io.gatehouse.support.FakePassageStore;
import io.gatehouse.support.FakeTime;
import io.gatehouse.support.HeldDelay;
import io.gatehouse.support.Passages;
import io.gatehouse.support.QueuedWork;
import io.gatehouse.ui.common.BackgroundWork;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class HistoryViewModelTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final Instant NOW = Instant.parse("2026-03-10T02:41:12Z");

  private final FakePassageStore store = new FakePassageStore();
  private final Passages passages = new Passages(store, new FakeGrammar());
  private final FakeTime time = new FakeTime(NOW);
  private final QueuedWork background = new QueuedWork();
  private final HeldDelay delay = new HeldDelay();
  private final HistoryViewModel model =
      new HistoryViewModel(store, new BackgroundWork(background, Runnable::run), delay, time, ZONE);

  @Test
  void firstShowsTodayNewestFirst() {
    passages.store("59P168480", NOW.minusSeconds(60));
    passages.store("51F68481", NOW.minusSeconds(10));
    passages.store("30A16848", NOW.minus(Duration.ofDays(1)));

    open();

    assertThat(model.passages())
        .extracting(Passage::plate)
        .containsExactly("51F68481", "59P168480");
    assertThat(model.countProperty().get()).contains(new HistoryViewModel.Count(2, true, 3, 0));
  }

  @Test
  void todayBeginsAtMidnightWhereTheKioskStands() {
    passages.store("AFTER", Instant.parse("2026-03-09T17:00:00Z"));
    passages.store("BEFORE", Instant.parse("2026-03-09T16:59:59Z"));

    open();

    assertThat(model.passages()).extracting(Passage::plate).containsExactly("AFTER");
  }

  @Test
  void typingSearchesOnceWhenItPauses() {
    open();
    model.type("6");
    model.type("66");
    model.type("664");
    assertThat(background.size()).isZero();

    delay.pass();
    background.runAll();

    assertThat(store.asked()).extracting(PassageQuery::text).containsExactly("", "664");
  }

  @Test
  void chipSearchesAtOnceWithTheTextTypedSoFar() {
    open();
    model.type("664");
    model.toggle(Direction.OUT);
    background.runAll();

    PassageQuery last = store.asked().getLast();
    assertThat(last.text()).isEqualTo("664");
    assertThat(last.direction()).contains(Direction.OUT);
    assertThat(delay.isPending()).isFalse();
  }

  @Test
  void overtakenSearchIsNotEvenStarted() {
    open();
    model.toggle(Direction.OUT);
    model.toggle(Direction.OUT);
    model.alike(true);
    background.runAll();

    assertThat(store.asked()).hasSize(2);
    assertThat(store.asked().getLast().alike()).isTrue();
  }

  @Test
  void staleAnswerIsDropped() {
    passages.store("59P168480", NOW);
    QueuedWork screen = new QueuedWork();
    HistoryViewModel slow =
        new HistoryViewModel(store, new BackgroundWork(background, screen), delay, time, ZONE);
    slow.refresh();
    background.runAll();
    slow.toggle(Outcome.REJECTED);
    screen.runAll();

    assertThat(slow.passages()).isEmpty();
    assertThat(slow.searchingProperty().get()).isTrue();
    background.runAll();
    screen.runAll();
    assertThat(slow.passages()).isEmpty();
    assertThat(slow.searchingProperty().get()).isFalse();
  }

  @Test
  void moreAddsTheNextPageWithoutWhatIsShownAlready() {
    for (int i = 0; i < HistoryViewModel.PAGE + 10; i++) {
      passages.store("59P1" + (10000 + i), NOW.minusSeconds(1000 - i));
    }
    open();
    assertThat(model.passages()).hasSize(HistoryViewModel.PAGE);
    assertThat(model.hasMoreProperty().get()).isTrue();

    passages.store("NEW", NOW);
    model.more();
    background.runAll();

    assertThat(model.passages()).hasSize(HistoryViewModel.PAGE + 10).doesNotHaveDuplicates();
    assertThat(model.countProperty().get().orElseThrow().matches())
        .isEqualTo(HistoryViewModel.PAGE + 11);
  }

  @Test
  void moreIsAskedForOnceHoweverOftenTheListReachesItsEnd() {
    for (int i = 0; i < HistoryViewModel.PAGE * 3; i++) {
      passages.store("59P1" + (10000 + i), NOW.minusSeconds(i));
    }
    open();
    model.more();
    model.more();
    background.runAll();

    assertThat(store.asked()).hasSize(2);
  }

  @Test
  void daySteppingNamesTheNearDaysAndEndsToday() {
    open();
    assertThat(model.canStepForward()).isFalse();
    model.stepDay(-1);
    assertThat(model.filter().day()).isEqualTo(new DayChoice.Yesterday());
    model.stepDay(-1);
    assertThat(model.filter().day()).isEqualTo(new DayChoice.On(LocalDate.of(2026, 3, 8)));
    assertThat(model.canStepForward()).isTrue();
    model.stepDay(5);
    assertThat(model.filter().day()).isEqualTo(new DayChoice.Today());
  }

  @Test
  void allDaysAsksWithoutBounds() {
    open();
    model.day(new DayChoice.All());
    background.runAll();

    assertThat(store.asked().getLast().from()).isEmpty();
    assertThat(store.asked().getLast().to()).isEmpty();
  }

  @Test
  void failedSearchKeepsWhatIsShownAndSaysWhy() {
    passages.store("59P168480", NOW);
    open();
    store.breakDown("disk gone");
    model.alike(true);
    background.runAll();

    assertThat(model.passages()).hasSize(1);
    assertThat(model.failureProperty().get().orElseThrow()).hasMessage("disk gone");
    assertThat(model.searchingProperty().get()).isFalse();

    store.mend();
    model.refresh();
    background.runAll();
    assertThat(model.failureProperty().get()).isEmpty();
  }

  @Test
  void neighboursFollowTheListAndFetchWhatComesNext() {
    for (int i = 0; i < HistoryViewModel.PAGE + 1; i++) {
      passages.store("59P1" + (10000 + i), NOW.minusSeconds(i));
    }
    open();
    model.select(model.passages().get(HistoryViewModel.PAGE - 2));
    assertThat(model.selectNeighbour(1)).isTrue();
    background.runAll();
    assertThat(model.selectNeighbour(1)).isTrue();
    assertThat(model.selectNeighbour(1)).isFalse();
    assertThat(model.selectedProperty().get().orElseThrow().plate())
        .isEqualTo("59P1" + (10000 + HistoryViewModel.PAGE));
  }

  @Test
  void correctedPassageIsShownInItsRowAndStaysOpen() throws Exception {
    Passage passage = passages.store("59P168480", NOW);
    open();
    model.select(passage);
    Passage corrected =
        store.correct(passage.id(), new FakeGrammar().parse("59P168486", 2), "An", NOW);
    model.replace(corrected);

    assertThat(model.passages()).containsExactly(corrected);
    assertThat(model.selectedProperty().get()).contains(corrected);
  }

  private void open() {
    model.refresh();
    background.runAll();
  }
}
