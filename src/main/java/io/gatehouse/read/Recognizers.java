package io.gatehouse.read;

import io.gatehouse.camera.Natives;
import io.gatehouse.detect.TextLineDetector;
import io.gatehouse.detect.TextPlateDetector;
import io.gatehouse.plate.PlateGrammar;
import java.nio.file.Path;

/** The recognisers that ship with the product. */
public final class Recognizers {

  private Recognizers() {}

  /**
   * Text finder and reader of PP-OCRv4. Loads for about a second.
   *
   * @param threads that share the work on one frame, at least 1
   */
  public static PlateRecognizer ppOcr(PlateGrammar grammar, int threads) {
    Natives.load();
    return recognizer(new PpOcrLineReader(threads), grammar, threads);
  }

  /**
   * The same text finder with Tesseract as reader, for a second opinion.
   *
   * @param cache folder that Tesseract's data file is unpacked to
   */
  public static PlateRecognizer tesseract(PlateGrammar grammar, int threads, Path cache) {
    Natives.load();
    return recognizer(TesseractLineReader.open(cache), grammar, threads);
  }

  private static PlateRecognizer recognizer(
      TextLineReader lineReader, PlateGrammar grammar, int threads) {
    return new TextPlateRecognizer(
        new TextPlateDetector(new TextLineDetector(threads)),
        new LinePlateReader(lineReader, grammar));
  }
}
