package io.gatehouse.ui.settings;

import io.gatehouse.settings.Settings;
import io.gatehouse.ui.common.FirstSetUp;
import io.gatehouse.ui.common.Place;
import io.gatehouse.ui.common.ScreenTools;
import io.gatehouse.ui.common.SetupSupport;
import io.gatehouse.ui.common.StorageStatus;
import io.gatehouse.ui.common.Texts;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is kept and for how long, and what a technician asks for on the telephone. */
final class SystemTab implements SettingsTab {

  private static final double GIGABYTE = 1e9;
  private static final Integer[] PICTURE_DAYS = {7, 14, 30, 60, 90};
  private static final Integer[] PASSAGE_DAYS = {30, 90, 180, 365};

  private final ScreenTools tools;
  private final Texts texts;
  private final SettingsViewModel model;
  private final SetupSupport support;
  private final Supplier<Optional<StorageStatus>> storage;
  private boolean keysShown;

  /**
   * @param storage how the disk is doing; empty while that is not known
   */
  SystemTab(ScreenTools tools, SettingsViewModel model, Supplier<Optional<StorageStatus>> storage) {
    this.tools = tools;
    this.texts = tools.texts();
    this.model = model;
    this.support = tools.context().setup();
    this.storage = storage;
  }

  @Override
  public void show(SettingsRows rows) {
    boolean learns = model.now().learnFromCorrections();
    rows.row("learn", rows.toggle("learn", learns, Settings::withLearnFromCorrections));
    rows.row("third", rows.toggle("third", model.now().thirdVoice(), Settings::withThirdVoice));
    rows.row(
        "keep.pictures",
        rows.choices(
            PICTURE_DAYS,
            model.now().keepPicturesDays(),
            this::days,
            Settings::withKeepPicturesDays));
    rows.row(
        "keep.passages",
        rows.choices(
            PASSAGE_DAYS,
            model.now().keepPassagesDays(),
            this::days,
            Settings::withKeepPassagesDays));
    rows.fact("version", support.version());
    rows.fact("data", support.dataFolder());
    rows.fact("disk", storage.get().map(this::diskWords).orElse("–"));
    rows.fact("camera.now", support.camera());
    rows.fact("java", Runtime.version().toString());
    for (SetupSupport.Problem problem : support.problems()) {
      rows.add(problemLines(problem));
    }
    support.first().ifPresent(setUp -> rows.add(setUpButton(setUp)));
    Button keys = new Button(texts.get(keysShown ? "settings.keys.hide" : "settings.keys.show"));
    keys.setGraphic(new FontIcon("mdi2k-keyboard-outline"));
    keys.setOnAction(tap -> {
      keysShown = !keysShown;
      rows.again();
    });
    rows.add(keys);
    if (keysShown) {
      Label list = new Label(texts.get("settings.keys"));
      list.setWrapText(true);
      rows.add(list);
    }
  }

  private Button setUpButton(FirstSetUp setUp) {
    Button again = new Button(texts.get("setup.again"));
    again.setId("setup-again");
    again.setGraphic(new FontIcon("mdi2s-shoe-print"));
    again.setOnAction(tap -> {
      setUp.progress().again();
      tools.navigator().go(new Place.FirstSteps());
    });
    return again;
  }

  private String diskWords(StorageStatus status) {
    String free = texts.get("status.disk.free", status.freeBytes() / GIGABYTE);
    return status.daysLeft().isPresent()
        ? free + " · " + texts.get("format.days", status.daysLeft().getAsLong())
        : free;
  }

  private String days(Integer days) {
    return tools.formats().number(days);
  }

  private Node problemLines(SetupSupport.Problem problem) {
    Label what = new Label(texts.of(problem.failure()) + " (" + problem.failure().code() + ")");
    what.getStyleClass().add("check");
    Label line = new Label(texts.remedy(problem.failure()) + "\n" + problem.line());
    line.getStyleClass().add("muted");
    what.setWrapText(true);
    line.setWrapText(true);
    return new VBox(what, line);
  }
}
