package io.gatehouse.ui.insight;

import io.gatehouse.common.ErrorCode;
import io.gatehouse.common.KnownFailure;
import io.gatehouse.parking.insight.LampWatch;
import io.gatehouse.parking.insight.PictureMedians;
import io.gatehouse.parking.insight.ReadingFigures;
import io.gatehouse.parking.insight.Span;
import io.gatehouse.ui.common.Formats;
import io.gatehouse.ui.common.Screen;
import io.gatehouse.ui.common.ScreenLayout;
import io.gatehouse.ui.common.ScreenTools;
import io.gatehouse.ui.common.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** What came in, went out and was paid, and how well plates were read. */
public final class InsightView implements Screen {

  private static final double GIGABYTE = 1e9;
  private static final double THOUSAND = 1_000;
  private static final int MISREADS = 8;
  private static final int MISREADS_COMPACT = 5;

  private final ScreenTools tools;
  private final Texts texts;
  private final Formats formats;
  private final InsightViewModel model;
  private final SpanWords spans;
  private final ReadingPanels panels;
  private final Map<Tab, ToggleButton> tabButtons = new EnumMap<>(Tab.class);
  private final Map<Series, NumberCard> cards = new EnumMap<>(Series.class);
  private final Map<Panel, ToggleButton> chips = new EnumMap<>(Panel.class);
  private final List<NumberCard> readingCards = new ArrayList<>();
  private final BarsPane bars = new BarsPane();
  private final SharesPane shares = new SharesPane();
  private final Label nothing = new Label();
  private final Parent root;

  @FXML private HBox tabs;
  @FXML private Label title;
  @FXML private Button forth;
  @FXML private Button present;
  @FXML private HBox noticeBox;
  @FXML private Label notice;
  @FXML private GridPane numbers;
  @FXML private FlowPane panelChips;
  @FXML private Label caption;
  @FXML private StackPane chart;

