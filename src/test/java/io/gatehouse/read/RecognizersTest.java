package io.gatehouse.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.camera.Frame;
import io.gatehouse.camera.PictureDecoder;
import io.gatehouse.detect.PlateBox;
import io.gatehouse.detect.Quad;
import io.gatehouse.plate.PlateColour;
import io.gatehouse.plate.PlateKind;
import io.gatehouse.plate.VietnamGrammar;
import io.gatehouse.support.Pictures;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecognizersTest {

  private static final int WIDTH = 640;
  private static final int HEIGHT = 400;

  /** A picture without any colour counts as night vision. */
  private static final Color WARM_WHITE = new Color(250, 245, 230);

  /** Letters of plates are half as wide as they are high. */
  private static final AffineTransform NARROW = AffineTransform.getScaleInstance(0.65, 1);

  private static PlateRecognizer recognizer;

  @BeforeAll
  static void load() {
    recognizer = Recognizers.ppOcr(new VietnamGrammar(), 1);
  }

  @AfterAll
  static void close() {
    recognizer.close();
  }

  @Test
  void aOneLinePlateIsReadAndTheCaptionIsNot() throws Exception {
    try (Frame frame = scene(WARM_WHITE, "51G-109.93")) {
      assertThat(recognizer.recognize(frame))
          .singleElement()
          .satisfies(r -> {
            assertThat(r.plate().text()).isEqualTo("51G10993");
            assertThat(r.plate().kind()).isEqualTo(PlateKind.CAR);
            assertThat(r.plate().lines()).isEqualTo(1);
            assertThat(r.colour()).isEqualTo(PlateColour.WHITE);
            assertThat(r.characters()).hasSize(8);
            assertThat(r.confidence()).isGreaterThan(0.5f);
            assertThat(r.box().region().centerX()).isBetween(260.0, 380.0);
            assertThat(r.reader()).isEqualTo("ppocr-v4");
          });
    }
  }

  @Test
  void aTwoLinePlateOnYellowIsRead() throws Exception {
    try (Frame frame = scene(Color.ORANGE, "59-P1", "684.80")) {
      assertThat(recognizer.recognize(frame))
          .singleElement()
          .satisfies(r -> {
            assertThat(r.plate().text()).isEqualTo("59P168480");
            assertThat(r.plate().lines()).isEqualTo(2);
            assertThat(r.colour()).isEqualTo(PlateColour.YELLOW);
          });
    }
  }

  @Test
  void threeVoicesReadAPlateOfTwoLines() throws Exception {
    try (PlateRecognizer three = Recognizers.gatehouseOfThree(new VietnamGrammar(), 1);
        Frame frame = scene(WARM_WHITE, "59-P1", "684.80")) {
      assertThat(three.recognize(frame))
          .extracting(read -> read.plate().text())
          .containsExactly("59P168480");
    }
  }

  @Test
  void aLaneWithOnlyACaptionHasNoPlate() throws Exception {
    try (Frame frame = scene(WARM_WHITE)) {
      assertThat(recognizer.recognize(frame)).isEmpty();
    }
  }

  @Test
  void anEmptyPictureHasNoPlate() {
    try (Frame frame = Pictures.plain(Pictures.factory(), 64, 48, 90, 90, 90)) {
      assertThat(recognizer.recognize(frame)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TesseractModel.class)
  void oneTesseractEngineReadsLineAfterLine(TesseractModel model) throws Exception {
    try (TesseractLineReader lines = TesseractLineReader.open(model);
        Frame frame = scene(WARM_WHITE, "51G-109.93")) {
      PlateBox box = recognizer.recognize(frame).getFirst().box();
      Quad line = box.lines().getFirst();
      ReadLine first = lines.read(frame, line);

      for (int i = 0; i < 50; i++) {
        assertThat(lines.read(frame, line)).isEqualTo(first);
      }

      assertThat(first.rawText()).contains("109");
      assertThat(first.characters()).allMatch(c -> c.confidence() > 0 && c.confidence() <= 1);
    }
  }

  /** A grey lane with a plate of one or two lines, and a caption burnt in at the foot. */
  private static Frame scene(Color ground, String... lines) throws Exception {
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D pen = picture.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setColor(Color.GRAY);
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 36).deriveFont(NARROW));
    int width = List.of(lines).stream().mapToInt(pen.getFontMetrics()::stringWidth).max().orElse(0);
    int left = (WIDTH - width) / 2;
    if (width > 0) {
      pen.setColor(ground);
      pen.fillRect(left - 12, 150, width + 24, 42 * lines.length + 12);
      pen.setColor(Color.BLACK);
    }
    for (int i = 0; i < lines.length; i++) {
      int indent = (width - pen.getFontMetrics().stringWidth(lines[i])) / 2;
      pen.drawString(lines[i], left + indent, 188 + 42 * i);
    }
    pen.setColor(Color.YELLOW);
    pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 16));
    pen.drawString("C458D2D6  16/09/2026  06:59:56", 340, 385);
    pen.dispose();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", png);
    return new PictureDecoder(Pictures.factory()).decode(png.toByteArray(), "scene.png");
  }
}
