package io.gatehouse.launch;

import io.gatehouse.common.Threads;

/**
 * Switches the barrier's relays off when the JVM is told to end, even where the orderly end hangs:
 * a Raspberry Pi 5 keeps a line as its last program left it.
 */
final class SwitchedOff implements AutoCloseable {

  private final Thread hook;

  SwitchedOff(Threads threads, Runnable off) {
    hook = threads.unstarted("barrier-off", off);
    Runtime.getRuntime().addShutdownHook(hook);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the JVM is shutting down already: that is what the hook is for
      return;
    }
  }
}
