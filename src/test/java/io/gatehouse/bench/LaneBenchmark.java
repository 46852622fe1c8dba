package io.gatehouse.bench;

import io.gatehouse.camera.CameraUri;
import io.gatehouse.camera.demo.DemoCamera;
import io.gatehouse.camera.demo.DemoOptions;
import io.gatehouse.camera.demo.DemoVehicle;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The whole kiosk as it is started, in a lane without a guard: vehicles come at their natural
 * speed, all of them readable; which of them does it let through, under which plate, and what does
 * that take? What single parts do well in their own benchmarks shows here only if the kiosk asks
 * them as they were measured.
 *
 * <p>{@code ./gatehouse bench lane [SECONDS [PROGRAM]]}, 180 seconds of each light with {@code
 * ./gatehouse} unless told otherwise.
 */
public final class LaneBenchmark {

  private static final int SECONDS = 180;
  private static final int FRAMES_PER_SECOND = 15;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
  private static final int MORE_THAN_COME = 2_000;
  private static final List<String> LANES =
      List.of("light=day", "light=day&rain=true", "light=dusk", "light=night");

  private LaneBenchmark() {}

  public static void main(String[] args) throws Exception {
    int seconds = args.length == 0 ? SECONDS : Integer.parseInt(args[0]);
    String program = args.length < 2 ? "./gatehouse" : args[1];
    System.out.printf(
        "%-20s %8s %8s %8s %8s %8s %12s %8s%n",
        "lane", "came", "through", "wrong", "away", "twice", "s a vehicle", "cores");
    for (String lane : LANES) {
      run(program, "demo:?patience=6&unreadable=0&" + lane, lane, seconds);
    }
  }

  private static void run(String program, String address, String lane, int seconds)
      throws Exception {
    Path folder = Files.createTempDirectory("gatehouse-lane");
    try {
      double cores = kiosk(program, address, folder.resolve("data"), seconds);
      Tally tally = new Tally(truth(address));
      try (CSVParser passages = export(program, folder)) {
        passages.forEach(tally::add);
      }
      tally.print(lane, seconds, cores);
    } finally {
      KioskProcess.delete(folder);
    }
  }

  private static double kiosk(String program, String address, Path data, int seconds)
      throws Exception {
    String frames = Integer.toString(seconds * FRAMES_PER_SECOND);
    try (KioskProcess kiosk =
        KioskProcess.start(
            program, data, List.of(), "--camera", address, "--auto-confirm", "--frames", frames)) {
      kiosk.moment("first picture");
      Duration began = kiosk.cpu();
      long since = System.nanoTime();
      double cores = 0;
      while (kiosk.runs()) {
        Duration cpu = kiosk.cpu();
        if (cpu.compareTo(began) > 0) {
          cores = cpu.minus(began).toNanos() / (double) (System.nanoTime() - since);
        }
        Thread.sleep(BETWEEN_LOOKS);
      }
      kiosk.awaitEnd();
      return cores;
    }
  }

  private static List<DemoVehicle> truth(String address) throws Exception {
    return new DemoCamera(DemoOptions.of(CameraUri.parse(address)))
        .lane()
        .vehicles(1, MORE_THAN_COME);
  }

  private static CSVParser export(String program, Path folder) throws Exception {
    Path target = folder.resolve("export");
    Process export =
        new ProcessBuilder(
                program, "export", "--data", folder.resolve("data").toString(), target.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(export.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (export.waitFor() != 0) {
      throw new IOException("the export failed: " + said);
    }
    Reader table = Files.newBufferedReader(target.resolve("passages.csv"));
    table.read(); // the mark that tells spreadsheets its encoding
    return CSVParser.parse(table, CSVFormat.RFC4180.builder().setHeader().get());
  }

  private static final class Tally {

    private final List<String> vehicles;
    private final Set<String> passed = new HashSet<>();
    private int through;
    private int wrong;
    private int away;
    private int twice;
    private int came;

    Tally(List<DemoVehicle> truth) {
      vehicles = truth.stream().map(v -> v.plate().text()).toList();
    }

    void add(CSVRecord passage) {
      String plate = passage.get("plate").replaceAll("[^\\p{L}\\p{N}]", "");
      came = Math.max(came, vehicles.indexOf(plate) + 1);
      if (!passage.get("outcome").equals("AUTOMATIC")) {
        away++;
      } else if (!vehicles.contains(plate)) {
        wrong++;
      } else if (passed.add(plate)) {
        through++;
      } else {
        twice++;
      }
    }

    void print(String lane, int seconds, double cores) {
      System.out.printf(
          "%-20s %8d %8d %8d %8d %8d %12.1f %8.2f%n",
          lane, came, through, wrong, away, twice, seconds / (double) came, cores);
    }
  }
}
