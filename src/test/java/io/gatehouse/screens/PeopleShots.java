package io.gatehouse.screens;

import io.gatehouse.camera.Frame;
import io.gatehouse.camera.RealPreviewFeed;
import io.gatehouse.camera.demo.DemoLight;
import io.gatehouse.common.Threads;
import io.gatehouse.decide.Outcome;
import io.gatehouse.parking.audit.AuditEvent;
import io.gatehouse.parking.audit.AuditKind;
import io.gatehouse.parking.people.Actor;
import io.gatehouse.parking.people.Person;
import io.gatehouse.parking.people.Pin;
import io.gatehouse.parking.people.PinHash;
import io.gatehouse.parking.people.Role;
import io.gatehouse.parking.shift.Banknote;
import io.gatehouse.parking.shift.CashCount;
import io.gatehouse.parking.shift.Shift;
import io.gatehouse.plate.VietnamGrammar;
import io.gatehouse.settings.Settings;
import io.gatehouse.settings.Settings.Language;
import io.gatehouse.settings.Settings.Theme;
import io.gatehouse.store.DataFolder;
import io.gatehouse.store.KioskStore;
import io.gatehouse.store.NewPassage;
import io.gatehouse.store.ParkingBooks;
import io.gatehouse.support.FakeLane;
import io.gatehouse.support.FakeTime;
import io.gatehouse.support.GateDay;
import io.gatehouse.sync.NoCentral;
import io.gatehouse.ui.KioskShell;
import io.gatehouse.ui.common.BackgroundWork;
import io.gatehouse.ui.common.Place;
import io.gatehouse.ui.common.SetupSupport;
import io.gatehouse.ui.common.StorageStatus;
import io.gatehouse.ui.common.Theming;
import io.gatehouse.ui.common.Tones;
import io.gatehouse.ui.common.UiContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;

/**
 * Draws the screens of people, shifts and the audit trail into {@code target/screens}, from a real
 * store in which a morning has passed; writes a shift's report beside them. An argument restricts
 * it to the names that contain it.
 */
public final class PeopleShots {

  private static final Path FOLDER = Path.of("target", "screens");
  private static final int[][] SIZES = {{1280, 720}, {800, 480}, {720, 1280}};
  private static final String PIN = "471147";

  private final FakeTime time = new FakeTime(Instant.parse("2026-11-20T23:30:00Z"));
  private final Map<String, Consumer<KioskShell>> screens = new LinkedHashMap<>();
  private final DemoShot shot;
  private final KioskStore store;
  private final Path data;
  private Person an;
  private Person binh;
  private Person boss;

  private PeopleShots(KioskStore store, Path data) throws Exception {
    this.store = store;
    this.data = data;
    this.shot = DemoShot.of(7, DemoLight.DAY, false, v -> v.plate().plate().lines() == 2);
    morning();
    screens.put("menu", shell -> shell.go(new Place.Menu()));
    screens.put("shift", shell -> shell.go(new Place.Shift()));
    screens.put(
        "shift-handover",
        shell -> {
          shell.go(new Place.HandOver());
          tap(shell, "#note-100000");
          digits(shell, "12");
          tap(shell, "#note-5000");
          digits(shell, "7");
        });
    screens.put(
        "shift-opening",
        shell -> {
          shell.go(new Place.Opening());
          tap(shell, "#note-50000");
          digits(shell, "6");
          tap(shell, "#note-10000");
          digits(shell, "20");
        });
    screens.put(
        "shift-earlier",
        shell -> {
          shell.go(new Place.Shifts());
          StillScreen.layOut(shell);
        });
    screens.put(
        "permission",
        shell -> {
          shell.go(new Place.Menu());
          tap(shell, "#menu-people");
          digits(shell, "4711");
        });
    screens.put(
        "permission-wrong",
        shell -> {
          shell.go(new Place.Menu());
          tap(shell, "#menu-settings");
          chip(shell, binh.name());
          for (int i = 0; i < 4; i++) {
            digits(shell, "000000");
            tap(shell, "#pin-enter");
          }
        });
    screens.put("people-list", shell -> people(shell, s -> {}));
    screens.put("people-chosen", shell -> people(shell, s -> ((ButtonBase) rows(s).get(2)).fire()));
    screens.put(
        "people-pin",
        shell ->
            people(
                shell,
                s -> {
                  ((ButtonBase) rows(s).get(2)).fire();
                  StillScreen.layOut(s);
                  tap(s, ".plain", 1);
                  digits(s, "47");
                }));
    screens.put("people-add", shell -> people(shell, s -> tap(s, "#people-add")));
    screens.put(
        "people-audit",
        shell -> {
          supervise(shell);
          shell.go(new Place.Audit());
          StillScreen.layOut(shell);
          tap(shell, "#audit-verify");
        });
    screens.put("sign-in", shell -> signOut(shell));
  }

