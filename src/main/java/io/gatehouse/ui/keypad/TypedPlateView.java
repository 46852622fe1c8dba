package io.gatehouse.ui.keypad;

import io.gatehouse.ui.keypad.KeypadState.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** The plate as typed: large, with a caret; a tap on a character marks it to be replaced. */
final class TypedPlateView extends Pane {

  private static final PseudoClass DOUBTFUL = PseudoClass.getPseudoClass("doubtful");
  private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
  private static final double TARGET = 56;
  private static final double WIDEST = 76;
  private static final double SEPARATOR = 0.5;
  private static final double SEPARATOR_TYPE = 0.8;
  private static final double CARET = 4;

  /** Height of the type in relation to the cell's width, so that W still fits. */
  private static final double TYPE = 1.06;

  private final IntConsumer select;
  private final List<Label> labels = new ArrayList<>();
  private final Region caret = new Region();
  private List<Cell> cells = List.of();
  private int caretCell;

  /**
   * @param select told the place in the compact text of a character that was tapped
   */
  TypedPlateView(IntConsumer select) {
    this.select = select;
    caret.getStyleClass().add("caret");
    getStyleClass().add("typed-plate");
    getChildren().add(caret);
  }

  void show(KeypadState state) {
    cells = state.cells();
    caretCell = state.caretCell();
    getChildren().removeAll(labels);
    labels.clear();
    for (Cell cell : cells) {
      Label label = label(cell);
      labels.add(label);
      getChildren().add(label);
    }
    caret.setVisible(cells.stream().noneMatch(Cell::marked));
    caret.toFront();
    requestLayout();
  }

  private Label label(Cell cell) {
    Label label = new Label(String.valueOf(cell.character()));
    label.getStyleClass().add(cell.separates() ? "separator" : "typed");
    label.pseudoClassStateChanged(DOUBTFUL, cell.doubtful());
    label.pseudoClassStateChanged(MARKED, cell.marked());
    if (!cell.separates()) {
      label.setOnMouseClicked(tap -> select.accept(cell.position()));
    }
    return label;
  }

  @Override
  protected double computePrefHeight(double width) {
    return 92;
  }

  @Override
  protected double computeMinHeight(double width) {
    return 60;
  }

  @Override
  protected void layoutChildren() {
    double separators = cells.stream().filter(Cell::separates).count() * SEPARATOR;
    double widths = cells.size() - cells.stream().filter(Cell::separates).count() + separators;
    double cell = Math.min(WIDEST, (getWidth() - CARET) / Math.max(1, widths));
    double height = Math.min(getHeight(), Math.max(TARGET, cell * 1.35));
    double top = (getHeight() - height) / 2;
    double size = Math.min(cell * TYPE, height * 0.84);
    double x = 0;
    for (int i = 0; i < cells.size(); i++) {
      if (i == caretCell) {
        place(caret, x - CARET / 2, top, CARET, height);
      }
      double width = cells.get(i).separates() ? cell * SEPARATOR : cell;
      labels.get(i).setStyle(style(cells.get(i).separates() ? size * SEPARATOR_TYPE : size));
      place(labels.get(i), x, top, width, height);
      x += width;
    }
    if (caretCell >= cells.size()) {
      place(caret, x, top, CARET, height);
    }
  }

  /** A style, because the style sheet's own size would win over a font that is set. */
  private static String style(double size) {
    return "-fx-font-weight: bold; -fx-font-size: %dpx;".formatted((int) size);
  }

  private static void place(Node node, double x, double y, double width, double height) {
    node.resizeRelocate(x, y, width, height);
  }
}
