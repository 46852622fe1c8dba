package io.gatehouse.parking.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.gatehouse.parking.insight.Sighting.Word;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadingCountTest {

  private static final ZoneId SAIGON = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final String MORNING = "2026-03-02T01:10:00Z"; // eight
  private static final String EVENING = "2026-03-02T13:10:00Z"; // twenty

  private final ReadingCount count = new ReadingCount(DAY, SAIGON);

  private void add(String at, Word word, String read, String plate, float confidence, float grey) {
    count.add(
        new Sighting(
            Instant.parse(at),
            word,
            read,
            plate,
            confidence,
            Optional.of(new PictureQuality(0.1f, grey))));
  }

  @Test
  void onlyWhatAPersonSawIsJudged() {
    add(MORNING, Word.PERSON, "59P168480", "59P168480", 0.99f, 120);
    add(MORNING, Word.MACHINE, "59P168481", "59P168481", 0.99f, 120);
    add(MORNING, Word.TYPED, "", "59P168482", 0, 120);
    add(EVENING, Word.PERSON, "59P168B80", "59P168880", 0.93f, 30);

    ReadingFigures figures = count.count().figures();

    assertThat(figures.passages()).isEqualTo(4);
    assertThat(figures.unread()).isEqualTo(1);
    assertThat(figures.typed()).isEqualTo(1);
    assertThat(figures.automatic()).isEqualTo(1);
    assertThat(figures.all()).isEqualTo(new Tally(2, 1));
    assertThat(figures.byHour().get(8)).isEqualTo(new Tally(1, 0));
    assertThat(figures.byHour().get(20)).isEqualTo(new Tally(1, 1));
    assertThat(figures.byLight())
        .containsOnly(entry(Light.BRIGHT, new Tally(1, 0)), entry(Light.DARK, new Tally(1, 1)));
    assertThat(figures.misreads()).containsOnly(entry(new Misread("B", "8"), 1L));
    assertThat(figures.typedShare()).isEqualTo(0.25);
  }

  @Test
  void confidencesAreCountedInTheStepTheyReach() {
    add(MORNING, Word.PERSON, "A", "A", 0.9f, 120);
    add(MORNING, Word.PERSON, "A", "A", 0.89999f, 120);
    add(MORNING, Word.PERSON, "A", "B", 1f, 120);

    ReadingFigures figures = count.count().figures();

    assertThat(figures.byConfidence().get(Confidence.FROM.indexOf(0.9))).isEqualTo(new Tally(1, 0));
    assertThat(figures.byConfidence().get(Confidence.FROM.indexOf(0.8))).isEqualTo(new Tally(1, 0));
    assertThat(figures.byConfidence().getLast()).isEqualTo(new Tally(1, 1));
  }

  @Test
  void aMissingAndAnAdditionalCharacterAreTold() {
    assertThat(Misreads.between("29M12345", "29MĐ12345")).containsExactly(new Misread("", "Đ"));
    assertThat(Misreads.between("29A112345", "29A12345")).containsExactly(new Misread("1", ""));
    assertThat(Misreads.between("51G39O1Z", "51G39012"))
        .containsExactly(new Misread("O", "0"), new Misread("Z", "2"));
  }

  @Test
  void anotherPlateIsNotAMisreadOne() {
    assertThat(Misreads.between("59P168480", "30A12799")).isEmpty();
  }

  @Test
  void nightAndDayHaveTheirOwnMedians() {
    add(MORNING, Word.MACHINE, "A", "A", 1, 100);
    add(MORNING, Word.MACHINE, "A", "A", 1, 110);
    add(MORNING, Word.MACHINE, "A", "A", 1, 250);
    add(EVENING, Word.MACHINE, "A", "A", 1, 40);
    add(EVENING, Word.MACHINE, "A", "A", 1, 50);

    ReadingDay day = count.count();

    assertThat(day.daylight().brightness()).isEqualTo(110);
    assertThat(day.daylight().pictures()).isEqualTo(3);
    assertThat(day.night().brightness()).isEqualTo(45);
  }
}
