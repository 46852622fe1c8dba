package io.gatehouse.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.decide.Outcome;
import io.gatehouse.parking.Direction;
import io.gatehouse.plate.PlateColour;
import io.gatehouse.plate.ReadCharacter;
import io.gatehouse.support.FakeTime;
import io.gatehouse.support.SamplePassages;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2PassageStoreTest {

  @TempDir Path folder;

  private DataFolder data;
  private KioskStore store;
  private PassageStore passages;

  @BeforeEach
  void open() throws StoreException {
    data = DataFolder.open(folder);
    store = KioskStore.open(data, new FakeTime(), H2PassageStoreTest::fold);
    passages = store.passages();
  }

  @AfterEach
  void close() {
    store.close();
    data.close();
  }

  /** A stand-in for the product's rule: B and 8, O and D and 0. */
  static String fold(String text) {
    return text.replace('B', '8').replace('O', '0').replace('D', '0');
  }

  @Test
  void aPassageIsFoundAgainAsItWasRecorded() throws StoreException {
    Passage recorded = passages.record(SamplePassages.passage(3));

    assertThat(passages.find(recorded.id())).contains(recorded);
    assertThat(recorded.plate()).isEqualTo(SamplePassages.plateText(3));
    assertThat(recorded.capturedAt()).isEqualTo(SamplePassages.capturedAt(3));
    assertThat(recorded.decidedBy()).isEqualTo("Nguyễn Văn An");
    assertThat(recorded.direction()).isEqualTo(Direction.OUT);
    assertThat(recorded.colour()).isEqualTo(PlateColour.WHITE);
    assertThat(recorded.confidence()).isEqualTo(0.97f);
    assertThat(recorded.hasPicture()).isTrue();
    assertThat(recorded.corrected()).isFalse();
  }

  @Test
  void aPassageSurvivesClosingAndOpening() throws StoreException {
    Passage recorded = passages.record(SamplePassages.passage(1));
    store.close();
    store = KioskStore.open(data, new FakeTime(), H2PassageStoreTest::fold);

    assertThat(store.recovery().happened()).isFalse();
    assertThat(store.passages().find(recorded.id())).contains(recorded);
  }

  @Test
  void picturesComeBackBitForBit() throws StoreException {
    NewPassage passage = SamplePassages.passage(5);
    UUID id = passages.record(passage).id();
    NewPassage.Pictures pictures = passage.pictures().orElseThrow();

    assertThat(passages.picture(id, PictureSize.FULL)).contains(pictures.full());
    assertThat(passages.picture(id, PictureSize.CROP)).contains(pictures.crop().orElseThrow());
    assertThat(passages.picture(id, PictureSize.THUMBNAIL)).contains(pictures.thumbnail());
    assertThat(passages.picture(UUID.randomUUID(), PictureSize.FULL)).isEmpty();
  }

  @Test
  void theSamePictureTwiceIsStoredOnce() throws StoreException {
    UUID first = passages.record(SamplePassages.passage(5)).id();
    UUID second = passages.record(SamplePassages.passage(5)).id();

    assertThat(first).isNotEqualTo(second);
    assertThat(passages.picture(second, PictureSize.FULL)).contains(SamplePassages.fullPicture(5));
    assertThat(TestDatabases.count(store, "picture")).isEqualTo(3);
  }

  @Test
  void anEntryByHandWithoutPictureIsStored() throws StoreException {
    NewPassage seen = SamplePassages.passage(1, "29A12345", Outcome.TYPED, Optional.empty());
    NewPassage byHand =
        new NewPassage(
            new io.gatehouse.decide.Decision(
                Optional.empty(),
                Outcome.TYPED,
                seen.decision().plate(),
                "An",
                seen.decision().decidedAt(),
                "biển số bẩn"),
            Direction.IN,
            "Cổng A",
            seen.frame(),
            Optional.empty());

    Passage recorded = passages.record(byHand);

    assertThat(recorded.hasPicture()).isFalse();
    assertThat(recorded.readText()).isEmpty();
    assertThat(recorded.colour()).isEqualTo(PlateColour.UNKNOWN);
    assertThat(passages.find(recorded.id())).contains(recorded);
    assertThat(passages.reads(recorded.id())).isEmpty();
  }

  @Test
  void theCharactersAsReadAreKept() throws StoreException {
    NewPassage passage = SamplePassages.passage(2);
    UUID id = passages.record(passage).id();

    List<ReadCharacter> characters = passage.decision().proposal().orElseThrow().characters();
    assertThat(passages.reads(id)).isEqualTo(characters).hasSize(9);
  }

  @Test
  void aCorrectionIsAFurtherRowAndTheOriginalStays() throws StoreException {
    Passage recorded = passages.record(SamplePassages.passage(1, "59P168480", Outcome.CONFIRMED));
    Instant at = Instant.parse("2026-03-02T09:00:00Z");

    Passage corrected =
        passages.correct(recorded.id(), SamplePassages.plate("59P166430"), "Bình", at);
    passages.correct(recorded.id(), SamplePassages.plate("59P166439"), "Cường", at.plusSeconds(60));

    assertThat(corrected.plate()).isEqualTo("59P166430");
    assertThat(corrected.display()).isEqualTo("59P1-66430");
    assertThat(corrected.originalPlate()).isEqualTo("59P168480");
    assertThat(corrected.corrected()).isTrue();
    assertThat(passages.corrections(recorded.id()))
        .containsExactly(
            new PassageCorrection("59P168480", "59P166430", "Bình", at),
            new PassageCorrection("59P166430", "59P166439", "Cường", at.plusSeconds(60)));
    assertThat(passages.search(query("66439", false)).passages()).hasSize(1);
    assertThat(passages.search(query("68480", false)).passages()).isEmpty();
    assertThat(TestDatabases.count(store, "outbox")).isEqualTo(3);
  }

  @Test
  void aCorrectionOfNoPassageIsRefused() {
    UUID nobody = UUID.fromString("01900000-0000-7000-8000-000000000000");

    assertThatThrownBy(() ->
            passages.correct(nobody, SamplePassages.plate("59P166430"), "Bình", Instant.EPOCH))
        .isInstanceOf(StoreException.class)
        .hasMessage("There is no passage " + nobody + ".");
  }

  @Test
  void anyPartOfThePlateIsFoundWhateverTheSeparators() throws StoreException {
    passages.record(SamplePassages.passage(1, "59P168480", Outcome.CONFIRMED));
    passages.record(SamplePassages.passage(2, "29MĐ112345", Outcome.CONFIRMED));

    assertThat(plates(query("684.8", false))).containsExactly("59P168480");
    assertThat(plates(query("p1-68", false))).containsExactly("59P168480");
    assertThat(plates(query("mđ1", false))).containsExactly("29MĐ112345");
    assertThat(plates(query("%", false))).hasSize(2);
    assertThat(plates(query("9_6", false))).isEmpty();
  }

  @Test
  void charactersThatLookAlikeAreFoundIfAsked() throws StoreException {
    passages.record(SamplePassages.passage(1, "51B12340", Outcome.CONFIRMED));

    assertThat(plates(query("5181", true))).containsExactly("51B12340");
    assertThat(plates(query("234O", true))).containsExactly("51B12340");
    assertThat(plates(query("5181", false))).isEmpty();
  }

  @Test
  void aNewRuleOfLikenessHoldsForOldPassagesToo() throws StoreException {
    passages.record(SamplePassages.passage(1, "51S12340", Outcome.CONFIRMED));
    store.close();
    store = KioskStore.open(data, new FakeTime(), text -> text.replace('S', '5'));
    passages = store.passages();

    assertThat(plates(query("515", true))).containsExactly("51S12340");
  }

  @Test
  void filtersNarrowTheSearch() throws StoreException {
    passages.record(SamplePassages.passage(0, "59P100000", Outcome.CONFIRMED));
    passages.record(SamplePassages.passage(1, "59P100001", Outcome.CORRECTED));
    passages.record(SamplePassages.passage(2, "59P100002", Outcome.REJECTED));
    UUID later = passages.record(SamplePassages.passage(3, "59P100003", Outcome.TYPED)).id();
    passages.correct(later, SamplePassages.plate("59P100009"), "An", Instant.EPOCH);

    PassageQuery all = query("", false);
    assertThat(plates(all)).containsExactly("59P100009", "59P100002", "59P100001", "59P100000");
    assertThat(plates(with(all, Optional.of(Direction.IN), Set.of(), false)))
        .containsExactly("59P100002", "59P100000");
    assertThat(plates(with(all, Optional.empty(), Set.of(Outcome.REJECTED, Outcome.TYPED), false)))
        .containsExactly("59P100009", "59P100002");
    assertThat(plates(with(all, Optional.empty(), Set.of(), true)))
        .containsExactly("59P100009", "59P100001");
    assertThat(
            plates(
                new PassageQuery(
                    "59P1",
                    false,
                    Optional.of(SamplePassages.capturedAt(1)),
                    Optional.of(SamplePassages.capturedAt(3)),
                    Optional.empty(),
                    Set.of(),
                    false,
                    50,
                    0)))
        .containsExactly("59P100002", "59P100001");
  }

  @Test
  void pagesFollowOneAnotherWithTheWholeCount() throws StoreException {
    for (int i = 0; i < 7; i++) {
      passages.record(SamplePassages.passage(i, "59P10000" + i, Outcome.CONFIRMED));
    }

    for (String text : List.of("", "59P")) {
      PassageQuery second =
          new PassageQuery(
              text,
              false,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Set.of(),
              false,
              3,
              3);
      PassagePage page = passages.search(second);
      assertThat(page.passages())
          .extracting(Passage::plate)
          .containsExactly("59P100003", "59P100002", "59P100001");
      assertThat(page.matches()).isEqualTo(7);
      assertThat(page.total()).isEqualTo(7);
    }
  }

  @Test
  void lastVisitsAreThoseThatWentThrough() throws StoreException {
    Passage first = passages.record(SamplePassages.passage(1, "59P168480", Outcome.CONFIRMED));
    passages.record(SamplePassages.passage(2, "59P168480", Outcome.REJECTED));
    Passage third = passages.record(SamplePassages.passage(3, "59P168480", Outcome.TYPED));
    passages.record(SamplePassages.passage(4, "59P168481", Outcome.CONFIRMED));

    assertThat(passages.lastVisits("59P168480", 5)).containsExactly(third, first);
    assertThat(passages.lastVisits("59P168480", 1)).containsExactly(third);
  }

  @Test
  void anInterruptedSearchDoesNotTakeTheStoreDown() throws StoreException {
    Passage recorded = passages.record(SamplePassages.passage(1));
    store.close();
    store = KioskStore.open(data, new FakeTime(), H2PassageStoreTest::fold);
    passages = store.passages();
    Thread.currentThread().interrupt();
    try {
      passages.picture(recorded.id(), PictureSize.FULL);
    } catch (StoreException e) {
      // an interrupted read may fail; what follows may not
      assertThat(e).hasMessageContaining("could not be read");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }

    assertThat(passages.find(recorded.id())).contains(recorded);
    Passage next = passages.record(SamplePassages.passage(2));
    assertThat(passages.find(next.id())).contains(next);
  }

  private List<String> plates(PassageQuery query) throws StoreException {
    return passages.search(query).passages().stream().map(Passage::plate).toList();
  }

  private static PassageQuery query(String text, boolean alike) {
    return new PassageQuery(
        text, alike, Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), false, 50, 0);
  }

  private static PassageQuery with(
      PassageQuery query, Optional<Direction> direction, Set<Outcome> outcomes, boolean corrected) {
    return new PassageQuery(
        query.text(),
        query.alike(),
        query.from(),
        query.to(),
        direction,
        outcomes,
        corrected,
        query.limit(),
        query.offset());
  }
}
