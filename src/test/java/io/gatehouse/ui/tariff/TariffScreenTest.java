package io.gatehouse.ui.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.parking.VehicleKind;
import io.gatehouse.settings.Settings;
import io.gatehouse.settings.Settings.Language;
import io.gatehouse.store.DataFolder;
import io.gatehouse.store.KioskStore;
import io.gatehouse.store.StoreException;
import io.gatehouse.support.Fx;
import io.gatehouse.support.TestKiosk;
import io.gatehouse.ui.KioskShell;
import io.gatehouse.ui.common.Place;
import io.gatehouse.ui.common.Theming;
import io.gatehouse.ui.common.Tones;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The screen put together over a real database, laid out in every size, tapped by its buttons. */
class TariffScreenTest {

  private static final double TARGET = 56;

  @TempDir Path folder;

  private final TestKiosk kiosk = new TestKiosk();
  private DataFolder data;
  private KioskStore store;

  @BeforeAll
  static void fonts() throws Exception {
    Fx.run(Theming::loadFonts);
  }

  @BeforeEach
  void open() throws StoreException {
    data = DataFolder.open(folder);
    store = KioskStore.open(data, kiosk.time, UnaryOperator.identity());
    kiosk.books = store.books();
  }

  @AfterEach
  void close() {
    store.close();
    data.close();
  }

  private void with(int width, int height, Consumer<KioskShell> test) throws Exception {
    Fx.run(() -> {
      try (KioskShell shell =
          new KioskShell(kiosk.context(), TestKiosk.inline(), wanted -> Tones.SILENT)) {
        Scene scene = new Scene(shell.root(), width, height);
        Theming.style(scene);
        shell.go(new Place.Tariffs());
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

  private static void tap(KioskShell shell, String... ids) {
    for (String id : ids) {
      ((ButtonBase) shell.root().lookup("#" + id)).fire();
    }
    layOut(shell);
  }

  private static String words(KioskShell shell, String id) {
    return ((Labeled) shell.root().lookup("#" + id)).getText();
  }

  private static void key(KioskShell shell, KeyCode code) {
    shell
        .root()
        .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
  }

  private static void type(KioskShell shell, String text) {
    shell
        .root()
        .fireEvent(
            new KeyEvent(
                KeyEvent.KEY_TYPED, text, text, KeyCode.UNDEFINED, false, false, false, false));
  }

  @Test
  void aPriceIsTappedTypedSeenAndSaved() throws Exception {
    with(
        1280,
        720,
        shell -> {
          tap(shell, "tariff-FIRST_DONG", "pad-5", "pad-000");
          assertThat(words(shell, "pad-value")).isEqualTo("5.000 ₫");
          assertThat(words(shell, "tariff-sentence")).startsWith("24 giờ đầu 5.000 ₫");

          tap(shell, "pad-done", "tariff-save");

          assertThat(words(shell, "tariff-notice")).contains("0:00 3/3/2026");
        });
    assertThat(
            store
                .books()
                .tariffs()
                .book()
                .versions()
                .getLast()
                .tariff(VehicleKind.MOTORBIKE)
                .first()
                .dong())
        .isEqualTo(5_000);
  }

  @Test
  void aPresetIsTakenForTheKindInView() throws Exception {
    with(
        1280,
        720,
        shell -> {
          tap(shell, "tariff-kind-CAR", "tariff-presets");
          ButtonBase last =
              (ButtonBase) shell.root().lookupAll(".choice").stream().toList().getLast();
          last.fire();
          layOut(shell);

          assertThat(words(shell, "tariff-sentence"))
              .isEqualTo("30 phút đầu miễn phí. 25.000 ₫ cho mỗi giờ, tính cả phần lẻ.");
        });
  }

  @Test
  void aKeyboardTypesAsWellAndEscapeGoesOneStepBack() throws Exception {
    with(
        800,
        480,
        shell -> {
          tap(shell, "tariff-FREE");
          type(shell, "4");
          type(shell, "5");
          assertThat(words(shell, "pad-value")).isEqualTo("45 phút");
          key(shell, KeyCode.BACK_SPACE);
          assertThat(words(shell, "pad-value")).isEqualTo("4 phút");
          key(shell, KeyCode.ESCAPE);
          assertThat(shell.root().lookup("#number-pad").isVisible()).isFalse();
          assertThat(shell.placeProperty().get()).isEqualTo(new Place.Tariffs());
          key(shell, KeyCode.ESCAPE);
          assertThat(shell.placeProperty().get()).isEqualTo(new Place.Live());
        });
  }

  @ParameterizedTest
  @CsvSource({
    "1280, 720, VI",
    "800, 480, VI",
    "720, 1280, VI",
    "1280, 720, EN",
    "800, 480, EN",
    "720, 1280, EN"
  })
  void everyButtonIsAsLargeAsAThumbWhollyOnTheScreenAndItsWordsUncut(
      int width, int height, Language language) throws Exception {
    kiosk.settings = Settings.defaults().withLanguage(language);
    with(
        width,
        height,
        shell -> {
          check(shell, "numbers");
          tap(shell, "tariff-kind-CAR", "tariff-range-72", "tariff-EVENING");
          check(shell, "car");
          tap(shell, "tariff-NIGHT_FROM", "pad-2", "pad-7");
          check(shell, "pad");
          tap(shell, "tariff-FIRST_DONG", "pad-1", "pad-000", "pad-000", "pad-done", "tariff-save");
          check(shell, "saved");
          tap(shell, "tariff-presets");
          check(shell, "presets");
          tap(shell, "choice-close", "tariff-versions");
          check(shell, "versions");
        });
  }

  private static void check(KioskShell shell, String state) {
    Scene scene = shell.root().getScene();
    Node screen = shell.root().lookup(".tariff");
    for (ButtonBase button : visible(screen, ButtonBase.class)) {
      Bounds at = button.localToScene(button.getLayoutBounds());
      String name = state + ": " + button.getId() + " " + button.getText() + " " + at;
      assertThat(at.getWidth()).as(name).isGreaterThanOrEqualTo(TARGET);
      assertThat(at.getHeight()).as(name).isGreaterThanOrEqualTo(TARGET);
      assertThat(at.getMinX()).as(name).isGreaterThanOrEqualTo(0);
      assertThat(at.getMinY()).as(name).isGreaterThanOrEqualTo(0);
      assertThat(at.getMaxX()).as(name).isLessThanOrEqualTo(scene.getWidth());
      assertThat(at.getMaxY()).as(name).isLessThanOrEqualTo(scene.getHeight());
    }
    for (Labeled words : visible(screen, Labeled.class)) {
      words.getChildrenUnmodifiable().stream()
          .filter(part -> part.getStyleClass().contains("text"))
          .map(Text.class::cast)
          .forEach(drawn -> assertThat(drawn.getText()).as(state).isEqualTo(words.getText()));
    }
  }

  private static <N extends Node> List<N> visible(Node node, Class<N> type) {
    List<N> found = new ArrayList<>();
    if (!node.isVisible()) {
      return found;
    }
    if (type.isInstance(node)) {
      found.add(type.cast(node));
    }
    if (node instanceof Parent parent && !(node instanceof Label)) {
      parent.getChildrenUnmodifiable().forEach(child -> found.addAll(visible(child, type)));
    }
    return found;
  }
}
