package io.gatehouse.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One file of the journal, read to its end.
 *
 * @param file which
 * @param frames the whole entries, in the order they were written
 * @param end where the last whole entry ends, bytes from the start
 * @param damagedBytes bytes between whole entries that are none
 * @param tailBytes bytes after the last whole entry: an append that was cut short
 */
record JournalPart(
    Path file, List<JournalFrame> frames, long end, long damagedBytes, long tailBytes) {

  JournalPart {
    frames = List.copyOf(frames);
  }

  static JournalPart read(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    List<JournalFrame> frames = new ArrayList<>();
    int end = 0;
    long damaged = 0;
    int position = 0;
    while (position < bytes.limit()) {
      Optional<JournalFrame> frame = JournalFrame.decode(bytes, position);
      if (frame.isPresent()) {
        damaged += position - end;
        frames.add(frame.get());
        position += JournalFrame.length(bytes, position);
        end = position;
      } else {
        position++;
      }
    }
    return new JournalPart(file, frames, end, damaged, bytes.limit() - end);
  }
}
