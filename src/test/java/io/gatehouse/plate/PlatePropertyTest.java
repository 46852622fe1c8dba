package io.gatehouse.plate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;

final class PlatePropertyTest {

  private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZĐ";

  private final PlateGrammar grammar = new VietnamGrammar();
  private final VietnamFormats formats = new VietnamFormats(new VietnamProvinces());

  @Property
  void parsingADisplayAgainChangesNothing(
      @ForAll("texts") String text, @ForAll @IntRange(max = 2) int lines) {
    Plate plate = grammar.parse(text, lines);

    assertThat(grammar.parse(plate.display(), lines)).isEqualTo(withoutSplit(plate));
  }

  /** An unknown plate's display keeps no line break. */
  private static Plate withoutSplit(Plate plate) {
    return plate.kind() == PlateKind.UNKNOWN
        ? new Plate(plate.text(), plate.kind(), plate.lines(), plate.display(), plate.text(), "")
        : plate;
  }

  @Property
  void twoLinesReadBackAreTheSamePlate(@ForAll("plates") String text) {
    Plate plate = grammar.parse(text, 2);

    assertThat(grammar.parse(plate.upper() + "\n" + plate.lower(), 2)).isEqualTo(plate);
  }

  @Property
  void everyPlateOfAFormatIsKnownAndHasAllItsCharactersInEveryForm(
      @ForAll("plates") String text, @ForAll @IntRange(max = 2) int lines) {
    Plate plate = grammar.parse(text, lines);

    assertThat(plate.kind()).isNotEqualTo(PlateKind.UNKNOWN);
    assertThat(PlateText.of(plate.display()).compact()).isEqualTo(plate.text());
    assertThat(sorted(plate.upper() + plate.lower())).isEqualTo(sorted(plate.text()));
    assertThat(sorted(plate.text()).replace('Đ', 'D')).isEqualTo(sorted(text).replace('Đ', 'D'));
  }

  @Property
  void layoutHasEveryCharacterOfAPlateExactlyOnce(
      @ForAll("plates") String text, @ForAll @IntRange(max = 2) int lines) {
    Plate plate = grammar.parse(text, lines);

    List<PlacedGlyph> glyphs = PlateLayout.of(plate, PlateAlphabet.load()).glyphs();

    assertThat(glyphs.stream().map(PlacedGlyph::index).filter(i -> i >= 0).sorted())
        .containsExactlyElementsOf(indices(plate.text()));
    assertThat(glyphs)
        .filteredOn(g -> g.index() >= 0)
        .allSatisfy(g -> assertThat(g.character()).isEqualTo(plate.text().charAt(g.index())));
  }

  @Property
  void keypadExpectsTheNextCharacterOfEveryPlate(@ForAll("plates") String text) {
    int first = grammar.parse(text, 0).kind() == PlateKind.MILITARY ? 1 : 0;
    for (int i = first; i < text.length(); i++) {
      assertThat(grammar.expectedAt(text.substring(0, i), i)).contains(text.charAt(i));
    }
  }

  @Property
  void keypadExpectsEveryCharacterWhereItStands(@ForAll("plates") String text) {
    for (int i = 0; i < text.length(); i++) {
      assertThat(grammar.expectedAt(text, i)).contains(text.charAt(i));
    }
  }

  @Property
  void correctionKeepsLengthAndSureCharacters(
      @ForAll("readings") List<ReadCharacter> read, @ForAll @IntRange(max = 2) int lines) {
    List<ReadCharacter> corrected = grammar.correct(read, lines);

    assertThat(corrected).hasSameSizeAs(read);
    assertThat(corrected).containsAll(sure(read));
  }

  @Property
  void correctionNeverMakesACharacterSurer(
      @ForAll("readings") List<ReadCharacter> read, @ForAll @IntRange(max = 2) int lines) {
    assertThat(least(grammar.correct(read, lines))).isLessThanOrEqualTo(least(read));
  }

  @Property
  void correctedCharactersAreThoseOfTheParsedPlate(
      @ForAll("readings") List<ReadCharacter> read, @ForAll @IntRange(max = 2) int lines) {
    String corrected = PlateCorrection.text(grammar.correct(read, lines));

    assertThat(grammar.parse(corrected, lines).text()).isEqualTo(corrected);
  }

  @Property
  void correctingAgainChangesNothing(
      @ForAll("readings") List<ReadCharacter> read, @ForAll @IntRange(max = 2) int lines) {
    List<ReadCharacter> once = grammar.correct(read, lines);

    assertThat(grammar.correct(once, lines)).isSameAs(once);
  }

  @Property
  void oneLookAlikeInTheNumberIsFound(
      @ForAll("plates") String text, @ForAll @FloatRange(min = 0.3f, max = 0.9f) float unsure) {
    Plate plate = grammar.parse(text, 0);
    Assume.that(plate.kind() != PlateKind.MILITARY);
    String compact = plate.text();
    int last = compact.length() - 1;
    char misread = lookAlike(compact.charAt(last));
    List<ReadCharacter> read = new ArrayList<>();
    for (int i = 0; i < last; i++) {
      read.add(new ReadCharacter(compact.charAt(i), 0.99f, List.of()));
    }
    read.add(new ReadCharacter(misread, unsure, List.of()));

    assertThat(PlateCorrection.text(grammar.correct(read, 0))).isEqualTo(compact);
  }

