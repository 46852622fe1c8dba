package io.gatehouse.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.gatehouse.common.TimeSource;
import io.gatehouse.support.Pictures;
import org.junit.jupiter.api.Test;

class JpegEncoderTest {

  private final FramePool pool = new FramePool();
  private final FrameFactory frames = new FrameFactory(pool, TimeSource.system());
  private final PictureDecoder decoder = new PictureDecoder(frames);
  private final JpegEncoder encoder = new JpegEncoder(85);

  @Test
  void keepsSizeAndColours() throws Exception {
    try (Frame frame = Pictures.plain(frames, 640, 360, 30, 60, 200);
        Frame again = decoder.decode(encoder.encode(frame), "again")) {
      assertThat(again.width()).isEqualTo(640);
      assertThat(again.height()).isEqualTo(360);
      assertThat(Pictures.pixel(again, 320, 180)[0]).isCloseTo(30, within(5));
      assertThat(Pictures.pixel(again, 320, 180)[2]).isCloseTo(200, within(5));
    }
    assertThat(pool.live()).isZero();
  }

  @Test
  void scalesDownButNeverUp() throws Exception {
    try (Frame frame = Pictures.plain(frames, 640, 360, 30, 60, 200);
        Frame small = decoder.decode(encoder.encode(frame, 160), "small");
        Frame same = decoder.decode(encoder.encode(frame, 2000), "same")) {
      assertThat(small.width()).isEqualTo(160);
      assertThat(small.height()).isEqualTo(90);
      assertThat(same.width()).isEqualTo(640);
    }
  }

  @Test
  void encodesAPartOfTheFrame() throws Exception {
    try (Frame frame = Pictures.plain(frames, 640, 360, 0, 0, 0);
        Frame part = decoder.decode(encoder.encode(frame, new Region(600, 300, 40, 60)), "part")) {
      assertThat(part.width()).isEqualTo(40);
      assertThat(part.height()).isEqualTo(60);
    }
  }

  @Test
  void refusesAPartOutsideTheFrame() {
    try (Frame frame = Pictures.plain(frames, 64, 36, 0, 0, 0)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> encoder.encode(frame, new Region(60, 0, 10, 10)))
          .withMessageContaining("outside a frame of 64x36");
    }
  }

  @Test
  void refusesAnImpossibleQuality() {
    assertThatIllegalArgumentException().isThrownBy(() -> new JpegEncoder(0));
  }
}
