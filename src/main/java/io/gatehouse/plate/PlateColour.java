package io.gatehouse.plate;

/** Ground colour of a plate, which in Vietnam tells the owner's kind. */
public enum PlateColour {
  /** Private. */
  WHITE,
  /** Commercial. */
  YELLOW,
  /** State. */
  BLUE,
  /** Army. */
  RED,
  /** Not known: no picture, or night vision. */
  UNKNOWN
}
