package io.gatehouse.barrier.gpio;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/** The C library's system calls, with what went wrong. */
@SuppressWarnings("restricted") // this is the one place that calls C
final class LinuxKernel implements Kernel {

  private static final int O_RDWR = 2;
  private static final int O_CLOEXEC = 0x80000;
  private static final short POLLIN = 1;

  private static final StructLayout ERRNO = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO_VALUE = ERRNO.varHandle(PathElement.groupElement("errno"));
  private static final StructLayout POLLFD =
      MemoryLayout.structLayout(
          JAVA_INT.withName("fd"), JAVA_SHORT.withName("events"), JAVA_SHORT.withName("revents"));

  private final MethodHandle open;
  private final MethodHandle ioctl;
  private final MethodHandle poll;
  private final MethodHandle read;
  private final MethodHandle close;

  LinuxKernel() {
    Linker.Option variadic = Linker.Option.firstVariadicArg(2); // arguments beyond it go elsewhere
    open = function("open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT), variadic);
    ioctl =
        function("ioctl", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS), variadic);
    poll = function("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
    read = function("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
    close = function("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  }

  private static MethodHandle function(
      String name, FunctionDescriptor shape, Linker.Option... more) {
    Linker.Option[] options = new Linker.Option[more.length + 1];
    options[0] = Linker.Option.captureCallState("errno");
    System.arraycopy(more, 0, options, 1, more.length);
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), shape, options);
  }

  @Override
  public int open(String path) throws KernelException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment errno = arena.allocate(ERRNO);
      MemorySegment name = arena.allocateFrom(path);
      int descriptor = (int) call(() -> (int) open.invokeExact(errno, name, O_RDWR | O_CLOEXEC));
      return (int) checked(descriptor, errno, "open " + path);
    }
  }

  @Override
  public void ioctl(int descriptor, long request, MemorySegment argument) throws KernelException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment errno = arena.allocate(ERRNO);
      long answer = call(() -> (int) ioctl.invokeExact(errno, descriptor, request, argument));
      checked(answer, errno, "ioctl %X".formatted(request));
    }
  }

  @Override
  public boolean poll(int descriptor, int millis) throws KernelException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment errno = arena.allocate(ERRNO);
      MemorySegment wanted = arena.allocate(POLLFD);
      wanted.set(JAVA_INT, 0, descriptor);
      wanted.set(JAVA_SHORT, 4, POLLIN);
      long ready = call(() -> (int) poll.invokeExact(errno, wanted, 1L, millis));
      if (ready < 0 && (int) ERRNO_VALUE.get(errno, 0L) == KernelException.EINTR) {
        return false; // a signal to the JVM; whoever waits asks again
      }
      return checked(ready, errno, "poll") > 0;
    }
  }

  @Override
  public long read(int descriptor, MemorySegment into) throws KernelException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment errno = arena.allocate(ERRNO);
      long count = call(() -> (long) read.invokeExact(errno, descriptor, into, into.byteSize()));
      return checked(count, errno, "read");
    }
  }

  @Override
  public void close(int descriptor) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment errno = arena.allocate(ERRNO);
      long _ = call(() -> (int) close.invokeExact(errno, descriptor));
    }
  }

  private static long checked(long answer, MemorySegment errno, String what)
      throws KernelException {
    if (answer < 0) {
      throw new KernelException(what, (int) ERRNO_VALUE.get(errno, 0L));
    }
    return answer;
  }

  /** A call into C; it throws nothing but the errors of the machine itself. */
  private interface Call {
    long run() throws Throwable;
  }

  private static long call(Call call) {
    try {
      return call.run();
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new LinkageError("a call into C threw what C cannot throw", e);
    }
  }
}
