package io.gatehouse.read;

import io.gatehouse.camera.Natives;
import io.gatehouse.detect.ModelException;
import io.gatehouse.detect.NetPlateDetector;
import io.gatehouse.detect.SensorGuidedDetector;
import io.gatehouse.detect.TextLineDetector;
import io.gatehouse.detect.TextPlateDetector;
import io.gatehouse.plate.PlateGrammar;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The recognisers that ship with the product. */
public final class Recognizers {

  private static final Logger log = LoggerFactory.getLogger(Recognizers.class);

  private Recognizers() {}

  /**
   * The whole cascade: our own networks, PP-OCRv4 as second reader and over the whole frame as last
   * resort. Loads for about a second.
   *
   * @param threads that share the work on one frame, at least 1
   */
  public static PlateRecognizer gatehouse(PlateGrammar grammar, int threads) {
    Natives.load();
    return cascade(grammar, threads, Optional.empty());
  }

  /**
   * The whole cascade, with Tesseract as a third voice where our reader and PP-OCRv4 disagree.
   * Without it where Tesseract cannot be loaded: two readers are enough to open a gate.
   */
  public static PlateRecognizer gatehouseOfThree(PlateGrammar grammar, int threads) {
    Natives.load();
    return cascade(grammar, threads, thirdVoice(grammar));
  }

  private static Optional<ThirdVoice> thirdVoice(PlateGrammar grammar) {
    try {
      TextLineReader lines = TesseractLineReader.open(TesseractModel.PLATE);
      return Optional.of(new ThirdVoice(new LinePlateReader(lines, grammar)));
    } catch (ModelException e) {
      log.warn("there is no third voice: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private static PlateRecognizer cascade(
      PlateGrammar grammar, int threads, Optional<ThirdVoice> thirdVoice) {
    return new CascadeRecognizer(
        new SensorGuidedDetector(new NetPlateDetector(threads)),
        new NetPlateReader(grammar, threads),
        Optional.of(new LinePlateReader(new PpOcrLineReader(threads), grammar)),
        thirdVoice,
        Optional.of(ppOcr(grammar, threads)),
        new PlateWriting(grammar));
  }

  /** Our own networks alone: the fastest, and sure of less. */
  public static PlateRecognizer gatehouseNets(PlateGrammar grammar, int threads) {
    Natives.load();
    return new CascadeRecognizer(
        new SensorGuidedDetector(new NetPlateDetector(threads)),
        new NetPlateReader(grammar, threads),
        Optional.empty(),
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
