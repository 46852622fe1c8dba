package io.gatehouse.barrier;

import java.util.Optional;

/** Stands in for a barrier whose address makes no sense: the lane works, and says what is wrong. */
final class BrokenBarrier implements Barrier {

  private final String why;

  BrokenBarrier(String why) {
    this.why = why;
  }

  @Override
  public void open() throws BarrierException {
    throw BarrierException.of(BarrierNote.ADDRESS_WRONG, why);
  }

  @Override
  public BarrierStatus status() {
    return new BarrierStatus(
        false,
        BarrierStatus.Loop.NONE,
        BarrierStatus.Tally.NONE,
        Optional.of("the barrier's address is wrong: " + why));
  }

  @Override
  public String label() {
    return "unusable";
  }

  @Override
  public void close() {}
}
