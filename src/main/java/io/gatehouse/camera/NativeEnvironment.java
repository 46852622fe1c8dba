package io.gatehouse.camera;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * Environment variables of this process as native libraries see them: OpenCV takes some of its
 * settings from there alone.
 */
public final class NativeEnvironment {

  private NativeEnvironment() {}

  /** Sets a variable that is not set yet. Does nothing on a system without POSIX. */
  @SuppressWarnings("restricted") // native access is granted where the program is started
  public static void setIfUnset(String name, String value) {
    Linker linker = Linker.nativeLinker();
    Optional<MemorySegment> setenv = linker.defaultLookup().find("setenv");
    if (setenv.isEmpty()) {
      return;
    }
    MethodHandle call =
        linker.downcallHandle(
            setenv.get(),
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS,
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_INT));
    try (Arena arena = Arena.ofConfined()) {
      int failed = (int) call.invokeExact(arena.allocateFrom(name), arena.allocateFrom(value), 0);
      assert failed == 0;
    } catch (Throwable e) { // invokeExact declares it; setenv itself throws nothing
      throw new IllegalStateException(e);
    }
  }
}
