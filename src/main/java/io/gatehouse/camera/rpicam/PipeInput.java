package io.gatehouse.camera.rpicam;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Reads blocks of bytes and lines of text from one pipe, however it is cut into pieces. Used by one
 * thread; {@link #lastByteNanos()} by any.
 */
final class PipeInput {

  /** Longer than any record's longest line by far. */
  static final int LONGEST_LINE = 1 << 20;

  /** What a pipe holds; to ask for more at once only costs memory. */
  private static final int PIPE = 1 << 16;

  private final InputStream in;
  private final LongSupplier nanos;
  private final byte[] buffer = new byte[PIPE];
  private int position;
  private int limit;
  private volatile long lastByteNanos;

  /**
   * @param nanos a monotonic clock
   */
  PipeInput(InputStream in, LongSupplier nanos) {
    this.in = in;
    this.nanos = nanos;
    this.lastByteNanos = nanos.getAsLong();
  }

  /** When the last byte came; at first, when it was made. */
  long lastByteNanos() {
    return lastByteNanos;
  }

  /**
   * Fills the target.
   *
   * @return how many bytes came: fewer than it holds only at the end of the pipe
   */
  int fill(byte[] target) throws IOException {
    int done = Math.min(limit - position, target.length);
    System.arraycopy(buffer, position, target, 0, done);
    position += done;
    while (done < target.length) {
      int count = in.read(target, done, Math.min(target.length - done, PIPE));
      if (count < 0) {
        return done;
      }
      lastByteNanos = nanos.getAsLong();
      done += count;
    }
    return done;
  }

  /**
   * The next line without its end.
   *
   * @return empty at the end of the pipe; what stands before it without a line's end is lost
   * @throws LostSyncException when it is no line of printable ASCII
   */
  Optional<String> line() throws IOException, LostSyncException {
    StringBuilder line = new StringBuilder();
    while (true) {
      if (position == limit && !more()) {
        return Optional.empty();
      }
      int start = position;
      while (position < limit && isPrintable(buffer[position])) {
        position++;
      }
      line.append(new String(buffer, start, position - start, StandardCharsets.US_ASCII));
      if (line.length() > LONGEST_LINE) {
        throw new LostSyncException("a line of more than %d characters".formatted(LONGEST_LINE));
      }
      if (position < limit) {
        byte end = buffer[position++];
        if (end == '\n') {
          return Optional.of(line.toString());
        }
        throw new LostSyncException(
            "byte 0x%02x in the text after a picture".formatted(end & 0xFF));
      }
    }
  }

  private static boolean isPrintable(byte b) {
    return b >= ' ' && b <= '~';
  }

  private boolean more() throws IOException {
    int count = in.read(buffer, 0, buffer.length);
    if (count < 0) {
      return false;
    }
    lastByteNanos = nanos.getAsLong();
    position = 0;
    limit = count;
    return true;
  }
}
