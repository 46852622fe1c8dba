package io.gatehouse.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.central.CentralOptions;
import io.gatehouse.central.CentralServer;
import io.gatehouse.central.access.Enrolments;
import io.gatehouse.central.store.CentralDatabase;
import io.gatehouse.common.TimeSource;
import io.gatehouse.settings.Settings;
import io.gatehouse.settings.SettingsStore;
import io.gatehouse.support.RunningCentral;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrolCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir Path folder;

  @Test
  void aGateIsEnrolledWithTheCentralsCodeAndSendsThereFromThen() throws Exception {
    CentralOptions options = RunningCentral.embedded(folder.resolve("central"));
    String code;
    try (CentralDatabase database = RunningCentral.database(options)) {
      code =
          database
              .jdbi()
              .inTransaction(handle ->
                  new Enrolments(TimeSource.system()).create(handle, "Cổng A", "test").text());
    }
    try (CentralServer central = RunningCentral.start(options, TimeSource.system())) {
      String url = "http://localhost:" + central.port();

      assertThat(enrol(url, "WRONG-CODE")).isEqualTo(1);
      assertThat(err.toString().lines()).hasSize(1).first().asString().contains(url, "code");
      assertThat(settings().centralUrl()).isEmpty();

      assertThat(enrol(url, code)).isZero();
      assertThat(out.toString()).isEqualToIgnoringNewLines("enrolled with " + url);
      assertThat(settings().centralUrl()).isEqualTo(url);
      assertThat(Files.readString(folder.resolve("kiosk/central-token.json"))).contains(url);
    }
  }

  @Test
  void whatIsNoAddressIsWrongUsage() {
    assertThat(enrol("http://a b", "ABCD")).isEqualTo(2);
    assertThat(err.toString()).startsWith("gatehouse: 'http://a b' is no address of a central");
  }

  private int enrol(String url, String code) {
    return Gatehouse.run(
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        "enrol",
        url,
        code,
        "--data",
        folder.resolve("kiosk").toString());
  }

  private Settings settings() {
    return SettingsStore.open(folder.resolve("kiosk/settings.json"), TimeSource.system()).current();
  }
}