  public static void main(String[] arguments) throws Exception {
    String wanted = arguments.length > 0 ? arguments[0] : "";
    Path data = Files.createTempDirectory("people-shots");
    CompletableFuture<Void> drawn = new CompletableFuture<>();
    try (DataFolder folder = DataFolder.open(data);
        KioskStore store =
            KioskStore.open(folder, new FakeTime(Instant.parse("2026-11-20T23:30:00Z")), t -> t)) {
      PeopleShots shots = new PeopleShots(store, data);
      Platform.startup(() -> {
        try {
          Theming.loadFonts();
          shots.drawAll(wanted);
          drawn.complete(null);
        } catch (Exception e) { // ends the program with this, not with a hanging thread
          drawn.completeExceptionally(e);
        }
      });
      drawn.get();
      Platform.exit();
    }
  }

  private Person add(String name, Role role) throws Exception {
    PinHash hash = PinHash.of(Pin.of(PIN), 10, new SecureRandom());
    return store.books().staff().add(name, role, hash, Actor.named(""), time.now());
  }

  private void morning() throws Exception {
    ParkingBooks books = store.books();
    binh = add("Trần Thị Bình", Role.SUPERVISOR);
    an = add("Nguyễn Văn An", Role.GUARD);
    boss = add("Lê Hoàng Dũng", Role.SUPERVISOR);
    add("Phạm Thị Ngọc Ánh", Role.GUARD);
    add("Vũ Đức Thịnh", Role.TECHNICIAN);
    Person gone = add("Đặng Văn Ửng", Role.GUARD);
    books.staff().change(gone.id(), Role.GUARD, false, Actor.of(binh), time.now());
    GateDay day =
        new GateDay(store.passages(), time)
            .seen(
                new NewPassage.Pictures(shot.picture(), Optional.of(shot.crop()), shot.picture()));
    CashCount inDrawer = CashCount.NOTHING.with(Banknote.DONG_10_000, 30);
    for (int n = 0; n < 3; n++) {
      Shift early = books.shifts().begin(n == 1 ? binh : an, "Cổng A", time.now());
      books.shifts().openWith(early.id(), inDrawer, time.now());
      day.guardedBy(early.guard());
      work(day, 20 + 3 * n);
      CashCount counted =
          inDrawer.with(Banknote.DONG_5_000, 20 + 3 * n).with(Banknote.DONG_50_000, 1 + n);
      time.advance(Duration.ofHours(7));
      books
          .shifts()
          .end(
              early.id(),
              time.now(),
              n == 1 ? Optional.empty() : Optional.of(counted),
              n == 2 ? "Khách trả thừa, chưa quay lại" : "");
    }
    books.shifts().begin(an, "Cổng A", time.now());
    day.guardedBy(an.name());
    work(day, 31);
    books.staff().beginAttempt(an.id(), time.now());
    books.staff().wrongPin(an.id(), time.now());
    books.staff().rightPin(an.id());
    books
        .audit()
        .append(
            AuditEvent.of(
                time.now(), Actor.of(binh), AuditKind.SETTINGS_CHANGED, "sound: false → true"));
  }

  private void work(GateDay day, int vehicles) throws Exception {
    for (int i = 0; i < vehicles; i++) {
      String plate = "59P1" + (66_400 + i);
      day.by(i % 9 == 4 ? Outcome.TYPED : Outcome.CONFIRMED).enters(plate);
      time.advance(Duration.ofMinutes(1));
      if (i % 11 == 3) {
        day.leavesFree(plate, 5_000, binh.name());
      } else {
        day.leaves(plate, 5_000);
      }
    }
    day.by(Outcome.CONFIRMED).losesTicket("59P168480", 50_000, binh.name());
    day.turnedAway("59P168455");
    time.advance(Duration.ofMinutes(3));
  }

