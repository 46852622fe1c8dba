package io.gatehouse.ui.keypad;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.support.LaneStates;
import io.gatehouse.support.TestKiosk;
import io.gatehouse.ui.common.KeypadRequest;
import io.gatehouse.ui.common.Place;
import io.gatehouse.ui.keypad.KeypadState.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KeypadViewModelTest {

  private final TestKiosk kiosk = new TestKiosk();
  private final List<String> done = new ArrayList<>();
  private int cancelled;

  private KeypadViewModel correcting(String text, int doubtful, char... alternatives) {
    return opened(
        new KeypadRequest(
            text,
            2,
            LaneStates.reads(text, doubtful, alternatives),
            Optional.empty(),
            Optional.empty(),
            done::add,
            () -> cancelled++));
  }

  private KeypadViewModel opened(KeypadRequest request) {
    kiosk.navigator.go(new Place.Keypad(request));
    return new KeypadViewModel(request, kiosk.context().grammar(), kiosk.texts, kiosk.navigator);
  }

  private static String shown(KeypadViewModel model) {
    return model.stateProperty().get().cells().stream()
        .map(cell -> String.valueOf(cell.character()))
        .collect(Collectors.joining());
  }

  @Test
  void misreadThatTheMachineDoubtedCostsTwoTaps() {
    KeypadViewModel model = correcting("59P168480", 6, '1');

    model.type('1');
    model.done();

    assertThat(done).containsExactly("59P168180");
  }

  @Test
  void misreadAnywhereElseCostsThreeTaps() {
    KeypadViewModel model = correcting("59P168480", 6, '1');

    model.select(8);
    model.type('9');
    model.done();

    assertThat(done).containsExactly("59P168489");
  }

  @Test
  void plateIsShownWithItsSeparatorsWhileItIsTyped() {
    KeypadViewModel model = opened(KeypadRequest.byHand(done::add, () -> cancelled++));
    "30a12345".chars().forEach(c -> model.type((char) c));

    assertThat(shown(model)).isEqualTo("30A-123.45");
    assertThat(model.stateProperty().get().verdict()).startsWith("Đúng mẫu: Ô tô");
    assertThat(model.stateProperty().get().caretCell()).isEqualTo(10);
  }

  @Test
  void lettersAreNotExpectedWhereTheGrammarWantsDigits() {
    KeypadViewModel model = opened(KeypadRequest.byHand(done::add, () -> cancelled++));

    assertThat(model.stateProperty().get().expected()).contains('5').doesNotContain('X');
  }

  @Test
  void foreignPlateIsTypedAllTheSameAndMarked() {
    KeypadViewModel model = opened(KeypadRequest.byHand(done::add, () -> cancelled++));
    "XYZQ77".chars().forEach(c -> model.type((char) c));
    model.done();

    assertThat(model.stateProperty().get().known()).isFalse();
    assertThat(model.stateProperty().get().verdict()).contains("Mẫu lạ");
    assertThat(done).containsExactly("XYZQ77");
  }

  @Test
  void charactersOfNoPlateArePassedOver() {
    KeypadViewModel model = correcting("59P168480", -1);

    model.type('-');
    model.type('\r');

    assertThat(model.text()).isEqualTo("59P168480");
  }

  @Test
  void doneTwiceHandsOverOnce() {
    KeypadViewModel model = correcting("59P168480", -1);

    model.done();
    model.done();
    model.abandoned();

    assertThat(done).containsExactly("59P168480");
    assertThat(cancelled).isZero();
    assertThat(kiosk.navigator.placeProperty().get()).isEqualTo(new Place.Live());
  }

  @Test
  void emptyTextIsNotHandedOver() {
    KeypadViewModel model = opened(KeypadRequest.byHand(done::add, () -> cancelled++));

    model.done();

    assertThat(done).isEmpty();
    assertThat(model.stateProperty().get().complete()).isFalse();
  }

  @Test
  void leavingByAnotherWayGivesUp() {
    KeypadViewModel model = correcting("59P168480", -1);

    model.abandoned();
    model.cancel();

    assertThat(cancelled).isEqualTo(1);
  }

  @Test
  void doubtfulCharacterIsMarkedAndItsAlternativesAreLifted() {
    KeypadState state = correcting("59P168480", 6, 'A', '6').stateProperty().get();

    assertThat(state.cells()).contains(new Cell('4', 6, true, true));
    assertThat(state.suggested()).containsExactlyInAnyOrder('A', '6');
    assertThat(state.machine()).isEqualTo("Máy đọc: 59P1-684.80 (4 hoặc A hoặc 6)");
  }

  @Test
  void caretGoesWhereItIsSentAndTypingInserts() {
    KeypadViewModel model = correcting("30A1235", -1);

    model.caretLeft();
    model.type('4');
    model.delete();
    model.type('4');

    assertThat(model.text()).isEqualTo("30A12345");
  }
}
