package io.gatehouse.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.parking.VehicleKind;
import io.gatehouse.parking.stay.Settlement;
import io.gatehouse.parking.stay.Stay;
import io.gatehouse.parking.stay.StayEnd;
import io.gatehouse.settings.Settings;
import io.gatehouse.store.Passage;
import io.gatehouse.store.PassageCorrection;
import io.gatehouse.store.StayStore;
import io.gatehouse.support.FakeGrammar;
import io.gatehouse.support.FakeHolds;
import io.gatehouse.support.FakePassageStore;
import io.gatehouse.support.FakeTime;
import io.gatehouse.support.Passages;
import io.gatehouse.support.QueuedWork;
import io.gatehouse.ui.common.BackgroundWork;
import io.gatehouse.ui.common.Formats;
import io.gatehouse.ui.common.Texts;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PassageViewModelTest {

  private static final Instant NOW = Instant.parse("2026-03-10T02:41:12Z");

  private final FakePassageStore store = new FakePassageStore();
  private final Passages passages = new Passages(store, new FakeGrammar());
  private final FakeHolds holds = new FakeHolds();
  private Optional<Stay> stay = Optional.empty();
  private final StayStore stays =
      (StayStore)
          Proxy.newProxyInstance(
              StayStore.class.getClassLoader(),
              new Class<?>[] {StayStore.class},
              (proxy, method, arguments) -> stay);
  private final QueuedWork background = new QueuedWork();
  private final List<Passage> corrected = new ArrayList<>();
  private final PassageViewModel model =
      new PassageViewModel(
          store,
          holds,
          stays,
          new FakeGrammar(),
          new BackgroundWork(background, Runnable::run),
          new FakeTime(NOW),
          () -> "Trần Thị Bình",
          corrected::add);

  @Test
  void rowIsShownAtOnceAndItsReadsFollow() {
    Passage passage = passages.readAs("59P168480", 6).store("59P168480", NOW);
    model.show(passage);
    assertThat(detail().passage()).isEqualTo(passage);
    assertThat(detail().reads()).isEmpty();

    background.runAll();

    assertThat(detail().reads()).hasSize(9);
    assertThat(detail().reads().get(6).confidence()).isEqualTo(0.61f);
  }

  @Test
  void stayIsShownWithItsOtherPassageInWords() {
    Passage entry = passages.store("59P168480", NOW.minusSeconds(8_940));
    Passage exit = passages.store("59P168480", NOW);
    stay =
        Optional.of(
            new Stay(
                entry.id(),
                "59P168480",
                "59P1-684.80",
                VehicleKind.MOTORBIKE,
                Optional.of(entry.id()),
                entry.capturedAt(),
                Optional.of(exit.id()),
                Optional.of(exit.capturedAt()),
                Optional.of(StayEnd.LOST_TICKET),
                Optional.of(
                    new Settlement(54_000, 50_000, Settlement.Method.CASH, "t1", "Dũng", ""))));
    model.show(entry);
    background.runAll();

    PassageViewModel.StayOf of = detail().stay().orElseThrow();
    assertThat(of.other()).contains(exit);
    Texts texts = new Texts(Settings.Language.EN);
    ZoneId zone = ZoneId.of("Asia/Ho_Chi_Minh");
    StayWords words = new StayWords(texts, new Formats(texts, new FakeTime(NOW), zone));
    assertThat(words.time(of.stay(), NOW)).isEqualTo("07:12 → 09:41 · 2 hours 29 minutes");
    assertThat(words.money(entry, of))
        .isEqualTo("54,000 ₫ · paid · 50,000 ₫ taken · Dũng · lost ticket · " + exit.decidedBy());
    model.show(exit);
    background.runAll();
    assertThat(detail().stay().orElseThrow().other()).contains(entry);
  }

  @Test
  void detailOfAPassageClosedMeanwhileIsDropped() {
    Passage first = passages.store("59P168480", NOW);
    Passage second = passages.store("51F68481", NOW);
    model.show(first);
    model.show(second);
    background.runAll();
    assertThat(detail().passage()).isEqualTo(second);

    model.show(first);
    model.clear();
    background.runAll();
    assertThat(model.detailProperty().get()).isEmpty();
  }

  @Test
  void correctionKeepsTheOriginalWithWhoAndWhen() {
    Passage passage = passages.store("59P168480", NOW.minusSeconds(60));
    model.show(passage);
    background.runAll();
    model.correct("59-P1 684.86");
    assertThat(model.savingProperty().get()).isTrue();
    background.runAll();

    assertThat(model.savingProperty().get()).isFalse();
    assertThat(detail().passage().plate()).isEqualTo("59P168486");
    assertThat(detail().passage().originalPlate()).isEqualTo("59P168480");
    assertThat(detail().corrections())
        .containsExactly(new PassageCorrection("59P168480", "59P168486", "Trần Thị Bình", NOW));
    assertThat(corrected).extracting(Passage::plate).containsExactly("59P168486");
  }

  @Test
  void correctionThatChangesNothingIsNotStored() throws Exception {
    Passage passage = passages.store("59P168480", NOW);
    model.show(passage);
    background.runAll();
    model.correct("59-P1 684.80");
    model.correct(" . ");
    background.runAll();

    assertThat(store.corrections(passage.id())).isEmpty();
    assertThat(model.savingProperty().get()).isFalse();
  }

  @Test
  void correctionThatCannotBeStoredIsSaidAndChangesNothing() {
    Passage passage = passages.store("59P168480", NOW);
    model.show(passage);
    background.runAll();
    store.breakDown("disk gone");
    model.correct("59P168486");
    background.runAll();

    assertThat(model.failureProperty().get().orElseThrow()).hasMessage("disk gone");
    assertThat(detail().passage().plate()).isEqualTo("59P168480");
    assertThat(model.savingProperty().get()).isFalse();
    assertThat(corrected).isEmpty();
  }

  @Test
  void correctionEndsOnItsOwnPassageAlthoughAnotherIsOpenNow() {
    Passage first = passages.store("59P168480", NOW);
    Passage second = passages.store("51F68481", NOW);
    model.show(first);
    model.correct("59P168486");
    model.show(second);
    background.runAll();

    assertThat(detail().passage()).isEqualTo(second);
    assertThat(corrected).extracting(Passage::id).containsExactly(first.id());
  }

  @Test
  void aPassageIsHeldByWhoAllowedItAndReleasedAgain() {
    Passage passage = passages.store("59P168480", NOW);
    model.show(passage);
    background.runAll();
    assertThat(detail().hold()).isEmpty();

    model.toggleHold("Chị Hoa");
    background.runAll();
    assertThat(detail().hold().orElseThrow().by()).isEqualTo("Chị Hoa");

    model.toggleHold("Anh Dũng");
    background.runAll();
    assertThat(detail().hold()).isEmpty();
    assertThat(holds.trace(passage.id()).getFirst().release().orElseThrow().by())
        .isEqualTo("Anh Dũng");
    assertThat(model.savingProperty().get()).isFalse();
  }

  private PassageViewModel.Detail detail() {
    return model.detailProperty().get().orElseThrow();
  }
}
