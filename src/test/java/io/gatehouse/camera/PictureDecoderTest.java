package io.gatehouse.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.gatehouse.common.TimeSource;
import io.gatehouse.support.Pictures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureDecoderTest {

  @TempDir Path folder;

  private final FramePool pool = new FramePool();
  private final PictureDecoder decoder =
      new PictureDecoder(new FrameFactory(pool, TimeSource.system()));

  @AfterEach
  void nothingLeaks() {
    assertThat(pool.live()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.jpg", "a.png", "a.bmp", "a.webp", "Ảnh xe 23.JPG", "cổng-đông 車.png"})
  void decodesEveryFormatUnderAnyName(String name) throws Exception {
    Path file = Pictures.write(folder.resolve(name), 320, 200, 20, 120, 220);

    try (Frame frame = decoder.decode(file)) {
      assertThat(frame.width()).isEqualTo(320);
      assertThat(frame.height()).isEqualTo(200);
      int[] bgr = Pictures.pixel(frame, 160, 100);
      assertThat(bgr[0]).isCloseTo(20, within(6));
      assertThat(bgr[1]).isCloseTo(120, within(6));
      assertThat(bgr[2]).isCloseTo(220, within(6));
    }
  }

  @Test
  void greyAndTransparentPicturesComeOutAsColour() throws Exception {
    for (int type : new int[] {opencv_core.CV_8UC1, opencv_core.CV_8UC4, opencv_core.CV_16UC1}) {
      try (Mat mat = new Mat(40, 60, type, new Scalar(100, 100, 100, 100));
          Frame frame = decoder.decode(png(mat), "grey.png")) {
        assertThat(frame.bgr().type()).isEqualTo(opencv_core.CV_8UC3);
      }
    }
  }

  @Test
  void turnsThePictureUprightAsItsExifDataSays() throws Exception {
    byte[] lying;
    try (Frame frame = Pictures.plain(Pictures.factory(), 300, 100, 0, 0, 255)) {
      lying = withExifOrientation(new JpegEncoder(90).encode(frame), 6);
    }

    try (Frame frame = decoder.decode(lying, "phone.jpg")) {
      assertThat(frame.width()).isEqualTo(100);
      assertThat(frame.height()).isEqualTo(300);
    }
  }

  @Test
  void hundredMegapixelsComeOutReduced() throws Exception {
    byte[] file;
    try (Mat huge = new Mat(10_000, 10_000, opencv_core.CV_8UC1, new Scalar(90));
        BytePointer bytes = new BytePointer()) {
      opencv_imgcodecs.imencode(".jpg", huge, bytes);
      file = new byte[(int) bytes.limit()];
      bytes.get(file);
    }

    try (Frame frame = decoder.decode(Files.write(folder.resolve("huge.jpg"), file))) {
      assertThat(frame.width()).isEqualTo(5_000);
      assertThat(frame.height()).isEqualTo(5_000);
    }
  }

  @Test
  void refusesAnAbsurdSizeByItsHeaderAlone() {
    byte[] bomb = new byte[64];
    ByteBuffer.wrap(bomb)
        .putLong(0x89504E470D0A1A0AL)
        .putInt(13)
        .put("IHDR".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
        .putInt(60_000)
        .putInt(60_000);

    assertThatExceptionOfType(PictureException.class)
        .isThrownBy(() -> decoder.decode(bomb, "bomb.png"))
        .withMessageStartingWith("bomb.png claims 60000x60000 pixels");
  }

  @Test
  void jpegThatBreaksOffIsShownAsFarAsItGoes() throws Exception {
    byte[] whole;
    try (Frame frame = Pictures.noise(Pictures.factory(), 640, 480)) {
      whole = new JpegEncoder(90).encode(frame);
    }

    try (Frame frame = decoder.decode(Arrays.copyOf(whole, whole.length / 2), "half.jpg");
        Frame all = decoder.decode(whole, "whole.jpg")) {
      assertThat(frame.height()).isEqualTo(480);
      assertThat(Pictures.pixel(frame, 600, 200)).isEqualTo(Pictures.pixel(all, 600, 200));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.jpg", "a.png", "a.bmp", "a.webp"})
  void everyCutIsAPictureOrOneClearLine(String name) throws Exception {
    byte[] whole = Files.readAllBytes(Pictures.write(folder.resolve(name), 64, 48, 9, 99, 199));
    for (int length = 0; length < whole.length; length += Math.max(1, whole.length / 200)) {
      byte[] cut = Arrays.copyOf(whole, length);
      try (Frame frame = decoder.decode(cut, name)) {
        assertThat(frame.width()).isEqualTo(64);
      } catch (PictureException e) {
        assertThat(e).hasMessageStartingWith(name + " ").message().doesNotContain("\n");
      }
    }
  }

  @Test
  void saysWhatIsWrongWithAFile() throws IOException {
    assertThatExceptionOfType(PictureException.class)
        .isThrownBy(() -> decoder.decode(folder.resolve("none.jpg")))
        .withMessageContaining("none.jpg does not exist");
    assertThatExceptionOfType(PictureException.class)
        .isThrownBy(() -> decoder.decode(folder))
        .withMessageContaining("is a folder");
    Path empty = Files.createFile(folder.resolve("empty.jpg"));
    assertThatExceptionOfType(PictureException.class)
        .isThrownBy(() -> decoder.decode(empty))
        .withMessageContaining("empty.jpg is empty");
    Path text = Files.writeString(folder.resolve("text.jpg"), "not a picture at all\n".repeat(50));
    assertThatExceptionOfType(PictureException.class)
        .isThrownBy(() -> decoder.decode(text))
        .withMessageContaining("text.jpg is not a picture that can be read; give a JPEG");
  }

  private static byte[] png(Mat mat) {
    try (BytePointer bytes = new BytePointer()) {
      opencv_imgcodecs.imencode(".png", mat, bytes);
      byte[] file = new byte[(int) bytes.limit()];
      bytes.get(file);
      return file;
    }
  }

  /** Puts an APP1 segment with nothing but an orientation behind the JPEG's start mark. */
  private static byte[] withExifOrientation(byte[] jpeg, int orientation) {
    ByteBuffer app1 = ByteBuffer.allocate(36);
    app1.putShort((short) 0xFFE1).putShort((short) 34);
    app1.put(new byte[] {'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42}).putInt(8).putShort((short) 1);
    app1.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(jpeg, 0, 2);
    file.writeBytes(app1.array());
    file.write(jpeg, 2, jpeg.length - 2);
    return file.toByteArray();
  }
}
