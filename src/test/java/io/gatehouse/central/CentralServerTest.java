package io.gatehouse.central;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.central.common.CentralException;
import io.gatehouse.common.TimeSource;
import io.gatehouse.support.EmbeddedPostgresServer;
import io.gatehouse.support.RunningCentral;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CentralServerTest {

  private final OkHttpClient client = new OkHttpClient();

  @TempDir private Path data;

  @Test
  void healthIsToldWithoutATokenAndNothingElse() throws Exception {
    try (CentralServer server =
        RunningCentral.start(RunningCentral.embedded(data), TimeSource.system())) {
      assertThat(get(server, "/healthz")).startsWith("200").contains("\"database\":\"ok\"");
      assertThat(get(server, "/api/stats"))
          .isEqualTo(
              "401 {\"success\":false,\"error\":\"no token or session, or one that has ended\"}");
    }
  }

  @Test
  void runsOnPostgreSql() throws Exception {
    try (EmbeddedPostgresServer postgres = EmbeddedPostgresServer.start();
        CentralServer server =
            RunningCentral.start(
                RunningCentral.options(data, Optional.of(postgres.newDatabase()), Optional.empty()),
                TimeSource.system())) {
      assertThat(get(server, "/healthz")).startsWith("200").contains("\"database\":\"ok\"");
    }
  }

  @Test
  void aTakenPortIsToldInOneLine() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      CentralOptions options = onPort(taken.getLocalPort());
      assertThatThrownBy(() -> RunningCentral.start(options, TimeSource.system()))
          .isInstanceOf(CentralException.class)
          .hasMessage(
              "port %d is taken or not allowed; choose another with --port", taken.getLocalPort());
    }
  }

  @Test
  void aWrongDatabaseAddressIsToldInOneLineWithoutThePassword() {
    for (String wrong :
        List.of(
            "mysql://u:secret@h/x", "postgresql://u:secret@h", "postgresql://u:sec ret@h/x", "x")) {
      assertThatThrownBy(() ->
              RunningCentral.start(
                  RunningCentral.options(data, Optional.of(wrong), Optional.empty()),
                  TimeSource.system()))
          .isInstanceOf(CentralException.class)
          .hasMessageStartingWith("the database's address (--database-url")
          .hasMessageNotContaining("secret");
    }
  }

  private CentralOptions onPort(int port) {
    return new CentralOptions(
        port,
        data,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        ZoneId.of("Asia/Ho_Chi_Minh"),
        Locale.ENGLISH);
  }

  private String get(CentralServer server, String path) throws IOException {
    Request request =
        new Request.Builder().url("http://localhost:%d%s".formatted(server.port(), path)).build();
    try (Response response = client.newCall(request).execute()) {
      return response.code() + " " + response.body().string();
    }
  }
}
