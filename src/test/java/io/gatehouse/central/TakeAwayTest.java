package io.gatehouse.central;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.gatehouse.central.access.Role;
import io.gatehouse.common.Sha256;
import io.gatehouse.database.Dialect;
import io.gatehouse.support.CentralSite;
import io.gatehouse.support.CentralSite.Asker;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Exports and erasure, on both databases. */
@ParameterizedClass
@EnumSource(Dialect.class)
class TakeAwayTest {

  private static CentralSite site;
  private static Asker owner;

  @Parameter Dialect dialect;

  @BeforeParameterizedClassInvocation
  static void open(Dialect dialect) throws Exception {
    site = CentralSite.open(dialect);
    owner = site.person("Bà Hoa", Role.OWNER);
  }

  @AfterParameterizedClassInvocation
  static void close() throws Exception {
    site.close();
  }

  @BeforeEach
  void clear() {
    site.clear();
  }

  private long stay(String plate, byte[] jpeg) {
    long id =
        site.vehicle(plate)
            .in(site.now().minus(Duration.ofHours(2)))
            .out(site.now(), 12_000)
            .picture("entry_full", jpeg)
            .store();
    site.database()
        .jdbi()
        .useHandle(handle -> {
          handle.execute(
              """
              INSERT INTO passage (gate_id, event_id, vehicle_id, direction, captured_at, data)
              SELECT gate_id, entry_event, id, 'IN', entry_time, ? FROM vehicle WHERE id = ?
              """,
              "{\"plate_text\":\"" + plate + "\"}",
              id);
          handle.execute(
              """
              INSERT INTO event (gate_id, event_id, type, body_sha256, received_at, answer)
              SELECT gate_id, entry_event, 'ENTRY', ?, entry_time, ? FROM vehicle WHERE id = ?
              """,
              Sha256.of(plate),
              "{\"success\":true,\"plate_id\":\"" + plate + "\"}",
              id);
        });
    return id;
  }

  @Test
  void theTableHasEveryRowThatTheFiltersLeave() throws Exception {
    stay("59P168480", new byte[] {1});
    site.vehicle("30A00001").with("reason", "=HYPERLINK(\"http://evil\")").store();

    HttpResponse<byte[]> all = site.get(owner, "/api/export/history.csv");
    String some =
        new String(
            site.get(owner, "/api/export/history.csv?search=684").body(), StandardCharsets.UTF_8);

    assertThat(all.headers().firstValue("Content-Disposition").orElseThrow())
        .isEqualTo("attachment; filename=\"gatehouse-2026-03-02.csv\"");
    String text = new String(all.body(), StandardCharsets.UTF_8);
    assertThat(text.lines()).hasSize(3);
    assertThat(text).contains("'=HYPERLINK").contains("2026-03-02T08:00:00+07:00");
    assertThat(some.lines()).hasSize(2);
    assertThat(some).contains("59P168480").contains("12000").doesNotContain("30A00001");
  }

  private static byte[] jpeg() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(64, 36, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
    return bytes.toByteArray();
  }

  @Test
  void paperShowsRowsAndPictures() throws Exception {
    stay("59P168480", jpeg());

    HttpResponse<byte[]> response = site.get(owner, "/api/export/history.pdf");

    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/pdf");
    try (PDDocument document = Loader.loadPDF(response.body())) {
      assertThat(new PDFTextStripper().getText(document))
          .contains("59P168480", "2 giờ 0 phút", "12.000 ₫", "Cổng vào A", "Bà Hoa");
      assertThat(document.getPage(0).getResources().getXObjectNames()).hasSize(1);
    }
  }

  @Test
  void aPlateIsTakenAwayWithAllThatIsKeptOfIt() throws Exception {
    stay("59P168480", new byte[] {1, 2, 3});
    stay("30A00001", new byte[] {4});

    HttpResponse<byte[]> response = site.get(owner, "/api/plates/59P1-684.80/export");

    Map<String, byte[]> files = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(response.body()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    String picture = "pictures/" + Sha256.of(new byte[] {1, 2, 3}) + ".jpg";
    assertThat(files).containsOnlyKeys("data.json", picture);
    assertThat(files.get(picture)).containsExactly(1, 2, 3);
    assertThat(new String(files.get("data.json"), StandardCharsets.UTF_8))
        .contains("59P168480", "plate_text")
        .doesNotContain("30A00001");
    assertThat(site.get(owner, "/api/plates/30A99999/export").statusCode()).isEqualTo(404);
  }

  @Test
  void anErasedPlateIsFoundNowhereAndTheMoneyStays() throws Exception {
    byte[] shared = {7};
    long id = stay("59P168480", new byte[] {1, 2, 3});
    site.vehicle("59P168480")
        .in(site.now().minusSeconds(99))
        .out(site.now(), 0)
        .picture("exit_full", shared)
        .store();
    long other = stay("30A00001", shared);
    site.get(owner, "/api/plate-image/" + id);
    site.get(owner, "/api/parking/history?search=59P168480");

    JsonObject erased = CentralSite.json(site.send(owner, "DELETE", "/api/plates/59p1-684.80", ""));

    assertThat(erased.get("rows").getAsInt()).isEqualTo(2);
    assertThat(erased.get("pictures").getAsInt()).isEqualTo(1);
    assertThat(site.get(owner, "/api/plate-image/" + id).statusCode()).isEqualTo(404);
    assertThat(site.get(owner, "/api/plate-image/" + other).statusCode()).isEqualTo(200);
    JsonObject found = CentralSite.json(site.get(owner, "/api/parking/history?search=59P168480"));
    assertThat(found.get("total").getAsInt()).isZero();
    assertThat(CentralSite.json(site.get(owner, "/api/stats")).get("revenue_today").getAsLong())
        .isEqualTo(24_000);
    for (String column :
        List.of(
            "vehicle.plate_id",
            "vehicle.plate_view",
            "passage.data",
            "event.answer",
            "audit.plate_id",
            "audit.details")) {
      assertThat(texts(column)).as(column).noneMatch(text -> text.contains("59P168480"));
    }
  }

  private static List<String> texts(String column) {
    String[] parts = column.split("\\.");
    return site.database()
        .jdbi()
        .withHandle(handle ->
            handle
                .createQuery("SELECT COALESCE(%s, '') FROM %s".formatted(parts[1], parts[0]))
                .mapTo(String.class)
                .list());
  }

  @Test
  void aVehicleInsideIsNotErased() throws Exception {
    site.vehicle("59P168480").store();

    assertThat(site.send(owner, "DELETE", "/api/plates/59P168480", "").statusCode()).isEqualTo(409);
  }
}
