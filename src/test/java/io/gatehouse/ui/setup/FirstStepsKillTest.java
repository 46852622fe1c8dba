package io.gatehouse.ui.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.gatehouse.common.TimeSource;
import io.gatehouse.parking.VehicleKind;
import io.gatehouse.parking.people.Person;
import io.gatehouse.parking.people.Pin;
import io.gatehouse.parking.people.Role;
import io.gatehouse.parking.tariff.TariffPreset;
import io.gatehouse.parking.tariff.TariffPresets;
import io.gatehouse.settings.Settings;
import io.gatehouse.settings.SettingsStore;
import io.gatehouse.settings.SetupProgress;
import io.gatehouse.settings.SetupStep;
import io.gatehouse.store.DataFolder;
import io.gatehouse.store.KioskStore;
import io.gatehouse.store.RecoveryReport;
import io.gatehouse.support.TestProcess;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A set-up that is killed with SIGKILL again and again goes on where it was. */
@Timeout(600)
class FirstStepsKillTest {

  @TempDir private Path site;
  private final Random random = new Random();

  @Test
  void whatWasConfirmedIsThereAndTheRestIsAskedAgain() throws Exception {
    killedAfter("opening", 1_500); // while the database is made
    for (SetupStep step : SetupStep.values()) {
      killedAfter("at " + step, 400); // somewhere in this step or the next
      confirmed(step);
    }
    try (TestProcess technician = start()) {
      String begins = awaitLine(technician, "begins ");
      assertThat(begins).isEqualTo("begins SignIn");
      assertThat(awaitLine(technician, "finished ")).isEqualTo("finished Live");
      technician.killAfter(0);
      technician.awaitKilled();
    }
    assertThat(SetupProgress.in(site, true).isDue()).isFalse();
    confirmed(SetupStep.CENTRAL);
  }

  /** All before this step is on the disk; nothing that was begun is there by half. */
  private void confirmed(SetupStep reached) throws Exception {
    SettingsStore settings = SettingsStore.open(site.resolve("settings.json"), TimeSource.system());
    assertThat(settings.problems()).isEmpty();
    Settings now = settings.current();
    SetupProgress progress = SetupProgress.in(site, true);
    if (progress.isDue()) {
      assertThat(progress.step()).isGreaterThanOrEqualTo(reached);
    }
    assertThat(now.camera())
        .isIn(
            choices(Settings.defaults().camera(), SetupProcess.CAMERA, SetupStep.CAMERA, reached));
    assertThat(now.barrier())
        .isIn(
            choices(
                Settings.defaults().barrier(), SetupProcess.BARRIER, SetupStep.BARRIER, reached));
    try (DataFolder folder = DataFolder.open(site);
        KioskStore store = KioskStore.open(folder, TimeSource.system(), text -> text)) {
      assertThat(store.recovery().cause()).isEqualTo(RecoveryReport.Cause.NONE);
      assertThat(
              store.books().tariffs().book().at(TimeSource.system().now()).tariff(VehicleKind.CAR))
          .isIn(
              choices(
                  TariffPresets.initial().tariffs().get(VehicleKind.CAR),
                  TariffPreset.MALL.tariff(VehicleKind.CAR),
                  SetupStep.TARIFF,
                  reached));
      List<Person> people = store.books().staff().people();
      if (reached.compareTo(SetupStep.PEOPLE) > 0 || !people.isEmpty()) {
        assertThat(people)
            .extracting(Person::name, Person::role)
            .containsExactly(tuple(SetupProcess.NAME, Role.SUPERVISOR));
        assertThat(
                store
                    .books()
                    .staff()
                    .pin(people.getFirst().id())
                    .orElseThrow()
                    .matches(Pin.of(SetupProcess.PIN)))
            .as("the PIN is the one that was chosen")
            .isTrue();
      }
    }
  }

  /** Until its step is left, a thing may be as it was before or as it was chosen. */
  private static <T> List<T> choices(T before, T chosen, SetupStep at, SetupStep reached) {
    return reached.compareTo(at) > 0 ? List.of(chosen) : List.of(before, chosen);
  }

  /** Kills some moment after it has said this, unless it was beyond that before. */
  private void killedAfter(String line, int mostMillis) throws Exception {
    boolean somebody = Files.exists(site.resolve("first-set-up")) && isStaffed();
    try (TestProcess technician = start()) {
      if (!line.equals("opening")) {
        String begins = awaitLine(technician, "begins ");
        assertThat(begins)
            .as("nobody goes on with the set-up without the PIN that was chosen")
            .isEqualTo(somebody ? "begins SignIn" : "begins FirstSteps");
      }
      String said = technician.line();
      while (said != null && !said.equals(line) && !isBeyond(said, line)) {
        said = technician.line();
      }
      assertThat(said).isNotNull();
      technician.killAfter(random.nextInt(mostMillis) * 1_000_000L);
      technician.awaitKilled();
    }
  }

  private static boolean isBeyond(String said, String line) {
    if (said.startsWith("finished ")) {
      return true;
    }
    return said.startsWith("at ")
        && line.startsWith("at ")
        && SetupStep.valueOf(said.substring(3)).compareTo(SetupStep.valueOf(line.substring(3))) > 0;
  }

  private boolean isStaffed() throws Exception {
    try (DataFolder folder = DataFolder.open(site);
        KioskStore store = KioskStore.open(folder, TimeSource.system(), text -> text)) {
      return !store.books().staff().people().isEmpty();
    }
  }

  private TestProcess start() throws IOException {
    return TestProcess.start(Redirect.INHERIT, SetupProcess.class, site.toString());
  }

  private static String awaitLine(TestProcess technician, String start) throws IOException {
    String line = technician.line();
    while (line != null && !line.startsWith(start)) {
      line = technician.line();
    }
    assertThat(line).as("it says " + start).isNotNull();
    return line;
  }
}
