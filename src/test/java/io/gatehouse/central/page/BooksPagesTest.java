package io.gatehouse.central.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Everything beside the history: who is inside, cameras, figures, shifts, administration. */
class BooksPagesTest extends SmallSiteTest {

  private void open(String name) {
    page.navigate(central.url() + "/#/" + name);
  }

  @Test
  void aVehicleThatLeavesGoesFromTheListOfThoseInside() {
    open("inside");
    assertThat(page.locator(".rows li")).hasCount(5);
    assertThat(page.locator(".tile").first()).containsText("5");
    Awaitility.await().until(central::isWatched);
    central.tell(
        SiteRows.left(8, "51F-684.81", "CAR", now.minus(90, ChronoUnit.MINUTES), 90, 15_000));
    assertThat(page.locator(".rows li")).hasCount(4);
    assertThat(page.locator(".tile").first()).containsText("4");
    page.keyboard().press("/");
    page.keyboard().type("59x3");
    assertThat(page.locator(".row-plate b")).hasText(new String[] {"59X3-071.55"});
  }

  @Test
  void aSilentCameraAndAFullDiskAreToldByWordAndSign() {
    open("cameras");
    assertThat(page.locator(".lead")).hasText("2 / 3 camera đang hoạt động");
    assertThat(page.locator("[data-id='2-1'] .badge")).hasText("Mất tin");
    Locator exit = page.locator("[data-id='1-2']");
    assertThat(exit).containsText("trống 3 GB / 64 GB");
    assertThat(exit.locator(".is-bad")).hasCount(4); // waiting, refused, failed, disk
    assertThat(page.locator("[data-id='1-1'] .is-bad")).hasCount(0);
  }

  @Test
  void figuresAreDrawnAndCanBeReadByKeyAndAsATable() {
    open("figures?period=week");
    assertThat(page.locator(".tile").nth(3)).containsText("1.284.000");
    Locator chart =
        page.locator(".chart").filter(new Locator.FilterOptions().setHasText("Vào và ra theo giờ"));
    assertThat(chart.locator("path.series[data-colour=in]").first()).isVisible();
    chart.locator(".chart-stage").focus();
    page.keyboard().press("Home");
    for (int hour = 0; hour < 8; hour++) {
      page.keyboard().press("ArrowRight");
    }
    assertThat(chart.locator(".chart-told")).containsText("08:00");
    assertThat(chart.locator(".chart-told")).containsText("Vào: 30");
    chart.locator("summary").click();
    assertThat(chart.locator("tbody tr")).hasCount(24);
    assertThat(chart.locator("tbody tr").nth(8)).containsText("30");
    assertThat(page.locator(".chart h2")).hasCount(5);
    String heights =
        (String)
            chart
                .locator("svg path.series[data-colour=in]")
                .evaluateAll(
                    "all => String(Math.round(Math.max(...all.map(p => p.getBBox().height))))");
    assertThat(Integer.parseInt(heights)).isBetween(140, 204); // the highest bar fills the frame
  }

  @Test
  void shiftsTellWhatIsMissingInTheTill() {
    open("shifts");
    Locator second = page.locator("tbody tr").nth(1);
    assertThat(second).containsText("Trần Thị Bình");
    assertThat(second.locator(".badge")).hasText(Pattern.compile("−15\\.000"));
    assertThat(page.locator("tbody tr").first().locator(".badge")).hasText("khớp");
  }

  @Test
  void aGateIsEnrolledByACodeAndAQrThatCannotCarryAScript() {
    open("gates");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Thêm cổng")).click();
    page.getByLabel("Tên cổng").fill("Hầm B3");
    page.keyboard().press("Enter");
    assertThat(page.locator("dialog .code")).hasText("K7QM-2XRD");
    assertThat(page.locator("dialog .qr path")).hasCount(1);
    assertThat(page.locator("dialog .qr script")).hasCount(0);
    assertThat(page.evaluate("window.hit")).isNull();
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog")).hasCount(0);
  }

  @Test
  void revokingATokenAsksFirst() {
    open("gates");
    assertThat(page.locator(".tokens li[data-revoked=true]")).hasCount(1);
    page.locator(".tokens").getByRole(AriaRole.BUTTON).first().click();
    assertThat(central.requests()).doesNotContain("DELETE /api/tokens/5");
    page.locator("dialog button.bad").click();
    assertThat(page.locator("dialog")).hasCount(0);
    assertThat(central.requests()).contains("DELETE /api/tokens/5");
  }

  @Test
  void erasingAsksForThePlateAgainAndTellsTheServersRefusal() {
    open("privacy");
    assertThat(page.locator("#picture_days")).hasValue("90");
    page.getByLabel("Biển số").fill("59P1-684.80");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Xóa dữ liệu")).click();
    Locator again = page.getByLabel("Gõ lại 59P1-684.80 để xác nhận");
    again.fill("59P1-684.81");
    page.keyboard().press("Enter");
    assertThat(page.locator("dialog .said")).hasText("Biển số gõ lại không giống.");
    again.fill("59p1-684.80");
    page.keyboard().press("Enter");
    assertThat(page.locator("dialog .said")).hasText("the vehicle is inside");
  }

  @Test
  void whoOnlyWorksHereSeesNoMoneyAndNoBooks() {
    central.role("STAFF");
    open("history");
    assertThat(page.locator(".rows li")).hasCount(10);
    assertThat(page.locator(".nav a")).hasCount(3);
    assertThat(page.locator(".exports")).hasCount(0);
  }

  @Test
  void whoAuditsSeesTheBooksAndChangesNothing() {
    central.role("AUDITOR");
    open("gates");
    assertThat(page.locator(".tokens li")).hasCount(2);
    assertThat(page.locator(".main button")).hasCount(0);
    open("users");
    assertThat(page.locator("tbody tr")).hasCount(2);
    assertThat(page.locator(".main button")).hasCount(0);
  }
}
