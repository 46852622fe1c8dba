package io.gatehouse.central.page;

import com.microsoft.playwright.Page;
import io.gatehouse.support.Chromium;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A browser before a central that knows {@link SmallSite}; somebody is signed in. */
abstract class SmallSiteTest {

  @RegisterExtension static final Chromium chromium = new Chromium();

  final Instant now = Instant.now();
  FakeCentral central;
  Page page;

  @BeforeEach
  void openTheSite() {
    central = new FakeCentral(new DrawnPlates());
    central.signedIn(true);
    SmallSite.fill(central, now);
    page = chromium.page();
  }

  @AfterEach
  void close() {
    central.close();
  }
}
