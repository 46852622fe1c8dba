package io.gatehouse.plate;

import io.gatehouse.plate.VietnamFormats.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Vietnamese plates: civil, special, foreign and army formats, and the 81 codes. Immutable; safe
 * for use by several threads.
 */
public final class VietnamGrammar implements PlateGrammar {

  /** From this confidence on a reader is believed against the grammar. */
  public static final float SURE_FROM = 0.95f;

  private final VietnamProvinces provinces = new VietnamProvinces();
  private final VietnamFormats formats = new VietnamFormats(provinces);
  private final ExpectedCharacters expected = new ExpectedCharacters(formats);
  private final PlateCorrection correction;

  public VietnamGrammar() {
    this(SURE_FROM);
  }

  /**
   * @param sureFrom the confidence, 0 to 1, from which on a character is never corrected; depends
   *     on how honest the reader's confidences are
   */
  public VietnamGrammar(float sureFrom) {
    this.correction = new PlateCorrection(formats, sureFrom);
  }

  @Override
  public Plate parse(String text, int lines) {
    PlateText read = PlateText.of(text);
    return formats
        .match(read.compact(), read.breaks(), lines)
        .map(match -> known(match, lines))
        .orElseGet(() -> read.unknownPlate(lines));
  }

  private static Plate known(Match match, int lines) {
    PlatePattern pattern = match.pattern();
    String text = match.canonical();
    String display = PlatePattern.fill(pattern.display(), text);
    boolean twoLines =
        lines == 2 || (lines == 0 && pattern.metal() == PlatePattern.Metal.TWO_LINES);
    return new Plate(
        text,
        pattern.kind(),
        lines,
        display,
        twoLines ? PlatePattern.fill(pattern.upper(), text) : display,
        twoLines ? PlatePattern.fill(pattern.lower(), text) : "");
  }

  @Override
  public List<ReadCharacter> correct(List<ReadCharacter> characters, int lines) {
    List<ReadCharacter> corrected = correction.correct(characters);
    Optional<Match> match = formats.match(PlateCorrection.text(corrected), Set.of(), lines);
    return match.map(found -> aligned(corrected, found)).orElse(corrected);
  }

  /** Brings the characters into the order and the spelling of the plate's text. */
  private static List<ReadCharacter> aligned(List<ReadCharacter> characters, Match match) {
    if (match.canonical().equals(PlateCorrection.text(characters))) {
      return characters;
    }
    List<ReadCharacter> aligned = new ArrayList<>(characters.size());
    for (int place : match.pattern().order()) {
      ReadCharacter read = characters.get(place);
      char spelled = match.text().charAt(place);
      aligned.add(
          read.value() == spelled
              ? read
              : new ReadCharacter(spelled, read.confidence(), read.alternatives()));
    }
    return List.copyOf(aligned);
  }

  @Override
  public Set<Character> expectedAt(String text, int position) {
    return expected.at(text, Objects.checkIndex(position, text.length() + 1));
  }

  @Override
  public String origin(Plate plate) {
    return switch (plate.kind()) {
      case UNKNOWN, MILITARY -> "";
      case CAR, MOTORBIKE, ELECTRIC_MOTORBIKE, SPECIAL, FOREIGN ->
          provinces.name(plate.text().substring(0, 2)).orElse("");
    };
  }
}
