package io.gatehouse.ui.insight;

/** What of the reading is shown large. */
enum Panel {
  CONFIDENCE,
  MISREAD,
  HOURS,
  LIGHT,
  BRIGHTNESS,
  SHARPNESS
}
