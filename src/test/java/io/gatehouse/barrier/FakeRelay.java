package io.gatehouse.barrier;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A relay that keeps what it is told; can hang, and can fail. */
final class FakeRelay implements Relay {

  private final String name;
  private final Duration pulse;
  private final List<String> told;
  private final CountDownLatch never = new CountDownLatch(1);
  private Optional<String> missing = Optional.empty();
  private int failingOffs;
  private volatile boolean hangs;

  /**
   * @param told takes {@code name+}, {@code name-} and {@code name.} for on, off and closed
   */
  FakeRelay(String name, Duration pulse, List<String> told) {
    this.name = name;
    this.pulse = pulse;
    this.told = told;
  }

  static List<String> log() {
    return java.util.Collections.synchronizedList(new ArrayList<>());
  }

  synchronized void isMissing(String why) {
    missing = Optional.of(why);
  }

  synchronized void isBack() {
    missing = Optional.empty();
  }

  synchronized void failsToGoOff(int times) {
    failingOffs = times;
  }

  void hangs(boolean now) {
    hangs = now;
  }

  @Override
  public synchronized void prepare() throws BarrierException {
    if (missing.isPresent()) {
      throw new BarrierException(missing.get());
    }
  }

  @Override
  public void on() throws BarrierException, InterruptedException {
    prepare();
    if (hangs) {
      never.await();
    }
    told.add(name + "+");
  }

  @Override
  public synchronized void off() throws BarrierException {
    if (failingOffs > 0) {
      failingOffs--;
      throw new BarrierException("stuck");
    }
    told.add(name + "-");
  }

  @Override
  public Duration pulse() {
    return pulse;
  }

  @Override
  public void close() {
    told.add(name + ".");
  }
}
