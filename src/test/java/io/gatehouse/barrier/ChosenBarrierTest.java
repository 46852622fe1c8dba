package io.gatehouse.barrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.common.Threads;
import io.gatehouse.support.FakeTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ChosenBarrierTest {

  private final AtomicReference<String> setting = new AtomicReference<>("first");
  private final List<String> told = new ArrayList<>();

  @Test
  void anotherSettingClosesTheOldBarrierBeforeTheNewOneIsTaken() throws Exception {
    ChosenBarrier chosen = new ChosenBarrier(setting::get, Noting::new);
    chosen.open();
    setting.set("second");
    chosen.refresh();
    chosen.open();
    chosen.close();
    assertThat(told)
        .containsExactly(
            "first made",
            "first opened",
            "first closed",
            "second made",
            "second opened",
            "second closed");
  }

  @Test
  void theSameSettingChangesNothing() {
    ChosenBarrier chosen = new ChosenBarrier(setting::get, Noting::new);
    chosen.refresh();
    assertThat(told).containsExactly("first made");
  }

  @Test
  void aSettingThatMakesNoSenseIsAFaultThatTheNextOneMends() {
    Barriers barriers = new Barriers(new FakeTime(), new Threads((thread, failure) -> {}));
    setting.set("drawbridge:");
    ChosenBarrier chosen = new ChosenBarrier(setting::get, barriers::barrier);
    List<BarrierStatus> statuses = new ArrayList<>();
    Runnable _ = chosen.listen(statuses::add);
    assertThatThrownBy(chosen::open)
        .hasMessageStartingWith("the barrier's address in the settings is wrong: ");
    setting.set("none");
    chosen.refresh();
    assertThat(statuses).hasSize(2);
    assertThat(statuses.getFirst().fault()).isPresent();
    assertThat(statuses.getLast()).isEqualTo(BarrierStatus.PLAIN);
  }

  /** Notes what becomes of it. */
  private final class Noting implements Barrier {

    private final String name;

    Noting(String name) {
      this.name = name;
      told.add(name + " made");
    }

    @Override
    public void open() {
      told.add(name + " opened");
    }

    @Override
    public String label() {
      return name;
    }

    @Override
    public void close() {
      told.add(name + " closed");
    }
  }
}
