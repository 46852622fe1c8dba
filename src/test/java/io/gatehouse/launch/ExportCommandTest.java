package io.gatehouse.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.plate.Confusions;
import io.gatehouse.store.DataFolder;
import io.gatehouse.store.KioskStore;
import io.gatehouse.store.NewPassage;
import io.gatehouse.store.Passage;
import io.gatehouse.support.FakeTime;
import io.gatehouse.support.GateDay;
import io.gatehouse.support.Jpegs;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {

  private static final Instant START = Instant.parse("2026-11-19T03:00:00Z");
  private static final byte[] PICTURE = Jpegs.noise(3, 64, 48);

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<Passage> recorded = new ArrayList<>();
  @TempDir Path folder;

  /** One vehicle in and out, and on the next day more at one moment than a page holds. */
  @BeforeEach
  void live() throws Exception {
    FakeTime time = new FakeTime(START);
    try (DataFolder data = DataFolder.open(folder.resolve("data"));
        KioskStore store = KioskStore.open(data, time, Confusions::fold)) {
      GateDay day =
          new GateDay(store.passages(), time)
              .seen(new NewPassage.Pictures(PICTURE, Optional.empty(), PICTURE));
      recorded.add(day.enters("59P168480"));
      time.advance(Duration.ofHours(2));
      recorded.add(day.leaves("59P168480", 4_000));
      time.advance(Duration.ofDays(1));
      for (int i = 0; i < 510; i++) {
        recorded.add(day.turnedAway("59P1%05d".formatted(10_000 + i)));
        if (i % 3 == 0) {
          time.advance(Duration.ofSeconds(1));
        }
      }
    }
  }

  private int export(String... arguments) {
    List<String> all = new ArrayList<>(List.of("export", target().toString()));
    all.addAll(List.of("--data", folder.resolve("data").toString()));
    all.addAll(List.of(arguments));
    return Gatehouse.run(
        new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
  }

  private Path target() {
    return folder.resolve("out");
  }

  private List<String> rows() throws Exception {
    return Files.readAllLines(target().resolve("passages.csv")).stream().skip(1).toList();
  }

  @Test
  void everyPassageIsInTheTableOnceAndTheFeeWithTheExit() throws Exception {
    assertThat(export()).isZero();
    assertThat(rows().stream().map(row -> row.split(",")[0]))
        .containsExactlyInAnyOrderElementsOf(
            recorded.stream().map(passage -> passage.id().toString()).toList());
    assertThat(rows().getLast()).contains("59P1-684.80", ",IN,").endsWith(",,,");
    assertThat(rows().get(rows().size() - 2))
        .contains("59P1-684.80", ",OUT,")
        .endsWith(",4000,4000,");
    assertThat(out.toString()).contains("512 passages, 0 pictures");
  }

  @Test
  void picturesOfTheDaysThatAreAskedForLieBeside() throws Exception {
    LocalDate day = LocalDate.ofInstant(START, ZoneId.systemDefault());
    assertThat(export("--pictures", "--from", day.toString(), "--to", day.toString())).isZero();
    assertThat(rows()).hasSize(2);
    for (String row : rows()) {
      Path picture = target().resolve(row.substring(row.lastIndexOf(',') + 1));
      assertThat(picture.getParent()).hasFileName(day.toString());
      assertThat(Files.readAllBytes(picture)).isEqualTo(PICTURE);
    }
  }

  @Test
  void aFolderThatHoldsSomethingIsLeftAlone() throws Exception {
    Files.createDirectories(target());
    Files.writeString(target().resolve("mine.txt"), "mine");
    assertThat(export()).isEqualTo(2);
    assertThat(err.toString()).contains("is not empty");
    try (Stream<Path> files = Files.list(target())) {
      assertThat(files).containsExactly(target().resolve("mine.txt"));
    }
  }

  @Test
  void aDayBeforeTheFirstIsWrongUsage() {
    assertThat(export("--from", "2026-11-20", "--to", "2026-11-19")).isEqualTo(2);
    assertThat(err.toString()).contains("--to is before --from");
  }
}
