package io.gatehouse.ui.tariff;

import io.gatehouse.parking.tariff.Fee;
import io.gatehouse.ui.common.Formats;
import io.gatehouse.ui.common.ScreenLayout;
import io.gatehouse.ui.common.Texts;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What stays would cost: in words, as a chart, and a few lengths with their sums. */
final class PreviewPane extends VBox {

  private static final int DAY = 24;
  private static final List<Integer> RANGES = List.of(24, 72);
  private static final List<Integer> HOURS = List.of(60, 120, 240, 480, 720, 1440);
  private static final List<Integer> DAYS = List.of(720, 1440, 2160, 2880, 4320);

  private final TariffViewModel model;
  private final TariffWords words;
  private final Texts texts;
  private final Formats formats;
  private final Label sentence = new Label();
  private final Label sum = new Label();
  private final StepChart chart;
  private final HBox chips = new HBox();
  private final HBox lengths = new HBox();
  private final Map<Integer, ToggleButton> ranges = new LinkedHashMap<>();
  private final Map<Arrival, ToggleButton> arrivals = new EnumMap<>(Arrival.class);
  private int chosen = 1440;
  private boolean small;

  PreviewPane(TariffViewModel model, TariffWords words, Texts texts, Formats formats) {
    this.model = model;
    this.words = words;
    this.texts = texts;
    this.formats = formats;
    this.chart = new StepChart(texts, formats);
    getStyleClass().addAll("card", "tariff-preview");
    setId("tariff-preview");
    sentence.setId("tariff-sentence");
    sentence.setWrapText(true);
    sentence.getStyleClass().add("tariff-sentence");
    sum.setId("tariff-sum");
    sum.setWrapText(true);
    sum.getStyleClass().add("muted");
    chips.getStyleClass().add("chips");
    lengths.getStyleClass().add("chips");
    for (int hours : RANGES) {
      ToggleButton chip = chip("tariff-range-" + hours, () -> model.hours(hours));
      ranges.put(hours, chip);
    }
    for (Arrival arrival : Arrival.values()) {
      arrivals.put(arrival, chip("tariff-" + arrival, () -> model.choose(arrival)));
    }
    VBox.setVgrow(chart, Priority.ALWAYS);
    for (Label label : List.of(sentence, sum)) {
      label.setMinHeight(USE_PREF_SIZE);
    }
    for (Node each : List.of(chips, lengths, sum)) {
      each.managedProperty().bind(each.visibleProperty());
    }
    getChildren().addAll(sentence, chart, chips, lengths, sum);
  }

  private ToggleButton chip(String id, Runnable action) {
    ToggleButton chip = new ToggleButton();
    chip.setId(id);
    chip.setMaxWidth(Double.MAX_VALUE);
    chip.setMinWidth(0);
    HBox.setHgrow(chip, Priority.ALWAYS);
    chip.setOnAction(tap -> action.run());
    chips.getChildren().add(chip);
    return chip;
  }

  void arrange(ScreenLayout layout) {
    small = layout == ScreenLayout.COMPACT;
  }

  void show() {
    boolean typing = model.typed().isPresent();
    chips.setVisible(!typing);
    lengths.setVisible(!small && !typing);
    sum.setVisible(!small && !typing);
    sentence.setText(words.sentence(model.draft()));
    chart.show(model.preview());
    ranges.forEach((hours, chip) -> {
      chip.setText(
          small
              ? texts.get("tariff.hours", hours)
              : hours == DAY ? words.span(hours * 60) : texts.get("format.days", hours / DAY));
      chip.setSelected(model.hours() == hours);
    });
    arrivals.forEach((arrival, chip) -> {
      String at = words.clock(arrival.time());
      chip.setText(small ? at : texts.get("tariff.comes", at));
      chip.setSelected(model.arrival() == arrival);
    });
    List<Integer> offered = model.hours() == DAY ? HOURS : DAYS;
    lengths.getChildren().setAll(offered.stream().map(this::length).toList());
    Fee fee = fee(chosen);
    sum.setText(
        texts.get(
            "tariff.sum", words.span(chosen), formats.dong(fee.dong()), words.explanation(fee)));
  }

  private ToggleButton length(int minutes) {
    ToggleButton chip =
        new ToggleButton(words.span(minutes) + "\n" + formats.dong(fee(minutes).dong()));
    chip.setId("tariff-length-" + minutes);
    chip.getStyleClass().add("length");
    chip.setMaxWidth(Double.MAX_VALUE);
    chip.setMinWidth(0);
    chip.setSelected(minutes == chosen);
    HBox.setHgrow(chip, Priority.ALWAYS);
    chip.setOnAction(tap -> {
      chosen = minutes;
      show();
    });
    return chip;
  }

  private Fee fee(int minutes) {
    return TariffPreview.fee(model.draft(), model.entered(), minutes, formats.zone());
  }
}
