package io.gatehouse.support;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The system's Chromium for the tests of a class, which are skipped where there is none. Each page
 * it opens is a browser of its own: no cookie, nothing kept.
 */
public final class Chromium
    implements ExecutionCondition, BeforeAllCallback, AfterEachCallback, AfterAllCallback {

  private static final Logger log = LoggerFactory.getLogger(Chromium.class);
  private static final Path PROGRAM = Path.of("/usr/bin/chromium");

  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final List<BrowserContext> open = new ArrayList<>();
  private final List<String> console = new ArrayList<>();
  private Playwright playwright;
  private Browser browser;

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (Files.isExecutable(PROGRAM)) {
      return ConditionEvaluationResult.enabled("Chromium is there");
    }
    String why = PROGRAM + " is not there: apt install chromium";
    log.warn("{} skipped: {}", context.getDisplayName(), why);
    return ConditionEvaluationResult.disabled(why);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    start();
  }

  /** Starts the browser, outside of tests too. */
  public void start() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser = launch(ARGUMENTS);
  }

  private Browser launch(List<String> arguments) {
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(PROGRAM)
                .setHeadless(true)
                .setArgs(arguments));
  }

  /** Finds {@code host:port} at that port of this machine from now on. */
  public void map(String host, int port) {
    browser.close();
    List<String> arguments = new ArrayList<>(ARGUMENTS);
    arguments.add("--host-resolver-rules=MAP %s 127.0.0.1:%d".formatted(host, port));
    // a page that a test answers itself has no address, and so may not call this machine
    arguments.add("--disable-features=LocalNetworkAccessChecks");
    browser = launch(arguments);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    open.forEach(BrowserContext::close);
    open.clear();
    console.clear();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    stop();
  }

  public void stop() {
    browser.close();
    playwright.close();
  }

  /** An empty page, 1280 by 720, in Vietnamese and dark. */
  public Page page() {
    return page(1280, 720, "vi-VN", ColorScheme.DARK);
  }

  /** An empty page; one as narrow as a phone is touched. */
  public Page page(int width, int height, String locale, ColorScheme colours) {
    boolean phone = width < 500;
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale(locale)
                .setColorScheme(colours)
                .setHasTouch(phone)
                .setIsMobile(phone)
                .setDeviceScaleFactor(phone ? 2 : 1)
                .setTimezoneId("America/Lima"));
    open.add(context);
    Page page = context.newPage();
    page.onConsoleMessage(message -> console.add(message.type() + ": " + message.text()));
    page.onPageError(error -> console.add("uncaught: " + error));
    return page;
  }

  /** What the pages of this test wrote on the console: refused scripts, failures. */
  public List<String> console() {
    return List.copyOf(console);
  }
}
