package io.gatehouse.ui.setup;

import static io.gatehouse.support.ShellTaps.digits;
import static io.gatehouse.support.ShellTaps.tap;
import static io.gatehouse.support.ShellTaps.title;
import static io.gatehouse.support.ShellTaps.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.gatehouse.barrier.Barrier;
import io.gatehouse.barrier.BarrierException;
import io.gatehouse.barrier.Barriers;
import io.gatehouse.common.Threads;
import io.gatehouse.parking.VehicleKind;
import io.gatehouse.parking.people.Person;
import io.gatehouse.parking.people.Role;
import io.gatehouse.parking.tariff.TariffPreset;
import io.gatehouse.plate.VietnamGrammar;
import io.gatehouse.settings.Settings;
import io.gatehouse.settings.Settings.Language;
import io.gatehouse.settings.SetupProgress;
import io.gatehouse.settings.SetupStep;
import io.gatehouse.store.DataFolder;
import io.gatehouse.store.KioskStore;
import io.gatehouse.support.FakeLane;
import io.gatehouse.support.FakeTime;
import io.gatehouse.support.Fx;
import io.gatehouse.support.TestKiosk;
import io.gatehouse.sync.NoCentral;
import io.gatehouse.ui.KioskShell;
import io.gatehouse.ui.common.FirstSetUp;
import io.gatehouse.ui.common.Place;
import io.gatehouse.ui.common.SetupSupport;
import io.gatehouse.ui.common.StorageStatus;
import io.gatehouse.ui.common.Theming;
import io.gatehouse.ui.common.Tones;
import io.gatehouse.ui.common.UiContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The set-up of a new site from its first start to the lane, over a real store. */
@Timeout(120)
class FirstStepsTest {

  @TempDir private Path site;
  private final FakeTime time = new FakeTime();
  private final FakeLane lane = FakeLane.empty();
  private SetupProgress progress;
  private Settings settings = Settings.defaults().withLanguage(Language.EN);
  private DataFolder folder;
  private KioskStore store;
  private int restarts;

  @BeforeAll
  static void fonts() throws Exception {
    Fx.run(Theming::loadFonts);
  }

  @BeforeEach
  void firstStart() throws Exception {
    progress = SetupProgress.in(site, true);
    folder = DataFolder.open(site);
    store = KioskStore.open(folder, time, text -> text);
  }

  @AfterEach
  void close() {
    store.close();
    folder.close();
  }

  @Test
  void sixStepsLeadFromANewMachineToTheLane() throws Exception {
    with(shell -> {
      assertThat(shell.placeProperty().get()).isEqualTo(new Place.FirstSteps());
      assertThat(title(shell)).isEqualTo("Language and lane");
      tap(shell, "#setup-next");
      tap(shell, "#camera-USB");
      type(shell, "v4l2:/dev/video2");
      assertThat(restarts).isZero();
      tap(shell, "#setup-next");
      assertThat(restarts).as("the camera that was chosen starts").isEqualTo(1);
    });
    assertThat(progress.step()).isEqualTo(SetupStep.PICTURE);
    assertThat(settings.camera()).isEqualTo("v4l2:/dev/video2");
    with(shell -> {
      assertThat(title(shell)).isEqualTo("Is the picture good?");
      tap(shell, "#setup-next");
      tap(shell, "#barrier-GPIO");
      type(shell, "gpio:17?pulse=1s");
      tap(shell, "#barrier-test");
      assertThat(lane.calls()).singleElement().isInstanceOf(FakeLane.Call.OpenByHand.class);
      lane.opening().complete(null);
      assertThat(((Label) shell.root().lookup("#barrier-test-answer")).getText())
          .startsWith("The barrier has taken the command");
      tap(shell, "#setup-next");
      tap(shell, "#setup-tariff-MALL");
      tap(shell, "#setup-next");
      supervisor(shell, "Trần Thị Bình", "471147");
      assertThat(shell.placeProperty().get())
          .as("a PIN is not asked for before the end")
          .isEqualTo(new Place.FirstSteps());
      tap(shell, "#setup-next");
      assertThat(title(shell)).isEqualTo("Central server");
      tap(shell, "#setup-next");
      assertThat(shell.placeProperty().get()).isEqualTo(new Place.SignIn());
    });
    assertThat(settings.barrier()).isEqualTo("gpio:17?pulse=1s");
    assertThat(store.books().tariffs().book().at(time.now()).tariff(VehicleKind.CAR))
        .isEqualTo(TariffPreset.MALL.tariff(VehicleKind.CAR));
    assertThat(store.books().staff().people())
        .extracting(Person::name, Person::role)
        .containsExactly(tuple("Trần Thị Bình", Role.SUPERVISOR));
    assertThat(progress.isDue()).isFalse();
    assertThat(Files.exists(site.resolve("first-set-up"))).isFalse();
  }

  @Test
  void everyStepMayBePassedOver() throws Exception {
    progress.reached(SetupStep.PICTURE);
    with(shell -> {
      for (int i = 0; i < 5; i++) {
        assertThat(shell.placeProperty().get()).isEqualTo(new Place.FirstSteps());
        tap(shell, "#setup-next");
      }
      assertThat(shell.placeProperty().get()).isEqualTo(new Place.Live());
    });
    assertThat(store.books().staff().people()).isEmpty();
    assertThat(settings).isEqualTo(Settings.defaults().withLanguage(Language.EN));
  }

