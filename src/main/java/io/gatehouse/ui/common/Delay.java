package io.gatehouse.ui.common;

import java.time.Duration;

/** One pending call on the screen's thread; a new one replaces it. */
public interface Delay {

  void restart(Duration wait, Runnable call);

  void cancel();
}
