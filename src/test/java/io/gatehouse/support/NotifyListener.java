package io.gatehouse.support;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A real unix datagram socket, in systemd's place. */
public final class NotifyListener implements AutoCloseable {

  private static final int MSG_DONTWAIT = 0x40;
  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;

  private final MethodHandle receive =
      call(
          "recv",
          FunctionDescriptor.of(
              ValueLayout.JAVA_LONG, INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG, INT));
  private final int descriptor;
  private final String address;

  private NotifyListener(String address, byte[] name) {
    this.address = address;
    try (Arena arena = Arena.ofConfined()) {
      descriptor =
          (int)
              call("socket", FunctionDescriptor.of(INT, INT, INT, INT))
                  .invokeExact(1 /* AF_UNIX */, 2 /* SOCK_DGRAM */, 0);
      MemorySegment to = arena.allocate(2L + name.length, 2);
      to.set(ValueLayout.JAVA_SHORT, 0, (short) 1);
      MemorySegment.copy(name, 0, to, ValueLayout.JAVA_BYTE, 2, name.length);
      int failed =
          (int)
              call("bind", FunctionDescriptor.of(INT, INT, ValueLayout.ADDRESS, INT))
                  .invokeExact(descriptor, to, (int) to.byteSize());
      if (descriptor < 0 || failed != 0) {
        throw new IllegalStateException("cannot listen at " + address);
      }
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** Listens at a file. */
  public static NotifyListener at(Path file) {
    return new NotifyListener(file.toString(), (file + "\0").getBytes(StandardCharsets.UTF_8));
  }

  /** Listens at a name that no file has. */
  public static NotifyListener named(String name) {
    return new NotifyListener("@" + name, ("\0" + name).getBytes(StandardCharsets.UTF_8));
  }

  @SuppressWarnings("restricted") // tests run with native access
  private static MethodHandle call(String name, FunctionDescriptor shape) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), shape);
  }

  /** As it stands in {@code NOTIFY_SOCKET}. */
  public String address() {
    return address;
  }

  /** What has come since it was asked last; does not wait. */
  public List<String> heard() {
    List<String> all = new ArrayList<>();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment room = arena.allocate(4096);
      long length = receive(room);
      while (length >= 0) {
        byte[] bytes = room.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE);
        all.add(new String(bytes, StandardCharsets.UTF_8));
        length = receive(room);
      }
    }
    return all;
  }

  private long receive(MemorySegment room) {
    try {
      return (long) receive.invokeExact(descriptor, room, room.byteSize(), MSG_DONTWAIT);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      int _ = (int) call("close", FunctionDescriptor.of(INT, INT)).invokeExact(descriptor);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
