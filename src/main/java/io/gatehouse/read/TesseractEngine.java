package io.gatehouse.read;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import io.gatehouse.camera.NativeEnvironment;
import io.gatehouse.detect.ModelException;
import io.gatehouse.plate.Candidate;
import io.gatehouse.plate.ReadCharacter;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.sourceforge.tess4j.ITessAPI.TessBaseAPI;
import net.sourceforge.tess4j.ITessAPI.TessChoiceIterator;
import net.sourceforge.tess4j.ITessAPI.TessOcrEngineMode;
import net.sourceforge.tess4j.ITessAPI.TessPageIteratorLevel;
import net.sourceforge.tess4j.ITessAPI.TessResultIterator;
import net.sourceforge.tess4j.TessAPI1;
import org.bytedeco.javacpp.Loader;

/**
 * One Tesseract, kept open: opening takes longer than reading many lines. Used by one thread at a
 * time.
 */
final class TesseractEngine implements AutoCloseable {

  private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZĐ-.";
  private static final float PERCENT = 100;
  private static final int MAX_ALTERNATIVES = 4;

  private TessBaseAPI engine;

  /**
   * Loads the natives and opens an engine.
   *
   * @throws ModelException when natives or data cannot be loaded
   */
  TesseractEngine(TesseractModel model) {
    loadNatives();
    byte[] data = data(model.resource());
    engine = TessAPI1.TessBaseAPICreate();
    if (init(data, model.language()) != 0) {
      TessAPI1.TessBaseAPIDelete(engine);
      engine = null;
      throw new ModelException(
          "Tesseract cannot use %s; the program is damaged, install it again"
              .formatted(model.resource()),
          null);
    }
    TessAPI1.TessBaseAPISetPageSegMode(engine, model.pageSegMode());
    TessAPI1.TessBaseAPISetVariable(engine, "tessedit_char_whitelist", CHARACTERS);
    TessAPI1.TessBaseAPISetVariable(engine, "lstm_choice_mode", "2");
    TessAPI1.TessBaseAPISetVariable(engine, "debug_file", "/dev/null");
  }

  /** Tess4J brings natives for Windows only: those of bytedeco are shown to JNA. */
  private static void loadNatives() {
    // Read when the library is loaded; more threads on so small a picture only cost.
    NativeEnvironment.setIfUnset("OMP_THREAD_LIMIT", "1");
    try {
      File leptonica = new File(Loader.load(org.bytedeco.leptonica.global.leptonica.class));
      File tesseract = new File(Loader.load(org.bytedeco.tesseract.global.tesseract.class));
      System.setProperty(
          "jna.library.path",
          String.join(File.pathSeparator, tesseract.getParent(), leptonica.getParent()));
    } catch (LinkageError e) {
      throw new ModelException(
          "Tesseract cannot be loaded on %s: %s".formatted(Loader.getPlatform(), e.getMessage()),
          e);
    }
  }

  private static byte[] data(String resource) {
    try (InputStream in = TesseractEngine.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new FileNotFoundException("it is not on the class path");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new ModelException(
          "Tesseract's %s cannot be loaded: %s".formatted(resource, e.getMessage()), e);
    }
  }

  /** From memory, which Tess4J can name but not do: its signature takes the bytes for a text. */
  private int init(byte[] data, String language) {
    return NativeLibrary.getInstance("tesseract")
        .getFunction("TessBaseAPIInit5")
        .invokeInt(
            new Object[] {
              engine,
              data,
              data.length,
              language,
              TessOcrEngineMode.OEM_LSTM_ONLY,
              null,
              0,
              null,
              null,
              0L,
              0
            });
  }

  /**
   * The writing in a picture of one line.
   *
   * @param grey a direct buffer, one byte a pixel
   * @param bytesPerLine from a row's start to the next one's
   */
  ReadLine read(ByteBuffer grey, int width, int height, int bytesPerLine) {
    if (engine == null) {
      throw new IllegalStateException("the reader is closed");
    }
    TessAPI1.TessBaseAPISetImage(engine, grey, width, height, 1, bytesPerLine);
    if (TessAPI1.TessBaseAPIRecognize(engine, null) != 0) {
      return new ReadLine("", List.of());
    }
    ReadLine result = symbols();
    TessAPI1.TessBaseAPIClear(engine);
    return result;
  }

  private ReadLine symbols() {
    TessResultIterator results = TessAPI1.TessBaseAPIGetIterator(engine);
    if (results == null) {
      return new ReadLine("", List.of());
    }
    try {
      StringBuilder raw = new StringBuilder();
      List<ReadCharacter> characters = new ArrayList<>();
      do {
        String symbol = symbol(results);
        raw.append(symbol);
        if (symbol.length() == 1 && Character.isLetterOrDigit(symbol.charAt(0))) {
          float confidence =
              TessAPI1.TessResultIteratorConfidence(results, TessPageIteratorLevel.RIL_SYMBOL);
          characters.add(
              new ReadCharacter(
                  symbol.charAt(0), confidence / PERCENT, alternatives(results, symbol)));
        }
      } while (TessAPI1.TessResultIteratorNext(results, TessPageIteratorLevel.RIL_SYMBOL) != 0);
      return new ReadLine(raw.toString(), characters);
    } finally {
      TessAPI1.TessResultIteratorDelete(results);
    }
  }

  private static String symbol(TessResultIterator results) {
    Pointer text =
        TessAPI1.TessResultIteratorGetUTF8Text(results, TessPageIteratorLevel.RIL_SYMBOL);
    if (text == null) {
      return "";
    }
    String symbol = text.getString(0, StandardCharsets.UTF_8.name());
    TessAPI1.TessDeleteText(text);
    return symbol;
  }

  private static List<Candidate> alternatives(TessResultIterator results, String chosen) {
    List<Candidate> alternatives = new ArrayList<>();
    TessChoiceIterator choices = TessAPI1.TessResultIteratorGetChoiceIterator(results);
    if (choices == null) {
      return alternatives;
    }
    try {
      do {
        String choice = TessAPI1.TessChoiceIteratorGetUTF8Text(choices);
        if (choice != null
            && choice.length() == 1
            && !choice.equals(chosen)
            && Character.isLetterOrDigit(choice.charAt(0))) {
          alternatives.add(
              new Candidate(
                  choice.charAt(0), TessAPI1.TessChoiceIteratorConfidence(choices) / PERCENT));
        }
      } while (alternatives.size() < MAX_ALTERNATIVES
          && TessAPI1.TessChoiceIteratorNext(choices) != 0);
      return alternatives;
    } finally {
      TessAPI1.TessChoiceIteratorDelete(choices);
    }
  }

  @Override
  public void close() {
    if (engine != null) {
      TessAPI1.TessBaseAPIEnd(engine);
      TessAPI1.TessBaseAPIDelete(engine);
      engine = null;
    }
  }
}
