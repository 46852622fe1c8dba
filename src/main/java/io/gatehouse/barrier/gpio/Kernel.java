package io.gatehouse.barrier.gpio;

import java.lang.foreign.MemorySegment;

/** The system calls that GPIO lines are driven with. Safe for use by several threads. */
public interface Kernel {

  /**
   * Opens a device for reading and writing; children do not inherit it.
   *
   * @return its descriptor
   */
  int open(String path) throws KernelException;

  /**
   * Asks something of a device.
   *
   * @param request the kernel's number of the question
   * @param argument read and written by the kernel, as long as the request says
   */
  void ioctl(int descriptor, long request, MemorySegment argument) throws KernelException;

  /**
   * Waits until something can be read.
   *
   * @return whether it can; {@code false} after so many milliseconds
   */
  boolean poll(int descriptor, int millis) throws KernelException;

  /**
   * Reads what is there.
   *
   * @return bytes read
   */
  long read(int descriptor, MemorySegment into) throws KernelException;

  /** Gives a descriptor back; nothing can be done about one that the kernel does not want. */
  void close(int descriptor);

  /** The kernel that this program runs on. */
  static Kernel linux() {
    return new LinuxKernel();
  }
}
