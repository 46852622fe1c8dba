package io.gatehouse.read;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.copyMakeBorder;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import com.sun.jna.Pointer;
import io.gatehouse.camera.Frame;
import io.gatehouse.camera.NativeEnvironment;
import io.gatehouse.detect.ModelException;
import io.gatehouse.detect.Quad;
import io.gatehouse.plate.Candidate;
import io.gatehouse.plate.ReadCharacter;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import net.sourceforge.tess4j.ITessAPI.TessBaseAPI;
import net.sourceforge.tess4j.ITessAPI.TessChoiceIterator;
import net.sourceforge.tess4j.ITessAPI.TessPageIteratorLevel;
import net.sourceforge.tess4j.ITessAPI.TessPageSegMode;
import net.sourceforge.tess4j.ITessAPI.TessResultIterator;
import net.sourceforge.tess4j.TessAPI1;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/**
 * Tesseract's English reader, for a second opinion. One engine is kept open from {@link #open} to
 * {@link #close}: opening takes longer than reading thirty lines.
 */
public final class TesseractLineReader implements TextLineReader {

  private static final String LANGUAGE = "eng";
  private static final String DATA_FILE = LANGUAGE + ".traineddata";
  private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-.";

  /** Tesseract reads letters of about 30 pixels best, with some ground around them. */
  private static final int LINE_HEIGHT = 48;

  private static final int MARGIN = 10;
  private static final int MAX_WIDTH = 1024;
  private static final float PERCENT = 100;
  private static final int MAX_ALTERNATIVES = 4;

  private final LineCrop crop = new LineCrop(LINE_HEIGHT);
  private TessBaseAPI engine;

  private TesseractLineReader(TessBaseAPI engine) {
    this.engine = engine;
  }

  /**
   * Loads the natives and opens an engine.
   *
   * @param cache folder that the data file is unpacked to, made if need be
   * @throws ModelException when natives or data cannot be loaded
   */
  public static TesseractLineReader open(Path cache) {
    loadNatives();
    Path data = unpackedData(cache);
    TessBaseAPI engine = TessAPI1.TessBaseAPICreate();
    if (TessAPI1.TessBaseAPIInit3(engine, data.toString(), LANGUAGE) != 0) {
      TessAPI1.TessBaseAPIDelete(engine);
      throw new ModelException(
          "Tesseract cannot use %s; delete the file, it is unpacked again"
              .formatted(data.resolve(DATA_FILE)),
          null);
    }
    TessAPI1.TessBaseAPISetPageSegMode(engine, TessPageSegMode.PSM_SINGLE_LINE);
    TessAPI1.TessBaseAPISetVariable(engine, "tessedit_char_whitelist", CHARACTERS);
    TessAPI1.TessBaseAPISetVariable(engine, "lstm_choice_mode", "2");
    TessAPI1.TessBaseAPISetVariable(engine, "debug_file", "/dev/null");
    return new TesseractLineReader(engine);
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

  private static Path unpackedData(Path cache) {
    Path file = cache.resolve(DATA_FILE);
    try (InputStream in =
        TesseractLineReader.class.getClassLoader().getResourceAsStream("tessdata/" + DATA_FILE)) {
      if (in == null) {
        throw new FileNotFoundException(
            "tessdata/%s is not on the class path".formatted(DATA_FILE));
      }
      if (!Files.exists(file)) {
        Files.createDirectories(cache);
        Path part = Files.createTempFile(cache, LANGUAGE, ".part");
        Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      }
      return cache;
    } catch (IOException e) {
      throw new ModelException(
          "Tesseract's data cannot be unpacked to %s: %s".formatted(cache, e.getMessage()), e);
    }
  }

  @Override
  public ReadLine read(Frame frame, Quad outline) {
    if (engine == null) {
      throw new IllegalStateException("the reader is closed");
    }
    try (PointerScope _ = new PointerScope()) {
      Mat line = crop.cut(frame.bgr(), outline, MAX_WIDTH);
      Mat grey = new Mat();
      cvtColor(line, grey, COLOR_BGR2GRAY);
      Mat framed = new Mat();
      copyMakeBorder(grey, framed, MARGIN, MARGIN, MARGIN, MARGIN, BORDER_REPLICATE, new Scalar());
      TessAPI1.TessBaseAPISetImage(
          engine, framed.createBuffer(), framed.cols(), framed.rows(), 1, (int) framed.step());
      if (TessAPI1.TessBaseAPIRecognize(engine, null) != 0) {
        return new ReadLine("", List.of());
      }
      ReadLine result = symbols();
      TessAPI1.TessBaseAPIClear(engine);
      return result;
    }
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
  public String name() {
    return "tesseract";
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