  public InsightView(InsightViewModel model, ScreenTools tools) {
    this.model = model;
    this.tools = tools;
    this.texts = tools.texts();
    this.formats = tools.formats();
    this.spans = new SpanWords(texts, tools.formats());
    this.panels = new ReadingPanels(texts, tools.formats());
    this.root = tools.loader().load(this);
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void shown() {
    model.refresh();
  }

  @Override
  public void key(KeyEvent event) {
    if (event.getEventType() != KeyEvent.KEY_PRESSED) {
      return;
    }
    switch (event.getCode()) {
      case KeyCode.ESCAPE -> tools.navigator().back();
      case KeyCode.LEFT -> model.step(-1);
      case KeyCode.RIGHT -> model.step(1);
      default -> {
        return;
      }
    }
    event.consume();
  }

  @FXML
  private void initialize() {
    for (Tab each : Tab.values()) {
      ToggleButton button = new ToggleButton();
      button.setId("insight-tab-" + each);
      button.textProperty().bind(texts.bound("insight.tab." + each));
      button.setOnAction(tap -> {
        model.show(each);
        show();
      });
      tabButtons.put(each, button);
      tabs.getChildren().add(button);
    }
    for (Series each : Series.values()) {
      NumberCard card = new NumberCard();
      card.setId("insight-" + each);
      card.setOnAction(tap -> {
        model.choose(each);
        show();
      });
      cards.put(each, card);
    }
    for (int i = 0; i < 4; i++) {
      NumberCard card = new NumberCard();
      card.setMouseTransparent(true);
      card.setFocusTraversable(false);
      readingCards.add(card);
    }
    for (Panel each : Panel.values()) {
      ToggleButton chip = new ToggleButton();
      chip.setId("insight-panel-" + each);
      chip.textProperty().bind(texts.bound("insight.panel." + each));
      chip.setOnAction(tap -> {
        model.choose(each);
        show();
      });
      chips.put(each, chip);
      panelChips.getChildren().add(chip);
    }
    nothing.getStyleClass().add("muted");
    noticeBox.managedProperty().bind(noticeBox.visibleProperty());
    panelChips.managedProperty().bind(panelChips.visibleProperty());
    present.managedProperty().bind(present.visibleProperty());
    caption.managedProperty().bind(caption.visibleProperty());
    texts.languageProperty().subscribe(language -> show());
    tools.layout().subscribe(layout -> show());
    model.spanProperty().subscribe(span -> show());
    model.businessProperty().subscribe(found -> show());
    model.readingProperty().subscribe(found -> show());
    model.writtenProperty().subscribe(file -> show());
    model.failureProperty().subscribe(failure -> show());
  }

  @FXML
  private void goBack() {
    model.step(-1);
  }

  @FXML
  private void goForth() {
    model.step(1);
  }

  @FXML
  private void goToPresent() {
    model.now();
  }

  @FXML
  private void export() {
    model.export();
  }

  private void show() {
    boolean reading = model.tabProperty().get() == Tab.READING;
    tabButtons.forEach((tab, button) -> button.setSelected(tab == model.tabProperty().get()));
    Span span = model.spanProperty().get();
    title.setText(spans.name(span));
    forth.setDisable(!model.canStepForward());
    present.setVisible(!span.contains(formats.today()) && !isCompact());
    panelChips.setVisible(reading);
    caption.setVisible(!reading || !isCompact());
    lay(reading ? readingCards : List.copyOf(cards.values()));
    if (reading) {
      model.readingProperty().get().ifPresent(this::showReading);
    } else {
      model.businessProperty().get().ifPresent(this::showBusiness);
    }
    showNotice(reading);
  }

  private boolean isCompact() {
    return tools.layout().getValue() == ScreenLayout.COMPACT;
  }

  private void lay(List<NumberCard> four) {
    int columns = tools.layout().getValue() == ScreenLayout.PORTRAIT ? 2 : 4;
    numbers.getChildren().clear();
    numbers.getColumnConstraints().clear();
    for (int i = 0; i < columns; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / columns);
      numbers.getColumnConstraints().add(column);
    }
    for (int i = 0; i < four.size(); i++) {
      numbers.add(four.get(i), i % columns, i / columns);
    }
  }

  private void showBusiness(Business business) {
    Series chosen = model.seriesProperty().get();
    cards.forEach((series, card) -> {
      card.setSelected(series == chosen);
      card.show(
          texts.get("insight.series." + series),
          amount(series, series.of(business.totals(), business.mostInside())),
          note(series, business));
    });
    caption.setText(
        texts.get("insight.caption." + chosen + "." + per(business))
            + " · "
            + texts.get("insight.caption.mark", spans.other(business)));
    BusinessBars made =
        new BusinessBars(
            tools.context().time().now().atZone(tools.context().zone()), texts.locale());
    showBars(made.bars(business, chosen), value -> amount(chosen, Math.round(value)));
  }

  private static String per(Business business) {
    return business.span().length() == Span.Length.DAY ? "hour" : "day";
  }

  private String amount(Series series, long value) {
    return series == Series.REVENUE ? formats.dong(value) : formats.number(value);
  }

  private String note(Series series, Business business) {
    if (series == Series.INSIDE) {
      return business.span().contains(formats.today())
          ? texts.get("insight.inside.now", formats.number(insideNow(business)))
          : texts.get("insight.inside.most");
    }
    long now = series.of(business.totals(), 0);
    long before = series.of(business.comparable(), 0);
    return spans.change(now, before, business, isCompact());
  }

  private long insideNow(Business business) {
    return business.days().stream()
        .filter(day -> day.day().equals(formats.today()))
        .mapToLong(day -> day.insideAtEnd())
        .findFirst()
        .orElse(0);
  }

