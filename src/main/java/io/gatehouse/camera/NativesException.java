package io.gatehouse.camera;

import org.bytedeco.javacpp.Loader;

/** A native library cannot be loaded. The message is one clear line with what to do. */
public final class NativesException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private NativesException(String message, Throwable cause) {
    super(message, cause);
  }

  static NativesException of(String library, LinkageError cause) {
    String why = String.valueOf(cause.getMessage()).lines().findFirst().orElse("").strip();
    return new NativesException(
        "%s cannot be loaded on %s (%s); reinstall Gatehouse for this kind of machine, and check that %s can be written and has 300 MB free"
            .formatted(library, Loader.getPlatform(), why, cacheFolder()),
        cause);
  }

  private static String cacheFolder() {
    return System.getProperty(
        "org.bytedeco.javacpp.cachedir", System.getProperty("user.home") + "/.javacpp/cache");
  }
}
