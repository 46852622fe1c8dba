package io.gatehouse.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.decide.Outcome;
import io.gatehouse.parking.Direction;
import io.gatehouse.plate.Confusions;
import io.gatehouse.support.FakeTime;
import io.gatehouse.support.Fleet;
import io.gatehouse.support.SamplePassages;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListingSearchTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir Path folder;
  private DataFolder data;
  private KioskStore store;

  @BeforeEach
  void open() throws StoreException {
    data = DataFolder.open(folder);
    store = KioskStore.open(data, new FakeTime(), Confusions::fold);
  }

  @AfterEach
  void close() {
    store.close();
    data.close();
  }

  private static PassageQuery query(String text, boolean alike) {
    return new PassageQuery(
        text, alike, Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), false, 50, 0);
  }

  private List<UUID> found(PassageQuery query) throws StoreException {
    return store.passages().search(query).passages().stream().map(Passage::id).toList();
  }

  /** More plates than are looked up one by one, and fewer: both ways must find the same. */
  @Test
  void everySearchFindsWhatAPassOverAllWouldFind() throws StoreException {
    new BookTables(store, new Fleet(1_200, 4), START).fill(4_000, 300);
    List<Passage> all = new ArrayList<>();
    for (int offset = 0; offset < 4_000; offset += 500) {
      all.addAll(
          store
              .passages()
              .search(
                  new PassageQuery(
                      "",
                      false,
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty(),
                      Set.of(),
                      false,
                      500,
                      offset))
              .passages());
    }
    assertThat(all).hasSize(4_000).doesNotHaveDuplicates();
    Random random = new Random(8);
    for (int i = 0; i < 300; i++) {
      PassageQuery query = anyQuery(random, all);
      List<Passage> expected = all.stream().filter(p -> matches(p, query)).toList();
      PassagePage page = store.passages().search(query);
      assertThat(page.passages())
          .as(query.toString())
          .isEqualTo(expected.stream().skip(query.offset()).limit(query.limit()).toList());
      assertThat(page.exact()).as(query.toString()).isTrue();
      assertThat(page.matches()).as(query.toString()).isEqualTo(expected.size());
    }
  }

  private static PassageQuery anyQuery(Random random, List<Passage> all) {
    String plate = all.get(random.nextInt(all.size())).plate();
    int from = random.nextInt(plate.length());
    String text =
        random.nextInt(4) == 0
            ? ""
            : plate.substring(from, from + 1 + random.nextInt(plate.length() - from));
    Instant day = START.plus(Duration.ofHours(random.nextInt(40)));
    boolean bounded = random.nextInt(3) == 0;
    return new PassageQuery(
        text,
        random.nextBoolean(),
        bounded ? Optional.of(day) : Optional.empty(),
        bounded ? Optional.of(day.plus(Duration.ofHours(9))) : Optional.empty(),
        random.nextInt(3) == 0 ? Optional.of(Direction.OUT) : Optional.empty(),
        switch (random.nextInt(4)) {
          case 0 -> Set.of(Outcome.REJECTED);
          case 1 -> Set.of(Outcome.CONFIRMED, Outcome.TYPED);
          default -> Set.of();
        },
        random.nextInt(5) == 0,
        1 + random.nextInt(60),
        random.nextInt(3) == 0 ? random.nextInt(200) : 0);
  }

  private static boolean matches(Passage passage, PassageQuery query) {
    boolean text =
        query.alike()
            ? Confusions.fold(passage.plate()).contains(Confusions.fold(query.text()))
            : passage.plate().contains(query.text());
    return text
        && query.from().map(from -> !passage.capturedAt().isBefore(from)).orElse(true)
        && query.to().map(to -> passage.capturedAt().isBefore(to)).orElse(true)
        && query.direction().map(way -> way == passage.direction()).orElse(true)
        && (query.outcomes().isEmpty() || query.outcomes().contains(passage.outcome()))
        && (!query.correctedOnly() || passage.outcome() == Outcome.CORRECTED);
  }

  @Test
  void veryManyAreNotAllCountedButAllCanBeReached() throws StoreException {
    new BookTables(store, new Fleet(900, 4), START).fill(24_000, 10);
    PassageQuery entries =
        new PassageQuery(
            "",
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.of(Direction.IN),
            Set.of(),
            false,
            50,
            0);
    PassagePage first = store.passages().search(entries);
    assertThat(first.exact()).isFalse();
    assertThat(first.matches()).isBetween(1_000L, 12_000L);

    PassagePage far =
        store
            .passages()
            .search(
                new PassageQuery(
                    "",
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(Direction.IN),
                    Set.of(),
                    false,
                    50,
                    11_950));
    assertThat(far.passages()).hasSize(50);
    assertThat(far.matches()).isGreaterThan(12_000);
  }

  @Test
  void databaseWithoutEndsIsGivenThemAtTheNextStart() throws StoreException {
    UUID id = store.passages().record(SamplePassages.passage(1, "59P168480", Outcome.TYPED)).id();
    store
        .database()
        .jdbi()
        .useTransaction(handle -> {
          handle.execute("DELETE FROM plate_end");
          FoldedPlates.forgetEnds(handle);
        });
    assertThat(found(query("684", false))).isEmpty();
    close();
    open();
    assertThat(found(query("684", false))).containsExactly(id);
  }

  @Test
  void correctedPassageIsFoundByTheRightPlateAlone() throws StoreException {
    UUID id = store.passages().record(SamplePassages.passage(1, "59P168480", Outcome.TYPED)).id();
    store
        .passages()
        .correct(id, SamplePassages.plate("29A12345"), "Lê Thị Hoa", START.plusSeconds(1));
    assertThat(found(query("A12", false))).containsExactly(id);
    assertThat(found(query("684", false))).isEmpty();
  }

  @Test
  void plateIsKeptOnceHoweverOftenItComes() throws StoreException {
    for (int i = 0; i < 3; i++) {
      store.passages().record(SamplePassages.passage(i, "59P168480", Outcome.TYPED));
    }
    assertThat(TestDatabases.count(store, "plate_end")).isEqualTo(9);
  }

  @Test
  void textThatRepeatsWithinAPlateIsOneHit() throws StoreException {
    UUID id = store.passages().record(SamplePassages.passage(1, "59P111111", Outcome.TYPED)).id();
    PassagePage page = store.passages().search(query("11", false));
    assertThat(page.passages()).extracting(Passage::id).containsExactly(id);
    assertThat(page.matches()).isEqualTo(1);
  }
}
