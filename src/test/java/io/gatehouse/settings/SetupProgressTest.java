package io.gatehouse.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetupProgressTest {

  @TempDir private Path folder;

  @Test
  void aNewMachineIsSetUpAndItsCameraWaits() throws IOException {
    Path site = folder.resolve("not/there/yet");
    SetupProgress progress = SetupProgress.in(site, true);
    assertThat(progress.isDue()).isTrue();
    assertThat(progress.step()).isEqualTo(SetupStep.LANE);
    assertThat(progress.holdsCamera()).isTrue();
    assertThat(site).isDirectoryContaining("glob:**first-set-up");
  }

  @Test
  void whoKnowsWhatIsWantedIsNotAsked() throws IOException {
    assertThat(SetupProgress.in(folder, false).isDue()).isFalse();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aKioskThatHasWorkedBeforeIsNotAsked() throws IOException {
    Files.writeString(folder.resolve("settings.json"), "{}");
    assertThat(SetupProgress.in(folder, true).isDue()).isFalse();
  }

  @Test
  void aDatabaseWithoutSettingsIsAKioskThatHasWorkedToo() throws IOException {
    Files.createFile(folder.resolve("gatehouse.mv.db"));
    assertThat(SetupProgress.in(folder, true).isDue()).isFalse();
  }

  @Test
  void aFolderMadeByAnInstallerIsNewAllTheSame() throws IOException {
    Files.createDirectory(folder.resolve("logs"));
    Files.createFile(folder.resolve("version"));
    assertThat(SetupProgress.in(folder, true).isDue()).isTrue();
  }

  @Test
  void afterAKillItGoesOnWhereItWas() throws IOException {
    SetupProgress before = SetupProgress.in(folder, true);
    before.reached(SetupStep.TARIFF);
    Files.writeString(folder.resolve("settings.json"), "{}");

    SetupProgress after = SetupProgress.in(folder, true);
    assertThat(after.isDue()).isTrue();
    assertThat(after.step()).isEqualTo(SetupStep.TARIFF);
    assertThat(after.holdsCamera()).isFalse();
    assertThat(SetupProgress.in(folder, false).isDue()).as("a camera was named").isFalse();
  }

  @Test
  void aFileThatNobodyUnderstandsBeginsAnew() throws IOException {
    Files.writeString(folder.resolve("first-set-up"), "\0\0\0");
    assertThat(SetupProgress.in(folder, true).step()).isEqualTo(SetupStep.LANE);
  }

  @Test
  void whenItIsDoneItIsNeverShownAgain() throws IOException {
    SetupProgress progress = SetupProgress.in(folder, true);
    Files.writeString(folder.resolve("settings.json"), "{}");
    progress.reached(SetupStep.CENTRAL);
    progress.done();
    assertThat(progress.isDue()).isFalse();
    assertThat(SetupProgress.in(folder, true).isDue()).isFalse();
  }

  @Test
  void postponedItComesAgainAtTheNextStart() throws IOException {
    SetupProgress progress = SetupProgress.in(folder, true);
    progress.postpone();
    assertThat(progress.isDue()).isFalse();
    assertThat(progress.holdsCamera()).as("the lane works meanwhile").isFalse();
    assertThat(SetupProgress.in(folder, true).isDue()).isTrue();
  }

  @Test
  void aTechnicianWhoGoesThroughItAgainLeavesNothingBehind() throws IOException {
    Files.writeString(folder.resolve("settings.json"), "{}");
    SetupProgress progress = SetupProgress.in(folder, true);
    progress.again();
    progress.reached(SetupStep.CAMERA);
    assertThat(progress.isDue()).isTrue();
    assertThat(progress.holdsCamera()).as("the camera of this site runs on").isFalse();
    assertThat(folder.resolve("first-set-up")).doesNotExist();
    progress.done();
    assertThat(progress.isDue()).isFalse();
  }

  @Test
  void eachStepLeadsToTheNextAndBack() {
    for (SetupStep step : SetupStep.values()) {
      assertThat(step.isLast() ? step : step.next().back()).isEqualTo(step);
      assertThat(step.number()).isBetween(1, SetupStep.COUNT);
    }
    assertThat(SetupStep.LANE.back()).isEqualTo(SetupStep.LANE);
    assertThat(SetupStep.CENTRAL.next()).isEqualTo(SetupStep.CENTRAL);
  }
}
