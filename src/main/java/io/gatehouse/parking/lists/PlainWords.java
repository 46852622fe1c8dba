package io.gatehouse.parking.lists;

import java.text.Normalizer;
import java.util.Locale;

/** Words as they compare, however somebody typed them: small letters and digits without marks. */
public final class PlainWords {

  private PlainWords() {}

  /** {@code "Biển số"} becomes {@code bienso}. */
  public static String of(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
        .codePoints()
        .map(c -> c == 'đ' ? 'd' : c)
        .filter(Character::isLetterOrDigit)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }
}
