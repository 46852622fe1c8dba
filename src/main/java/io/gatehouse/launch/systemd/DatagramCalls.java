package io.gatehouse.launch.systemd;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/** The calls of the C library that a datagram socket needs; numbers as in Linux, all processors. */
final class DatagramCalls {

  static final short AF_UNIX = 1;

  private static final int SOCK_DGRAM = 2;
  private static final int SOCK_CLOEXEC = 0x80000;
  private static final int MSG_DONTWAIT = 0x40;
  private static final int MSG_NOSIGNAL = 0x4000;

  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
  private static final ValueLayout.OfLong SIZE = ValueLayout.JAVA_LONG;

  private static final StructLayout ERROR_LAYOUT = Linker.Option.captureStateLayout();
  private static final VarHandle ERROR =
      ERROR_LAYOUT.varHandle(MemoryLayout.PathElement.groupElement("errno"));

  private final MethodHandle socket = call("socket", FunctionDescriptor.of(INT, INT, INT, INT));
  private final MethodHandle sendto =
      call(
          "sendto",
          FunctionDescriptor.of(
              SIZE, INT, ValueLayout.ADDRESS, SIZE, INT, ValueLayout.ADDRESS, INT));
  private final MethodHandle close = call("close", FunctionDescriptor.of(INT, INT));

  @SuppressWarnings("restricted") // native access is granted where the program is started
  private static MethodHandle call(String name, FunctionDescriptor shape) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow(name), shape, Linker.Option.captureCallState("errno"));
  }

  int socket() throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment error = arena.allocate(ERROR_LAYOUT);
      int descriptor = (int) socket.invokeExact(error, (int) AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
      if (descriptor < 0) {
        throw failed("no socket", error);
      }
      return descriptor;
    } catch (IOException e) {
      throw e;
    } catch (Throwable e) { // invokeExact declares it; the call itself throws nothing
      throw new IllegalStateException(e);
    }
  }

  void send(int descriptor, MemorySegment datagram, MemorySegment address) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment error = arena.allocate(ERROR_LAYOUT);
      long sent =
          (long)
              sendto.invokeExact(
                  error,
                  descriptor,
                  datagram,
                  datagram.byteSize(),
                  MSG_DONTWAIT | MSG_NOSIGNAL,
                  address,
                  (int) address.byteSize());
      if (sent < 0) {
        throw failed("not sent", error);
      }
    } catch (IOException e) {
      throw e;
    } catch (Throwable e) { // as above
      throw new IllegalStateException(e);
    }
  }

  void close(int descriptor) {
    try (Arena arena = Arena.ofConfined()) {
      int failed = (int) close.invokeExact(arena.allocate(ERROR_LAYOUT), descriptor);
      assert failed == 0;
    } catch (Throwable e) { // as above
      throw new IllegalStateException(e);
    }
  }

  private static IOException failed(String what, MemorySegment error) {
    return new IOException(
        "%s, error %d of the system".formatted(what, (int) ERROR.get(error, 0L)));
  }
}
