package io.gatehouse.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.gson.JsonParser;
import io.gatehouse.common.KnownFailure;
import io.gatehouse.parking.Direction;
import io.gatehouse.parking.VehicleKind;
import io.gatehouse.settings.Settings.Theme;
import io.gatehouse.support.FakeTime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsStoreTest {

  @TempDir Path folder;

  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("settings.json");
  }

  @Test
  void withoutAFileTheDefaultsHoldAndNoneIsWritten() {
    SettingsStore store = open();

    assertThat(store.current()).isEqualTo(Settings.defaults());
    assertThat(store.problems()).isEmpty();
    assertThat(file).doesNotExist();
  }

  @Test
  void whatIsSavedHoldsAfterTheNextStart() throws IOException {
    Settings changed =
        Settings.defaults()
            .withLaneName("Cổng B")
            .withDirection(Direction.OUT)
            .withSound(false)
            .withTheme(Theme.LIGHT);
    open().save(changed);

    SettingsStore next = open();
    assertThat(next.current()).isEqualTo(changed);
    assertThat(next.problems()).isEmpty();
    assertThat(file)
        .content(StandardCharsets.UTF_8)
        .contains("\"version\": 1", "\"laneName\": \"Cổng B\"", "\"direction\": \"out\"");
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void anUnknownKeyIsReportedAndStays() throws IOException {
    write("{\"laneName\": \"B\", \"lanName\": \"C\", \"extra\": {\"a\": [1, 2]}}");
    SettingsStore store = open();

    assertThat(store.current().laneName()).isEqualTo("B");
    assertThat(store.problems())
        .extracting(SettingsProblem::line)
        .containsExactly(
            file + ": \"lanName\" is no setting of this version; it is left as it is.",
            file + ": \"extra\" is no setting of this version; it is left as it is.");
    store.save(store.current().withSound(false));
    assertThat(JsonParser.parseString(Files.readString(file)).getAsJsonObject().get("extra"))
        .hasToString("{\"a\":[1,2]}");
    assertThat(Files.readString(file)).contains("\"lanName\": \"C\"");
  }

  @Test
  void aWrongValueIsReportedWithWhatIsAllowedAndTheFileIsNotTouched() throws IOException {
    String text =
        "{\"direction\": \"inn\", \"sound\": \"yes\", \"laneName\": 7, \"theme\": \"LIGHT\"}";
    write(text);
    SettingsStore store = open();

    assertThat(store.current()).isEqualTo(Settings.defaults().withTheme(Theme.LIGHT));
    assertThat(store.problems())
        .extracting(SettingsProblem::line)
        .containsExactly(
            file + ": \"laneName\" is 7, allowed is a text in quotes; \"Cổng A\" holds instead.",
            file
                + ": \"direction\" is \"inn\", allowed is \"in\" or \"out\"; \"in\" holds instead.",
            file + ": \"sound\" is \"yes\", allowed is true or false; true holds instead.");
    assertThat(file).hasContent(text);
  }

  @Test
  void wholeNumbersAreKeptAndThoseOutOfRangeAreReported() throws IOException {
    open().save(Settings.defaults().withCapacityCar(120));
    assertThat(Files.readString(file)).contains("\"capacityCar\": 120");
    assertThat(open().current().capacity(VehicleKind.CAR)).isEqualTo(120);

    write(
        "{\"capacityMotorbike\": -1, \"capacityCar\": 1.5, \"longStayDays\": 1e30, \"subscriberConfidence\": \"95\"}");
    SettingsStore store = open();
    assertThat(store.current()).isEqualTo(Settings.defaults());
    assertThat(store.problems())
        .extracting(SettingsProblem::key)
        .containsExactly(
            "capacityMotorbike", "capacityCar", "longStayDays", "subscriberConfidence");
    assertThat(store.problems().getLast().line())
        .contains("a whole number from 50 to 100; 90 holds instead");
  }

  @Test
  void aWrongValueStaysUntilThatSettingIsSet() throws IOException {
    write("{\"direction\": \"inn\"}");
    SettingsStore store = open();

    store.save(store.current().withSound(false));
    assertThat(Files.readString(file)).contains("\"direction\": \"inn\"");
    store.save(store.current().withDirection(Direction.OUT));
    assertThat(Files.readString(file)).contains("\"direction\": \"out\"");
    assertThat(open().problems()).isEmpty();
  }

  @Test
  void aFileThatIsNotUnderstoodIsSetAsideAndNeverOverwritten() throws IOException {
    for (String garbage : List.of("{\"laneName\": ", "[1, 2]", "", "null")) {
      write(garbage);
      Path aside = folder.resolve("settings.json.unreadable-20260302T010000Z");
      SettingsStore store = open();

      assertThat(store.current()).isEqualTo(Settings.defaults());
      assertThat(store.problems()).hasSize(1);
      SettingsProblem problem = store.problems().getFirst();
      assertThat(problem.failure()).isEqualTo(KnownFailure.SETTINGS_UNREADABLE);
      assertThat(problem.line())
          .startsWith("The settings file " + file + " is not understood (")
          .contains(aside.getFileName().toString())
          .doesNotContain("\n");
      store.save(store.current().withSound(false));
      assertThat(aside).hasContent(garbage);
      Files.delete(aside);
    }
  }

  @Test
  void bytesThatAreNoTextAreSetAside() throws IOException {
    byte[] garbage = {(byte) 0xFF, (byte) 0xFE, 0, 1, 2};
    Files.write(file, garbage);

    assertThat(open().problems().getFirst().line()).contains("not written in UTF-8");
    assertThat(folder.resolve("settings.json.unreadable-20260302T010000Z"))
        .hasBinaryContent(garbage);
  }

  @Test
  void asideFilesOfTheSameSecondDoNotOverwriteEachOther() throws IOException {
    write("first");
    open();
    write("second");
    open();

    assertThat(folder.resolve("settings.json.unreadable-20260302T010000Z")).hasContent("first");
    assertThat(folder.resolve("settings.json.unreadable-20260302T010000Z-2")).hasContent("second");
  }

  @Test
  void aFileThatCannotBeReadIsNotOverwritten() throws IOException {
    Files.createDirectory(file);
    SettingsStore store = open();

    assertThat(store.problems()).hasSize(1);
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> store.save(Settings.defaults()))
        .withMessage(
            "The settings are not saved: %s could not be read, and is not overwritten.", file);
  }

  @Test
  void aFailedSaveLeavesTheSettingsAsTheyWere() throws IOException {
    SettingsStore store = open();
    List<Settings> told = new ArrayList<>();
    store.subscribe(told::add);
    Files.createDirectories(folder.resolve("settings.json.tmp/in the way"));

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> store.save(Settings.defaults().withSound(false)))
        .withMessageStartingWith("The settings could not be saved to " + file);
    assertThat(store.current()).isEqualTo(Settings.defaults());
    assertThat(told).isEmpty();
  }

  @Test
  void aFileOfALaterVersionIsReportedAndKeepsItsVersion() throws IOException {
    write("{\"version\": 2, \"laneName\": \"B\"}");
    SettingsStore store = open();

    assertThat(store.problems()).extracting(SettingsProblem::key).containsExactly("version");
    store.save(store.current().withSound(false));
    assertThat(Files.readString(file)).contains("\"version\": 2");
  }

  @Test
  void listenersHearOfEverySaveUntilTheyLeave() throws IOException {
    SettingsStore store = open();
    List<String> told = new ArrayList<>();
    try (SettingsStore.Subscription _ = store.subscribe(s -> told.add(s.laneName()))) {
      store.save(Settings.defaults().withLaneName("B"));
    }
    store.save(Settings.defaults().withLaneName("C"));

    assertThat(told).containsExactly("B");
  }

  private SettingsStore open() {
    return SettingsStore.open(file, new FakeTime());
  }

  private void write(String text) throws IOException {
    Files.writeString(file, text);
  }
}
