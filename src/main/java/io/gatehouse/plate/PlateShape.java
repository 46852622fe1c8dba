package io.gatehouse.plate;

/**
 * The metal a plate is stamped on: sizes of QCVN 08:2024/BCA; letters of the car's long and the
 * motorbike's plate as circular 64/2017/TT-BCA gives them (80 x 40 mm, 55 x 22 mm), the rest
 * measured on photographs. All in millimetres.
 */
public enum PlateShape {
  /** One line, front and rear of cars. */
  CAR_LONG(520, 110, 1, 80, 1, 0),
  /** Two lines, mostly at the rear of cars. */
  CAR_SHORT(330, 165, 2, 63, 1.15, 0),
  /** Two lines. */
  MOTORBIKE(190, 140, 2, 55, 0.8, 2);

  private final double width;
  private final double height;
  private final int lines;
  private final double letterHeight;
  private final double stretch;
  private final double tracking;

  PlateShape(
      double width,
      double height,
      int lines,
      double letterHeight,
      double stretch,
      double tracking) {
    this.width = width;
    this.height = height;
    this.lines = lines;
    this.letterHeight = letterHeight;
    this.stretch = stretch;
    this.tracking = tracking;
  }

  /** The usual shape for a plate: by its lines, or where nobody saw them by its kind. */
  public static PlateShape of(Plate plate) {
    boolean motorbike =
        plate.kind() == PlateKind.MOTORBIKE || plate.kind() == PlateKind.ELECTRIC_MOTORBIKE;
    if (plate.lower().isEmpty()) {
      return CAR_LONG;
    }
    return motorbike ? MOTORBIKE : CAR_SHORT;
  }

  public double width() {
    return width;
  }

  public double height() {
    return height;
  }

  /** How many lines of text, 1 or 2. */
  public int lines() {
    return lines;
  }

  /** Height of the letters. */
  public double letterHeight() {
    return letterHeight;
  }

  /** Width of the letters in relation to the alphabet's own proportion. */
  double stretch() {
    return stretch;
  }

  /** Space added between two letters. */
  double tracking() {
    return tracking;
  }

  /** Of the metal's corners. */
  public double cornerRadius() {
    return height * 0.07;
  }

  /** From the metal's edge to the middle of the frame line. */
  public double frameInset() {
    return 3.5;
  }

  /** Width of the frame line. */
  public double frameWidth() {
    return 2.5;
  }
}
