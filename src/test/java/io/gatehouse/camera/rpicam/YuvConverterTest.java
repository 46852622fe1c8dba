package io.gatehouse.camera.rpicam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gatehouse.camera.Frame;
import io.gatehouse.camera.FrameFactory;
import io.gatehouse.support.Pictures;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YuvConverterTest {

  private final FrameFactory frames = Pictures.factory();

  @ParameterizedTest
  @CsvSource({
    "640, 480, 640, 460800",
    "1280, 720, 1280, 1382400",
    "1280, 960, 1280, 1843200",
    "1536, 1152, 1536, 2654208",
    "1920, 1440, 1920, 4147200",
    "2028, 1520, 2048, 4669440",
    "800, 600, 896, 806400",
    "1332, 990, 1408, 2090880",
    "64, 64, 128, 12288"
  })
  void rowsArePaddedAsTheImageProcessorPadsThem(int width, int height, int stride, int bytes) {
    PictureLayout layout = new PictureLayout(width, height);
    assertThat(layout.lumaStride()).isEqualTo(stride);
    assertThat(layout.chromaStride()).isEqualTo(stride / 2);
    assertThat(layout.bytes()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @CsvSource({
    // Y, U, V, and the full-range colour of JPEG: black is 0, white is 255
    "0, 128, 128, 0, 0, 0",
    "255, 128, 128, 255, 255, 255",
    "16, 128, 128, 16, 16, 16",
    "235, 128, 128, 235, 235, 235",
    "76, 85, 255, 0, 0, 254",
    "150, 44, 21, 1, 255, 0",
    "29, 255, 107, 254, 0, 0",
    "110, 90, 180, 43, 86, 183"
  })
  void coloursAreThoseOfTheFullRange(int y, int u, int v, int b, int g, int r) {
    assertThat(converted(64, 32, y, u, v, 8, 8))
        .satisfies(bgr -> {
          assertThat(bgr[0]).isCloseTo(b, within(2));
          assertThat(bgr[1]).isCloseTo(g, within(2));
          assertThat(bgr[2]).isCloseTo(r, within(2));
        });
  }

  @Test
  void paddingIsNotShown() {
    // 800 wide is padded to 896: the last pixel stands before the padding
    for (int x : new int[] {0, 799}) {
      for (int y : new int[] {0, 599}) {
        assertThat(converted(800, 600, 110, 90, 180, x, y))
            .satisfies(bgr -> assertThat(bgr[1]).isCloseTo(86, within(2)));
      }
    }
  }

  @Test
  void afterTheCloseNothingIsConvertedAndNothingBreaks() {
    PictureLayout layout = new PictureLayout(64, 32);
    YuvConverter converter = new YuvConverter(layout);
    converter.close();
    converter.close();
    try (Frame frame = frames.frame(64, 32)) {
      assertThat(converter.convert(new byte[layout.bytes()], frame.bgr())).isFalse();
    }
  }

  private int[] converted(int width, int height, int y, int u, int v, int x, int atY) {
    PictureLayout layout = new PictureLayout(width, height);
    byte[] pixels = new byte[layout.bytes()];
    Arrays.fill(pixels, (byte) 0xEE);
    int chroma = layout.chromaStart();
    for (int row = 0; row < height; row++) {
      int start = row * layout.lumaStride();
      Arrays.fill(pixels, start, start + width, (byte) y);
      int c = chroma + row * layout.chromaStride();
      Arrays.fill(pixels, c, c + width / 2, (byte) (row < height / 2 ? u : v));
    }
    try (YuvConverter converter = new YuvConverter(layout);
        Frame frame = frames.frame(width, height)) {
      assertThat(converter.convert(pixels, frame.bgr())).isTrue();
      return Pictures.pixel(frame, x, atY);
    }
  }
}