  @Property
  void foldingIsIdempotentAndKeepsTheLength(@ForAll String text) {
    String folded = Confusions.fold(text);

    assertThat(Confusions.fold(folded)).isEqualTo(folded);
    assertThat(folded).hasSameSizeAs(text);
  }

  @Property
  void textsThatDifferInALookAlikeFoldToTheSame(@ForAll("plates") String text) {
    StringBuilder other = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      other.append(Confusions.of(c).stream().findFirst().map(Candidate::value).orElse(c));
    }
    String digits = Confusions.fold(text);

    assertThat(Confusions.fold(other.toString()).replace('8', '3'))
        .isEqualTo(digits.replace('8', '3'));
  }

  @Property
  void anyGrammarKeepsEveryLetterAndDigit(
      @ForAll("texts") String text, @ForAll @IntRange(max = 2) int lines) {
    Plate plate = new AnyGrammar().parse(text, lines);

    assertThat(plate.kind()).isEqualTo(PlateKind.UNKNOWN);
    assertThat(plate.text()).isEqualTo(PlateText.of(text).compact());
    assertThat(new AnyGrammar().parse(plate.display(), lines).text()).isEqualTo(plate.text());
  }

  /** What the character is misread as and can be told back from; 3 is a B, but a B is an 8. */
  private static char lookAlike(char character) {
    return Confusions.of(character).stream()
        .map(Candidate::value)
        .filter(c -> Confusions.of(c).stream().anyMatch(back -> back.value() == character))
        .findFirst()
        .orElse(character);
  }

  /** Anything at all, and things that are almost plates. */
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> almost =
        Arbitraries.strings().withChars(CHARACTERS + "-. \nđ").ofMinLength(0).ofMaxLength(12);
    return Arbitraries.oneOf(Arbitraries.strings(), almost, plates());
  }

  @Provide
  Arbitrary<String> plates() {
    return Arbitraries.of(formats.patterns())
        .flatMap(PlatePropertyTest::ofPattern)
        .filter(text -> formats.match(text, Set.of(), 0).isPresent());
  }

  private static Arbitrary<String> ofPattern(PlatePattern pattern) {
    List<Arbitrary<Character>> places = new ArrayList<>();
    for (String place : pattern.places()) {
      places.add(Arbitraries.chars().with(place.toCharArray()));
    }
    return Combinators.combine(places)
        .as(characters -> {
          StringBuilder text = new StringBuilder();
          characters.forEach(text::append);
          return text.toString();
        });
  }

  /** Plates with some characters misread, and noise. */
  @Provide
  Arbitrary<List<ReadCharacter>> readings() {
    Arbitrary<Character> any = Arbitraries.chars().with(CHARACTERS.toCharArray());
    Arbitrary<String> noise = any.list().ofMaxSize(11).map(PlatePropertyTest::join);
    return Arbitraries.oneOf(plates(), noise)
        .flatMap(text ->
            Combinators.combine(text.chars().mapToObj(c -> misread((char) c, any)).toList())
                .as(List::copyOf));
  }

  private static Arbitrary<ReadCharacter> misread(char truth, Arbitrary<Character> any) {
    Arbitrary<Character> value =
        Arbitraries.frequencyOf(
            Tuple.of(4, Arbitraries.just(truth)),
            Tuple.of(
                2,
                Arbitraries.just(
                    Confusions.of(truth).stream().findFirst().map(Candidate::value).orElse(truth))),
            Tuple.of(1, any));
    Arbitrary<Float> confidence = Arbitraries.floats().between(0, 1);
    Arbitrary<List<Candidate>> alternatives =
        Combinators.combine(any, Arbitraries.floats().between(0, 0.5f))
            .as(Candidate::new)
            .list()
            .ofMaxSize(2);
    return Combinators.combine(value, confidence, alternatives)
        .as((c, sure, others) ->
            new ReadCharacter(c, sure, others.stream().filter(o -> o.value() != c).toList()));
  }

  private static String join(List<Character> characters) {
    StringBuilder text = new StringBuilder();
    characters.forEach(text::append);
    return text.toString();
  }

  private static List<ReadCharacter> sure(List<ReadCharacter> read) {
    return read.stream()
        .filter(c -> c.confidence() >= VietnamGrammar.SURE_FROM && c.value() != 'D')
        .toList();
  }

  private static float least(List<ReadCharacter> characters) {
    return (float) characters.stream().mapToDouble(ReadCharacter::confidence).min().orElse(0);
  }

  private static String sorted(String text) {
    return text.chars()
        .filter(Character::isLetterOrDigit)
        .sorted()
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static List<Integer> indices(String text) {
    List<Integer> indices = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      indices.add(i);
    }
    return indices;
  }
}
