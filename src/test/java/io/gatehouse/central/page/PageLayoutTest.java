package io.gatehouse.central.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.gatehouse.support.Chromium;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageLayoutTest {

  static final List<String> PAGES =
      List.of(
          "history", "inside", "cameras", "figures", "shifts", "gates", "users", "audit",
          "privacy");

  @RegisterExtension static final Chromium chromium = new Chromium();

  private FakeCentral central;

  @BeforeEach
  void openTheSite() {
    central = new FakeCentral(new DrawnPlates());
    central.signedIn(true);
    SmallSite.fill(central, Instant.now());
  }

  @AfterEach
  void close() {
    central.close();
  }

  @ParameterizedTest
  @CsvSource({"360,740,vi-VN", "390,844,en-GB", "800,480,vi-VN", "1280,720,en-GB"})
  void noPageIsWiderThanTheScreen(int width, int height, String locale) {
    Page page = chromium.page(width, height, locale, ColorScheme.LIGHT);
    for (String name : PAGES) {
      page.navigate(central.url() + "/#/" + name);
      assertThat(page.locator("main h1").first()).isAttached();
      page.waitForTimeout(200);
      assertWidth(page, name);
    }
    page.navigate(central.url() + "/#/history/7");
    assertThat(page.locator("[data-side=exit] img")).isVisible();
    assertWidth(page, "detail");
  }

  private static void assertWidth(Page page, String name) {
    Object over =
        page.evaluate(
            """
            () => [...document.querySelectorAll('body, #app, .scroller, .detail-content')]
              .filter((node) => node.scrollWidth > node.clientWidth)
              .map((node) => `${node.className || node.tagName} ${node.scrollWidth} > ${node.clientWidth}`)\
            """);
    assertThat((List<?>) over).as(name).isEmpty();
  }

  @Test
  void aPhoneHasItsMenuBelowAndTheDetailInPlaceOfTheList() {
    Page page = chromium.page(390, 844, "vi-VN", ColorScheme.DARK);
    page.navigate(central.url());
    assertThat(page.locator(".nav").boundingBox().y).isGreaterThan(700);
    page.locator("[data-id='7'] a").click();
    assertThat(page.locator(".list-card")).isHidden();
    assertThat(page.locator(".detail .plate")).isVisible();
    page.goBack();
    assertThat(page.locator(".list-card")).isVisible();
    page.locator(".nav-more").click();
    page.locator(".nav [data-page=shifts]").click();
    assertThat(page.locator("h1", new Page.LocatorOptions().setHasText("Ca trực"))).hasCount(1);
    assertThat(page.locator("td").first()).containsText("Nguyễn Văn An");
  }

  @Test
  void theLanguageIsChosenWithoutALossAndKept() {
    Page page = chromium.page();
    page.navigate(central.url() + "/#/history?search=684");
    assertThat(page.locator("[data-id='7'] .status")).hasText("Đã ra");
    page.locator(".tongues [lang=en]").click();
    assertThat(page.locator("[data-id='7'] .status")).hasText("Out");
    assertThat(page.locator("[data-id='7']")).containsText("₫4,000");
    assertThat(page.locator(".rows li")).hasCount(2);
    assertThat(page.locator("html")).hasAttribute("lang", "en");
    page.reload();
    assertThat(page.locator(".nav [data-page=inside]")).hasText("Inside");
  }

  @Test
  void theThemeFollowsTheSystemUntilOneIsChosen() {
    Page page = chromium.page(1280, 720, "vi-VN", ColorScheme.LIGHT);
    page.navigate(central.url());
    assertThat(page.locator("html")).hasAttribute("data-theme", "light");
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    page.getByLabel("Màu nền: theo máy").click();
    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    page.reload();
    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    assertThat(page.getByLabel("Màu nền: tối")).isVisible();
  }
}
