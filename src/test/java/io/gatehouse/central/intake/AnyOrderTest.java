package io.gatehouse.central.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.central.CentralOptions;
import io.gatehouse.central.access.Gates;
import io.gatehouse.central.store.CentralDatabase;
import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import io.gatehouse.plate.VietnamGrammar;
import io.gatehouse.support.EdgeEvents;
import io.gatehouse.support.EmbeddedPostgresServer;
import io.gatehouse.support.RunningCentral;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the order in which facts come, and how often, they end in the same rows. */
class AnyOrderTest {

  private static final Instant START = Instant.parse("2026-11-21T01:00:00Z");
  private static final String[] PLATES = {"59P168480", "59P168481", "29A12345"};

  /** An event of one of the gates, numbered from 0. */
  private record Told(int gate, String body) {}

  private static Path folder;
  private static CentralDatabase h2;

  @BeforeContainer
  static void open() throws Exception {
    folder = Files.createTempDirectory("any-order");
    h2 = CentralDatabase.embedded(folder);
  }

  @AfterContainer
  static void close() throws Exception {
    h2.close();
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  @Property(tries = 150, shrinking = ShrinkingMode.OFF)
  void anyOrderAndAnyRepetitionEndsInTheSameRows(@ForAll long seed) throws Exception {
    Random random = new Random(seed);
    List<Told> story = story(random);
    List<Told> shuffled = new ArrayList<>(story);
    Collections.shuffle(shuffled, random);
    for (int i = 0; i < 5; i++) {
      shuffled.add(random.nextInt(shuffled.size()), story.get(random.nextInt(story.size())));
    }
    assertSame(
        rows(h2, shuffled, 1 + random.nextInt(8), random.nextBoolean()), rows(h2, story, 1, false));
  }

  @Test
  void onPostgreSqlToo(@TempDir Path data) throws Exception {
    try (EmbeddedPostgresServer postgres = EmbeddedPostgresServer.start()) {
      CentralOptions options =
          RunningCentral.options(data, Optional.of(postgres.newDatabase()), Optional.empty());
      try (CentralDatabase database = RunningCentral.database(options)) {
        for (long seed = 0; seed < 15; seed++) {
          Random random = new Random(seed);
          List<Told> story = story(random);
          List<Told> shuffled = new ArrayList<>(story);
          Collections.shuffle(shuffled, random);
          shuffled.addAll(story.subList(0, story.size() / 2));
          assertSame(rows(database, shuffled, 6, true), rows(database, story, 1, false));
        }
      }
    }
  }

  /** Shows what differs, and not the rest. */
  private static void assertSame(List<String> rows, List<String> others) {
    assertThat(rows.stream().filter(row -> !others.contains(row)).toList())
        .containsExactlyElementsOf(others.stream().filter(row -> !rows.contains(row)).toList());
    assertThat(rows).hasSameSizeAs(others);
  }

  /** Some days of a site with three gates, of which the last knows no stays. */
  private static List<Told> story(Random random) {
    List<Told> story = new ArrayList<>();
    int number = 1;
    for (int i = 0; i < 14; i++) {
      String plate = PLATES[random.nextInt(PLATES.length)];
      Instant at = START.plusSeconds(600L * random.nextInt(60));
      Instant later = at.plusSeconds(60L * (1 + random.nextInt(300)));
      int gate = random.nextInt(2);
      int first = number;
      number += 4;
      switch (random.nextInt(7)) {
        case 0 -> {
          story.add(
              new Told(
                  gate, EdgeEvents.entry(EdgeEvents.id(first), at, plate, EdgeEvents.id(first))));
          story.add(
              new Told(
                  gate,
                  EdgeEvents.exit(
                      EdgeEvents.id(first + 1),
                      later,
                      plate,
                      EdgeEvents.id(first),
                      EdgeEvents.id(first),
                      at,
                      5000)));
        }
        case 1 ->
            story.add(
                new Told(
                    gate, EdgeEvents.entry(EdgeEvents.id(first), at, plate, EdgeEvents.id(first))));
        case 2 ->
            story.add(
                new Told(
                    gate,
                    EdgeEvents.exitWithoutEntry(
                        EdgeEvents.id(first), later, plate, EdgeEvents.id(first), 3000)));
        case 3 -> {
          story.add(
              new Told(
                  gate, EdgeEvents.entry(EdgeEvents.id(first), at, plate, EdgeEvents.id(first))));
          story.add(
              new Told(
                  gate,
                  EdgeEvents.stayEnded(
                      EdgeEvents.id(first + 1),
                      EdgeEvents.id(first),
                      plate,
                      at,
                      later,
                      "SUPERSEDED")));
        }
        case 4 -> story.add(new Told(2, EdgeEvents.bare("ENTRY", EdgeEvents.id(first), at, plate)));
        case 5 ->
            story.add(new Told(2, EdgeEvents.bare("EXIT", EdgeEvents.id(first), later, plate)));
        default ->
            story.add(new Told(gate, EdgeEvents.turnedAway(EdgeEvents.id(first), at, plate)));
      }
      if (random.nextInt(3) == 0) {
        Told corrected = story.getLast();
        int passage =
            corrected.body().contains("\"STAY\"")
                ? first
                : first
                    + (story.size() > 1
                            && story
                                .get(story.size() - 2)
                                .body()
                                .contains(EdgeEvents.id(first).toString())
                            && corrected.body().contains("EXIT")
                        ? random.nextInt(2)
                        : 0);
        for (int c = 2; c < 4; c++) {
          String to = PLATES[random.nextInt(PLATES.length)];
          story.add(
              new Told(
                  corrected.gate(),
                  EdgeEvents.correction(
                      EdgeEvents.id(first + c),
                      later.plusSeconds(c),
                      EdgeEvents.id(passage),
                      plate,
                      to)));
        }
      }
    }
    return story;
  }

  /** Tells a story to an empty central; every row that it ends in, without its number. */
  private static List<String> rows(
      CentralDatabase database, List<Told> story, int callers, boolean together) throws Exception {
    List<Long> gates = clean(database);
    EventParser parser = new EventParser(new VietnamGrammar());
    try (Intake intake =
            new Intake(
                database,
                TimeSource.system(),
                new Threads((thread, e) -> {
                  throw new AssertionError(thread.getName(), e);
                }),
                ZoneId.of("Asia/Ho_Chi_Minh"),
                Locale.ENGLISH);
        ExecutorService pool = Executors.newFixedThreadPool(together ? callers : 1)) {
      List<Callable<Intake.Outcome>> calls =
          story.stream()
              .<Callable<Intake.Outcome>>map(told ->
                  () ->
                      intake.take(
                          parser.parse(
                              gates.get(told.gate()),
                              told.body().getBytes(StandardCharsets.UTF_8),
                              START)))
              .toList();
      for (Future<Intake.Outcome> outcome : pool.invokeAll(calls)) {
        assertThat(outcome.get()).isNotInstanceOf(Intake.Outcome.Clash.class);
      }
    }
    return snapshot(database, gates.getFirst());
  }

  private static List<Long> clean(CentralDatabase database) {
    return database
        .jdbi()
        .inTransaction(handle -> {
          for (String table :
              List.of(
                  "lone_exit", "stay_end", "correction", "passage", "event", "vehicle", "gate")) {
            handle.execute("DELETE FROM " + table);
          }
          List<Long> gates = new ArrayList<>();
          for (String name : List.of("A", "B", "C")) {
            gates.add(Gates.add(handle, name, START));
          }
          return gates;
        });
  }

  private static List<String> snapshot(CentralDatabase database, long firstGate) {
    return database
        .jdbi()
        .withHandle(handle ->
            handle
                .createQuery(
                    """
                    SELECT v.*, (SELECT COUNT(*) FROM passage p WHERE p.vehicle_id = v.id) AS passages,
                      (SELECT COUNT(*) FROM correction c WHERE c.vehicle_id = v.id) AS corrections
                    FROM vehicle v
                    """)
                .map((row, _) -> {
                  Vehicle vehicle = VehicleColumns.read(row);
                  return VehicleColumns.of(vehicle).entrySet().stream()
                          .map(column ->
                              column.getKey()
                                  + "="
                                  + (column.getKey().endsWith("gate_id")
                                          && column.getValue() != null
                                      ? Long.toString((Long) column.getValue() - firstGate)
                                      : column.getValue()))
                          .toList()
                      + " passages="
                      + row.getLong("passages")
                      + " corrections="
                      + row.getLong("corrections");
                })
                .list()
                .stream()
                .sorted()
                .toList());
  }
}
