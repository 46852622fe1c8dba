package io.gatehouse.read;

import net.sourceforge.tess4j.ITessAPI.TessPageSegMode;

/** The data that Tesseract reads lines with, and how it wants to see them. */
public enum TesseractModel {

  /** Tesseract's own English reader: letters of about 30 pixels, with some ground around them. */
  ENGLISH("eng", "tessdata/eng.traineddata", 48, 10, TessPageSegMode.PSM_SINGLE_LINE),

  /** Ours, trained on generated plate lines alone (training/cards/plate-tesseract.md). */
  PLATE("vnplate", "models/tessdata/vnplate.traineddata", 36, 0, TessPageSegMode.PSM_RAW_LINE);

  private final String language;
  private final String resource;
  private final int lineHeight;
  private final int margin;
  private final int pageSegMode;

  TesseractModel(String language, String resource, int lineHeight, int margin, int pageSegMode) {
    this.language = language;
    this.resource = resource;
    this.lineHeight = lineHeight;
    this.margin = margin;
    this.pageSegMode = pageSegMode;
  }

  String language() {
    return language;
  }

  /** Where the data lies on the class path. */
  String resource() {
    return resource;
  }

  /** Pixels that a line is scaled to. */
  int lineHeight() {
    return lineHeight;
  }

  /** Pixels of ground added on all sides. */
  int margin() {
    return margin;
  }

  int pageSegMode() {
    return pageSegMode;
  }
}
