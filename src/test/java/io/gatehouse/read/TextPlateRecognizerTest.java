package io.gatehouse.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.gatehouse.camera.Frame;
import io.gatehouse.camera.Natives;
import io.gatehouse.detect.PlateBox;
import io.gatehouse.detect.PlateDetector;
import io.gatehouse.detect.Quad;
import io.gatehouse.plate.VietnamGrammar;
import io.gatehouse.support.Pictures;
import io.gatehouse.support.ScriptedLines;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextPlateRecognizerTest {

  @Test
  void theReaderIsClosedEvenWhenTheDetectorCannotBe() {
    ScriptedLines lines = new ScriptedLines();
    PlateRecognizer recognizer =
        new TextPlateRecognizer(
            new StuckDetector(), new LinePlateReader(lines, new VietnamGrammar()));

    assertThatIllegalStateException().isThrownBy(recognizer::close).withMessage("stuck");

    assertThat(lines.closed()).isTrue();
  }

  @Test
  void aClosedRecognizerRefuses() {
    PlateRecognizer recognizer = Recognizers.ppOcr(new VietnamGrammar(), 1);
    recognizer.close();

    try (Frame frame = Pictures.plain(Pictures.factory(), 64, 48, 90, 90, 90)) {
      assertThatIllegalStateException().isThrownBy(() -> recognizer.recognize(frame));
    }
  }

  @Test
  void aClosedTesseractRefusesAndMayBeClosedAgain() {
    Natives.load();
    TesseractLineReader lines = TesseractLineReader.open(TesseractModel.ENGLISH);
    lines.close();
    lines.close();

    try (Frame frame = Pictures.plain(Pictures.factory(), 64, 48, 90, 90, 90)) {
      assertThatIllegalStateException()
          .isThrownBy(() -> lines.read(frame, new Quad(0, 0, 60, 0, 60, 20, 0, 20)))
          .withMessage("the reader is closed");
    }
  }

  /** A detector that cannot be closed. */
  private static final class StuckDetector implements PlateDetector {

    @Override
    public List<PlateBox> detect(Frame frame) {
      return List.of();
    }

    @Override
    public void close() {
      throw new IllegalStateException("stuck");
    }
  }
}