  private void drawAll(String wanted) throws Exception {
    for (Theme theme : Theme.values()) {
      for (Language language : Language.values()) {
        for (int[] size : SIZES) {
          for (Map.Entry<String, Consumer<KioskShell>> screen : screens.entrySet()) {
            String file =
                "%s-%dx%d-%s%s.png"
                    .formatted(
                        screen.getKey(),
                        size[0],
                        size[1],
                        language.name().toLowerCase(Locale.ROOT),
                        theme == Theme.LIGHT ? "-light" : "");
            if (file.contains(wanted)) {
              draw(file, screen.getValue(), size, language, theme);
            }
          }
        }
      }
    }
  }

  private void draw(
      String file, Consumer<KioskShell> prepare, int[] size, Language language, Theme theme)
      throws Exception {
    // whoever signed out for a picture before is back for the next
    store.books().shifts().begin(an, "Cổng A", time.now());
    FakeLane lane = FakeLane.empty();
    RealPreviewFeed feed = new RealPreviewFeed();
    Frame shown = shot.frame();
    lane.preview(target -> {
      feed.accept(shown);
      return feed.paintNewest(target);
    });
    Settings settings =
        Settings.defaults().withLanguage(language).withTheme(theme).withSound(false);
    UiContext context =
        new UiContext(
            lane,
            store.passages(),
            store.books(),
            new VietnamGrammar(),
            settings,
            changed -> {},
            () -> new StorageStatus(OptionalLong.of(63), 41_000_000_000L, true),
            time,
            ZoneId.of("Asia/Ho_Chi_Minh"),
            new SetupSupport("", data.toString(), "", List.of(), Optional.empty()),
            new NoCentral(),
            new Threads((thread, e) -> {}));
    try (KioskShell shell =
        new KioskShell(
            context, new BackgroundWork(Runnable::run, Runnable::run), wanted -> Tones.SILENT)) {
      StillScreen.write(shell, size, FOLDER.resolve(file), prepare);
    } finally {
      feed.close();
    }
  }

  private void people(KioskShell shell, Consumer<KioskShell> then) {
    supervise(shell);
    shell.go(new Place.People());
    StillScreen.layOut(shell);
    then.accept(shell);
  }

  /** The guard leaves and the supervisor signs in. */
  private void supervise(KioskShell shell) {
    signOut(shell);
    for (Node tile : shell.root().lookupAll(".person-tile")) {
      if (((ButtonBase) tile).getText().startsWith(boss.name())) {
        ((ButtonBase) tile).fire();
        break;
      }
    }
    StillScreen.layOut(shell);
    digits(shell, PIN);
    tap(shell, "#pin-enter");
    StillScreen.layOut(shell);
  }

  private static void signOut(KioskShell shell) {
    shell.go(new Place.HandOver());
    StillScreen.layOut(shell);
    tap(shell, "#handover-skip");
    StillScreen.layOut(shell);
  }

  private static List<Node> rows(KioskShell shell) {
    return List.copyOf(shell.root().lookupAll(".row"));
  }

  private static void chip(KioskShell shell, String text) {
    StillScreen.layOut(shell);
    for (Node chip : shell.root().lookupAll(".permission .toggle-button")) {
      if (text.equals(((ButtonBase) chip).getText())) {
        ((ButtonBase) chip).fire();
      }
    }
  }

  private static void digits(KioskShell shell, String digits) {
    StillScreen.layOut(shell);
    for (int i = 0; i < digits.length(); i++) {
      char digit = digits.charAt(i);
      for (Node key : shell.root().lookupAll(".key")) {
        if (String.valueOf(digit).equals(((ButtonBase) key).getText())) {
          ((ButtonBase) key).fire();
          break;
        }
      }
    }
  }

  private static void tap(KioskShell shell, String selector) {
    tap(shell, selector, 0);
  }

  private static void tap(KioskShell shell, String selector, int index) {
    StillScreen.layOut(shell);
    ((ButtonBase) List.copyOf(shell.root().lookupAll(selector)).get(index)).fire();
  }
}
