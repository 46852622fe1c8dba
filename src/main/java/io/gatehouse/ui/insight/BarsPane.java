package io.gatehouse.ui.insight;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * A bar chart of plain nodes, so that style sheets colour it: bars, across each a mark of what it
 * is compared with, three lines to read heights by, and the highest bar's value.
 */
final class BarsPane extends Pane {

  private static final double AXIS_GAP = 10;
  private static final double TOP_GAP = 30;
  private static final double MARK = 3;
  private static final double WIDEST = 56;
  private static final int LINES = 2;

  private final List<Region> bars = new ArrayList<>();
  private final List<Region> marks = new ArrayList<>();
  private final List<Region> columns = new ArrayList<>();
  private final List<Label> labels = new ArrayList<>();
  private final List<Region> lines = new ArrayList<>();
  private final List<Label> heights = new ArrayList<>();
  private final Label peak = new Label();
  private List<Bar> shown = List.of();
  private double top = 1;
  private int highest = -1;

  BarsPane() {
    getStyleClass().add("bars");
    peak.getStyleClass().add("bars-peak");
    setMinSize(0, 0);
  }

  /**
   * Shows other bars.
   *
   * @param words for a value
   * @param onDay a bar with a day was tapped
   */
  void show(List<Bar> wanted, DoubleFunction<String> words, Consumer<LocalDate> onDay) {
    shown = List.copyOf(wanted);
    for (List<? extends Region> group : List.of(bars, marks, columns, labels, lines, heights)) {
      group.clear();
    }
    double most = 0;
    highest = -1;
    for (int i = 0; i < shown.size(); i++) {
      Bar bar = shown.get(i);
      if (bar.value() > (highest < 0 ? 0 : shown.get(highest).value())) {
        highest = i;
      }
      most = Math.max(most, Math.max(bar.value(), bar.before().orElse(0)));
      add(bar, onDay);
    }
    top = NiceScale.top(most);
    for (int i = 0; i <= LINES; i++) {
      lines.add(styled(new Region(), "bars-line"));
      Label height = new Label(words.apply(top * i / LINES));
      heights.add(styled(height, "bars-height"));
    }
    peak.setText(highest < 0 ? "" : words.apply(shown.get(highest).value()));
    getChildren().setAll(lines);
    getChildren().addAll(heights);
    getChildren().addAll(columns);
    getChildren().addAll(bars);
    getChildren().addAll(marks);
    getChildren().addAll(labels);
    getChildren().add(peak);
    requestLayout();
  }

  private void add(Bar bar, Consumer<LocalDate> onDay) {
    Region column = styled(new Region(), "bars-column");
    bar.day()
        .ifPresent(day -> {
          column.setOnMouseClicked(tap -> onDay.accept(day));
          column.getStyleClass().add("tappable");
        });
    columns.add(column);
    Region body = styled(new Region(), "bar");
    body.setMouseTransparent(true);
    if (bar.now()) {
      body.getStyleClass().add("now");
    }
    bars.add(body);
    Region mark = styled(new Region(), "bar-before");
    mark.setMouseTransparent(true);
    mark.setVisible(bar.before().isPresent());
    marks.add(mark);
    Label label = styled(new Label(bar.label()), "bars-label");
    label.setAlignment(Pos.CENTER);
    label.setMouseTransparent(true);
    if (bar.now()) {
      label.getStyleClass().add("now");
    }
    labels.add(label);
  }

  private static <T extends Region> T styled(T node, String style) {
    node.getStyleClass().add(style);
    return node;
  }

  @Override
  protected void layoutChildren() {
    if (shown.isEmpty()) {
      return;
    }
    double axis = 0;
    for (Label height : heights) {
      axis = Math.max(axis, Math.ceil(height.prefWidth(-1)));
    }
    double left = axis + AXIS_GAP;
    double labelHeight = Math.ceil(labels.getFirst().prefHeight(-1));
    double bottom = getHeight() - labelHeight - 4;
    double room = Math.max(1, bottom - TOP_GAP);
    double each = Math.max(1, (getWidth() - left) / shown.size());
    for (int i = 0; i < lines.size(); i++) {
      double y = Math.round(bottom - room * i / LINES);
      lines.get(i).resizeRelocate(left, y, getWidth() - left, 1);
      Label height = heights.get(i);
      double h = height.prefHeight(-1);
      height.resizeRelocate(0, y - h / 2, axis, h);
    }
    int every = labelsEvery(each);
    for (int i = 0; i < shown.size(); i++) {
      layBar(i, left + i * each, each, bottom, room, labelHeight);
      labels.get(i).setVisible(i % every == 0);
    }
    layPeak(left, each, bottom, room);
  }

  private void layBar(
      int i, double x, double each, double bottom, double room, double labelHeight) {
    Bar bar = shown.get(i);
    double width = Math.min(WIDEST, Math.max(2, Math.floor(each * 0.68)));
    double start = Math.round(x + (each - width) / 2);
    double height = bar.value() <= 0 ? 0 : Math.max(2, Math.round(room * bar.value() / top));
    columns.get(i).resizeRelocate(x, 0, each, getHeight());
    bars.get(i).resizeRelocate(start, bottom - height, width, height);
    double mark = Math.round(room * bar.before().orElse(0) / top);
    double over = Math.min(4, each * 0.12);
    marks.get(i).resizeRelocate(start - over, bottom - mark - MARK / 2, width + 2 * over, MARK);
    // a label may be wider than its bar where its neighbours' are left out
    double wide = Math.max(each, Math.ceil(labels.get(i).prefWidth(-1)));
    labels.get(i).resizeRelocate(x + (each - wide) / 2, bottom + 4, wide, labelHeight);
  }

  private void layPeak(double left, double each, double bottom, double room) {
    if (highest < 0) {
      return;
    }
    double width = Math.ceil(peak.prefWidth(-1));
    double height = peak.prefHeight(-1);
    Bar bar = shown.get(highest);
    double at = Math.max(bar.value(), bar.before().orElse(0));
    double middle = left + (highest + 0.5) * each;
    double x = Math.clamp(middle - width / 2, left, Math.max(left, getWidth() - width));
    peak.resizeRelocate(x, bottom - room * at / top - height - 4, width, height);
  }

  /** Every label, or every second, third …, so that they do not touch. */
  private int labelsEvery(double each) {
    double widest = 0;
    for (Label label : labels) {
      widest = Math.max(widest, label.prefWidth(-1));
    }
    return Math.max(1, (int) Math.ceil((widest + 4) / each));
  }
}