  private void showReading(Reading reading) {
    ReadingFigures figures = reading.figures();
    Panel chosen = model.panelProperty().get();
    chips.forEach((panel, chip) -> chip.setSelected(panel == chosen));
    readingCards
        .get(0)
        .show(
            texts.get("insight.right"),
            figures.all().read() == 0 ? "–" : formats.percent(figures.all().right()),
            texts.get("insight.right.of", formats.number(figures.all().read())));
    readingCards
        .get(1)
        .show(
            texts.get("insight.corrected"),
            formats.number(figures.all().corrected()),
            texts.get("insight.unread", formats.number(figures.unread())));
    readingCards
        .get(2)
        .show(
            texts.get("insight.typed"),
            figures.passages() == 0 ? "–" : formats.percent(figures.typedShare()),
            texts.get(
                "insight.typed.of",
                formats.number(figures.typed()),
                formats.number(figures.passages())));
    readingCards
        .get(3)
        .show(
            texts.get("insight.storage"),
            texts.get("insight.gigabytes", reading.use().databaseBytes() / GIGABYTE),
            reading.disk().daysLeft().isPresent()
                ? texts.get("insight.storage.days", reading.disk().daysLeft().getAsLong())
                : texts.get("status.disk.free", reading.disk().freeBytes() / GIGABYTE));
    caption.setText(texts.get("insight.caption.panel." + chosen));
    switch (chosen) {
      case CONFIDENCE -> showRows(panels.confidence(figures));
      case MISREAD -> showRows(panels.misread(figures, isCompact() ? MISREADS_COMPACT : MISREADS));
      case LIGHT -> showRows(panels.light(figures));
      case HOURS -> showBars(ReadingPanels.hours(figures), v -> formats.number(Math.round(v)));
      case BRIGHTNESS -> showPictures(reading, PictureMedians::brightness);
      case SHARPNESS -> showPictures(reading, medians -> THOUSAND * medians.sharpness());
    }
  }

  private void showPictures(Reading reading, ToDoubleFunction<PictureMedians> figure) {
    showBars(
        ReadingPanels.pictures(reading.days(), formats.today(), figure),
        value -> formats.number(Math.round(value)));
  }

  private void showBars(List<Bar> made, DoubleFunction<String> words) {
    boolean any = made.stream().anyMatch(b -> b.value() > 0 || b.before().orElse(0) > 0);
    if (any) {
      bars.show(made, words, model::open);
      chart.getChildren().setAll(bars);
    } else {
      showNothing();
    }
  }

  private void showRows(List<SharesPane.Row> rows) {
    if (rows.isEmpty()) {
      showNothing();
    } else {
      shares.show(rows);
      chart.getChildren().setAll(shares);
    }
  }

  private void showNothing() {
    nothing.setText(texts.get("insight.nothing"));
    chart.getChildren().setAll(nothing);
  }

  /** What went wrong comes first, then what a technician should look at, then what was written. */
  private void showNotice(boolean reading) {
    Optional<Exception> failure = model.failureProperty().get();
    Optional<Path> written = model.writtenProperty().get();
    List<LampWatch.Warning> warnings =
        reading
            ? model.readingProperty().get().map(Reading::warnings).orElse(List.of())
            : List.of();
    noticeBox.getStyleClass().remove("good");
    noticeBox.setVisible(true);
    if (failure.isPresent()) {
      KnownFailure known = ErrorCode.diagnosis(failure.get()).orElse(KnownFailure.STORE_FAILED);
      notice.setText(
          texts.get("insight.failed", ErrorCode.of(failure.get()).text())
              + " "
              + texts.remedy(known));
    } else if (written.isPresent()) {
      noticeBox.getStyleClass().add("good");
      notice.setText(texts.get("insight.written", written.get()));
    } else if (!warnings.isEmpty()) {
      notice.setText(String.join("\n", warnings.stream().map(spans::warning).toList()));
    } else {
      noticeBox.setVisible(false);
    }
  }
}
