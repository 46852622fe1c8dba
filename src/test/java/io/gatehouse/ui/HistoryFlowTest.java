package io.gatehouse.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.settings.Settings;
import io.gatehouse.store.Passage;
import io.gatehouse.store.PassageCorrection;
import io.gatehouse.support.Fx;
import io.gatehouse.support.Passages;
import io.gatehouse.support.TestKiosk;
import io.gatehouse.ui.common.BackgroundWork;
import io.gatehouse.ui.common.Place;
import io.gatehouse.ui.common.Theming;
import io.gatehouse.ui.common.Tones;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** History, settings and the failure screen as a guard goes through them, without a window. */
class HistoryFlowTest {

  private static final double TARGET = 56;

  private final TestKiosk kiosk = new TestKiosk();
  private KioskShell shell;

  @BeforeAll
  static void fonts() throws Exception {
    Fx.run(Theming::loadFonts);
  }

  @AfterEach
  void close() throws Exception {
    Fx.run(() -> shell.close());
  }

  @Test
  void passageIsFoundByAPartOpenedAndCorrectedOnTheKeypad() throws Exception {
    Passages passages = new Passages(kiosk.store, kiosk.context().grammar());
    Passage wanted = passages.store("59P168480", kiosk.time.now().minus(Duration.ofMinutes(9)));
    passages.store("30A12345", kiosk.time.now().minus(Duration.ofMinutes(5)));
    open(1280, 720, new Place.History(Optional.empty()));
    assertThat(list().getItems()).hasSize(2);

    Fx.run(() -> button("#all-filters").fire());
    tapKey("8");
    tapKey("4");
    tapKey("8");
    Fx.run(() -> button("#alike").fire()); // a chip searches at once, with the text typed so far
    drawn();
    assertThat(list().getItems()).extracting(p -> ((Passage) p).id()).containsExactly(wanted.id());

    Fx.run(() -> button("#correct").fire());
    drawn();
    Fx.run(() -> {
      assertThat(shell.placeProperty().get())
          .isInstanceOfSatisfying(
              Place.Keypad.class,
              keypad -> {
                assertThat(keypad.request().text()).isEqualTo("59P168480");
                shell.back();
                keypad.request().done().accept("59P168486");
              });
    });
    drawn();

    assertThat(kiosk.store.corrections(wanted.id()))
        .extracting(PassageCorrection::before, PassageCorrection::after)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("59P168480", "59P168486"));
    assertThat(kiosk.store.find(wanted.id()).orElseThrow().originalPlate()).isEqualTo("59P168480");
  }

  @Test
  void settingIsKeptAndCountsAtOnce() throws Exception {
    open(800, 480, new Place.Setup());
    Fx.run(() -> button("#settings-tab-LOOK").fire());
    drawn();
    Fx.run(() -> button("#setting-sound").fire());
    drawn();

    assertThat(kiosk.saved).extracting(Settings::sound).containsExactly(false);
  }

  @Test
  void failureShowsItsCodeAndNoStackAndTheGuardGoesOn() throws Exception {
    open(800, 480, new Place.History(Optional.empty()));
    Fx.run(() -> shell.failed(new IllegalStateException("disk 7")));
    drawn();
    Fx.run(() -> {
      Label code = (Label) shell.root().lookup("#error-code");
      assertThat(code.getText()).matches("GH-[2-9A-Y]{4}");
      assertThat(shell.root().lookup("#error-detail").getParent().isVisible()).isFalse();
      button("#error-go-on").fire();
      assertThat(shell.placeProperty().get()).isInstanceOf(Place.History.class);
    });
  }

  @Test
  void failureWhileAFailureIsShownDoesNotCoverTheFirst() throws Exception {
    open(800, 480, new Place.History(Optional.empty()));
    Fx.run(() -> {
      shell.failed(new IllegalStateException("first"));
      Place first = shell.placeProperty().get();
      shell.failed(new IllegalArgumentException("second"));
      assertThat(shell.placeProperty().get()).isSameAs(first);
    });
  }

  @ParameterizedTest
  @CsvSource({
    "1280,720,VI",
    "800,480,VI",
    "720,1280,VI",
    "1280,720,EN",
    "800,480,EN",
    "720,1280,EN"
  })
  void everyTargetIsLargeAndInsideAndItsWordsAreWhole(int width, int height, String language)
      throws Exception {
    new Passages(kiosk.store, kiosk.context().grammar()).store("59P168480", kiosk.time.now());
    open(width, height, new Place.History(Optional.empty()));
    Fx.run(() -> {
      if (language.equals("EN")) {
        button(".language").fire();
      }
    });
    targets("history");
    Fx.run(() -> button("#all-filters").fire());
    targets("filters");
    Fx.run(() -> button("#all-filters").fire());
    Fx.run(() -> list().getSelectionModel().select(0));
    targets("open");
    Fx.run(() -> shell.go(new Place.Setup()));
    targets("settings");
    Fx.run(() -> button("#settings-tab-CAMERA").fire());
    targets("camera");
    Fx.run(() -> button("#camera-NETWORK").fire());
    targets("keyboard");
    Fx.run(() -> shell.failed(new IllegalStateException("x")));
    targets("failure");
  }

  private void open(int width, int height, Place place) throws Exception {
    Fx.run(() -> {
      shell =
          new KioskShell(
              kiosk.context(),
              new BackgroundWork(Runnable::run, Platform::runLater),
              wanted -> Tones.SILENT);
      Theming.style(new Scene(shell.root(), width, height));
      shell.go(place);
    });
    drawn();
  }

  /** Answers arrive on the screen's thread, then the screen is laid out. */
  private void drawn() throws Exception {
    for (int i = 0; i < 4; i++) {
      Fx.run(() -> shell.root().getScene().snapshot(null));
    }
  }

  private void targets(String state) throws Exception {
    drawn();
    Fx.run(() -> {
      Set<Node> targets = new HashSet<>(shell.root().lookupAll(".button"));
      targets.addAll(shell.root().lookupAll(".toggle-button"));
      targets.removeIf(node -> !isShown(node));
      assertThat(targets).as(state).hasSizeGreaterThan(6);
      targets.forEach(node -> assertTarget(state, (ButtonBase) node));
    });
  }

  private void assertTarget(String state, ButtonBase button) {
    Scene scene = shell.root().getScene();
    Bounds at = button.localToScene(button.getLayoutBounds());
    String name = state + ": " + button.getText() + " " + button.getId() + " " + at;
    boolean inField = button.getStyleClass().contains("bare");
    assertThat(at.getWidth()).as(name).isGreaterThanOrEqualTo(TARGET - 0.5);
    assertThat(at.getHeight()).as(name).isGreaterThanOrEqualTo(inField ? TARGET - 2 : TARGET - 0.5);
    assertThat(at.getMinX()).as(name).isGreaterThanOrEqualTo(0);
    assertThat(at.getMinY()).as(name).isGreaterThanOrEqualTo(0);
    assertThat(at.getMaxX()).as(name).isLessThanOrEqualTo(scene.getWidth() + 0.5);
    assertThat(at.getMaxY()).as(name).isLessThanOrEqualTo(scene.getHeight() + 0.5);
    Node drawnText = button.lookup(".text");
    if (drawnText instanceof Text text && !button.getText().isEmpty()) {
      assertThat(text.getText()).as(name).isEqualTo(button.getText());
    }
  }

  private static boolean isShown(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private void tapKey(String key) throws Exception {
    Fx.run(() -> {
      Set<Node> keys = shell.root().lookup("#search-pad").lookupAll(".button");
      keys.stream()
          .map(ButtonBase.class::cast)
          .filter(b -> key.equals(b.getText()))
          .findFirst()
          .orElseThrow()
          .fire();
    });
  }

  private ListView<?> list() {
    return (ListView<?>) shell.root().lookup("#passages");
  }

  private ButtonBase button(String selector) {
    return (ButtonBase) shell.root().lookup(selector);
  }
}
