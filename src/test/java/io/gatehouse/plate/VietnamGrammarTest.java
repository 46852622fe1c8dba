package io.gatehouse.plate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VietnamGrammarTest {

  private final PlateGrammar grammar = new VietnamGrammar();

  @ParameterizedTest
  @CsvSource({
    "30A12345, 1, CAR, 30A-123.45, 30A-123.45, ''",
    "30A01234, 2, CAR, 30A-012.34, 30A, 012.34",
    "29A1234, 1, CAR, 29A-1234, 29A-1234, ''",
    "29A1234, 2, CAR, 29A-1234, 29A, 1234",
    "80B05213, 0, CAR, 80B-052.13, 80B-052.13, ''",
    "29AA12345, 2, MOTORBIKE, 29AA-123.45, 29-AA, 123.45",
    "59P127384, 2, MOTORBIKE, 59P1-273.84, 59-P1, 273.84",
    "59P127384, 0, MOTORBIKE, 59P1-273.84, 59-P1, 273.84",
    "36B11234, 2, MOTORBIKE, 36B1-1234, 36-B1, 1234",
    "29MĐ112345, 2, ELECTRIC_MOTORBIKE, 29MĐ1-123.45, 29-MĐ1, 123.45",
    "29MĐ12345, 2, ELECTRIC_MOTORBIKE, 29MĐ-123.45, 29-MĐ, 123.45",
    "51LD12345, 1, SPECIAL, 51LD-123.45, 51LD-123.45, ''",
    "29LD12345, 2, SPECIAL, 29LD-123.45, 29LD, 123.45",
    "50R12345, 0, SPECIAL, 50R-123.45, 50R-123.45, ''",
    "50RM12345, 0, SPECIAL, 50RM-123.45, 50RM-123.45, ''",
    "29TĐ12345, 1, SPECIAL, 29TĐ-123.45, 29TĐ-123.45, ''",
    "80001NG01, 1, FOREIGN, 80-001-NG-01, 80-001-NG-01, ''",
    "80168NN06, 2, FOREIGN, 80-168-NN-06, 80-NN, 168-06",
    "80001NG123, 1, FOREIGN, 80-001-NG-123, 80-001-NG-123, ''",
    "TM1234, 1, MILITARY, TM-12-34, TM-12-34, ''",
    "QA12345, 2, MILITARY, QA-12-345, QA, 12-345",
    "TM123456, 1, MILITARY, TM-12-34-56, TM-12-34-56, ''",
  })
  void everyFormatIsKnownAndShownAsOnTheMetal(
      String text, int lines, PlateKind kind, String display, String upper, String lower) {
    assertThat(grammar.parse(text, lines))
        .isEqualTo(new Plate(text, kind, lines, display, upper, lower));
  }

  @ParameterizedTest
  @ValueSource(strings = {"30a-123.45", " 30A 12345 ", "30A\n123.45", "３０Ａ１２３４５", "30Á-123-45"})
  void caseSeparatorsAndAccentsSayNothingAboutIdentity(String typed) {
    assertThat(grammar.parse(typed, 0).text()).isEqualTo("30A12345");
  }

  @ParameterizedTest
  @CsvSource({
    "30A12345, 0, CAR",
    "30A12345, 1, CAR",
    "30A12345, 2, MOTORBIKE",
    "30A-123.45, 2, CAR",
    "30A1-2345, 0, MOTORBIKE",
    "30-A1 2345, 0, MOTORBIKE",
    "30A1-2345, 1, CAR",
  })
  void eightCharactersAreTakenByLineBreaksAndLines(String text, int lines, PlateKind kind) {
    assertThat(grammar.parse(text, lines).kind()).isEqualTo(kind);
  }

  @Test
  void lineBreakTellsACarsTwoLinesFromAMotorbikes() {
    Plate car = grammar.parse("30K\n543.21", 2);
    Plate bike = grammar.parse("62T3\n7531", 2);

    assertThat(car.kind()).isEqualTo(PlateKind.CAR);
    assertThat(car.upper() + "/" + car.lower()).isEqualTo("30K/543.21");
    assertThat(bike.kind()).isEqualTo(PlateKind.MOTORBIKE);
    assertThat(bike.upper() + "/" + bike.lower()).isEqualTo("62-T3/7531");
  }

  @Test
  void closedListWinsOverAMotorbikesSeries() {
    assertThat(grammar.parse("29KT12345", 2).kind()).isEqualTo(PlateKind.SPECIAL);
    assertThat(grammar.parse("29KA12345", 2).kind()).isEqualTo(PlateKind.MOTORBIKE);
    assertThat(grammar.parse("29-LD\n123.45", 2).kind()).isEqualTo(PlateKind.SPECIAL);
  }

  @Test
  void singleLetterTIsACarsSeries() {
    assertThat(grammar.parse("29T12345", 1).kind()).isEqualTo(PlateKind.CAR);
    assertThat(grammar.parse("62T37531", 2).kind()).isEqualTo(PlateKind.MOTORBIKE);
  }

  @ParameterizedTest
  @CsvSource({
    "29MD112345, 2, 29MĐ112345, ELECTRIC_MOTORBIKE",
    "29md1-123.45, 0, 29MĐ112345, ELECTRIC_MOTORBIKE",
    "29TD12345, 1, 29TĐ12345, SPECIAL",
    "29TD12345, 2, 29TD12345, MOTORBIKE",
    "29MD12345, 0, 29MD12345, MOTORBIKE",
    "29MÐ112345, 2, 29MĐ112345, ELECTRIC_MOTORBIKE",
  })
  void plainDIsReadAsDWithStrokeOnlyWhereNothingElseFits(
      String read, int lines, String text, PlateKind kind) {
    Plate plate = grammar.parse(read, lines);

    assertThat(plate.text()).isEqualTo(text);
    assertThat(plate.kind()).isEqualTo(kind);
  }

  @Test
  void dWithStrokeIsNeverFolded() {
    assertThat(grammar.parse("29MĐ112345", 2)).isNotEqualTo(grammar.parse("29M112345", 2));
    assertThat(grammar.parse("29Đ12345", 1).kind()).isEqualTo(PlateKind.UNKNOWN);
  }

  @Test
  void foreignPlateHasOneIdentityInFrontAndBehind() {
    Plate front = grammar.parse("80-011-NG-01", 1);
    Plate rear = grammar.parse("80-NG\n011-01", 2);

    assertThat(rear.text()).isEqualTo(front.text()).isEqualTo("80011NG01");
    assertThat(rear.upper() + "/" + rear.lower()).isEqualTo("80-NG/011-01");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "13A12345",
        "42A12345",
        "00A12345",
        "30O12345",
        "30I12345",
        "30J12345",
        "30W12345",
        "59P027384",
        "59PG27384",
        "29MĐ012345",
        "ABC",
        "",
        "AB123",
        "AO1234",
        "1234567",
        "30A12345678"
      })
  void unknownFormatIsMarkedNeverRefused(String text) {
    assertThat(grammar.parse(text, 2))
        .isEqualTo(new Plate(text, PlateKind.UNKNOWN, 2, text, text, ""));
  }

  @Test
  void unknownPlateKeepsItsTwoLinesWhereTheBreakWasSeen() {
    assertThat(grammar.parse("AB C\nD-12", 2))
        .isEqualTo(new Plate("ABCD12", PlateKind.UNKNOWN, 2, "ABCD12", "ABC", "D12"));
    assertThat(grammar.parse("\nABCD12\n", 2).lower()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "59P127384, TP. Hồ Chí Minh",
    "29A1234, Hà Nội",
    "36B11234, Thanh Hóa",
    "43A12345, Đà Nẵng",
    "80A12345, Cục Cảnh sát giao thông",
    "80001NG01, Cục Cảnh sát giao thông",
    "TM1234, ''",
    "13A12345, ''",
    "X, ''",
  })
  void originIsTheProvinceOfTheCode(String text, String origin) {
    assertThat(grammar.origin(grammar.parse(text, 0))).isEqualTo(origin);
  }

  @Test
  void eightyOneCodesAreInUse() {
    VietnamProvinces provinces = new VietnamProvinces();
    Set<Integer> unused = new TreeSet<>();
    for (int code = 0; code <= 99; code++) {
      if (!provinces.isInUse("%02d".formatted(code)) && code > 10) {
        unused.add(code);
      }
    }
    assertThat(unused).containsExactly(13, 42, 44, 45, 46, 87, 91, 96);
    assertThat(provinces.isInUse("10")).isFalse();
  }

  @Test
  void keypadExpectsTheCodeFirst() {
    assertThat(expected("", 0)).isEqualTo("123456789");
    assertThat(expected("1", 1)).isEqualTo("12456789");
    assertThat(expected("9", 1)).isEqualTo("02345789");
    assertThat(expected("30", 2)).isEqualTo("0123456789ABCDEFGHKLMNPQRSTUVXYZ");
    assertThat(expected("30", 1)).isEqualTo("0123456789");
  }

  @Test
  void keypadExpectsTheSeriesThenTheNumber() {
    assertThat(expected("59P", 3)).isEqualTo("0123456789ABCDEFHKLMNPRSTUVXYZ");
    assertThat(expected("59P1", 4)).isEqualTo("0123456789");
    assertThat(expected("29M", 3)).contains("Đ").contains("K");
    assertThat(expected("29MĐ", 4)).isEqualTo("0123456789");
    assertThat(expected("T", 1)).isEqualTo("ABCDEFGHKLMNPQRSTUVXYZ");
  }

  @Test
  void keypadReplacesInTheMiddle() {
    assertThat(expected("59P127384", 6)).isEqualTo("0123456789");
    assertThat(expected("59P127384", 2)).isEqualTo("ABCDEFGHKLMNPSTUVXYZ");
    assertThat(expected("59P127384", 3)).isEqualTo("123456789ABCDEFHKLMNPRSTUVXYZ");
    assertThat(expected("51P127384", 0)).isEqualTo("12345678");
  }

  @Test
  void keypadExpectsNothingAfterACompletePlateAndEverythingOnceNothingFits() {
    assertThat(expected("59P127384", 9)).isEmpty();
    assertThat(expected("30A12345", 8)).isEqualTo("0123456789");
    assertThat(expected("W", 1)).hasSize(37);
    assertThat(expected("59P1273841", 10)).hasSize(37);
  }

  @Test
  void keypadPlaceMustLieInTheText() {
    assertThatThrownBy(() -> grammar.expectedAt("59", 3))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void everyLineCountGivesTheSameIdentity() {
    for (String text : List.of("30A12345", "59P127384", "29LD12345", "80001NG01", "TM1234")) {
      assertThat(grammar.parse(text, 1).text()).isEqualTo(text);
      assertThat(grammar.parse(text, 2).text()).isEqualTo(text);
    }
  }

  private String expected(String text, int position) {
    StringBuilder characters = new StringBuilder();
    new TreeSet<>(grammar.expectedAt(text, position)).forEach(characters::append);
    return characters.toString();
  }
}
