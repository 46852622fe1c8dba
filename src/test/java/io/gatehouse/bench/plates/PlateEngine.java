package io.gatehouse.bench.plates;

import io.gatehouse.plate.PlateGrammar;
import io.gatehouse.read.PlateRecognizer;
import io.gatehouse.read.Recognizers;
import io.gatehouse.read.TesseractModel;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What can be measured: each takes a whole picture and answers with plates. */
enum PlateEngine {
  /** The whole cascade, as the product runs it. */
  GATEHOUSE("gatehouse") {
    @Override
    PlateRecognizer open(PlateGrammar grammar, int threads) {
      return Recognizers.gatehouse(grammar, threads);
    }
  },
  /** Our own networks without a second opinion. */
  GATEHOUSE_NETS("gatehouse-nets") {
    @Override
    PlateRecognizer open(PlateGrammar grammar, int threads) {
      return Recognizers.gatehouseNets(grammar, threads);
    }
  },
  /** The peer: PP-OCRv4 over the whole picture. */
  PPOCR("ppocr") {
    @Override
    PlateRecognizer open(PlateGrammar grammar, int threads) {
      return Recognizers.ppOcr(grammar, threads);
    }
  },
  TESSERACT("tesseract") {
    @Override
    PlateRecognizer open(PlateGrammar grammar, int threads) {
      return Recognizers.tesseract(grammar, threads, TesseractModel.ENGLISH);
    }
  },
  TESSERACT_PLATE("tesseract-plate") {
    @Override
    PlateRecognizer open(PlateGrammar grammar, int threads) {
      return Recognizers.tesseract(grammar, threads, TesseractModel.PLATE);
    }
  };

  /** The engine that ours are compared with. */
  static final PlateEngine PEER = PPOCR;

  private final String title;

  PlateEngine(String title) {
    this.title = title;
  }

  /** Name in tables and on the command line. */
  String title() {
    return title;
  }

  /**
   * Loads its models.
   *
   * @param threads that may share the work on a picture
   */
  abstract PlateRecognizer open(PlateGrammar grammar, int threads);

  static List<String> titles() {
    return Arrays.stream(values()).map(PlateEngine::title).toList();
  }

  /**
   * The engine of that name.
   *
   * @throws IllegalArgumentException when there is none; the message lists them
   */
  static PlateEngine of(String title) {
    return Arrays.stream(values())
        .filter(engine -> engine.title.equals(title))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "no engine '%s'; there are %s"
                    .formatted(title, titles().stream().collect(Collectors.joining(", ")))));
  }
}
