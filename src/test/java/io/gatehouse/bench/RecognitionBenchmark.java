package io.gatehouse.bench;

import io.gatehouse.camera.Frame;
import io.gatehouse.camera.FrameFactory;
import io.gatehouse.camera.FramePool;
import io.gatehouse.camera.Natives;
import io.gatehouse.camera.PictureDecoder;
import io.gatehouse.common.TimeSource;
import io.gatehouse.detect.PlateBox;
import io.gatehouse.detect.TextLineDetector;
import io.gatehouse.detect.TextPlateDetector;
import io.gatehouse.plate.VietnamGrammar;
import io.gatehouse.read.LinePlateReader;
import io.gatehouse.read.PlateReading;
import io.gatehouse.read.PpOcrLineReader;
import io.gatehouse.read.TextPlateRecognizer;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.bytedeco.opencv.global.opencv_core;

/**
 * Recognition on one thread: milliseconds of processor time a picture, by stage, and how many
 * pictures were read right where a {@code labels.csv} ({@code file,text,...}) lies beside their
 * folder. Arguments: folders of pictures. With {@code -Dstep=5} every fifth picture.
 */
public final class RecognitionBenchmark {

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final PrintStream out;

  private RecognitionBenchmark(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] folders) throws Exception {
    Natives.load();
    opencv_core.setNumThreads(1);
    RecognitionBenchmark benchmark = new RecognitionBenchmark(System.out);
    for (String folder : folders) {
      benchmark.run(Path.of(folder), Integer.getInteger("step", 1));
    }
  }

  private void run(Path folder, int step) throws Exception {
    Map<String, String> labels = labels(folder.resolveSibling("labels.csv"));
    int[] answers = new int[3];
    double detect = 0;
    double read = 0;
    double whole = 0;
    int pictures = 0;
    TextPlateDetector detector = new TextPlateDetector(new TextLineDetector(1));
    LinePlateReader reader = new LinePlateReader(new PpOcrLineReader(1), new VietnamGrammar());
    // The recognizer closes both of its parts.
    try (FramePool pool = new FramePool();
        TextPlateRecognizer recognizer = new TextPlateRecognizer(detector, reader)) {
      PictureDecoder decoder = new PictureDecoder(new FrameFactory(pool, TimeSource.system()));
      List<Path> files = pictures(folder);
      for (int i = 0; i < files.size(); i += step) {
        try (Frame frame = decoder.decode(files.get(i))) {
          double start = cpuMillis();
          List<PlateBox> boxes = detector.detect(frame);
          double detected = cpuMillis();
          boxes.forEach(box -> reader.read(frame, box));
          double done = cpuMillis();
          detect += detected - start;
          read += done - detected;
        }
        try (Frame frame = decoder.decode(files.get(i))) {
          double start = cpuMillis();
          List<PlateReading> plates = recognizer.recognize(frame);
          whole += cpuMillis() - start;
          count(answers, plates, labels.get(files.get(i).getFileName().toString()));
        }
        pictures++;
      }
    }
    out.printf(
        Locale.ROOT,
        "%s: %d pictures, CPU ms a picture: first look %.1f, reading %.1f, recognition %.1f%n",
        folder,
        pictures,
        detect / pictures,
        read / pictures,
        whole / pictures);
    if (!labels.isEmpty()) {
      out.printf(
          Locale.ROOT,
          "  exact %.1f %%, wrong %.1f %%, silent %.1f %%%n",
          100.0 * answers[0] / pictures,
          100.0 * answers[1] / pictures,
          100.0 * answers[2] / pictures);
    }
  }

  private static void count(int[] answers, List<PlateReading> plates, String truth) {
    if (truth == null) {
      return;
    }
    String answer =
        plates.stream()
            .max(Comparator.comparingDouble(PlateReading::confidence))
            .map(plate -> comparable(plate.plate().text()))
            .orElse("");
    answers[answer.isEmpty() ? 2 : answer.equals(comparable(truth)) ? 0 : 1]++;
  }

  private static String comparable(String text) {
    return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
  }

  private double cpuMillis() {
    return threads.getCurrentThreadCpuTime() / 1e6;
  }

  private static List<Path> pictures(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(PictureDecoder::isPictureName).sorted().toList();
    }
  }

  private static Map<String, String> labels(Path file) throws IOException {
    Map<String, String> labels = new HashMap<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        String[] fields = line.split(",", 3);
        labels.put(fields[0], fields[1]);
      }
    }
    return labels;
  }
}
