package io.gatehouse.support;

import io.gatehouse.ui.common.Delay;
import java.time.Duration;
import java.util.Optional;

/** Runs the pending call when the test says that the pause is over. */
public final class HeldDelay implements Delay {

  private Optional<Runnable> pending = Optional.empty();

  @Override
  public void restart(Duration wait, Runnable call) {
    pending = Optional.of(call);
  }

  @Override
  public void cancel() {
    pending = Optional.empty();
  }

  public boolean isPending() {
    return pending.isPresent();
  }

  public void pass() {
    Runnable call = pending.orElseThrow();
    pending = Optional.empty();
    call.run();
  }
}
