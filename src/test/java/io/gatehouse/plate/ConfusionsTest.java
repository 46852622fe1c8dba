package io.gatehouse.plate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ConfusionsTest {

  @Test
  void lookAlikesFoldOntoOneAnother() {
    assertThat(Confusions.fold("ODĐQ0")).isEqualTo("00000");
    assertThat(Confusions.fold("IJL1 Z2 A4 S5 G6 T7 B8")).isEqualTo("1111 22 44 55 66 77 88");
    assertThat(Confusions.fold("CEFHKMNPRUVWXY39")).isEqualTo("CEFHKMNPRUVWXY39");
  }

  @Test
  void candidatesAreOfTheOtherClassBestFirst() {
    assertThat(Confusions.of('O')).extracting(Candidate::value).containsExactly('0');
    assertThat(Confusions.of('0')).extracting(Candidate::value).containsExactly('D');
    assertThat(Confusions.of('1')).extracting(Candidate::value).containsExactly('L', 'T');
    assertThat(Confusions.of('9')).isEmpty();
    assertThat(Confusions.of('H')).isEmpty();
  }
}
