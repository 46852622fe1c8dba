package io.gatehouse.central.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class HistoryPageTest extends SmallSiteTest {

  private void open(String hash) {
    page.navigate(central.url() + "/" + hash);
    assertThat(page.locator(".rows .row").first()).isVisible();
  }

  private Locator plates() {
    return page.locator(".rows .row-plate b");
  }

  @Test
  void showsTheNewestFirstWithStatusFeeAndTotal() {
    open("");
    assertThat(plates().first()).hasText("29MĐ1-202.46");
    Locator left = page.locator("[data-id='7']");
    assertThat(left).containsText("59P1-684.80");
    assertThat(left).containsText("Xe máy");
    assertThat(left).containsText("Đã ra");
    assertThat(left).containsText("2 giờ 29 phút");
    assertThat(left).containsText("4.000");
    assertThat(left).containsText("Cổng vào A → Cổng ra B");
    assertThat(page.locator(".count")).hasText("10 / 10 lượt");
  }

  @Test
  void timesAreTheSitesWhereverTheBrowserIs() {
    open("#/history/7");
    String told = SiteRows.time(now.minus(4, ChronoUnit.HOURS));
    assertThat(page.locator("[data-side=entry] .side-facts b")).hasText(told.substring(11, 19));
  }

  @Test
  void searchNarrowsWhileOneTypesAndStaysInTheAddress() {
    open("");
    page.keyboard().press("/");
    page.keyboard().type("684");
    assertThat(plates()).hasText(new String[] {"51F-684.81", "59P1-684.80"});
    assertThat(page).hasURL(Pattern.compile("#/history\\?search=684$"));
    page.keyboard().type("xx");
    assertThat(page.locator(".state h2")).hasText("Không có lượt nào khớp");
    page.keyboard().press("Escape");
    assertThat(plates()).hasCount(10);
  }

  @Test
  void filtersByStatusAndTakesTheFilterBack() {
    open("");
    page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Trong bãi")).click();
    assertThat(plates()).hasCount(5);
    assertThat(page.locator(".rows .status[data-status=OUT]")).hasCount(0);
    assertThat(page.getByText("CSV")).hasAttribute("href", "/api/export/history.csv?status=IN");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Bỏ lọc")).click();
    assertThat(plates()).hasCount(10);
  }

  @Test
  void aLiveRowAppearsOnTopAndAKnownOneChangesInItsPlace() {
    open("");
    Awaitility.await().until(central::isWatched);
    central.tell(SiteRows.inside(11, "43A-777.01", "CAR", now));
    assertThat(plates().first()).hasText("43A-777.01");
    assertThat(page.locator(".count")).hasText("11 / 11 lượt");
    central.tell(
        SiteRows.left(8, "51F-684.81", "CAR", now.minus(90, ChronoUnit.MINUTES), 90, 15_000));
    assertThat(page.locator("[data-id='8'] .status")).hasText("Đã ra");
    assertThat(plates().nth(3)).hasText("51F-684.81");
    assertThat(plates()).hasCount(11);
  }

  @Test
  void aLiveRowWaitsBehindAButtonWhileOneReadsFurtherDown() {
    SmallSite.fillMore(central, now, 120);
    open("");
    Locator scroller = page.locator(".scroller");
    scroller.evaluate("node => { node.scrollTop = 3500; }");
    assertThat(plates()).hasCount(100); // the next page came by itself
    double before = (double) (int) scroller.evaluate("node => Math.round(node.scrollTop)");
    String first = plates().first().textContent();
    central.tell(SiteRows.inside(5001, "43A-777.01", "CAR", now));
    Locator fresh = page.locator(".fresh");
    assertThat(fresh).hasText("1 lượt mới");
    assertThat(plates().first()).hasText(first);
    assertThat((double) (int) scroller.evaluate("node => Math.round(node.scrollTop)"))
        .isEqualTo(before);
    fresh.click();
    assertThat(plates().first()).hasText("43A-777.01");
    assertThat(fresh).isHidden();
  }

  @Test
  void endlessScrollingShowsEveryRowOnce() {
    SmallSite.fillMore(central, now, 120);
    open("");
    assertThat(page.locator(".count")).containsText("130");
    for (int i = 0; i < 4; i++) {
      page.locator(".scroller").evaluate("node => { node.scrollTop = node.scrollHeight; }");
      page.waitForTimeout(150);
    }
    assertThat(plates()).hasCount(130);
    assertThat(
            page.locator(".rows li")
                .evaluateAll("all => new Set(all.map(one => one.dataset.id)).size"))
        .isEqualTo(130);
    assertThat(page.locator(".count")).hasText("130 / 130 lượt");
  }

  @Test
  void aMissingPictureHasAPlaceholderWithAName() {
    page.route(
        Pattern.compile("/api/plate-image/5.*"),
        route -> route.fulfill(new Route.FulfillOptions().setStatus(404)));
    open("");
    for (String id : new String[] {"9", "5"}) {
      Locator none = page.locator("[data-id='" + id + "'] .nopicture");
      assertThat(none).isVisible();
      assertThat(none).hasAttribute("aria-label", "Không có ảnh");
    }
    assertThat(page.locator("[data-id='10'] .thumb img")).isVisible();
  }

  @Test
  void theDetailHasBothPicturesTheFeeAndTheTrailOfCorrections() {
    open("#/history/" + SmallSite.CORRECTED);
    assertThat(page.getByAltText("Ảnh vào của 59P1-684.80")).isVisible();
    assertThat(page.getByAltText("Ảnh ra của 59P1-684.80")).isVisible();
    assertThat(page.locator(".detail .fee")).containsText("4.000");
    assertThat(page.locator(".trail")).containsText("59PT-684.80 → 59P1-684.80");
    assertThat(page.locator(".trail")).containsText("Nguyễn Văn An");
    assertThat(page.locator(".detail .plate span")).hasText(new String[] {"59-P1", "684.80"});
    page.locator("[data-id='" + SmallSite.WITHOUT_EXIT_PICTURE + "'] a").click();
    assertThat(page.locator("[data-side=exit] .photo-none")).hasText("Không có ảnh");
  }

  @Test
  void theLightboxOpensZoomsTurnsAndClosesByKey() {
    open("#/history/7");
    Locator photo = page.locator("[data-side=entry] button.photo");
    photo.focus();
    page.keyboard().press("Enter");
    Locator box = page.locator("dialog.lightbox");
    assertThat(box).isVisible();
    assertThat(box.locator("h2")).containsText("Ảnh vào của 59P1-684.80 · 1/4");
    page.keyboard().press("+");
    assertThat(box.locator(".scale")).hasText("150 %");
    assertThat(box.locator("img")).hasAttribute("style", Pattern.compile("scale\\(1\\.5\\)"));
    page.keyboard().press("0");
    assertThat(box.locator(".scale")).hasText("100 %");
    page.mouse().move(640, 400);
    page.mouse().wheel(0, -400);
    assertThat(box.locator(".scale")).not().hasText("100 %");
    page.keyboard().press("0");
    page.keyboard().press("ArrowRight");
    page.keyboard().press("ArrowRight");
    assertThat(box.locator("h2")).containsText("Ảnh ra của 59P1-684.80 · 3/4");
    page.keyboard().press("Escape");
    assertThat(box).hasCount(0);
    assertThat(page.locator(".detail")).isVisible(); // only the upper one closed
    assertThat(photo).isFocused();
  }

  @Test
  void arrowsWalkTheRowsEnterOpensAndEscapeGoesBack() {
    open("");
    page.keyboard().press("/");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("ArrowDown");
    assertThat(page.locator("[data-id='9'] a")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator(".detail .plate")).hasText("61H-402.17");
    page.keyboard().press("ArrowDown");
    assertThat(page.locator(".detail .plate")).hasText("51F-684.81");
    page.keyboard().press("Escape");
    assertThat(page.locator(".detail")).isHidden();
    assertThat(page.locator("[data-id='8'] a")).isFocused();
  }

  @Test
  void whatAGateSendsStaysText() {
    String hostile = "<img src=x onerror=\"window.hit=1\">";
    central.has(SiteRows.inside(66, hostile, "CAR", now));
    open("#/history/66");
    assertThat(plates().first()).hasText(hostile);
    assertThat(page.locator(".detail .plate")).hasText(hostile);
    central.tell(SiteRows.inside(67, "<script>window.hit=1</script>", "CAR", now));
    page.navigate(central.url() + "/#/cameras");
    assertThat(page.locator(".tile-card h2").nth(2)).hasText("<b>Hầm</b> B2");
    assertThat(page.evaluate("window.hit")).isNull();
  }

  @Test
  void aFailureSaysWhatToDoAndTryingAgainHelps() {
    page.route(
        "**/api/parking/history?*",
        route -> route.fulfill(new Route.FulfillOptions().setStatus(500).setBody("oops")));
    page.navigate(central.url());
    assertThat(page.locator(".list .state h2")).hasText("Máy chủ gặp lỗi");
    page.unroute("**/api/parking/history?*");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Thử lại")).click();
    assertThat(plates()).hasCount(10);
  }

  @Test
  void aServerOutOfReachIsToldAndWhatIsShownStays() {
    open("");
    page.context().setOffline(true);
    page.keyboard().press("/");
    page.keyboard().type("684");
    assertThat(page.locator(".list .state[data-failure=offline] h2"))
        .hasText("Không kết nối được máy chủ");
    page.context().setOffline(false);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Thử lại")).click();
    assertThat(plates()).hasCount(2);
  }

  @Test
  void aSessionThatEndsAsksToSignInAndComesBackHere() {
    open("");
    central.signedIn(false);
    page.keyboard().press("/");
    page.keyboard().type("684");
    assertThat(page.locator(".state-whole h1")).hasText("Phiên đăng nhập đã hết");
    page.locator("a.go").click();
    page.locator("#name").fill("lan");
    page.locator("#password").fill(FakeCentral.PASSWORD);
    page.keyboard().press("Enter");
    assertThat(page).hasURL(central.url() + "/#/history?search=684");
    assertThat(plates()).hasText(new String[] {"51F-684.81", "59P1-684.80"});
  }

  @Test
  void nothingIsRefusedByTheContentPolicyAndNothingFails() {
    open("#/history/7");
    page.locator("[data-side=entry] button.photo").click();
    page.keyboard().press("+");
    page.keyboard().press("Escape");
    for (String name : PageLayoutTest.PAGES) {
      page.navigate(central.url() + "/#/" + name);
      page.waitForTimeout(250);
    }
    assertThat(chromium.console()).isEmpty();
  }
}
