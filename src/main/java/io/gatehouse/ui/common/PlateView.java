package io.gatehouse.ui.common;

import io.gatehouse.plate.Glyph;
import io.gatehouse.plate.PathSegment;
import io.gatehouse.plate.PlateAlphabet;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/**
 * A plate drawn as a plate: its colour, one or two lines, the plate alphabet, as large as the space
 * allows. Doubtful characters have another colour and a bar under them.
 */
public final class PlateView extends Region {

  /** Width to height of a plate of one line, and of two. */
  private static final double ONE_LINE = 4.2;

  private static final double TWO_LINES = 1.42;

  /** Shares of a plate's height. */
  private static final double BORDER = 0.025;

  private static final double CORNER = 0.12;
  private static final double MARGIN = 0.09;
  private static final double ONE_LINE_INK = 0.66;
  private static final double TWO_LINES_INK = 0.335;
  private static final double LINE_SPACE = 0.09;
  private static final double WIDEST_STRETCH = 1.15;

  private final PlateAlphabet alphabet;
  private final Canvas canvas = new Canvas();
  private final ObjectProperty<PlateFace> face = new SimpleObjectProperty<>();
  private final List<Cell> cells = new ArrayList<>();

  /** Where a character was drawn, and its place in the compact text. */
  private record Cell(int position, double left, double right, double top, double bottom) {}

  public PlateView(PlateAlphabet alphabet) {
    this.alphabet = alphabet;
    getChildren().add(canvas);
    setAccessibleRole(AccessibleRole.TEXT);
    getStyleClass().add("plate-view");
    setMinSize(0, 0);
    face.subscribe(now -> {
      setAccessibleText(now == null ? "" : now.plate().display());
      requestLayout();
    });
  }

  /** What is drawn; nothing while null. */
  public ObjectProperty<PlateFace> faceProperty() {
    return face;
  }

  /** The place in the compact text of the character drawn nearest to a point of this view. */
  public OptionalInt characterAt(double x, double y) {
    OptionalInt nearest = OptionalInt.empty();
    double least = Double.MAX_VALUE;
    for (Cell cell : cells) {
      double dx = Math.max(0, Math.max(cell.left() - x, x - cell.right()));
      double dy = Math.max(0, Math.max(cell.top() - y, y - cell.bottom()));
      if (dx * dx + dy * dy < least) {
        least = dx * dx + dy * dy;
        nearest = OptionalInt.of(cell.position());
      }
    }
    return nearest;
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    draw();
  }

  private void draw() {
    cells.clear();
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, getWidth(), getHeight());
    PlateFace now = face.get();
    if (now == null || getWidth() < 1 || getHeight() < 1) {
      return;
    }
    double ratio = now.twoLines() ? TWO_LINES : ONE_LINE;
    double height = Math.min(getHeight(), getWidth() / ratio);
    double width = Math.min(getWidth(), height * ratio);
    double left = (getWidth() - width) / 2;
    double top = (getHeight() - height) / 2;
    PlatePaint paint = PlatePaint.of(now.colour());
    drawMetal(g, paint, left, top, width, height);
    double inner = width - 2 * MARGIN * height;
    if (now.twoLines()) {
      double ink = TWO_LINES_INK * height;
      double upperTop = top + height * (1 - 2 * TWO_LINES_INK - LINE_SPACE) / 2;
      int next = drawLine(g, paint, now.plate().upper(), 0, left + width / 2, upperTop, inner, ink);
      double lowerTop = upperTop + ink + LINE_SPACE * height;
      drawLine(g, paint, now.plate().lower(), next, left + width / 2, lowerTop, inner, ink);
    } else {
      double ink = ONE_LINE_INK * height;
      double lineTop = top + (height - ink) / 2;
      drawLine(g, paint, now.plate().display(), 0, left + width / 2, lineTop, inner, ink);
    }
  }

  private static void drawMetal(
      GraphicsContext g, PlatePaint paint, double x, double y, double width, double height) {
    double corner = CORNER * height;
    double border = Math.max(1.5, BORDER * height);
    g.setFill(paint.ground());
    g.fillRoundRect(x, y, width, height, corner, corner);
    g.setStroke(paint.ink());
    g.setLineWidth(border);
    g.strokeRoundRect(
        x + border * 1.5,
        y + border * 1.5,
        width - border * 3,
        height - border * 3,
        corner,
        corner);
  }

  /** Draws a line of characters around its middle; returns the place of the next character. */
  private int drawLine(
      GraphicsContext g,
      PlatePaint paint,
      String line,
      int first,
      double middle,
      double top,
      double room,
      double ink) {
    List<Glyph> glyphs = line.chars().mapToObj(c -> alphabet.glyphOrBox((char) c)).toList();
    double natural =
        glyphs.stream().mapToDouble(glyph -> glyph.advance() / glyph.height()).sum() * ink;
    double stretch = natural == 0 ? 1 : Math.min(WIDEST_STRETCH, room / natural);
    double x = middle - natural * stretch / 2;
    int position = first;
    for (Glyph glyph : glyphs) {
      Glyph scaled = glyph.scaled(ink, stretch);
      boolean counts = PlateText.counts(glyph.character());
      boolean doubtful = counts && face.get().doubtful().contains(position);
      stroke(g, scaled, doubtful ? paint.doubt() : paint.ink(), x, top);
      if (doubtful) {
        double bar = Math.max(3, 0.09 * ink);
        g.setFill(paint.doubt());
        g.fillRect(x + 1, top + ink + bar * 0.5, scaled.advance() - 2, bar);
      }
      if (counts) {
        cells.add(new Cell(position, x, x + scaled.advance(), top, top + ink));
        position++;
      }
      x += scaled.advance();
    }
    return position;
  }

  private static void stroke(GraphicsContext g, Glyph glyph, Color ink, double x, double y) {
    g.setStroke(ink);
    g.setLineWidth(glyph.strokeWidth());
    g.setLineCap(StrokeLineCap.BUTT);
    g.setLineJoin(StrokeLineJoin.MITER);
    g.setMiterLimit(PlateAlphabet.MITER_LIMIT);
    g.beginPath();
    for (PathSegment segment : glyph.moved(x, y).path()) {
      switch (segment) {
        case PathSegment.Move(double px, double py) -> g.moveTo(px, py);
        case PathSegment.Line(double px, double py) -> g.lineTo(px, py);
        case PathSegment.Curve(double ax, double ay, double bx, double by, double px, double py) ->
            g.bezierCurveTo(ax, ay, bx, by, px, py);
        case PathSegment.Close() -> g.closePath();
      }
    }
    g.stroke();
  }
}
