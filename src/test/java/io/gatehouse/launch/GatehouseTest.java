package io.gatehouse.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class GatehouseTest {

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void helpNamesTheCommandsAndIsNoError() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString()).contains("kiosk", "read", "learn", "doctor");
    assertThat(err.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"kiosk", "read", "learn", "central", "enrol", "doctor"})
  void eachCommandHasItsHelp(String command) {
    assertThat(run(command, "--help")).isZero();
    assertThat(out.toString()).contains(command, "--verbose");
  }

  @Test
  void barrierOffSucceedsWhereThereIsNothingToSwitchOff() {
    assertThat(run("barrier", "off", "--data", folder.toString())).isZero();
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void barrierOffThatCannotBeDoneSaysWhy() throws Exception {
    Files.writeString(
        folder.resolve("settings.json"), "{\"barrier\": \"gpio:17?chip=/dev/gpiochip99\"}");
    assertThat(run("barrier", "off", "--data", folder.toString())).isEqualTo(1);
    assertThat(err.toString())
        .isEqualTo("gatehouse: open /dev/gpiochip99: there is no such device\n");
  }

  @Test
  void versionIsOneLine() {
    assertThat(run("--version")).isZero();
    assertThat(out.toString().lines()).singleElement().asString().startsWith("Gatehouse ");
  }

  @Test
  void optionsWithoutACommandAreTheKiosks() {
    assertThat(run("--frames", "0")).isEqualTo(2);
    assertThat(err.toString()).contains("--frames is 0", "gatehouse kiosk --help");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "frobnicate",
        "--bogus",
        "kiosk extra",
        "kiosk --frames many",
        "kiosk --camera bogus:1",
        "kiosk --camera dir:photos?secs=1",
        "kiosk --camera demo:?light=noon",
        "kiosk --camera rpicam:?width=1281",
        "read",
        "read --format xml ."
      })
  void wrongUsageIsExitCodeTwoWithOneLineAndAHint(String arguments) {
    assertThat(run(arguments.split(" "))).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString().lines()).hasSize(2).first().asString().startsWith("gatehouse: ");
    assertThat(err.toString()).contains(" --help' for what it takes");
  }

  @Test
  void theCentralTakesItsOptionsAndRefusesAPortThatIsNone() {
    assertThat(
            run(
                "central",
                "--port",
                "70000",
                "--language",
                "en",
                "--zone",
                "Asia/Ho_Chi_Minh",
                "--images",
                "db",
                "--public-url",
                "https://gates.example.com"))
        .isEqualTo(2);
    assertThat(err.toString()).startsWith("gatehouse: --port is 70000, it must be 0 to 65535");
  }

  @Test
  void dataFolderThatIsAFileIsExitCodeOneWithOneLine() throws Exception {
    Path file = Files.writeString(folder.resolve("data"), "");

    assertThat(run("kiosk", "--headless", "--camera", "demo:", "--data", file.toString()))
        .isEqualTo(1);

    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .startsWith("gatehouse: ")
        .contains(file.toString(), "--data");
  }

  @Test
  void stackTraceIsShownOnlyWhenAskedFor() throws Exception {
    Path file = Files.writeString(folder.resolve("data"), "");
    String[] arguments = {"kiosk", "--verbose", "--headless", "--data", file.toString()};

    assertThat(run(arguments)).isEqualTo(1);

    assertThat(err.toString()).contains("StoreException", "\tat io.gatehouse");
  }

  private int run(String... arguments) {
    return Gatehouse.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }
}
