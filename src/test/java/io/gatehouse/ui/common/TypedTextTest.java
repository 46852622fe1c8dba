package io.gatehouse.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypedTextTest {

  private static final char ACUTE = '\u0301';
  private static final char GRAVE = '\u0300';
  private static final char TILDE = '\u0303';
  private static final char DOT = '\u0323';

  @Test
  void typesAtTheCaretAndTakesBack() {
    TypedText text = TypedText.of("Cng").moved(-2).insert("ổ");

    assertThat(text).isEqualTo(new TypedText("Cổng", 2));
    assertThat(text.backspace()).isEqualTo(new TypedText("Cng", 1));
    assertThat(TypedText.of("").backspace()).isEqualTo(TypedText.of(""));
  }

  @Test
  void toneGoesOnTheLastVowelOfTheWordEvenAfterItsConsonants() {
    assertThat(TypedText.of("Nguyên").toned(TILDE).text()).isEqualTo("Nguyễn");
    assertThat(TypedText.of("Trân").toned(GRAVE).text()).isEqualTo("Trần");
    assertThat(TypedText.of("Thi").toned(DOT).text()).isEqualTo("Thị");
  }

  @Test
  void toneReplacesAToneAndTheSameAgainTakesItOff() {
    assertThat(TypedText.of("Lý").toned(GRAVE).text()).isEqualTo("Lỳ");
    assertThat(TypedText.of("Lý").toned(ACUTE).text()).isEqualTo("Ly");
  }

  @Test
  void toneWithoutAVowelChangesNothing() {
    assertThat(TypedText.of("An B").toned(ACUTE)).isEqualTo(TypedText.of("An B"));
    assertThat(TypedText.of("").toned(ACUTE)).isEqualTo(TypedText.of(""));
  }

  @Test
  void caretStaysInside() {
    assertThat(TypedText.of("ab").moved(5).caret()).isEqualTo(2);
    assertThat(TypedText.of("ab").moved(-5).caret()).isZero();
  }
}
