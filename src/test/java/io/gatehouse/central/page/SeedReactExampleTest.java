package io.gatehouse.central.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.gatehouse.support.Chromium;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The React example of the first document, letter for letter, in a page of the address it names,
 * against what the central answers today. React and Babel come from the test's class path.
 */
class SeedReactExampleTest {

  private static final String ADDRESS = "192.168.0.100:8000";

  /** The example's own files, by their names in the page. */
  private static final Map<String, String> FILES =
      Map.of(
          "page.html", "/seed/page.html",
          "run.js", "/seed/run.js",
          "VehicleHistory.jsx", "/seed/VehicleHistory.jsx",
          "react.js", "/META-INF/resources/webjars/react/18.3.1/umd/react.development.js",
          "react-dom.js",
              "/META-INF/resources/webjars/react-dom/18.3.1/umd/react-dom.development.js",
          "babel.js", "/META-INF/resources/webjars/babel__standalone/7.21.2/babel.min.js");

  @RegisterExtension static final Chromium chromium = new Chromium();

  @Test
  void listsTheHistoryWithItsPicturesAfterSigningIn() {
    Instant now = Instant.now();
    try (FakeCentral central = new FakeCentral(new DrawnPlates())) {
      central.has(
          SiteRows.left(6, "30A-175.28", "CAR", now.minus(5, ChronoUnit.HOURS), 149, 20_000));
      central.has(
          SiteRows.without(
              SiteRows.inside(9, "61H-402.17", "CAR", now.minus(40, ChronoUnit.MINUTES)), "entry"));
      chromium.map(ADDRESS, URI.create(central.url()).getPort());
      Page page = chromium.page();
      page.navigate("http://" + ADDRESS + "/signin");
      page.locator("#name").fill("lan");
      page.locator("#password").fill(FakeCentral.PASSWORD);
      page.keyboard().press("Enter");
      assertThat(page.locator(".who")).isVisible();
      page.route("**/example/*", SeedReactExampleTest::example);
      page.navigate("http://" + ADDRESS + "/example/page.html");

      Locator cards = page.locator(".vehicle-card");
      assertThat(cards).hasCount(2);
      assertThat(cards.nth(0).locator("h3")).hasText("61H-402.17");
      assertThat(cards.nth(0).locator("img")).isHidden(); // its own answer to a missing picture
      assertThat(chromium.console()).contains("error: Image not found for vehicle 9");

      Locator left = cards.nth(1);
      assertThat(left.locator("h3")).hasText("30A-175.28");
      assertThat(left.locator("img"))
          .hasAttribute("src", "http://" + ADDRESS + "/api/plate-image/6");
      assertThat(left.locator("img")).hasAttribute("alt", "Biển số 30A-175.28");
      assertThat(
              left.locator("img")
                  .evaluate("image => image.decode().then(() => image.naturalWidth)"))
          .isEqualTo(640);
      assertThat(left).containsText("Vào: " + SiteRows.time(now.minus(5, ChronoUnit.HOURS)));
      assertThat(left).containsText("Camera: Cổng vào A");
      assertThat(left).containsText("2 giờ 29 phút");
      assertThat(left).containsText("20.000 VN");
    }
  }

  private static void example(Route route) {
    String path = URI.create(route.request().url()).getPath();
    String name = path.substring(path.lastIndexOf('/') + 1);
    String type =
        name.endsWith(".html")
            ? "text/html"
            : name.endsWith(".js") ? "text/javascript" : "text/plain";
    route.fulfill(
        new Route.FulfillOptions()
            .setContentType(type + "; charset=utf-8")
            .setBodyBytes(bytes(FILES.get(name))));
  }

  private static byte[] bytes(String resource) {
    try (InputStream in = SeedReactExampleTest.class.getResourceAsStream(resource)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
