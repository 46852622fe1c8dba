package io.gatehouse.central;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.database.Dialect;
import io.gatehouse.support.CentralSite;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands of the first document's section "Testing", as the README shows them: the event as it
 * writes it goes in, and curl gets the row and the picture out.
 */
class SeedCommandsTest {

  @Test
  void curlGetsTheRowAndThePicture(@TempDir Path folder) throws Exception {
    byte[] jpeg = jpeg();
    try (CentralSite site = CentralSite.open(Dialect.H2)) {
      HttpResponse<byte[]> taken =
          site.send(
              site.gate(),
              "POST",
              "/api/edge/event",
              """
              {"type":"DETECTION","camera_id":1,"camera_name":"Cổng vào A","camera_type":"ENTRY",
               "data":{"plate_text":"29A12345","confidence":0.95,"source":"auto",
                       "plate_image":"%s"}}
              """
                  .formatted(Base64.getEncoder().encodeToString(jpeg)));
      assertThat(taken.statusCode())
          .as(new String(taken.body(), StandardCharsets.UTF_8))
          .isEqualTo(200);
      String central = "http://localhost:" + site.server().port();
      String token = site.reader().headers().getLast();

      String history = curl(folder, token, central + "/api/parking/history");
      String id = history.replaceAll("(?s).*?\"history\":\\[\\{\"id\":(\\d+),.*", "$1");
      curl(folder, token, central + "/api/plate-image/" + id, "--output", "test.jpg");

      assertThat(history).contains("\"plate_view\":\"29A-123.45\"", "\"status\":\"IN\"");
      assertThat(Files.readAllBytes(folder.resolve("test.jpg"))).isEqualTo(jpeg);
    }
  }

  private static String curl(Path folder, String authorization, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new java.util.ArrayList<>(
            List.of("curl", "-sS", "--fail-with-body", "-H", "Authorization: " + authorization));
    command.addAll(List.of(arguments));
    Process curl =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(curl.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(curl.exitValue()).as(said).isZero();
    return said;
  }

  private static byte[] jpeg() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(320, 120, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
    return bytes.toByteArray();
  }
}
