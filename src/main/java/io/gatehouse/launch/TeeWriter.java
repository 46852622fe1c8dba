package io.gatehouse.launch;

import java.io.IOException;
import java.io.Writer;

/** Writes to two writers at once; closes neither. */
final class TeeWriter extends Writer {

  private final Writer one;
  private final Writer other;

  TeeWriter(Writer one, Writer other) {
    this.one = one;
    this.other = other;
  }

  @Override
  public void write(char[] text, int offset, int length) throws IOException {
    one.write(text, offset, length);
    other.write(text, offset, length);
  }

  @Override
  public void flush() throws IOException {
    one.flush();
    other.flush();
  }

  @Override
  public void close() {}
}
