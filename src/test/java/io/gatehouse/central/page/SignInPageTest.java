package io.gatehouse.central.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.gatehouse.support.Chromium;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SignInPageTest {

  @RegisterExtension static final Chromium chromium = new Chromium();

  private FakeCentral central;
  private Page page;

  @BeforeEach
  void openTheSite() {
    central = new FakeCentral(new DrawnPlates());
    SmallSite.fill(central, Instant.now());
    page = chromium.page();
  }

  @AfterEach
  void close() {
    central.close();
  }

  private void signIn(String password) {
    page.getByLabel("Tên đăng nhập").fill("lan");
    page.getByLabel("Mật khẩu").fill(password);
    page.keyboard().press("Enter");
  }

  @Test
  void withoutASessionThePageLeadsToTheSignInAndFromThereToWhereOneWanted() {
    page.navigate(central.url() + "/#/inside");
    assertThat(page.locator("h1")).hasText("Đăng nhập");
    assertThat(page.getByLabel("Tên đăng nhập")).isFocused();
    signIn("falsch");
    assertThat(page.getByRole(AriaRole.ALERT)).hasText("Tên hoặc mật khẩu không đúng.");
    signIn(FakeCentral.PASSWORD);
    assertThat(page).hasURL(central.url() + "/#/inside");
    assertThat(page.locator(".tile").first()).containsText("5");
    assertThat(page.locator(".who")).hasText("Chị Lan");
  }

  @Test
  void aThrottledSignInSaysHowLongToWait() {
    page.route(
        "**/api/session",
        route -> {
          if (route.request().method().equals("POST")) {
            route.fulfill(
                new Route.FulfillOptions().setStatus(429).setHeaders(Map.of("Retry-After", "30")));
          } else {
            route.resume();
          }
        });
    page.navigate(central.url());
    signIn("x");
    assertThat(page.getByRole(AriaRole.ALERT)).hasText("Sai nhiều lần. Thử lại sau 30 giây.");
  }

  @Test
  void theOneTimePasswordMustBeChangedBeforeAnythingElse() {
    central.mustChangePassword();
    page.navigate(central.url());
    signIn(FakeCentral.PASSWORD);
    assertThat(page.locator("h1")).hasText("Đặt mật khẩu mới");
    page.reload(); // no way round it, and the present password is asked for then
    page.getByLabel("Mật khẩu hiện tại").fill(FakeCentral.PASSWORD);
    page.locator("#first").fill("ngan");
    page.locator("#again").fill("ngan");
    page.keyboard().press("Enter");
    assertThat(page.getByRole(AriaRole.ALERT)).hasText("Mật khẩu cần ít nhất 10 ký tự.");
    page.locator("#first").fill("dai hon muoi ky tu");
    page.keyboard().press("Enter");
    assertThat(page.getByRole(AriaRole.ALERT)).hasText("Hai mật khẩu không giống nhau.");
    page.locator("#again").fill("dai hon muoi ky tu");
    page.keyboard().press("Enter");
    assertThat(page.locator(".rows li")).hasCount(10);
  }

  @Test
  void signingOutEndsTheSession() {
    central.signedIn(true);
    page.navigate(central.url());
    page.getByLabel("Đăng xuất").click();
    assertThat(page.locator("h1")).hasText("Đăng nhập");
    page.navigate(central.url() + "/#/inside");
    assertThat(page.locator("h1")).hasText("Đăng nhập");
    assertThat(central.requests()).contains("DELETE /api/session");
  }

  @Test
  void theFilesOfTheSignInNeedNoSessionAndNothingOutsideIsReached() {
    assertThat(page.request().get(central.url() + "/signin/base.css").status()).isEqualTo(200);
    for (String wrong :
        new String[] {"/signin/..%2findex.html", "/signin/openapi.yaml", "/signin/nothing.js"}) {
      assertThat(page.request().get(central.url() + wrong).status()).as(wrong).isIn(400, 404);
    }
    String etag = page.request().get(central.url() + "/signin/base.css").headers().get("etag");
    assertThat(
            page.request()
                .get(
                    central.url() + "/signin/base.css",
                    com.microsoft.playwright.options.RequestOptions.create()
                        .setHeader("If-None-Match", etag))
                .status())
        .isEqualTo(304);
  }
}
