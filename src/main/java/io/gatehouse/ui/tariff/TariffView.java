package io.gatehouse.ui.tariff;

import io.gatehouse.parking.VehicleKind;
import io.gatehouse.parking.tariff.TariffPreset;
import io.gatehouse.parking.tariff.TariffVersion;
import io.gatehouse.ui.common.Screen;
import io.gatehouse.ui.common.ScreenLayout;
import io.gatehouse.ui.common.ScreenTools;
import io.gatehouse.ui.common.Texts;
import io.gatehouse.ui.tariff.TariffViewModel.Notice;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The prices: every number a large field, beside them what a stay would cost. */
public final class TariffView implements Screen {

  private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
  private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");
  private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

  private final ScreenTools tools;
  private final Texts texts;
  private final TariffWords words;
  private final TariffViewModel model;
  private final FieldGrid fields;
  private final NumberPad pad;
  private final PreviewPane preview;
  private final ChoicePanel choices;
  private final Map<VehicleKind, ToggleButton> kinds = new EnumMap<>(VehicleKind.class);
  private final Map<Begin, ToggleButton> begins = new EnumMap<>(Begin.class);
  private final Parent root;

  @FXML private StackPane layers;
  @FXML private VBox body;
  @FXML private HBox foot;
  @FXML private HBox lying;
  @FXML private VBox upright;
  @FXML private VBox numbers;
  @FXML private HBox kindChips;
  @FXML private Button presets;
  @FXML private Button versions;
  @FXML private VBox side;
  @FXML private Label notice;
  @FXML private HBox beginChips;
  @FXML private Button discard;
  @FXML private Button save;

