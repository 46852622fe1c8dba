package io.gatehouse.launch;

import io.gatehouse.camera.CameraException;
import io.gatehouse.camera.FileCamera;
import io.gatehouse.camera.Frame;
import io.gatehouse.camera.FrameFactory;
import io.gatehouse.camera.FramePool;
import io.gatehouse.camera.FrameSource;
import io.gatehouse.camera.PictureDecoder;
import io.gatehouse.camera.PictureException;
import io.gatehouse.common.TimeSource;
import io.gatehouse.plate.AnyGrammar;
import io.gatehouse.plate.PlateGrammar;
import io.gatehouse.plate.VietnamGrammar;
import io.gatehouse.read.PlateReading;
import io.gatehouse.read.PlateRecognizer;
import io.gatehouse.read.Recognizers;
import io.gatehouse.read.TesseractModel;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatehouse read}: plates from photographs, folders and videos. */
@Command(
    name = "read",
    description = "Reads plates from photographs, folders and videos.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ReadCommand implements Callable<Integer> {

  private static final int DONE = 0;
  private static final int SOME_FAILED = 1;

  /** Of a video one frame in so many is read. */
  private static final int VIDEO_STEP = 5;

  private static final int PROGRESS_FROM = 5;

  enum Format {
    TEXT,
    CSV,
    JSON
  }

  enum Reader {
    GATEHOUSE,
    NETS,
    PPOCR,
    TESSERACT
  }

  enum Grammar {
    VN,
    ANY
  }

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Photographs, folders, videos.")
  private List<Path> paths;

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "text, csv or json. Default: ${DEFAULT-VALUE}.")
  private Format format;

  @Option(
      names = "--annotate",
      paramLabel = "DIR",
      description = "Writes a copy of each picture there, with boxes and texts.")
  private Path annotate;

  @Option(
      names = "--reader",
      defaultValue = "gatehouse",
      description =
          "gatehouse (our networks, PP-OCR where they are not sure), nets (our networks alone),"
              + " ppocr or tesseract. Default: ${DEFAULT-VALUE}.")
  private Reader reader;

  @Option(
      names = "--third-voice",
      description = "With reader gatehouse: asks Tesseract too where the first two disagree.")
  private boolean thirdVoice;

  @Option(
      names = "--grammar",
      defaultValue = "vn",
      description = "vn, or any for plates of unknown countries only. Default: ${DEFAULT-VALUE}.")
  private Grammar grammar;

  @Option(
      names = "--threads",
      defaultValue = "1",
      description =
          "Processor threads that share the work on a picture. Default: ${DEFAULT-VALUE}.")
  private int threads;

  @Option(names = "--verbose", description = "Shows stack traces.")
  private boolean verbose;

  private final TimeSource time = TimeSource.system();
  private PrintWriter errors;
  private boolean failed;

  @Override
  public Integer call() throws IOException {
    errors = spec.commandLine().getErr();
    if (threads < 1) {
      fail("--threads must be at least 1");
      return spec.exitCodeOnInvalidInput();
    }
    List<Path> files = files();
    if (files.isEmpty()) {
      return SOME_FAILED;
    }
    ReadReport report = report(spec.commandLine().getOut());
    Annotator annotator = annotate == null ? null : new Annotator(annotate);
    try (FramePool pool = new FramePool();
        PlateRecognizer recognizer = recognizer()) {
      FrameFactory frames = new FrameFactory(pool, time);
      report.begin();
      for (int i = 0; i < files.size() && !Thread.currentThread().isInterrupted(); i++) {
        progress(i, files.size());
        read(files.get(i), frames, recognizer, annotator).forEach(report::row);
      }
      progress(files.size(), files.size());
      report.end();
    }
    return failed ? SOME_FAILED : DONE;
  }

  private List<Path> files() {
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      try {
        files.addAll(ReadInputs.files(path));
      } catch (IOException e) {
        fail(e.getMessage());
      }
    }
    return files;
  }

  private List<ReadRow> read(
      Path file, FrameFactory frames, PlateRecognizer recognizer, Annotator annotator) {
    try {
      return ReadInputs.isVideo(file)
          ? readVideo(file, frames, recognizer)
          : readPicture(file, frames, recognizer, annotator);
    } catch (PictureException | CameraException | IOException e) {
      fail(e.getMessage());
      if (verbose) {
        e.printStackTrace(errors);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fail(file + " was not read to its end: interrupted");
    }
    return List.of();
  }

  private List<ReadRow> readPicture(
      Path file, FrameFactory frames, PlateRecognizer recognizer, Annotator annotator)
      throws PictureException, IOException {
    try (Frame frame = new PictureDecoder(frames).decode(file)) {
      long start = time.nanos();
      List<PlateReading> readings = recognizer.recognize(frame);
      double millis = (time.nanos() - start) / 1e6;
      if (annotator != null) {
        annotator.write(file, frame, readings);
      }
      return rows(file, readings, millis);
    }
  }

  private List<ReadRow> readVideo(Path file, FrameFactory frames, PlateRecognizer recognizer)
      throws CameraException, InterruptedException {
    VideoPlates plates = new VideoPlates();
    long nanos = 0;
    int read = 0;
    try (FrameSource source = new FileCamera(file, false, false).open(frames)) {
      int count = 0;
      for (Optional<Frame> next = source.next(); next.isPresent(); next = source.next()) {
        try (Frame frame = next.get()) {
          if (count++ % VIDEO_STEP == 0) {
            long start = time.nanos();
            recognizer.recognize(frame).forEach(plates::add);
            nanos += time.nanos() - start;
            read++;
          }
        }
      }
    }
    return rows(file, plates.best(), nanos / 1e6 / Math.max(1, read));
  }

  private static List<ReadRow> rows(Path file, List<PlateReading> readings, double millis) {
    return readings.isEmpty()
        ? List.of(new ReadRow(file, Optional.empty(), millis))
        : readings.stream().map(r -> new ReadRow(file, Optional.of(r), millis)).toList();
  }

  private PlateRecognizer recognizer() {
    PlateGrammar rules =
        switch (grammar) {
          case VN -> new VietnamGrammar();
          case ANY -> new AnyGrammar();
        };
    return switch (reader) {
      case GATEHOUSE ->
          thirdVoice
              ? Recognizers.gatehouseOfThree(rules, threads)
              : Recognizers.gatehouse(rules, threads);
      case NETS -> Recognizers.gatehouseNets(rules, threads);
      case PPOCR -> Recognizers.ppOcr(rules, threads);
      case TESSERACT -> Recognizers.tesseract(rules, threads, TesseractModel.PLATE);
    };
  }

  private ReadReport report(PrintWriter out) {
    return switch (format) {
      case TEXT -> new TextReport(out);
      case CSV -> new CsvReport(out);
      case JSON -> new JsonReport(out);
    };
  }

  /** For people who wait at a terminal; a redirected report is not mixed with it. */
  @SuppressWarnings("SystemConsoleNull") // it is null where input or output is redirected
  private void progress(int done, int all) {
    Console console = System.console();
    if (all < PROGRESS_FROM || console == null || !console.isTerminal()) {
      return;
    }
    errors.printf(Locale.ROOT, "\r%d of %d%s", done, all, done == all ? "\n" : "");
    errors.flush();
  }

  private void fail(String message) {
    failed = true;
    errors.println("gatehouse: " + message);
    errors.flush();
  }
}
