package io.gatehouse.screens;

import io.gatehouse.camera.FrameStamp;
import io.gatehouse.common.Threads;
import io.gatehouse.decide.Decision;
import io.gatehouse.decide.Outcome;
import io.gatehouse.parking.Direction;
import io.gatehouse.parking.VehicleKind;
import io.gatehouse.parking.lists.ListEntry;
import io.gatehouse.parking.lists.ListKind;
import io.gatehouse.plate.Confusions;
import io.gatehouse.plate.Plate;
import io.gatehouse.plate.VietnamGrammar;
import io.gatehouse.settings.Settings;
import io.gatehouse.settings.Settings.Language;
import io.gatehouse.settings.Settings.Theme;
import io.gatehouse.store.DataFolder;
import io.gatehouse.store.KioskStore;
import io.gatehouse.store.NewPassage;
import io.gatehouse.store.StoreException;
import io.gatehouse.support.DrawnLane;
import io.gatehouse.support.FakeLane;
import io.gatehouse.support.FakeTime;
import io.gatehouse.sync.NoCentral;
import io.gatehouse.ui.KioskShell;
import io.gatehouse.ui.common.BackgroundWork;
import io.gatehouse.ui.common.Place;
import io.gatehouse.ui.common.SetupSupport;
import io.gatehouse.ui.common.StorageStatus;
import io.gatehouse.ui.common.Theming;
import io.gatehouse.ui.common.Tones;
import io.gatehouse.ui.common.UiContext;
import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.slf4j.LoggerFactory;

/** Draws vehicles inside and lists, with a real store behind them, in every size and language. */
final class VehicleShots {

  private static final Instant NOW = Instant.parse("2026-03-10T02:41:30Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
  private static final Path OUT = Path.of("target", "screens");
  private static final int[][] SIZES = {{1280, 720}, {800, 480}, {720, 1280}};

  private final VietnamGrammar grammar = new VietnamGrammar();
  private final KioskStore store;
  private final Path tables;
  private final String wanted;

  private VehicleShots(KioskStore store, Path tables, String wanted) {
    this.store = store;
    this.tables = tables;
    this.wanted = wanted;
  }

  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("gatehouse-shots");
    CompletableFuture<Void> started = new CompletableFuture<>();
    Platform.startup(() -> started.complete(null));
    started.get();
    Platform.setImplicitExit(false);
    ScreenThread.onScreen(Theming::loadFonts);
    Files.createDirectories(OUT);
    try (DataFolder data = DataFolder.open(folder);
        KioskStore store = KioskStore.open(data, new FakeTime(NOW), Confusions::fold)) {
      VehicleShots shots = new VehicleShots(store, folder, args.length == 0 ? "" : args[0]);
      shots.fill();
      for (int[] size : SIZES) {
        shots.draw(size, Language.VI, Theme.DARK);
      }
      shots.draw(SIZES[0], Language.EN, Theme.LIGHT);
      shots.draw(SIZES[1], Language.EN, Theme.DARK);
      shots.draw(SIZES[2], Language.EN, Theme.LIGHT);
    }
    Platform.exit();
  }

  private void draw(int[] size, Language language, Theme theme) {
    String suffix =
        "-%dx%d-%s-%s.png".formatted(size[0], size[1], language, theme).toLowerCase(Locale.ROOT);
    shot("inside" + suffix, size, language, theme, kiosk -> {});
    shot(
        "inside-round" + suffix,
        size,
        language,
        theme,
        kiosk -> {
          kiosk.fire("#round-begin");
          kiosk.settle();
          kiosk.tickFirst(3);
          kiosk.settle();
        });
    shot(
        "inside-ask" + suffix,
        size,
        language,
        theme,
        kiosk -> {
          kiosk.fire("#round-begin");
          kiosk.settle();
          kiosk.fire("#round-finish");
        });
    shot("lists" + suffix, size, language, theme, kiosk -> kiosk.fire("#vehicles-tab-LISTS"));
    shot(
        "lists-entry" + suffix,
        size,
        language,
        theme,
        kiosk -> {
          kiosk.fire("#vehicles-tab-LISTS");
          kiosk.settle();
          kiosk.fire("#lists-add");
        });
    shot(
        "lists-keys" + suffix,
        size,
        language,
        theme,
        kiosk -> {
          kiosk.fire("#vehicles-tab-LISTS");
          kiosk.settle();
          kiosk.fire("#lists-add");
          kiosk.settle();
          kiosk.fire("#entry-field-plate");
        });
    shot(
        "lists-import" + suffix,
        size,
        language,
        theme,
        kiosk -> {
          kiosk.fire("#vehicles-tab-LISTS");
          kiosk.settle();
          kiosk.fire("#lists-exchange");
          kiosk.settle();
          kiosk.fire("#table-0");
        });
    shot(
        "settings-parking" + suffix,
        size,
        language,
        theme,
        kiosk -> {
          kiosk.go(new Place.Setup());
          kiosk.settle();
          kiosk.fire("#settings-tab-PARKING");
        });
  }

  private record Kiosk(KioskShell shell, Scene scene) {
    void fire(String selector) {
      ScreenThread.onScreen(() -> ((ButtonBase) scene.lookup(selector)).fire());
    }

    void tickFirst(int rows) {
      ScreenThread.onScreen(() -> {
        var list = (ListView<?>) scene.lookup("#stays");
        list.lookupAll(".list-cell").stream()
            .limit(rows)
            .forEach(cell -> cell.getOnMouseClicked().handle(null));
      });
    }

    void go(Place place) {
      ScreenThread.onScreen(() -> shell.go(place));
    }

    void settle() {
      ScreenThread.settle();
    }
  }

