package io.gatehouse.support;

import io.gatehouse.camera.Region;
import io.gatehouse.detect.PlateBox;
import io.gatehouse.plate.Candidate;
import io.gatehouse.plate.PlateColour;
import io.gatehouse.plate.PlateGrammar;
import io.gatehouse.plate.ReadCharacter;
import io.gatehouse.read.PlateReading;
import io.gatehouse.read.Sureness;
import java.util.ArrayList;
import java.util.List;

/** Readings as a recogniser would hand them over. */
public final class Readings {

  public static final Region PLACE = new Region(500, 400, 160, 40);

  private static final PlateGrammar GRAMMAR = new CarGrammar();

  private Readings() {}

  /** Every character equally sure, without alternatives. */
  public static PlateReading reading(String text, Region place, double confidence) {
    return reading(text, place, confidence, 1);
  }

  public static PlateReading reading(String text, Region place, double confidence, int lines) {
    return of(characters(text, confidence), place, lines);
  }

  /** Every character equally sure, without alternatives; a list that may be changed. */
  public static List<ReadCharacter> characters(String text, double confidence) {
    List<ReadCharacter> characters = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      characters.add(new ReadCharacter(text.charAt(i), (float) confidence, List.of()));
    }
    return characters;
  }

  /** Like {@link #reading}, but the character at {@code position} is unsure. */
  public static PlateReading doubtful(
      String text, double confidence, int position, double doubt, Candidate... alternatives) {
    List<ReadCharacter> characters = new ArrayList<>(reading(text, PLACE, confidence).characters());
    characters.set(
        position, new ReadCharacter(text.charAt(position), (float) doubt, List.of(alternatives)));
    return of(characters, PLACE, 1);
  }

  /** The same as a reader alone sees it that another has not confirmed. */
  public static PlateReading unsure(PlateReading reading) {
    return reading.with(Sureness.DOUBTFUL);
  }

  private static PlateReading of(List<ReadCharacter> characters, Region place, int lines) {
    StringBuilder text = new StringBuilder();
    characters.forEach(c -> text.append(c.value()));
    return new PlateReading(
        new PlateBox(place, 0.9f, List.of()),
        text.toString(),
        characters,
        GRAMMAR.parse(text.toString(), lines),
        PlateColour.WHITE,
        "scripted",
        Sureness.SURE);
  }
}
