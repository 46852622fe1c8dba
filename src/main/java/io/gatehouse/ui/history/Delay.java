package io.gatehouse.ui.history;

import java.time.Duration;

/** One pending call on the screen's thread; a new one replaces it. */
interface Delay {

  void restart(Duration wait, Runnable call);

  void cancel();
}