  private void shot(String name, int[] size, Language language, Theme theme, Consumer<Kiosk> act) {
    if (!name.contains(wanted)) {
      return;
    }
    Settings settings =
        Settings.defaults()
            .withLanguage(language)
            .withTheme(theme)
            .withGuard("Nguyễn Văn An")
            .withCapacityMotorbike(1200)
            .withCapacityCar(4);
    UiContext context =
        new UiContext(
            FakeLane.empty(),
            store.passages(),
            store.books(),
            grammar,
            settings,
            changed -> {},
            () -> new StorageStatus(OptionalLong.of(63), 4_200_000_000L, true),
            new FakeTime(NOW),
            ZoneId.of("Asia/Ho_Chi_Minh"),
            new SetupSupport("", tables.toString(), "", List.of(), Optional.empty()),
            new NoCentral(),
            new Threads((thread, e) ->
                LoggerFactory.getLogger(VehicleShots.class).error("a thread failed", e)));
    CompletableFuture<Kiosk> made = new CompletableFuture<>();
    CompletableFuture<Stage> stages = new CompletableFuture<>();
    ScreenThread.onScreen(() -> {
      KioskShell shell =
          new KioskShell(
              context,
              new BackgroundWork(Runnable::run, Platform::runLater),
              sound -> Tones.SILENT);
      Scene scene = new Scene(shell.root(), size[0], size[1]);
      Theming.style(scene);
      Stage stage = new Stage();
      stage.setScene(scene);
      stage.show();
      shell.start();
      shell.go(new Place.Vehicles());
      made.complete(new Kiosk(shell, scene));
      stages.complete(stage);
    });
    Kiosk kiosk = made.join();
    ScreenThread.settle();
    act.accept(kiosk);
    ScreenThread.settle();
    ScreenThread.onScreen(() -> {
      WritableImage image = kiosk.scene.snapshot(null);
      try {
        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", OUT.resolve(name).toFile());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      kiosk.shell.close();
      stages.join().close();
    });
  }

  private void fill() throws StoreException, IOException {
    Color[] paints = {new Color(0x8a3030), new Color(0x9aa6b2), new Color(0x2f5d8a)};
    comes("59P122871", Duration.ofDays(41), paints[1]);
    comes("51F68481", Duration.ofDays(12), paints[0]);
    for (int i = 0; i < 60; i++) {
      boolean car = i % 17 == 3;
      String plate =
          car ? "51G%05d".formatted(39_012 + 811 * i) : "59X3%05d".formatted(12_001 + 1_237 * i);
      comes(plate, Duration.ofMinutes(900 - 14L * i), paints[i % 3]);
    }
    list(ListKind.SUBSCRIBER, "59-X3 120.01", "Nguyễn Văn Ấn", "0901 234 567", 3);
    list(ListKind.SUBSCRIBER, "59-P1 228.71", "Trần Thị Bích Ngọc", "", -9);
    list(ListKind.SUBSCRIBER, "51G-390.12", "Công ty TNHH Minh Phát", "028 3822 1100", 120);
    list(ListKind.SUBSCRIBER, "59-T2 668.80", "Lê Hoàng Long", "0987 111 222", 0);
    list(ListKind.SUBSCRIBER, "29-MĐ1 202.46", "Phạm Thu Hà", "", 21);
    list(ListKind.VIP, "30A-168.48", "Giám đốc", "", 10_000);
    list(ListKind.DENIED, "65-S2 137.90", "bỏ đi không trả tiền", "", 10_000);
    list(ListKind.ALLOWED, "51F-684.81", "Xe giao hàng", "", 10_000);
    Files.createDirectories(tables.resolve("tables"));
    Files.writeString(
        tables.resolve("tables").resolve("ve-thang-3.csv"),
        """
        Biển số;Loại;Loại xe;Chủ xe;Điện thoại;Từ ngày;Đến ngày
        59-P1 684.80;vé tháng;xe máy;Nguyễn Thị Lan;;1/3/2026;31/3/2026
        51F-123.45;vé tháng;ô tô;Đặng Văn Bình;;1/3/2026;
        ;vé tháng;xe máy;Hồ Tấn Tài;;1/3/2026;31/3/2026
        59-P1 684.80;vé tháng;xe máy;Nguyễn Thị Lan;;1/4/2026;30/4/2026
        59-C1 777.12;vàng;xe máy;Võ Minh;;1/3/2026;31/3/2026
        59-C1 777.13;vé tháng;xe máy;Võ Minh Đức;;1/3/2026;30/2/2026
        """);
  }

  private void comes(String text, Duration ago, Color paint) throws StoreException {
    Plate plate = grammar.parse(text, 0);
    Instant at = NOW.minus(ago);
    FrameStamp frame = new FrameStamp(1, at.getEpochSecond() * 1_000_000_000L, at);
    store
        .passages()
        .record(
            new NewPassage(
                new Decision(Optional.empty(), Outcome.TYPED, plate, "Nguyễn Văn An", at, ""),
                Direction.IN,
                "Cổng A",
                frame,
                Optional.of(DrawnLane.pictures(plate.upper(), plate.lower(), paint))));
  }

  private void list(ListKind kind, String text, String owner, String phone, int days)
      throws StoreException {
    Plate plate = grammar.parse(text, 0);
    store
        .books()
        .lists()
        .save(
            new ListEntry(
                UUID.randomUUID(),
                kind,
                plate.text(),
                plate.display(),
                VehicleKind.of(plate),
                owner,
                phone,
                "",
                TODAY.minusMonths(2),
                days == 10_000 ? Optional.empty() : Optional.of(TODAY.plusDays(days))),
            "Nguyễn Văn An",
            NOW);
  }
}
