package io.gatehouse.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * From the start of the process to the first picture of the window, on the demo lane. Starts the
 * built kiosk as a user does, several times; JavaFX draws into memory, so that no display is
 * needed.
 *
 * <p>{@code ./gatehouse bench start-up [RUNS]}
 */
public final class StartUpBenchmark {

  private static final Pattern SHOWN = Pattern.compile("first window (\\d+) ms after");
  private static final int RUNS = 5;

  private StartUpBenchmark() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    int runs = args.length == 0 ? RUNS : Integer.parseInt(args[0]);
    Path data = Files.createTempDirectory("gatehouse-start-up");
    try {
      System.out.printf("first start, with a new data folder: %d ms%n", start(data));
      long[] millis = new long[runs];
      for (int i = 0; i < runs; i++) {
        millis[i] = start(data);
      }
      Arrays.sort(millis);
      System.out.printf(
          "%d further starts: min %d, median %d, max %d ms%n",
          runs, millis[0], millis[runs / 2], millis[runs - 1]);
    } finally {
      delete(data);
    }
  }

  private static long start(Path data) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            "./gatehouse",
            "kiosk",
            "--verbose",
            "--frames",
            "30",
            "--camera",
            "demo:",
            "--data",
            data.toString());
    builder.environment().put("JAVA_TOOL_OPTIONS", "-Dglass.platform=Headless -Dprism.order=sw");
    Process kiosk = builder.redirectErrorStream(true).start();
    long shown = -1;
    try (BufferedReader lines = kiosk.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher matcher = SHOWN.matcher(line);
        if (matcher.find()) {
          shown = Long.parseLong(matcher.group(1));
        }
      }
    }
    int exit = kiosk.waitFor();
    if (shown < 0 || exit != 0) {
      throw new IOException("the kiosk showed no window; exit code " + exit);
    }
    return shown;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
