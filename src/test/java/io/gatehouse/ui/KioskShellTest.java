package io.gatehouse.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.camera.CameraFault;
import io.gatehouse.camera.Region;
import io.gatehouse.lane.LaneNotice;
import io.gatehouse.lane.LaneState.PendingVehicle;
import io.gatehouse.plate.PlateColour;
import io.gatehouse.support.FakeLane.Call;
import io.gatehouse.support.Fx;
import io.gatehouse.support.LaneStates;
import io.gatehouse.support.TestKiosk;
import io.gatehouse.ui.common.Place;
import io.gatehouse.ui.common.Theming;
import io.gatehouse.ui.common.Tones;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The screens put together, without a window: laid out in any size, tapped by their buttons. */
class KioskShellTest {

  private static final double TARGET = 56;

  private final TestKiosk kiosk = new TestKiosk();

  @BeforeAll
  static void fonts() throws Exception {
    Fx.run(Theming::loadFonts);
  }

  private void with(int width, int height, Consumer<KioskShell> test) throws Exception {
    Fx.run(() -> {
      try (KioskShell shell =
          new KioskShell(kiosk.context(), TestKiosk.inline(), wanted -> Tones.SILENT)) {
        Scene scene = new Scene(shell.root(), width, height);
        Theming.style(scene);
        layOut(shell);
        test.accept(shell);
      }
    });
  }

  private static void layOut(KioskShell shell) {
    // the snapshot's first pass chooses the layout's style class, the second uses it
    shell.root().getScene().snapshot(null);
    shell.root().getScene().snapshot(null);
  }

  private PendingVehicle vehicle(long number, String text, int doubtful) {
    return LaneStates.pending(
        LaneStates.proposal(
            number,
            kiosk.context().grammar().parse(text, 2),
            PlateColour.WHITE,
            LaneStates.reads(text, doubtful, 'A', '6', '1'),
            new Region(500, 400, 120, 90)),
        Optional.empty(),
        new byte[0],
        List.of());
  }

  private void comes(String text, int doubtful) {
    kiosk.lane.change(s -> LaneStates.current(s, vehicle(1, text, doubtful)));
  }

  private static ButtonBase button(KioskShell shell, String selector) {
    return (ButtonBase) shell.root().lookup(selector);
  }

  private static ButtonBase key(KioskShell shell, String text) {
    return buttons(shell.root()).stream()
        .filter(b -> b.getStyleClass().contains("key") && text.equals(b.getText()))
        .findFirst()
        .orElseThrow();
  }

  private static List<ButtonBase> buttons(Node node) {
    List<ButtonBase> found = new ArrayList<>();
    if (!node.isVisible()) {
      return found;
    }
    if (node instanceof ButtonBase button) {
      found.add(button);
    } else if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> found.addAll(buttons(child)));
    }
    return found;
  }

  @Test
  void tapOnConfirmStoresAndShowsItAtOnce() throws Exception {
    with(
        1280,
        720,
        shell -> {
          comes("59P168480", -1);
          button(shell, "#confirm").fire();

          assertThat(kiosk.lane.calls()).contains(new Call.Confirm(1, "59P168480", ""));
          assertThat(button(shell, "#confirm").getText()).isEqualTo("ĐANG LƯU…");
        });
  }

  @Test
  void languageSwitchChangesTheWordsAndIsKept() throws Exception {
    with(
        1280,
        720,
        shell -> {
          comes("59P168480", -1);
          assertThat(button(shell, "#confirm").getText()).isEqualTo("XÁC NHẬN");

          button(shell, ".language").fire();

          assertThat(button(shell, "#confirm").getText()).isEqualTo("CONFIRM");
          assertThat(((Labeled) shell.root().lookup(".badge")).getText())
              .isEqualTo("IN · Motorbike");
          assertThat(kiosk.saved).singleElement().extracting("language").hasToString("EN");
        });
  }

  @Test
  void misreadIsMendedOnTheKeypad() throws Exception {
    with(
        1280,
        720,
        shell -> {
          comes("59P168480", 6);
          button(shell, "#correct").fire();
          layOut(shell);
          key(shell, "1").fire();
          button(shell, "#done").fire();

          assertThat(kiosk.lane.calls()).contains(new Call.Confirm(1, "59P168180", ""));
          assertThat(shell.placeProperty().get()).isEqualTo(new Place.Live());
        });
  }

  @Test
  void keyboardConfirmsAndTypes() throws Exception {
    with(
        1280,
        720,
        shell -> {
          press(shell, KeyCode.ENTER);
          assertThat(kiosk.lane.calls()).isEmpty();
          comes("59P168480", -1);
          press(shell, KeyCode.ENTER);
          assertThat(kiosk.lane.calls()).contains(new Call.Confirm(1, "59P168480", ""));
        });
  }

  @Test
  void closingEndsTheSubscription() throws Exception {
    with(800, 480, shell -> assertThat(kiosk.lane.listeners()).isEqualTo(1));

    assertThat(kiosk.lane.listeners()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"1280,720", "800,480", "720,1280"})
  void everyButtonIsAsLargeAsAThumbAndWhollyOnTheScreen(int width, int height) throws Exception {
    with(
        width,
        height,
        shell -> {
          targets(shell, "idle");
          kiosk.lane.change(s ->
              LaneStates.vehicles(
                  LaneStates.notice(
                      LaneStates.cameraLost(s, CameraFault.STALLED), LaneNotice.Kind.STORE_FAILED),
                  Optional.of(vehicle(1, "59P168480", 6)),
                  List.of(vehicle(2, "30A12345", -1), vehicle(3, "29MĐ120246", -1))));
          targets(shell, "vehicle");
          button(shell, "#correct").fire();
          targets(shell, "keypad");
        });
  }

  private static void targets(KioskShell shell, String state) {
    layOut(shell);
    Scene scene = shell.root().getScene();
    List<ButtonBase> buttons = buttons(shell.root());
    assertThat(buttons).hasSizeGreaterThan(6);
    for (ButtonBase button : buttons) {
      Bounds at = button.localToScene(button.getLayoutBounds());
      String name = state + ": " + button.getText() + " " + button.getAccessibleText() + " " + at;
      assertThat(at.getWidth()).as(name).isGreaterThanOrEqualTo(TARGET);
      assertThat(at.getHeight()).as(name).isGreaterThanOrEqualTo(TARGET);
      assertThat(at.getMinX()).as(name).isGreaterThanOrEqualTo(0);
      assertThat(at.getMinY()).as(name).isGreaterThanOrEqualTo(0);
      assertThat(at.getMaxX()).as(name).isLessThanOrEqualTo(scene.getWidth());
      assertThat(at.getMaxY()).as(name).isLessThanOrEqualTo(scene.getHeight());
    }
  }

  private static void press(KioskShell shell, KeyCode code) {
    shell
        .root()
        .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
  }
}
