package io.gatehouse.launch.systemd;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/**
 * A unix datagram socket that sends to one address. The JDK's channels know unix sockets as streams
 * only, so that this one asks the C library. For one thread at a time.
 */
final class NotifySocket implements AutoCloseable {

  /** {@code sizeof(sun_path)} of unix(7). */
  private static final int LONGEST_PATH = 108;

  private static final int FAMILY_BYTES = 2;

  private final Arena arena = Arena.ofShared();
  private final DatagramCalls calls;
  private final MemorySegment address;
  private final int descriptor;

  private NotifySocket(String text) throws IOException {
    address = address(arena, text);
    calls = new DatagramCalls();
    descriptor = calls.socket();
  }

  /**
   * Makes a socket; nobody need listen yet.
   *
   * @param address an absolute path, or {@code @} and a name in the abstract name space
   * @throws IOException when it is neither, or there is no socket to be had
   */
  static NotifySocket to(String address) throws IOException {
    return new NotifySocket(address);
  }

  /** {@code struct sockaddr_un}, exactly as long as the address is. */
  static MemorySegment address(Arena arena, String text) throws IOException {
    byte[] path = text.getBytes(StandardCharsets.UTF_8);
    boolean named = text.startsWith("@");
    if (path.length < 2 || !(named || text.startsWith("/"))) {
      throw new IOException("\"%s\" is no address of a unix socket".formatted(text));
    }
    // a path ends with a zero, a name in the abstract space begins with one in the place of the @
    int length = named ? path.length : path.length + 1;
    if (length > LONGEST_PATH) {
      throw new IOException("the address %s is too long".formatted(text));
    }
    if (named) {
      path[0] = 0;
    }
    MemorySegment address = arena.allocate(FAMILY_BYTES + (long) length, Short.BYTES);
    address.set(ValueLayout.JAVA_SHORT, 0, DatagramCalls.AF_UNIX);
    MemorySegment.copy(path, 0, address, ValueLayout.JAVA_BYTE, FAMILY_BYTES, path.length);
    return address;
  }

  /**
   * Sends one datagram; never waits for the receiver.
   *
   * @throws IOException when nobody listens, or too many datagrams wait there already
   */
  void send(String text) throws IOException {
    try (Arena each = Arena.ofConfined()) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      MemorySegment datagram = each.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
      calls.send(descriptor, datagram, address);
    }
  }

  @Override
  public void close() {
    calls.close(descriptor);
    arena.close();
  }
}
