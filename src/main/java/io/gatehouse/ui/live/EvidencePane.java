package io.gatehouse.ui.live;

import io.gatehouse.ui.common.PictureBox;
import io.gatehouse.ui.common.PlateView;
import javafx.scene.layout.Pane;

/**
 * The camera's crop and the plate as it was read, both as large as possible and in the same shape,
 * so that the eye compares without moving: plates of two lines side by side, of one line one above
 * the other.
 */
final class EvidencePane extends Pane {

  private static final double GAP = 8;

  private final PictureBox crop;
  private final PlateView plate;

  EvidencePane(PictureBox crop, PlateView plate) {
    this.crop = crop;
    this.plate = plate;
    getChildren().addAll(crop, plate);
    setMinSize(0, 0);
    plate.faceProperty().subscribe(face -> requestLayout());
  }

  @Override
  protected double computePrefHeight(double width) {
    return 0;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    boolean beside = plate.faceProperty().get() != null && plate.faceProperty().get().twoLines();
    if (beside) {
      double half = (width - GAP) / 2;
      crop.resizeRelocate(0, 0, half, height);
      plate.resizeRelocate(half + GAP, 0, half, height);
    } else {
      double half = (height - GAP) / 2;
      crop.resizeRelocate(0, 0, width, half);
      plate.resizeRelocate(0, half + GAP, width, half);
    }
  }
}
