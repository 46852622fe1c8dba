package io.gatehouse.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.gatehouse.camera.Natives;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OnnxModelTest {

  private static final int SIDE = 32;

  @BeforeAll
  static void loadNatives() {
    Natives.load();
  }

  @Test
  void aClosedModelRefusesToRunAndMayBeClosedAgain() {
    OnnxModel model = OnnxModel.fromClassPath(TextLineDetector.PP_OCR_V4, 1);
    assertThat(model.run(input(), 1, 3, SIDE, SIDE).shape()).containsExactly(1, 1, SIDE, SIDE);

    model.close();
    model.close();

    assertThatIllegalStateException()
        .isThrownBy(() -> model.run(input(), 1, 3, SIDE, SIDE))
        .withMessageContaining("closed");
  }

  @Test
  void aMissingModelIsNamed() {
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> OnnxModel.fromClassPath("models/none.onnx", 1))
        .withMessage("model models/none.onnx cannot be loaded: not on the class path");
  }

  @Test
  void aFileThatIsNoModelIsNamed() {
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> OnnxModel.fromClassPath("models/ppocr_keys_v1.txt", 1))
        .withMessageStartingWith("model models/ppocr_keys_v1.txt cannot be loaded: ");
  }

  @Test
  void anInputOfAWrongShapeIsRefused() {
    try (OnnxModel model = OnnxModel.fromClassPath(TextLineDetector.PP_OCR_V4, 1)) {
      assertThatExceptionOfType(ModelException.class)
          .isThrownBy(() -> model.run(input(), 1, SIDE, 3, SIDE))
          .withMessageStartingWith("model " + TextLineDetector.PP_OCR_V4 + " failed: ");
    }
  }

  private static FloatBuffer input() {
    return ByteBuffer.allocateDirect(3 * SIDE * SIDE * Float.BYTES)
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }
}
