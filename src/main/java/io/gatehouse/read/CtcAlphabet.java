package io.gatehouse.read;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The classes of a CTC reader and what each means for a plate. Class 0 is the blank, the listed
 * signs follow, and the last class is the space.
 */
final class CtcAlphabet {

  /** A class that stands for no writing, or for a sign that separates. */
  static final int GAP = -1;

  /** A class for writing that no plate holds, such as Chinese. */
  static final int FOREIGN = -2;

  /** What plates are written with; PP-OCR's own list has no Đ and reads it as D. */
  private static final String PLATE_SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZĐ";

  private final List<String> signs;
  private final int[] plateSign;

  CtcAlphabet(List<String> listed) {
    signs = new ArrayList<>();
    signs.add("");
    signs.addAll(listed);
    signs.add(" ");
    plateSign = signs.stream().mapToInt(CtcAlphabet::plateSignOf).toArray();
  }

  /**
   * Reads the list of signs, one a line, from the class path.
   *
   * @throws UncheckedIOException when it is missing
   */
  static CtcAlphabet fromClassPath(String resource) {
    InputStream in = CtcAlphabet.class.getClassLoader().getResourceAsStream(resource);
    if (in == null) {
      throw new UncheckedIOException(new IOException(resource + " is not on the class path"));
    }
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return new CtcAlphabet(lines.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int plateSignOf(String sign) {
    int index = sign.isEmpty() ? -1 : PLATE_SIGNS.indexOf(sign.toUpperCase(Locale.ROOT));
    if (index >= 0) {
      return index;
    }
    return sign.isEmpty() || !Character.isLetterOrDigit(sign.codePointAt(0)) ? GAP : FOREIGN;
  }

  /** How many classes a reader with this alphabet has. */
  int size() {
    return signs.size();
  }

  String sign(int classIndex) {
    return signs.get(classIndex);
  }

  /** Index for {@link #plateCharacter}, or {@link #GAP} or {@link #FOREIGN}. */
  int plateSign(int classIndex) {
    return plateSign[classIndex];
  }

  static int plateSigns() {
    return PLATE_SIGNS.length();
  }

  static char plateCharacter(int plateSign) {
    return PLATE_SIGNS.charAt(plateSign);
  }
}
