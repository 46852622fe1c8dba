package io.gatehouse.read;

import io.gatehouse.camera.Natives;
import io.gatehouse.detect.NetPlateDetector;
import io.gatehouse.detect.TextLineDetector;
import io.gatehouse.detect.TextPlateDetector;
import io.gatehouse.plate.PlateGrammar;
import java.util.Optional;

/** The recognisers that ship with the product. */
public final class Recognizers {

  private Recognizers() {}

  /**
   * The whole cascade: our own networks, PP-OCRv4 as second reader and over the whole frame as last
   * resort. Loads for about a second.
   *
   * @param threads that share the work on one frame, at least 1
   */
  public static PlateRecognizer gatehouse(PlateGrammar grammar, int threads) {
    Natives.load();
    return new CascadeRecognizer(
        new NetPlateDetector(threads),
        new NetPlateReader(grammar, threads),
        Optional.of(new LinePlateReader(new PpOcrLineReader(threads), grammar)),
        Optional.of(ppOcr(grammar, threads)),
        new PlateWriting(grammar));
  }

  /** Our own networks alone: the fastest, and sure of less. */
  public static PlateRecognizer gatehouseNets(PlateGrammar grammar, int threads) {
    Natives.load();
    return new CascadeRecognizer(
        new NetPlateDetector(threads),
        new NetPlateReader(grammar, threads),
        Optional.empty(),
        Optional.empty(),
        new PlateWriting(grammar));
  }

  /**
   * Text finder and reader of PP-OCRv4. Loads for about a second.
   *
   * @param threads that share the work on one frame, at least 1
   */
  public static PlateRecognizer ppOcr(PlateGrammar grammar, int threads) {
    Natives.load();
    return recognizer(new PpOcrLineReader(threads), grammar, threads);
  }

  /** The same text finder with Tesseract as reader. */
  public static PlateRecognizer tesseract(PlateGrammar grammar, int threads, TesseractModel model) {
    Natives.load();
    return recognizer(TesseractLineReader.open(model), grammar, threads);
  }

  private static PlateRecognizer recognizer(
      TextLineReader lineReader, PlateGrammar grammar, int threads) {
    return new TextPlateRecognizer(
        new TextPlateDetector(new TextLineDetector(threads)),
        new LinePlateReader(lineReader, grammar));
  }
}
