package io.gatehouse.camera.rpicam;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class StreamReaderTest {

  private static final int BYTES = 200;

  /** A pipe that gives so many bytes at a time. */
  private static InputStream inPieces(byte[] bytes, int piece) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] target, int offset, int length) {
        return super.read(target, offset, Math.min(length, piece));
      }
    };
  }

  private static byte[] stream(int pictures) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int n = 0; n < pictures; n++) {
      byte[] picture = new byte[BYTES];
      // line ends and equals signs in pictures must not confuse anybody
      Arrays.fill(picture, (byte) "\n=A[ \n".charAt(n % 6));
      picture[0] = (byte) n;
      out.write(picture);
      out.write(
          "Lux=1.5\nSensorTimestamp=%d\nScalerCrop=(0, 0)/4056x3040\n\n"
              .formatted(1000 + n)
              .getBytes(StandardCharsets.US_ASCII));
    }
    return out.toByteArray();
  }

  private record Read(List<Integer> pictures, List<Long> times, StreamReader.Ending ending) {}

  /** Reads all, the newest picture after each record. */
  private static Read read(InputStream in) {
    PictureSlot slot = new PictureSlot(BYTES);
    List<Integer> pictures = new ArrayList<>();
    List<Long> times = new ArrayList<>();
    StreamReader reader =
        new StreamReader(
            new PipeInput(in, () -> 0),
            slot,
            record -> {
              takeInto(slot, pictures, times); // the one before
              return Optional.empty();
            });
    reader.run();
    takeInto(slot, pictures, times);
    return new Read(pictures, times, reader.ending().orElseThrow());
  }

  private static void takeInto(PictureSlot slot, List<Integer> pictures, List<Long> times) {
    try {
      slot.take(Duration.ZERO)
          .ifPresent(picture -> {
            pictures.add((int) picture.pixels()[0]);
            times.add(picture.record().sensorNanos());
            slot.giveBack(picture);
          });
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Property(tries = 60)
  void everyPictureKeepsItsOwnRecordHoweverThePipeIsCut(
      @ForAll @IntRange(min = 1, max = 70_000) int piece) throws Exception {
    Read read = read(inPieces(stream(9), piece));

    assertThat(read.pictures()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(read.times())
        .containsExactly(1000L, 1001L, 1002L, 1003L, 1004L, 1005L, 1006L, 1007L, 1008L);
    assertThat(read.ending()).isEqualTo(new StreamReader.Ending.Complete());
  }

  @Property(tries = 100)
  void aStreamCutAnywhereGivesAllThatWasComplete(@ForAll @IntRange(min = 1, max = 1000) int cut)
      throws Exception {
    byte[] whole = stream(4);
    int each = whole.length / 4;
    int length = Math.min(cut, whole.length);

    Read read = read(new ByteArrayInputStream(whole, 0, length));

    assertThat(read.pictures()).hasSize(length / each);
    assertThat(read.ending())
        .isEqualTo(
            length % each == 0
                ? new StreamReader.Ending.Complete()
                : new StreamReader.Ending.Cut());
  }

  @Test
  void bytesThatAreNoTextAfterAPictureAreOutOfStep() throws Exception {
    byte[] stream = stream(3);
    byte[] shifted = Arrays.copyOfRange(stream, 7, stream.length);

    assertThat(read(new ByteArrayInputStream(shifted)).ending())
        .isInstanceOf(StreamReader.Ending.OutOfStep.class);
  }

  @Test
  void aLineWithoutEndIsOutOfStepAndNotAllMemory() {
    byte[] line = new byte[BYTES + 3 * PipeInput.LONGEST_LINE];
    Arrays.fill(line, (byte) 'A');

    assertThat(read(new ByteArrayInputStream(line)).ending())
        .isEqualTo(new StreamReader.Ending.OutOfStep("a line of more than 1048576 characters"));
  }

  @Test
  void aRecordWithoutEndIsOutOfStep() {
    byte[] bytes = new byte[BYTES + 10_000];
    for (int i = BYTES; i < bytes.length; i++) {
      bytes[i] = (byte) "A=1\n".charAt((i - BYTES) % 4);
    }
    assertThat(read(new ByteArrayInputStream(bytes)).ending())
        .isEqualTo(new StreamReader.Ending.OutOfStep("a record of more than 500 lines"));
  }

  @Test
  void aPipeThatBreaksIsToldAsSuch() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("gone");
          }

          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            throw new IOException("gone");
          }
        };
    assertThat(read(broken).ending()).isEqualTo(new StreamReader.Ending.Broken("gone"));
  }

  @Test
  void aSlowTakerGetsTheNewestPictureAndTheReaderNeverWaits() throws Exception {
    PictureSlot slot = new PictureSlot(BYTES);
    StreamReader reader =
        new StreamReader(
            new PipeInput(new ByteArrayInputStream(stream(50)), () -> 0),
            slot,
            record -> Optional.empty());

    reader.run();

    assertThat(slot.take(Duration.ZERO).orElseThrow().record().sensorNanos()).isEqualTo(1049);
    assertThat(slot.take(Duration.ZERO)).isEmpty();
  }
}
