package io.gatehouse.ui.common;

import io.gatehouse.plate.PathSegment;
import io.gatehouse.plate.PlacedGlyph;
import io.gatehouse.plate.PlateAlphabet;
import io.gatehouse.plate.PlateLayout;
import io.gatehouse.plate.PlateShape;
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
 * A plate drawn as a plate: its colour, its shape, the plate alphabet, as large as the space
 * allows. Doubtful characters have another colour and a bar under them.
 */
public final class PlateView extends Region {

  private static final double LEAST_LINE = 1.5;
  private static final double LEAST_BAR = 3;

  /** Thickness of the bar under a doubtful character, as a share of the letter's height. */
  private static final double BAR = 0.1;

  private final PlateAlphabet alphabet;
  private final Canvas canvas = new Canvas();
  private final ObjectProperty<PlateFace> face = new SimpleObjectProperty<>();
  private PlateLayout layout;
  private double scale;
  private double left;
  private double top;

  public PlateView(PlateAlphabet alphabet) {
    this.alphabet = alphabet;
    getChildren().add(canvas);
    setAccessibleRole(AccessibleRole.TEXT);
    getStyleClass().add("plate-view");
    setMinSize(0, 0);
    face.subscribe(this::changed);
  }

  /** What is drawn; nothing while null. */
  public ObjectProperty<PlateFace> faceProperty() {
    return face;
  }

  /** The place in the compact text of the character drawn nearest to a point of this view. */
  public OptionalInt characterAt(double x, double y) {
    OptionalInt nearest = OptionalInt.empty();
    double least = Double.MAX_VALUE;
    if (layout == null) {
      return nearest;
    }
    double millimetreX = (x - left) / scale;
    double millimetreY = (y - top) / scale;
    for (PlacedGlyph glyph : layout.glyphs()) {
      double dx = millimetreX - (glyph.x() + glyph.width() / 2);
      double dy = millimetreY - (glyph.y() + glyph.height() / 2);
      double distance = dx * dx + dy * dy;
      if (glyph.index() >= 0 && distance < least) {
        least = distance;
        nearest = OptionalInt.of(glyph.index());
      }
    }
    return nearest;
  }

  private void changed(PlateFace now) {
    setAccessibleText(now == null ? "" : now.plate().display());
    layout = now == null ? null : PlateLayout.of(now.plate(), alphabet);
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, getWidth(), getHeight());
    if (layout == null) {
      return;
    }
    PlateShape shape = layout.shape();
    scale = Math.min(getWidth() / shape.width(), getHeight() / shape.height());
    left = Math.rint((getWidth() - shape.width() * scale) / 2);
    top = Math.rint((getHeight() - shape.height() * scale) / 2);
    if (scale <= 0) {
      return;
    }
    PlatePaint paint = PlatePaint.of(face.get().colour());
    drawMetal(g, paint, shape);
    g.setLineCap(StrokeLineCap.BUTT);
    g.setLineJoin(StrokeLineJoin.MITER);
    g.setMiterLimit(PlateAlphabet.MITER_LIMIT);
    for (PlacedGlyph glyph : layout.glyphs()) {
      boolean doubtful = face.get().doubtful().contains(glyph.index());
      stroke(g, glyph, doubtful ? paint.doubt() : paint.ink());
      if (doubtful) {
        underline(g, glyph, paint.doubt());
      }
    }
  }

  private void drawMetal(GraphicsContext g, PlatePaint paint, PlateShape shape) {
    double corner = 2 * shape.cornerRadius() * scale;
    double inset = shape.frameInset() * scale;
    double width = shape.width() * scale;
    double height = shape.height() * scale;
    g.setFill(paint.ground());
    g.fillRoundRect(left, top, width, height, corner, corner);
    g.setStroke(paint.ink());
    g.setLineWidth(Math.max(LEAST_LINE, shape.frameWidth() * scale));
    double inner = corner - inset;
    g.strokeRoundRect(
        left + inset, top + inset, width - 2 * inset, height - 2 * inset, inner, inner);
  }

  private void stroke(GraphicsContext g, PlacedGlyph placed, Color ink) {
    g.setStroke(ink);
    g.setLineWidth(placed.glyph().strokeWidth() * scale);
    g.beginPath();
    for (PathSegment segment : placed.glyph().path()) {
      switch (segment.transformed(scale, scale, left, top)) {
        case PathSegment.Move(double x, double y) -> g.moveTo(x, y);
        case PathSegment.Line(double x, double y) -> g.lineTo(x, y);
        case PathSegment.Curve(double x1, double y1, double x2, double y2, double x, double y) ->
            g.bezierCurveTo(x1, y1, x2, y2, x, y);
        case PathSegment.Close() -> g.closePath();
      }
    }
    g.stroke();
  }

  private void underline(GraphicsContext g, PlacedGlyph placed, Color paint) {
    double bar = Math.max(LEAST_BAR, placed.height() * scale * BAR);
    double foot = top + (placed.y() + placed.height()) * scale;
    g.setFill(paint);
    g.fillRect(left + placed.x() * scale + 1, foot + 2, placed.width() * scale - 2, bar);
  }
}
