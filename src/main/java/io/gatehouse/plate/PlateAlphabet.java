package io.gatehouse.plate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The letters of Vietnamese plates as outlines of our own: A to Z, Đ, 0 to 9, hyphen and dot.
 * Immutable. The file {@code plate/alphabet.txt} is drawn from by everything that shows or makes a
 * plate.
 */
public final class PlateAlphabet {

  /** For the joins of every stroke, as in SVG, Java2D and JavaFX. */
  public static final double MITER_LIMIT = 10;

  private static final String RESOURCE = "/plate/alphabet.txt";

  private final Map<Character, Glyph> glyphs;
  private final Glyph box;

  private PlateAlphabet(Map<Character, Glyph> glyphs, Glyph box) {
    this.glyphs = Map.copyOf(glyphs);
    this.box = box;
  }

  /**
   * The alphabet that comes with the product.
   *
   * @throws IllegalStateException when the resource is missing or broken
   */
  public static PlateAlphabet load() {
    try (InputStream in = PlateAlphabet.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is not in the jar: build it again");
      }
      return parse(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + " cannot be read", e);
    }
  }

  /**
   * @throws IllegalStateException with the number of the line that is wrong
   */
  static PlateAlphabet parse(Reader source) throws IOException {
    Parser parser = new Parser();
    BufferedReader lines = new BufferedReader(source);
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      try {
        parser.accept(line.strip());
      } catch (IllegalArgumentException e) {
        throw new IllegalStateException(
            "plate alphabet, line " + number + ": " + e.getMessage(), e);
      }
    }
    return parser.alphabet();
  }

  /**
   * The shape of a character.
   *
   * @throws IllegalArgumentException when the alphabet has no such character
   */
  public Glyph glyph(char character) {
    Glyph glyph = glyphs.get(character);
    if (glyph == null) {
      throw new IllegalArgumentException(
          "no plate glyph for '%c' (U+%04X)".formatted(character, (int) character));
    }
    return glyph;
  }

  /** The glyph of the character, or an empty box that stands for it. */
  public Glyph glyphOrBox(char character) {
    Glyph glyph = glyphs.get(character);
    return glyph != null
        ? glyph
        : new Glyph(character, box.advance(), box.height(), box.strokeWidth(), box.path());
  }

  public Set<Character> characters() {
    return glyphs.keySet();
  }

  private static final class Parser {
    private static final char BOX = '\u25a1';

    private final Map<Character, Glyph> glyphs = new HashMap<>();
    private double height = Double.NaN;
    private double stroke = Double.NaN;
    private Glyph box;

    void accept(String line) {
      if (line.isEmpty() || line.startsWith("#")) {
        return;
      }
      String[] words = line.split("\\s+", 2);
      String rest = words.length > 1 ? words[1] : "";
      switch (words[0]) {
        case "height" -> height = Double.parseDouble(rest);
        case "stroke" -> stroke = Double.parseDouble(rest);
        case "join" -> expect("miter", rest);
        case "miterlimit" -> expect("10", rest);
        case "cap" -> expect("butt", rest);
        case "glyph" -> addGlyph(rest);
        case "box" -> box = glyph(BOX, rest);
        default -> throw new IllegalArgumentException("unknown word '" + words[0] + "'");
      }
    }

    private void addGlyph(String rest) {
      if (rest.length() < 2 || !Character.isWhitespace(rest.charAt(1))) {
        throw new IllegalArgumentException("glyph needs one character, advance and path");
      }
      char character = rest.charAt(0);
      if (glyphs.put(character, glyph(character, rest.substring(1).strip())) != null) {
        throw new IllegalArgumentException("second glyph for '" + character + "'");
      }
    }

    private Glyph glyph(char character, String advanceAndPath) {
      if (Double.isNaN(height) || Double.isNaN(stroke)) {
        throw new IllegalArgumentException("height and stroke must come before the glyphs");
      }
      String[] words = advanceAndPath.split("\\s+", 2);
      List<PathSegment> path = SvgPath.parse(words.length > 1 ? words[1] : "");
      return new Glyph(character, Double.parseDouble(words[0]), height, stroke, path);
    }

    /** The renderers draw with these: the file names them for readers in other languages. */
    private static void expect(String only, String actual) {
      if (!only.equals(actual)) {
        throw new IllegalArgumentException("only '" + only + "' is drawn, not '" + actual + "'");
      }
    }

    PlateAlphabet alphabet() {
      if (box == null) {
        throw new IllegalStateException("plate alphabet: no box for unknown characters");
      }
      return new PlateAlphabet(glyphs, box);
    }
  }
}
