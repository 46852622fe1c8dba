package io.gatehouse.ui.common;

import io.gatehouse.plate.PlateColour;
import javafx.scene.paint.Color;

/**
 * The paints of a plate.
 *
 * @param ground of the metal
 * @param ink of characters and border
 * @param doubt of characters that may be misread
 */
record PlatePaint(Color ground, Color ink, Color doubt) {

  static PlatePaint of(PlateColour colour) {
    return switch (colour) {
      case WHITE ->
          new PlatePaint(Color.web("#f4f4ee"), Color.web("#111111"), Color.web("#b45309"));
      case YELLOW ->
          new PlatePaint(Color.web("#f4c534"), Color.web("#111111"), Color.web("#a02c0c"));
      case BLUE -> new PlatePaint(Color.web("#1b4fa3"), Color.web("#ffffff"), Color.web("#ffd54a"));
      case RED -> new PlatePaint(Color.web("#b4211c"), Color.web("#ffffff"), Color.web("#ffd54a"));
      case UNKNOWN ->
          new PlatePaint(Color.web("#dfe2e6"), Color.web("#111111"), Color.web("#b45309"));
    };
  }
}
