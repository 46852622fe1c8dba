package io.gatehouse.central.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.gatehouse.support.Chromium;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The page on the real central, from the first start to a vehicle that leaves. */
class OwnerAndGateTest {

  private static final String PASSWORD = "bai xe cua chi Lan";
  private static final String STAY = "01934f00-0000-7000-8000-0000000000aa";

  @RegisterExtension static final Chromium chromium = new Chromium();

  @TempDir private Path data;

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  /** Signs in as somebody does who has just started the server. */
  static void signIn(Page page, String url, OwnedCentral central) {
    page.navigate(url);
    page.locator("#name").fill(OwnedCentral.OWNER);
    page.locator("#password").fill(central.oneTimePassword());
    page.keyboard().press("Enter");
    page.locator("#first").fill(PASSWORD);
    page.locator("#again").fill(PASSWORD);
    page.keyboard().press("Enter");
    assertThat(page.locator(".who")).hasText(OwnedCentral.OWNER);
  }

  /** Adds a gate in the page, and lets the machine there take the code. */
  static void enrol(Page page, String url, OwnedCentral central) throws Exception {
    page.navigate(url + "/#/gates");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Thêm cổng")).click();
    page.getByLabel("Tên cổng").fill("Cổng A");
    page.keyboard().press("Enter");
    Locator code = page.locator("dialog .code");
    assertThat(page.locator("dialog .qr path, dialog .qr rect").first()).isVisible();
    central.enrol(code.textContent().strip(), "Cổng A");
    page.keyboard().press("Escape");
    assertThat(page.locator(".tokens li")).not().hasCount(0);
  }

  @Test
  void aGateIsEnrolledAndItsVehiclesArriveWhileTheOwnerLooks() throws Exception {
    try (OwnedCentral central = new OwnedCentral(data)) {
      Page page = chromium.page();
      signIn(page, central.url(), central);
      enrol(page, central.url(), central);
      page.navigate(central.url() + "/#/history");
      assertThat(page.locator(".state h2")).hasText("Chưa có lượt nào");
      assertThat(page.locator(".line")).hasText("Trực tiếp");

      central.event(entry(central));
      Locator row = page.locator(".rows li").first();
      assertThat(row).containsText("59P1-684.80");
      assertThat(row.locator(".status")).hasText("Trong bãi");
      assertThat(row.locator(".thumb img")).isVisible();
      assertThat(
              row.locator("img")
                  .evaluate("image => image.decode().then(() => image.naturalWidth > 0)"))
          .isEqualTo(true);
      row.locator("a").click();
      assertThat(page.getByAltText("Ảnh vào của 59P1-684.80")).isVisible();
      assertThat(page.locator("[data-side=exit] .photo-none")).hasText("Xe còn trong bãi");

      central.event(exit(central));
      assertThat(page.locator(".detail .fee")).containsText("4.000");
      assertThat(row.locator(".status")).hasText("Đã ra");
      assertThat(page.getByAltText("Ảnh ra của 59P1-684.80")).isVisible();
      assertThat(page.locator(".trail")).containsText("Nguyễn Văn An");
      for (String name : PageLayoutTest.PAGES) {
        page.navigate(central.url() + "/#/" + name);
        assertThat(page.locator(".main h1").first()).isAttached();
        page.waitForTimeout(400);
        assertThat(page.locator(".state[data-failure]")).hasCount(0);
      }
      assertThat(chromium.console()).allMatch(line -> line.contains("401"), "signing in first");
    }
  }

  private String entry(OwnedCentral central) throws Exception {
    return """
    {"type":"ENTRY","event_id":"01934f00-0000-7000-8000-000000000001","timestamp":"%1$s",
     "camera_id":1,"camera_name":"Cổng vào A","camera_type":"ENTRY",
     "data":{"plate_text":"59P168480","plate_view":"59P1-684.80","plate_lines":2,
     "vehicle_kind":"MOTORBIKE","confidence":0.95,"source":"auto","decided_by":"Nguyễn Văn An",
     "outcome":"CONFIRMED","read_text":"59P168480","images":{"full":"%2$s"},
     "stay":{"id":"%3$s","change":"OPENED","entered_at":"%1$s"}}}\
    """
        .formatted(now.minusSeconds(7200), central.picture(jpeg("entry")), STAY);
  }

  private String exit(OwnedCentral central) throws Exception {
    return """
    {"type":"EXIT","event_id":"01934f00-0000-7000-8000-000000000002","timestamp":"%1$s",
     "camera_id":2,"camera_name":"Cổng ra B","camera_type":"EXIT",
     "data":{"plate_text":"59P168480","plate_view":"59P1-684.80","plate_lines":2,
     "vehicle_kind":"MOTORBIKE","confidence":0.97,"source":"auto","decided_by":"Nguyễn Văn An",
     "outcome":"CONFIRMED","read_text":"59P168480","images":{"full":"%2$s"},
     "stay":{"id":"%3$s","change":"CLOSED","entry_event_id":"01934f00-0000-7000-8000-000000000001",
     "entered_at":"%4$s","ended_at":"%1$s","ending":"LEFT","fee":4000,"paid":4000,"method":"CASH"}}}\
    """
        .formatted(now, central.picture(jpeg("exit")), STAY, now.minusSeconds(7200));
  }

  private static byte[] jpeg(String side) {
    return new DrawnPlates().of(named("59P1-684.80"), side, "full");
  }

  private static JsonObject named(String plate) {
    JsonObject row = new JsonObject();
    row.addProperty("plate_view", plate);
    return row;
  }

  /** A detection as the first document has it, with the picture in it where there is one. */
  static String asFirstWritten(String plate, String cameraType, boolean picture) {
    JsonObject eventData = new JsonObject();
    eventData.addProperty("plate_text", plate);
    eventData.addProperty("confidence", 0.95);
    eventData.addProperty("source", "auto");
    if (picture) {
      byte[] jpeg = new DrawnPlates().of(named(plate), "entry", "full");
      eventData.addProperty("plate_image", Base64.getEncoder().encodeToString(jpeg));
    }
    JsonObject event = new JsonObject();
    event.addProperty("type", "DETECTION");
    event.addProperty("camera_id", 1);
    event.addProperty("camera_name", "Cổng vào A");
    event.addProperty("camera_type", cameraType);
    event.add("data", eventData);
    return event.toString();
  }
}
