package io.gatehouse.parking.shift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CashCountProperties {

  @Property
  void isReadAgainAsItWasKept(
      @ForAll Map<Banknote, @IntRange(max = CashCount.MOST) Integer> notes) {
    CashCount count = new CashCount(notes);

    assertThat(CashCount.parse(count.text())).isEqualTo(count);
    assertThat(count.totalDong())
        .isEqualTo(
            notes.entrySet().stream().mapToLong(e -> e.getKey().dong() * e.getValue()).sum());
  }

  @Example
  void oneKindIsCountedAnew() {
    CashCount count =
        CashCount.NOTHING.with(Banknote.DONG_500_000, 2).with(Banknote.DONG_20_000, 13);

    assertThat(count.totalDong()).isEqualTo(1_260_000);
    assertThat(count.with(Banknote.DONG_500_000, 0).totalDong()).isEqualTo(260_000);
    assertThatIllegalArgumentException().isThrownBy(() -> count.with(Banknote.DONG_1_000, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> CashCount.parse("700x1"));
  }
}
