package io.gatehouse.ui.people;

import io.gatehouse.parking.audit.AuditCheck;
import io.gatehouse.parking.audit.AuditEntry;
import io.gatehouse.parking.audit.AuditEvent;
import io.gatehouse.ui.common.PagedRows;
import io.gatehouse.ui.common.Screen;
import io.gatehouse.ui.common.ScreenLayout;
import io.gatehouse.ui.common.ScreenTools;
import io.gatehouse.ui.common.Texts;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The audit trail: who did what, when, and who allowed it. Nothing can be changed here. */
public final class AuditView implements Screen {

  private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");
  private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");
  private static final double ROW = 64;
  private static final int SEAL_SHOWN = 12;

  private final AuditViewModel model;
  private final ScreenTools tools;
  private final Texts texts;
  private final Parent root;
  private PagedRows paged;

  @FXML private FlowPane choices;
  @FXML private Label verdict;
  @FXML private VBox rows;
  @FXML private Button newer;
  @FXML private Button older;

  public AuditView(AuditViewModel model, ScreenTools tools) {
    this.model = model;
    this.tools = tools;
    this.texts = tools.texts();
    this.root = tools.loader().load(this);
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void shown() {
    model.newest();
  }

  @Override
  public void key(KeyEvent event) {
    tools.leaveOnEscape(event);
  }

  @FXML
  private void initialize() {
    paged = new PagedRows(rows, newer, older, ROW, model::show);
    model.pageProperty().subscribe(page -> show());
    model.choiceProperty().subscribe(choice -> show());
    model.verdictProperty().subscribe(found -> showVerdict());
    texts
        .languageProperty()
        .subscribe(language -> {
          show();
          showVerdict();
        });
  }

  @FXML
  private void verify() {
    model.verify();
  }

  @FXML
  private void goNewer() {
    model.newer();
  }

  @FXML
  private void goOlder() {
    model.older();
  }

  private void show() {
    AuditViewModel.Page page = model.pageProperty().get();
    choices
        .getChildren()
        .setAll(Stream.of(AuditViewModel.Choice.values()).map(this::chip).toList());
    paged.show(page.entries().stream().map(this::row).toList(), page.hasNewer(), page.hasOlder());
  }

  private ToggleButton chip(AuditViewModel.Choice choice) {
    ToggleButton chip = new ToggleButton(texts.get("audit.choice." + choice));
    chip.setSelected(model.choiceProperty().get() == choice);
    chip.setOnAction(tap -> model.choose(choice));
    return chip;
  }

  private Node row(AuditEntry entry) {
    AuditEvent event = entry.event();
    Label what = new Label(texts.of(event.kind()));
    what.getStyleClass().add("strong");
    Label about = new Label(about(event));
    Label when = new Label(tools.formats().momentWithSeconds(event.at()) + " · " + who(event));
    when.getStyleClass().addAll("muted", "small");
    HBox first = new HBox(12, what, about);
    first.setAlignment(Pos.BASELINE_LEFT);
    VBox words = new VBox(2, first, when);
    words.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(words);
    row.getStyleClass().add("audit-row");
    row.setMinHeight(ROW);
    row.setMaxHeight(ROW);
    if (event.passage().isPresent()) {
      Button open = new Button();
      open.setGraphic(new org.kordamp.ikonli.javafx.FontIcon("mdi2i-image-outline"));
      open.setAccessibleText(texts.get("audit.open"));
      open.setOnAction(tap -> model.open(entry));
      row.getChildren().add(open);
    }
    return row;
  }

  private String about(AuditEvent event) {
    return Stream.of(
            event.plate(),
            event.amountDong().map(dong -> tools.formats().number(dong) + " ₫").orElse(""),
            AuditWords.details(event, texts))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private String who(AuditEvent event) {
    String name = event.who().name().isEmpty() ? texts.get("history.nobody") : event.who().name();
    String role = event.who().role().map(of -> " (" + texts.of(of) + ")").orElse("");
    String allowed =
        event.approvedBy().isEmpty() ? "" : " · " + texts.get("audit.allowed", event.approvedBy());
    return name + role + allowed;
  }

  private void showVerdict() {
    AuditViewModel.Verdict found = model.verdictProperty().get();
    verdict.setText(
        switch (found) {
          case AuditViewModel.Verdict.None() -> "";
          case AuditViewModel.Verdict.Looking() -> texts.get("audit.looking");
          case AuditViewModel.Verdict.Failed() -> texts.get("audit.failed");
          case AuditViewModel.Verdict.Found(AuditCheck.Sound(long entries, String seal)) ->
              texts.get(
                  "audit.sound",
                  tools.formats().number(entries),
                  seal.isEmpty() ? "–" : seal.substring(0, SEAL_SHOWN));
          case AuditViewModel.Verdict.Found(AuditCheck.Broken(long no)) ->
              texts.get("audit.broken", tools.formats().number(no));
        });
    boolean sound =
        found instanceof AuditViewModel.Verdict.Found(AuditCheck check)
            && check instanceof AuditCheck.Sound;
    boolean broken =
        found instanceof AuditViewModel.Verdict.Found(AuditCheck check)
            && check instanceof AuditCheck.Broken;
    verdict.pseudoClassStateChanged(GOOD, sound);
    verdict.pseudoClassStateChanged(BAD, broken);
    boolean wide = tools.layout().getValue() != ScreenLayout.COMPACT;
    verdict.setManaged(wide || !verdict.getText().isEmpty());
  }
}