  public TariffView(ScreenTools tools) {
    this.tools = tools;
    this.texts = tools.texts();
    this.words = new TariffWords(texts, tools.formats());
    this.model = new TariffViewModel(tools);
    this.fields = new FieldGrid(model, words);
    this.pad = new NumberPad(model, words, texts);
    this.preview = new PreviewPane(model, words, texts, tools.formats());
    this.choices = new ChoicePanel(texts);
    this.root = tools.loader().load(this);
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void shown() {
    model.load();
  }

  @Override
  public void hidden() {
    choices.close();
  }

  @Override
  public void key(KeyEvent event) {
    if (event.getEventType() == KeyEvent.KEY_TYPED && isDigit(event)) {
      model.type(event.getCharacter());
      event.consume();
    } else if (event.getEventType() == KeyEvent.KEY_PRESSED && pressed(event.getCode())) {
      event.consume();
    }
  }

  private static boolean isDigit(KeyEvent event) {
    String typed = event.getCharacter();
    return typed.length() == 1 && typed.charAt(0) >= '0' && typed.charAt(0) <= '9';
  }

  private boolean pressed(KeyCode code) {
    boolean typing = model.typed().isPresent();
    if (code == KeyCode.ESCAPE && choices.isVisible()) {
      choices.close();
    } else if (code == KeyCode.ESCAPE && typing) {
      model.cancel();
    } else if (code == KeyCode.ESCAPE) {
      tools.navigator().back();
    } else if (code == KeyCode.BACK_SPACE && typing) {
      model.erase();
    } else if (code == KeyCode.ENTER && typing) {
      model.done();
    } else {
      return false;
    }
    return true;
  }

  @FXML
  private void initialize() {
    for (VehicleKind kind : VehicleKind.values()) {
      ToggleButton chip = new ToggleButton();
      chip.setId("tariff-kind-" + kind);
      chip.setOnAction(tap -> model.choose(kind));
      fill(kindChips, chip);
      kinds.put(kind, chip);
    }
    numbers.getChildren().add(fields);
    VBox.setVgrow(fields, Priority.ALWAYS);
    for (Begin begin : Begin.values()) {
      ToggleButton chip = new ToggleButton();
      chip.setId("tariff-begin-" + begin);
      chip.setOnAction(tap -> model.choose(begin));
      fill(beginChips, chip);
      begins.put(begin, chip);
    }
    side.getChildren().addAll(preview, pad);
    VBox.setVgrow(preview, Priority.ALWAYS);
    preview.managedProperty().bind(preview.visibleProperty());
    notice.managedProperty().bind(notice.visibleProperty());
    layers.getChildren().add(choices);
    tools.layout().subscribe(this::arrange);
    tools.texts().languageProperty().subscribe(language -> show());
    model.versionProperty().subscribe(version -> show());
  }

  private static void fill(HBox row, ToggleButton chip) {
    chip.setMaxWidth(Double.MAX_VALUE);
    chip.setMinWidth(0);
    HBox.setHgrow(chip, Priority.ALWAYS);
    row.getChildren().add(chip);
  }

  private void arrange(ScreenLayout layout) {
    boolean portrait = layout == ScreenLayout.PORTRAIT;
    lying.getChildren().clear();
    upright.getChildren().clear();
    (portrait ? upright : lying).getChildren().addAll(numbers, side);
    lying.setVisible(!portrait);
    lying.setManaged(!portrait);
    upright.setVisible(portrait);
    upright.setManaged(portrait);
    preview.arrange(layout);
    body.getChildren().remove(notice);
    preview.getChildren().remove(notice);
    if (layout == ScreenLayout.COMPACT) {
      preview.getChildren().addFirst(notice);
    } else {
      body.getChildren().add(body.getChildren().indexOf(foot), notice);
    }
    // the icons alone have to do where there is no room
    ContentDisplay how =
        layout == ScreenLayout.WIDE ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY;
    presets.setContentDisplay(how);
    versions.setContentDisplay(how);
    show();
  }

  private void show() {
    kinds.forEach((kind, chip) -> {
      chip.setText(words.kind(kind));
      chip.setSelected(kind == model.kind());
      chip.pseudoClassStateChanged(CHANGED, model.isChanged(kind));
    });
    fields.show();
    begins.forEach((begin, chip) -> {
      chip.setText(texts.get("tariff.begin." + begin, words.day(model.beginOf(begin))));
      chip.setSelected(begin == model.begin());
    });
    boolean small = tools.layout().getValue() == ScreenLayout.COMPACT;
    pad.show(model.typed());
    VBox.setVgrow(pad, small ? Priority.ALWAYS : Priority.NEVER);
    preview.setVisible(!small || model.typed().isEmpty());
    preview.show();
    boolean busy = model.notice() instanceof Notice.Saving;
    save.setGraphic(model.isLocked() ? new FontIcon("mdi2l-lock") : null);
    save.setDisable(!model.isChanged() || busy);
    discard.setDisable(!model.isChanged() || busy);
    showNotice();
  }

  private void showNotice() {
    String said =
        switch (model.notice()) {
          case Notice.Saving saving -> texts.get("tariff.saving");
          case Notice.Saved(TariffVersion version) ->
              texts.get("tariff.saved", words.moment(version.validFrom()));
          case Notice.Failed(Exception why) -> texts.get("tariff.failed", why.getMessage());
          case Notice.Nothing nothing ->
              model
                  .later()
                  .map(later -> texts.get("tariff.later", words.moment(later.validFrom())))
                  .orElse("");
        };
    notice.setText(said);
    notice.setVisible(!said.isEmpty());
    boolean bad = model.notice() instanceof Notice.Failed;
    boolean good = model.notice() instanceof Notice.Saved;
    notice.pseudoClassStateChanged(BAD, bad);
    notice.pseudoClassStateChanged(GOOD, good);
    notice.setGraphic(
        new FontIcon(
            bad
                ? "mdi2a-alert-circle-outline"
                : good ? "mdi2c-check" : "mdi2i-information-outline"));
  }

  @FXML
  private void openPresets() {
    model.done();
    choices.open(
        texts.get("tariff.presets"),
        texts.get("tariff.presets.hint", words.kind(model.kind())),
        Stream.of(TariffPreset.values())
            .map(preset ->
                new ChoicePanel.Choice(
                    texts.of(preset),
                    "",
                    true,
                    words.sentence(preset.tariff(model.kind())),
                    () -> model.take(preset)))
            .toList());
  }

  @FXML
  private void openVersions() {
    model.done();
    List<TariffVersion> newestFirst = model.book().versions().reversed();
    choices.open(
        texts.get("tariff.versions"),
        texts.get("tariff.versions.hint", words.kind(model.kind())),
        newestFirst.stream().map(this::choice).toList());
  }

  private ChoicePanel.Choice choice(TariffVersion version) {
    Standing standing = model.standing(version);
    String saved =
        version.savedBy().isEmpty()
            ? ""
            : texts.get("tariff.version.by", version.savedBy(), words.moment(version.savedAt()));
    return new ChoicePanel.Choice(
        words.from(version),
        texts.get("tariff.version." + standing),
        standing == Standing.IN_USE || standing == Standing.COMING,
        String.join("\n", words.sentence(version.tariff(model.kind())), saved).strip(),
        () -> model.take(version));
  }

  @FXML
  private void discard() {
    model.discard();
  }

  @FXML
  private void save() {
    model.save();
  }
}
