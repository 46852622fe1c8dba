package io.gatehouse.ui.common;

import java.time.Duration;
import javafx.animation.PauseTransition;

/** Waits on JavaFX's own clock. */
public final class FxDelay implements Delay {

  private final PauseTransition pause = new PauseTransition();

  @Override
  public void restart(Duration wait, Runnable call) {
    pause.stop();
    pause.setDuration(javafx.util.Duration.millis((double) wait.toMillis()));
    pause.setOnFinished(over -> call.run());
    pause.playFromStart();
  }

  @Override
  public void cancel() {
    pause.stop();
  }
}
