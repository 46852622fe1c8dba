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
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

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

  @TempDir private Path data;

  @Test
  void listsTheHistoryWithItsPicturesAfterSigningIn() throws Exception {
    try (OwnedCentral central = new OwnedCentral(data)) {
      chromium.map(ADDRESS, central.port());
      String url = "http://" + ADDRESS;
      Page page = chromium.page();
      OwnerAndGateTest.signIn(page, url, central);
      OwnerAndGateTest.enrol(page, url, central);
      central.event(OwnerAndGateTest.asFirstWritten("30A17528", "ENTRY", true));
      String left =
          central
              .event(OwnerAndGateTest.asFirstWritten("30A17528", "EXIT", false))
              .get("history_id")
              .getAsString();
      String bare =
          central
              .event(OwnerAndGateTest.asFirstWritten("61H40217", "ENTRY", false))
              .get("history_id")
              .getAsString();
      page.route("**/example/*", SeedReactExampleTest::example);
      page.navigate(url + "/example/page.html");

      Locator cards = page.locator(".vehicle-card");
      assertThat(cards).hasCount(2);
      assertThat(cards.nth(0).locator("h3")).hasText("61H-402.17");
      assertThat(cards.nth(0).locator("img")).isHidden(); // its own answer to a missing picture
      assertThat(chromium.console()).contains("error: Image not found for vehicle " + bare);

      Locator card = cards.nth(1);
      Locator image = card.locator("img");
      assertThat(card.locator("h3")).hasText("30A-175.28");
      assertThat(image).hasAttribute("src", url + "/api/plate-image/" + left);
      assertThat(image).hasAttribute("alt", "Biển số 30A-175.28");
      assertThat(image.evaluate("one => one.decode().then(() => one.naturalWidth)")).isEqualTo(640);
      assertThat(card).containsText(Pattern.compile("Vào: \\d{4}-\\d\\d-\\d\\dT.*\\+07:00"));
      assertThat(card).containsText(Pattern.compile("Ra: \\d{4}-\\d\\d-\\d\\dT.*\\+07:00"));
      assertThat(card).containsText("Camera: Cổng vào A");
      assertThat(card).containsText("0 VN");
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