  @Test
  void aTrialThatFailsSaysWhyInTheLanguageChosen() throws Exception {
    settings = settings.withLanguage(Language.VI);
    progress.reached(SetupStep.BARRIER);
    with(shell -> {
      tap(shell, "#barrier-test");
      lane.opening().completeExceptionally(new CompletionException(notThere()));
      assertThat(((Label) shell.root().lookup("#barrier-test-answer")).getText())
          .isEqualTo(
              "Cổng không nhận lệnh mở (GH-C2)\nKhông thấy /dev/ttyNone: đã cắm bo rơ-le chưa?");
    });
  }

  private BarrierException notThere() {
    try (Barrier barrier =
        new Barriers(time, new Threads((thread, e) -> {})).barrier("serial:/dev/ttyNone")) {
      barrier.open();
      throw new IllegalStateException("there is no such port");
    } catch (BarrierException e) {
      return e;
    }
  }

  @Test
  void whatIsChosenIsWrittenDownWithoutItsPassword() throws Exception {
    progress.reached(SetupStep.BARRIER);
    with(shell -> {
      tap(shell, "#barrier-SHELLY");
      type(shell, "shelly:me:secret@10.0.0.9");
    });
    assertThat(store.books().audit().before(Long.MAX_VALUE, Set.of(), 9))
        .singleElement()
        .extracting(entry -> entry.event().details())
        .isEqualTo("barrier: screen: → shelly:•••@10.0.0.9");
  }

  @Test
  void twoPinsThatDifferAreAskedForAgain() throws Exception {
    progress.reached(SetupStep.PEOPLE);
    with(shell -> {
      tap(shell, "#setup-supervisor");
      type(shell, "Lan");
      digits(shell, "471147");
      tap(shell, "#pin-enter");
      digits(shell, "471148");
      tap(shell, "#pin-enter");
    });
    assertThat(store.books().staff().people()).isEmpty();
  }

  @Test
  void aCameraWhoseAddressMakesNoSenseIsNotPassedOver() throws Exception {
    settings = settings.withCamera("nonsense");
    progress.reached(SetupStep.CAMERA);
    with(shell -> assertThat(shell.root().lookup("#setup-next").isDisabled()).isTrue());
  }

  @Test
  void laterShowsTheLaneAndStartsItsCamera() throws Exception {
    with(shell -> {
      tap(shell, "#setup-later");
      assertThat(restarts).isEqualTo(1);
    });
    with(shell -> assertThat(shell.placeProperty().get()).isEqualTo(new Place.Live()));
    assertThat(SetupProgress.in(site, true).isDue()).as("at the next start").isTrue();
  }

  @Test
  void aSetUpThatWasKilledAfterTheFirstPersonAsksForThatPersonsPin() throws Exception {
    progress.reached(SetupStep.PEOPLE);
    with(shell -> supervisor(shell, "Lan", "471147"));
    with(shell -> {
      assertThat(shell.placeProperty().get()).isEqualTo(new Place.SignIn());
      tap(shell, ".person-tile");
      digits(shell, "471147");
      tap(shell, "#pin-enter");
      shell.home(); // the drawer's cash was asked for first
      assertThat(shell.placeProperty().get()).isEqualTo(new Place.FirstSteps());
      assertThat(title(shell)).isEqualTo("The first supervisor");
      tap(shell, "#setup-next");
      tap(shell, "#setup-next");
      assertThat(shell.placeProperty().get()).isEqualTo(new Place.Live());
    });
  }

  @Test
  void aTechnicianGoesThroughItAgainFromTheSettings() throws Exception {
    progress.done();
    with(shell -> {
      assertThat(shell.placeProperty().get()).isEqualTo(new Place.Live());
      shell.go(new Place.Setup());
      tap(shell, "#settings-tab-SYSTEM");
      tap(shell, "#setup-again");
      assertThat(title(shell)).isEqualTo("Language and lane");
      tap(shell, "#setup-next");
      tap(shell, "#setup-next");
      assertThat(restarts).as("it is the same camera").isZero();
      tap(shell, "#setup-later");
      assertThat(shell.placeProperty().get()).isEqualTo(new Place.Live());
    });
    assertThat(Files.exists(site.resolve("first-set-up"))).isFalse();
  }

  private void with(Consumer<KioskShell> test) throws Exception {
    Fx.run(() -> {
      try (KioskShell shell =
          new KioskShell(context(), TestKiosk.inline(), wanted -> Tones.SILENT)) {
        Theming.style(new Scene(shell.root(), 800, 480));
        test.accept(shell);
      }
    });
  }

  private UiContext context() {
    return new UiContext(
        lane,
        store.passages(),
        store.books(),
        new VietnamGrammar(),
        settings,
        changed -> settings = changed,
        () -> new StorageStatus(OptionalLong.of(63), 41_000_000_000L, true),
        time,
        ZoneId.of("Asia/Ho_Chi_Minh"),
        new SetupSupport(
            "",
            site.toString(),
            "",
            List.of(),
            Optional.of(() -> restarts++),
            Optional.of(new FirstSetUp(progress, where -> Optional.empty()))),
        new NoCentral(),
        new Threads((thread, e) -> {}));
  }

  private static void supervisor(KioskShell shell, String name, String pin) {
    tap(shell, "#setup-supervisor");
    type(shell, name);
    for (int i = 0; i < 2; i++) {
      digits(shell, pin);
      tap(shell, "#pin-enter");
    }
  }
}
