package io.gatehouse.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.store.Passage;
import io.gatehouse.store.PassageCorrection;
import io.gatehouse.support.FakeGrammar;
import io.gatehouse.support.FakeHolds;
import io.gatehouse.support.FakePassageStore;
import io.gatehouse.support.FakeTime;
import io.gatehouse.support.Passages;
import io.gatehouse.support.QueuedWork;
import io.gatehouse.ui.common.BackgroundWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassageViewModelTest {

  private static final Instant NOW = Instant.parse("2026-03-10T02:41:12Z");

  private final FakePassageStore store = new FakePassageStore();
  private final Passages passages = new Passages(store, new FakeGrammar());
  private final FakeHolds holds = new FakeHolds();
  private final QueuedWork background = new QueuedWork();
  private final List<Passage> corrected = new ArrayList<>();
  private final PassageViewModel model =
      new PassageViewModel(
          store,
          holds,
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
