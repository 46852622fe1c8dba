package io.gatehouse.central;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.database.Dialect;
import io.gatehouse.support.CentralSite;
import io.gatehouse.support.CentralSite.Asker;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Changes as they happen, on both databases. Rows are written past the server, as by another one.
 */
@ParameterizedClass
@EnumSource(Dialect.class)
@Timeout(60)
class LiveApiTest {

  private static CentralSite site;
  private static Asker reader;

  @Parameter Dialect dialect;

  @BeforeParameterizedClassInvocation
  static void open(Dialect dialect) throws Exception {
    site = CentralSite.open(dialect);
    reader = site.reader();
  }

  @AfterParameterizedClassInvocation
  static void close() throws Exception {
    site.close();
  }

  /** Reads events until one holds the text; returns that one's lines. */
  private static List<String> eventWith(BufferedReader lines, String text) throws Exception {
    List<String> event = new ArrayList<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      event.add(line);
      if (line.isEmpty()) {
        if (event.stream().anyMatch(l -> l.contains(text))) {
          return event;
        }
        event.clear();
      }
    }
    throw new AssertionError("the stream ended before " + text);
  }

  private static BufferedReader listen(HttpClient client, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(site.uri("/api/live"))
            .headers(reader.headers().toArray(String[]::new))
            .header("Accept", "text/event-stream");
    if (headers.length > 0) {
      request.headers(headers);
    }
    HttpResponse<InputStream> response = client.send(request.build(), BodyHandlers.ofInputStream());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/event-stream");
    return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
  }

  @Test
  void aRowArrivesAtAListenerAndAgainWhereItResumes() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      BufferedReader lines = listen(client);
      site.vehicle("59P168480")
          .with("updated_at", site.now().atOffset(java.time.ZoneOffset.UTC))
          .store();

      List<String> event = eventWith(lines, "59P168480");

      assertThat(event).contains("event: vehicle");
      assertThat(event.stream().filter(l -> l.startsWith("data: ")).findFirst().orElseThrow())
          .contains("\"status\":\"IN\"");
      String id =
          event.stream().filter(l -> l.startsWith("id: ")).findFirst().orElseThrow().substring(4);
      lines.close();
      BufferedReader again = listen(client, "Last-Event-ID", id);
      assertThat(eventWith(again, "59P168480")).contains("event: vehicle");
      again.close();
      client.shutdownNow();
    }
  }
}
