package io.gatehouse.learn;

import io.gatehouse.camera.Frame;
import io.gatehouse.plate.Plate;
import io.gatehouse.plate.PlateGrammar;
import io.gatehouse.plate.ReadCharacter;
import io.gatehouse.read.PlateReading;
import io.gatehouse.read.PlateRecognizer;
import io.gatehouse.read.Sureness;
import java.util.List;

/**
 * A recogniser with what its site has taught. A sure reading keeps its text, whatever was learned;
 * one that is not as sure as this site demands becomes doubtful. Doubtful ones have their doubtful
 * characters weighed anew and stay doubtful.
 */
public final class LearnedRecognizer implements PlateRecognizer {

  private final PlateRecognizer recognizer;
  private final PlateGrammar grammar;
  private final SiteProfile profile;
  private final SiteReader site;

  /** Takes over {@code recognizer} and closes it with itself. */
  public LearnedRecognizer(PlateRecognizer recognizer, PlateGrammar grammar, SiteProfile profile) {
    this.recognizer = recognizer;
    this.grammar = grammar;
    this.profile = profile;
    this.site = new SiteReader(grammar, profile);
  }

  @Override
  public List<PlateReading> recognize(Frame frame) {
    return learned(recognizer.recognize(frame));
  }

  @Override
  public List<PlateReading> glance(Frame frame) {
    return learned(recognizer.glance(frame));
  }

  private List<PlateReading> learned(List<PlateReading> readings) {
    return readings.stream().map(this::learned).toList();
  }

  private PlateReading learned(PlateReading reading) {
    if (reading.sureness() == Sureness.SURE) {
      boolean sure = reading.confidence() >= profile.sureFrom();
      return with(
          reading, reading.characters(), reading.plate(), sure ? Sureness.SURE : Sureness.DOUBTFUL);
    }
    List<ReadCharacter> characters = site.reread(reading.plate(), reading.characters());
    String text = text(characters);
    if (text.equals(reading.plate().text())) {
      return with(reading, characters, reading.plate(), Sureness.DOUBTFUL);
    }
    Plate plate = grammar.parse(broken(text, reading.plate()), reading.plate().lines());
    return plate.text().equals(text)
        ? with(reading, characters, plate, Sureness.DOUBTFUL)
        : with(reading, reading.characters(), reading.plate(), Sureness.DOUBTFUL);
  }

  private PlateReading with(
      PlateReading reading, List<ReadCharacter> characters, Plate plate, Sureness sureness) {
    return new PlateReading(
        reading.box(),
        reading.rawText(),
        characters,
        plate,
        reading.colour(),
        profile.mark(reading.reader()),
        sureness);
  }

  static String text(List<ReadCharacter> characters) {
    StringBuilder text = new StringBuilder(characters.size());
    characters.forEach(c -> text.append(c.value()));
    return text.toString();
  }

  /** With a line break where the metal had one, which settles texts that fit two kinds. */
  private static String broken(String text, Plate like) {
    String upper = compact(like.upper());
    boolean twoLines =
        like.lines() == 2
            && !like.lower().isEmpty()
            && (upper + compact(like.lower())).equals(like.text());
    return twoLines
        ? text.substring(0, upper.length()) + "\n" + text.substring(upper.length())
        : text;
  }

  private static String compact(String shown) {
    StringBuilder compact = new StringBuilder();
    shown.codePoints().filter(Character::isLetterOrDigit).forEach(compact::appendCodePoint);
    return compact.toString();
  }

  @Override
  public void close() {
    recognizer.close();
  }
}
