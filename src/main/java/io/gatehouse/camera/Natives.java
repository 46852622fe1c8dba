package io.gatehouse.camera;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.global.opencv_videoio;

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
    // OpenCV's decoders write every doubt to stderr; what fails is told by our own exceptions
    NativeEnvironment.setIfUnset("OPENCV_LOG_LEVEL", "FATAL");
    try {
      Loader.load(opencv_core.class);
      Loader.load(opencv_imgproc.class);
      Loader.load(opencv_imgcodecs.class);
    } catch (LinkageError e) {
      throw NativesException.of("OpenCV", e);
    }
  }

  /** Loads OpenCV's videoio too. */
  static void loadVideo() {
    // a camera that hangs keeps its device busy for so many seconds
    NativeEnvironment.setIfUnset("OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT", "5");
    load();
    try {
      Loader.load(opencv_videoio.class);
    } catch (LinkageError e) {
      throw NativesException.of("OpenCV's video input", e);
    }
  }

  private static void setIfUnset(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
