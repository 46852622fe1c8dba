package io.gatehouse.barrier.gpio;

import java.io.IOException;

/** The kernel refused; the message says what, in plain words. */
public final class KernelException extends IOException {

  private static final long serialVersionUID = 1L;

  static final int EPERM = 1;
  static final int ENOENT = 2;
  static final int EINTR = 4;
  static final int ENXIO = 6;
  static final int EACCES = 13;
  static final int EBUSY = 16;
  static final int ENODEV = 19;
  static final int EINVAL = 22;
  static final int ENOTTY = 25;

  private final int errno;

  /**
   * @param what was wanted, such as {@code open /dev/gpiochip0}
   * @param errno the kernel's number of what was wrong
   */
  public KernelException(String what, int errno) {
    super("%s: %s".formatted(what, words(errno)));
    this.errno = errno;
  }

  public int errno() {
    return errno;
  }

  private static String words(int errno) {
    return switch (errno) {
      case EPERM, EACCES -> "not permitted (add the user to the group gpio)";
      case ENOENT, ENXIO, ENODEV -> "there is no such device";
      case EBUSY -> "in use by another program";
      case ENOTTY -> "this is no GPIO chip";
      case EINVAL -> "the device does not know this line or option";
      default -> "error %d".formatted(errno);
    };
  }
}
