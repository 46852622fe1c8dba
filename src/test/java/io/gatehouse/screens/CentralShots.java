package io.gatehouse.screens;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.gatehouse.camera.CameraException;
import io.gatehouse.camera.demo.DemoLight;
import io.gatehouse.camera.demo.VehicleBody;
import io.gatehouse.central.page.FakeCentral;
import io.gatehouse.central.page.PlatePictures;
import io.gatehouse.central.page.SiteRows;
import io.gatehouse.central.page.SmallSite;
import io.gatehouse.support.Chromium;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes pictures of the owner's page, to look at: the folder, then how the names wanted end, as in
 * {@code 390x844-vi.png}. The site is invented, its pictures are the demo lane's.
 */
public final class CentralShots {

  private static final List<String> PAGES =
      List.of(
          "history", "history/7", "inside", "cameras", "figures?period=week", "shifts", "gates");

  private static final List<int[]> SIZES =
      List.of(
          new int[] {390, 844},
          new int[] {800, 480},
          new int[] {1280, 720},
          new int[] {1920, 1080});

  private CentralShots() {}

  public static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args[0]));
    List<String> wanted = List.of(args).subList(1, args.length);
    Chromium chromium = new Chromium();
    chromium.start();
    DemoPictures pictures = DemoPictures.drawn();
    try (FakeCentral central = new FakeCentral(pictures)) {
      central.signedIn(true);
      fill(central, pictures, Instant.now());
      for (String page : PAGES) {
        for (int[] size : SIZES) {
          for (String locale : List.of("vi", "en")) {
            for (ColorScheme colours : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
              String name =
                  "central-%s-%dx%d-%s%s.png"
                      .formatted(
                          page.replaceAll("\\W.*", "") + (page.contains("/") ? "-detail" : ""),
                          size[0],
                          size[1],
                          locale,
                          colours == ColorScheme.LIGHT ? "-light" : "");
              if (wanted.isEmpty() || wanted.stream().anyMatch(name::endsWith)) {
                shoot(
                    chromium.page(size[0], size[1], locale, colours),
                    central.url() + "/#/" + page,
                    folder.resolve(name));
              }
            }
          }
        }
      }
    } finally {
      chromium.stop();
    }
  }

  private static void shoot(Page page, String url, Path file) {
    page.navigate(url);
    page.waitForTimeout(900);
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
    page.context().close();
  }

  /** Stays of the vehicles whose pictures are there; the seventh was corrected. */
  private static void fill(FakeCentral central, DemoPictures pictures, Instant now) {
    for (int id = 1; id <= 10; id++) {
      DemoPictures.Still still = pictures.of(id);
      Instant entered = now.minus(37L * (11 - id) + 5, ChronoUnit.MINUTES);
      boolean inside = id == 3 || id > 7;
      JsonObject row =
          inside
              ? SiteRows.inside(id, still.plate(), still.kind(), entered)
              : SiteRows.left(
                  id,
                  still.plate(),
                  still.kind(),
                  entered,
                  11 + 4 * id,
                  id % 2 == 1 ? 4000 : 25_000);
      central.has(id == 8 ? SiteRows.without(row, "entry") : row);
    }
    String right = pictures.of(7).plate();
    central.corrected(7, right.replace('6', 'G'), right);
    SmallSite.fillBooks(central, now);
  }

  /** The demo's vehicles at their stop, a motorbike and a car by turns. */
  private record DemoPictures(List<Still> stills) implements PlatePictures {

    @SuppressWarnings("ArrayRecordComponent") // pictures are handed on, never compared
    private record Still(String plate, String kind, byte[] full, byte[] crop) {}

    static DemoPictures drawn() throws InterruptedException, CameraException {
      List<Still> stills = new ArrayList<>();
      for (DemoLight light : List.of(DemoLight.DAY, DemoLight.DUSK)) {
        long first = light == DemoLight.DAY ? 3 : 13;
        for (long seed = first; seed < first + 3; seed++) {
          stills.add(still(seed, light, true));
          stills.add(still(seed, light, false));
        }
      }
      return new DemoPictures(stills);
    }

    private static Still still(long seed, DemoLight light, boolean motorbike)
        throws InterruptedException, CameraException {
      DemoShot shot =
          DemoShot.of(
              seed, light, false, v -> v.body() instanceof VehicleBody.Motorbike == motorbike);
      shot.frame().close();
      String plate = shot.vehicle().plate().plate().display();
      return new Still(plate, motorbike ? "MOTORBIKE" : "CAR", shot.picture(), shot.crop());
    }

    Still of(long id) {
      return stills.get((int) ((id - 1) % stills.size()));
    }

    @Override
    public byte[] of(JsonObject row, String side, String size) {
      Still still = of(row.get("id").getAsLong());
      return size.equals("crop") ? still.crop() : still.full();
    }
  }
}
