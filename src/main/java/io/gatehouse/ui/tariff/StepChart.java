package io.gatehouse.ui.tariff;

import io.gatehouse.ui.common.Formats;
import io.gatehouse.ui.common.Texts;
import io.gatehouse.ui.tariff.TariffPreview.Span;
import io.gatehouse.ui.tariff.TariffPreview.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** The fee over the length of the stay: steps, with the nights behind them. */
final class StepChart extends Pane {

  private static final double LEFT = 62;
  private static final double TOP = 14;
  private static final double RIGHT = 14;
  private static final double BOTTOM = 22;
  private static final double LABEL = 90;
  private static final double NAMED_WIDTH = 34;
  private static final int DAY = 24;
  private static final int QUARTERS = 4;
  private static final double LINE_DISTANCE = 30;
  private static final int LINES = 5;

  private final Texts texts;
  private final Formats formats;
  private Optional<TariffPreview> shown = Optional.empty();

  StepChart(Texts texts, Formats formats) {
    this.texts = texts;
    this.formats = formats;
    getStyleClass().add("step-chart");
    setMinSize(0, 60);
    widthProperty().subscribe(size -> draw());
    heightProperty().subscribe(size -> draw());
  }

  void show(TariffPreview preview) {
    shown = Optional.of(preview);
    draw();
  }

  private void draw() {
    double width = getWidth() - LEFT - RIGHT;
    double height = getHeight() - TOP - BOTTOM;
    getChildren().clear();
    if (shown.isEmpty() || width <= 0 || height <= 0) {
      return;
    }
    TariffPreview preview = shown.get();
    long unit = unit(preview.highest(), Math.clamp((long) (height / LINE_DISTANCE), 1, LINES));
    long top = Math.max(unit, Math.ceilDiv(preview.highest(), unit) * unit);
    Scale scale = new Scale(width / (preview.hours() * 60.0), height / top, TOP + height);
    List<Node> drawn = new ArrayList<>();
    for (Span night : preview.nights()) {
      double from = scale.x(night.from());
      double wide = scale.x(night.to()) - from;
      drawn.add(styled(new Rectangle(from, TOP, wide, height), "chart-night"));
      if (wide >= NAMED_WIDTH) {
        String name = texts.get("tariff.night");
        drawn.add(label(name, from, scale.ground() - 10, TextAlignment.CENTER, wide));
      }
    }
    for (long dong = 0; dong <= top; dong += unit) {
      drawn.add(styled(new Line(LEFT, scale.y(dong), LEFT + width, scale.y(dong)), "chart-grid"));
      drawn.add(label(formats.number(dong), 0, scale.y(dong), TextAlignment.RIGHT, LEFT - 8));
    }
    // every six hours; of several days every day
    int ticks = preview.hours() > DAY ? preview.hours() / DAY : QUARTERS;
    for (int tick = 0; tick <= ticks; tick++) {
      int hour = preview.hours() * tick / ticks;
      double x = scale.x(hour * 60);
      double y = getHeight() - BOTTOM / 2 + 1;
      // the outer ones stay within the chart
      double left = Math.min(x - LABEL / 2, getWidth() - LABEL);
      TextAlignment side = tick == ticks ? TextAlignment.RIGHT : TextAlignment.CENTER;
      drawn.add(label(formats.number(hour) + " h", left, y, side, LABEL));
    }
    drawn.add(area(preview, scale));
    drawn.add(line(preview, scale));
    drawn.forEach(node -> node.setManaged(false));
    getChildren().setAll(drawn);
  }

  /** Pixels for a minute and a đồng, and where nothing is paid. */
  private record Scale(double perMinute, double perDong, double ground) {
    double x(int minute) {
      return LEFT + minute * perMinute;
    }

    double y(long dong) {
      return ground - dong * perDong;
    }
  }

  private static Path line(TariffPreview preview, Scale scale) {
    Path path = new Path();
    List<Step> steps = preview.steps();
    path.getElements().add(new MoveTo(scale.x(0), scale.y(steps.getFirst().dong())));
    for (int i = 0; i < steps.size(); i++) {
      int until = i + 1 < steps.size() ? steps.get(i + 1).minute() : preview.hours() * 60;
      path.getElements()
          .add(new LineTo(scale.x(steps.get(i).minute()), scale.y(steps.get(i).dong())));
      path.getElements().add(new LineTo(scale.x(until), scale.y(steps.get(i).dong())));
    }
    return styled(path, "chart-line");
  }

  private static Path area(TariffPreview preview, Scale scale) {
    Path area = line(preview, scale);
    area.getElements().add(new LineTo(scale.x(preview.hours() * 60), scale.ground()));
    area.getElements().add(new LineTo(scale.x(0), scale.ground()));
    area.getStyleClass().setAll("chart-area");
    return area;
  }

  private static Text label(String words, double x, double y, TextAlignment side, double width) {
    Text text = styled(new Text(words), "chart-label");
    text.setTextOrigin(VPos.CENTER);
    text.setTextAlignment(side);
    text.setWrappingWidth(width);
    text.setX(x);
    text.setY(y);
    return text;
  }

  private static <N extends Node> N styled(N node, String style) {
    node.getStyleClass().add(style);
    return node;
  }

  /** From line to line: 1, 2 or 5 and zeros, so that there are not too many. */
  private static long unit(long highest, long lines) {
    long power = 1;
    while (true) {
      for (long factor : new long[] {1, 2, 5}) {
        if (factor * power * lines >= highest) {
          return factor * power;
        }
      }
      power *= 10;
    }
  }
}
