package io.gatehouse.barrier;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A loop that says what a test says. */
final class FakeLoop implements LoopInput {

  private final LinkedBlockingQueue<Optional<Boolean>> said = new LinkedBlockingQueue<>();
  private Optional<Boolean> last;

  FakeLoop(boolean occupied) {
    last = Optional.of(occupied);
  }

  void says(boolean occupied) {
    said.add(Optional.of(occupied));
  }

  void breaksDown() {
    said.add(Optional.empty());
  }

  @Override
  public boolean occupied(Duration atMost) throws BarrierException, InterruptedException {
    Optional<Boolean> next = said.poll(Math.min(20, atMost.toMillis()), TimeUnit.MILLISECONDS);
    if (next != null) {
      last = next;
    }
    return last.orElseThrow(() -> new BarrierException("wire broken"));
  }

  @Override
  public void close() {}
}
