package io.gatehouse.camera.rpicam;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/** Signals to a child that Java has no call for. */
final class Signals {

  private static final int INTERRUPT = 2; // SIGINT on every Linux

  private Signals() {}

  /**
   * Sends SIGINT, on which {@code rpicam-vid} stops the camera properly; on the SIGTERM of {@link
   * Process#destroy()} it just dies.
   *
   * @return whether it could be sent
   */
  @SuppressWarnings("restricted") // native access is granted where the program is started
  static boolean interrupt(Process child) {
    Linker linker = Linker.nativeLinker();
    Optional<MemorySegment> kill = linker.defaultLookup().find("kill");
    if (kill.isEmpty() || !child.isAlive()) {
      return false;
    }
    FunctionDescriptor twoIntegers =
        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
    try {
      int result =
          (int)
              linker
                  .downcallHandle(kill.get(), twoIntegers)
                  .invokeExact(Math.toIntExact(child.pid()), INTERRUPT);
      return result == 0;
    } catch (Throwable e) { // invokeExact declares it; kill itself throws nothing
      throw new IllegalStateException(e);
    }
  }
}
