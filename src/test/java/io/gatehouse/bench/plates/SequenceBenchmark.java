package io.gatehouse.bench.plates;

import io.gatehouse.camera.Natives;
import io.gatehouse.plate.PlateGrammar;
import io.gatehouse.plate.VietnamGrammar;
import io.gatehouse.read.PlateRecognizer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.bytedeco.opencv.global.opencv_core;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * What the vote over a vehicle's frames adds to its single frames, and how soon after the vehicle
 * stands there is a proposal: on sequences made of labelled photographs, and on the rendered lane.
 */
@Command(name = "sequences", description = "What the vote adds to single frames, and how soon.")
public final class SequenceBenchmark implements Callable<Integer> {

  private static final Map<String, String> LANES = lanes();

  @Option(
      names = "--sets",
      paramLabel = "DIR",
      description = "folder of sets: images/ and labels.csv (file,text,…); else the demo alone")
  private Path sets;

  @Option(names = "--only", split = ",", paramLabel = "SET", description = "only these sets")
  private List<String> only = List.of();

  @Option(names = "--engine", paramLabel = "ENGINE", description = "default: ${DEFAULT-VALUE}")
  private String engine = PlateEngine.titles().getFirst();

  @Option(
      names = "--most",
      defaultValue = "40",
      paramLabel = "N",
      description = "photographs of a set, spread over it (${DEFAULT-VALUE})")
  private int most;

  @Option(
      names = "--approaching",
      defaultValue = "5",
      paramLabel = "N",
      description = "frames that a photograph's vehicle drives up for (${DEFAULT-VALUE})")
  private int approaching;

  @Option(
      names = "--standing",
      defaultValue = "15",
      paramLabel = "N",
      description = "frames that it stands for (${DEFAULT-VALUE})")
  private int standing;

  @Option(
      names = "--vehicles",
      defaultValue = "8",
      paramLabel = "N",
      description = "vehicles of the demo in each light, 0 for no demo (${DEFAULT-VALUE})")
  private int vehicles;

  @Option(
      names = "--seed",
      defaultValue = "2008",
      paramLabel = "N",
      description = "same seed, same frames (${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "folder for sequences.csv, vehicles.csv and sequences.png")
  private Path out;

  private final PrintStream console = System.out;

  public static void main(String[] args) {
    int exit = new CommandLine(new SequenceBenchmark()).execute(args);
    if (exit != 0) {
      System.exit(exit);
    }
  }

  @Override
  public Integer call() throws Exception {
    List<LabelledSet> labelled = sets == null ? List.of() : spread();
    Natives.load();
    opencv_core.setNumThreads(1);
    PlateGrammar grammar = new VietnamGrammar();
    List<SequenceResult> results = new ArrayList<>();
    int total =
        labelled.stream().mapToInt(set -> set.pictures().size()).sum() + LANES.size() * vehicles;
    console.printf("%d vehicles, %s%n", total, engine);
    try (PlateRecognizer recognizer = PlateEngine.of(engine).open(grammar, 1)) {
      Progress progress = new Progress(console, total);
      PhotoSequences photos = new PhotoSequences(recognizer, grammar, approaching, standing, seed);
      for (LabelledSet set : labelled) {
        results.add(photos.run(set, progress));
      }
      DemoSequences demo = new DemoSequences(recognizer, grammar);
      for (Map.Entry<String, String> lane : LANES.entrySet()) {
        if (vehicles > 0) {
          results.add(demo.run(lane.getKey(), lane.getValue(), vehicles, progress));
        }
      }
    }
    SequenceTable table = new SequenceTable(results);
    console.printf("%n%s%n", table.text());
    if (out != null) {
      Files.createDirectories(out);
      Files.writeString(out.resolve("sequences.csv"), table.csv());
      Files.writeString(out.resolve("vehicles.csv"), table.vehiclesCsv());
      SequenceChart.write(engine, results, out.resolve("sequences.png"));
      console.printf("sequences.csv, vehicles.csv and sequences.png are in %s%n", out);
    }
    return 0;
  }

  private List<LabelledSet> spread() throws IOException {
    return LabelledSet.in(sets, only, 1).stream().map(set -> set.spread(most)).toList();
  }

  private static Map<String, String> lanes() {
    Map<String, String> lanes = new LinkedHashMap<>();
    lanes.put("demo, day", "patience=2&unreadable=0");
    lanes.put("demo, dusk", "light=dusk&patience=2&unreadable=0");
    lanes.put("demo, night, rain", "light=night&rain=true&patience=2&unreadable=0");
    return lanes;
  }
}
