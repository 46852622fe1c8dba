package io.gatehouse.plate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PlateCorrectionTest {

  private static final float SURE = 0.99f;
  private static final float UNSURE = 0.6f;

  private final PlateGrammar grammar = new VietnamGrammar();

  @ParameterizedTest
  @CsvSource({
    "S9P127384, 59P127384",
    "3OA12345, 30A12345",
    "30412345, 30A12345",
    "30A1Z34S, 30A12345",
    "30A12BAB, 30A12848",
    "59PI27384, 59PI27384",
    "59P0664BO, 59P0664BO",
    "8O001N601, 80001NG01",
    "29MĐI12345, 29MĐ112345",
    "30A12345, 30A12345",
    "ABCDEFGH, ABCDEFGH",
    "OOOOOOOO, OOOOOOOO",
    "ZEITUNG, ZEITUNG",
  })
  void unsureCharactersAreSwappedWhereAFormatForcesThem(String read, String corrected) {
    assertThat(text(grammar.correct(all(read, UNSURE), 0))).isEqualTo(corrected);
  }

  @Test
  void sureCharactersStayEvenWhenNothingFits() {
    List<ReadCharacter> read = all("S9P127384", SURE);

    assertThat(grammar.correct(read, 2)).isSameAs(read);
  }

  @Test
  void textThatFitsStaysTheSameList() {
    List<ReadCharacter> read = all("59P127384", 0.1f);

    assertThat(grammar.correct(read, 2)).isSameAs(read);
  }

  @Test
  void fourthOfNineIsNeverCoerced() {
    assertThat(text(grammar.correct(all("59P064480", UNSURE), 2))).isEqualTo("59P064480");
    assertThat(text(grammar.correct(all("59PO644B0", UNSURE), 2))).isEqualTo("59PO644B0");
  }

  @Test
  void zeroInALettersPlaceIsADAndNeverAnO() {
    assertThat(text(grammar.correct(all("30012345", UNSURE), 1))).isEqualTo("30D12345");
  }

  @Test
  void readersOwnAlternativeDecidesWhichLetterItIs() {
    List<ReadCharacter> read = all("59112345", UNSURE);
    read.set(2, new ReadCharacter('1', UNSURE, List.of(new Candidate('T', 0.3f))));

    ReadCharacter corrected = grammar.correct(read, 2).get(2);

    assertThat(corrected.value()).isEqualTo('T');
    assertThat(corrected.confidence()).isEqualTo(0.3f);
  }

  @Test
  void correctedCharacterIsLessSureAndKeepsWhatWasReadAsACandidate() {
    List<ReadCharacter> read = all("30A1234S", SURE);
    read.set(7, new ReadCharacter('S', 0.5f, List.of(new Candidate('3', 0.05f))));

    ReadCharacter corrected = grammar.correct(read, 1).get(7);

    assertThat(corrected.value()).isEqualTo('5');
    assertThat(corrected.confidence()).isEqualTo(0.4f);
    assertThat(corrected.alternatives())
        .containsExactly(new Candidate('S', 0.2f), new Candidate('3', 0.05f));
  }

  @Test
  void unusedCodeIsCorrectedOnlyByWhatTheReaderSaw() {
    List<ReadCharacter> read = all("13A12345", UNSURE);
    assertThat(grammar.correct(read, 1)).isSameAs(read);

    read.set(1, new ReadCharacter('3', UNSURE, List.of(new Candidate('8', 0.35f))));
    assertThat(text(grammar.correct(read, 1))).isEqualTo("18A12345");
  }

  @Test
  void equallyGoodWaysLeaveTheTextAlone() {
    List<ReadCharacter> read = all("13A12345", UNSURE);
    read.set(
        1,
        new ReadCharacter(
            '3', UNSURE, List.of(new Candidate('8', 0.35f), new Candidate('9', 0.35f))));

    assertThat(grammar.correct(read, 1)).isSameAs(read);
  }

  @Test
  void moreThanThreeSwapsAreAnotherText() {
    assertThat(text(grammar.correct(all("3OA12BSB", UNSURE), 1))).isEqualTo("3OA12BSB");
    assertThat(text(grammar.correct(all("30A12BSB", UNSURE), 1))).isEqualTo("30A12858");
  }

  @ParameterizedTest
  @ValueSource(strings = {"T01234", "TMI2B4", "HKZ482", "VNGL39", "SBB7315", "PAB51Z7"})
  void nothingIsMadeAnArmyPlate(String read) {
    assertThat(text(grammar.correct(all(read, UNSURE), 1))).isEqualTo(read);
    assertThat(text(grammar.correct(all(read, 0.2f), 1))).isEqualTo(read);
  }

  @Test
  void anArmyPlateAsReadStaysOneHoweverUnsure() {
    List<ReadCharacter> read = all("TM1284", 0.2f);

    assertThat(grammar.correct(read, 1)).isSameAs(read);
    assertThat(grammar.parse(text(read), 1).kind()).isEqualTo(PlateKind.MILITARY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"6L0D284", "3OA12BA8", "5I41Z354"})
  void severalDoubtfulSwapsAtOnceAreAForeignPlate(String read) {
    assertThat(text(grammar.correct(all(read, 0.4f), 1))).isEqualTo(read);
    assertThat(text(grammar.correct(all(read, 0.8f), 1))).isNotEqualTo(read);
  }

  @Test
  void digitsBecomeACarsPlateAndNoArmyPlate() {
    assertThat(text(grammar.correct(all("5112345", UNSURE), 1))).isEqualTo("51L2345");
  }

  @Test
  void plainDGetsItsStrokeWhereNothingElseFitsHoweverSureTheReaderWas() {
    List<ReadCharacter> corrected = grammar.correct(all("29MD112345", SURE), 2);

    assertThat(text(corrected)).isEqualTo("29MĐ112345");
    assertThat(corrected.get(3).confidence()).isEqualTo(SURE);
    assertThat(text(grammar.correct(all("29MD12345", SURE), 2))).isEqualTo("29MD12345");
  }

  @Test
  void charactersOfAForeignPlateFollowItsText() {
    List<ReadCharacter> read = all("80NG01101", SURE);
    read.set(3, new ReadCharacter('G', UNSURE, List.of(new Candidate('6', 0.2f))));

    List<ReadCharacter> corrected = grammar.correct(read, 2);

    assertThat(text(corrected)).isEqualTo(grammar.parse("80NG01101", 2).text());
    assertThat(corrected.get(6)).isEqualTo(read.get(3));
  }

  @Test
  void emptyReadingStaysEmpty() {
    assertThat(grammar.correct(List.of(), 0)).isEmpty();
  }

  private static List<ReadCharacter> all(String text, float confidence) {
    List<ReadCharacter> characters = new ArrayList<>();
    text.chars().forEach(c -> characters.add(new ReadCharacter((char) c, confidence, List.of())));
    return characters;
  }

  private static String text(List<ReadCharacter> characters) {
    return PlateCorrection.text(characters);
  }
}
