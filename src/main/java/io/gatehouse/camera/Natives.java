package io.gatehouse.camera;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;

/**
 * Loads the native libraries for pictures. Whoever uses OpenCV first calls {@link #load()}: a
 * missing or broken library is then one clear line instead of an {@link UnsatisfiedLinkError} from
 * the depth of some class initialiser.
 *
 * <p>Never load {@code opencv_highgui} or {@code opencv_objdetect}: they need GTK 2, which a bare
 * Debian does not have.
 */
public final class Natives {

  private Natives() {}

  /**
   * Loads OpenCV's core, imgproc and imgcodecs. Cheap after the first time; any thread.
   *
   * @throws NativesException when they cannot be loaded on this machine
   */
  public static void load() {
    // JavaCPP limits native memory by the size of the Java heap. The kiosk's heap is small, and
    // pictures live outside it: the limits would refuse memory that the machine has.
    setIfUnset("org.bytedeco.javacpp.maxbytes", "0");
    setIfUnset("org.bytedeco.javacpp.maxphysicalbytes", "0");
    quietenOpenCv();
    try {
      Loader.load(opencv_core.class);
      Loader.load(opencv_imgproc.class);
      Loader.load(opencv_imgcodecs.class);
    } catch (LinkageError e) {
      throw NativesException.of("OpenCV", e);
    }
  }

  private static void setIfUnset(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  /**
   * OpenCV's decoders write every doubt to stderr. What fails is reported by our own exceptions;
   * the level can only be set by an environment variable, read when the library is loaded, and one
   * that is already set stays.
   */
  private static void quietenOpenCv() {
    Linker linker = Linker.nativeLinker();
    Optional<MemorySegment> setenv = linker.defaultLookup().find("setenv");
    if (setenv.isEmpty()) {
      return; // not a POSIX system: chatter is all that is lost
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
      int failed =
          (int)
              call.invokeExact(
                  arena.allocateFrom("OPENCV_LOG_LEVEL"), arena.allocateFrom("FATAL"), 0);
      assert failed == 0;
    } catch (Throwable e) { // the signature of invokeExact; setenv itself throws nothing
      throw new IllegalStateException(e);
    }
  }
}
