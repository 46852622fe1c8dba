package io.gatehouse.ui.common;

import java.util.Locale;

/** The three shapes of display that the screens are laid out for. */
public enum ScreenLayout {
  /** Small and lying, such as 800x480. */
  COMPACT,
  /** Lying, such as 1280x720. */
  WIDE,
  /** Upright, such as 720x1280. */
  PORTRAIT;

  /** The layout for a window of the given size in pixels. */
  public static ScreenLayout of(double width, double height) {
    if (height > width) {
      return PORTRAIT;
    }
    return width < 1000 || height < 600 ? COMPACT : WIDE;
  }

  /** The style class that the root of all screens carries while this layout is in use. */
  public String styleClass() {
    return name().toLowerCase(Locale.ROOT);
  }
}
