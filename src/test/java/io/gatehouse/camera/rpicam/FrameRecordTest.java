package io.gatehouse.camera.rpicam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameRecordTest {

  private static final String TIME = "SensorTimestamp=802267445000";

  @Test
  void readsTimeCropAndTensorInAnyOrderAmongUnknownKeys() throws Exception {
    FrameRecord record =
        FrameRecord.of(
            List.of(
                "ControlListSequence=17",
                "CnnOutputTensor=[ 0.250000, nan, -inf ]",
                "Size=320x320",
                TIME,
                "Lux=nan",
                "ScalerCrop=(2, 0)/4052x3040"));

    assertThat(record.sensorNanos()).isEqualTo(802_267_445_000L);
    assertThat(record.crop()).contains(new ScalerCrop(2, 0, 4052, 3040));
    assertThat(record.tensor().orElseThrow())
        .containsExactly(0.25f, Float.NaN, Float.NEGATIVE_INFINITY);
    assertThat(record.tensorInfo()).isEmpty();
  }

  @Test
  void allButTheTimeMayBeMissing() throws Exception {
    FrameRecord record = FrameRecord.of(List.of(TIME));

    assertThat(record.crop()).isEmpty();
    assertThat(record.hasTensor()).isFalse();
    assertThat(record.tensor()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Lux", "=1", "1Lux=1", "Lux =1", " Lux=1", "Lux.x=2", "\u0000\u0001=", "[", "{"})
  void aLineWithoutANameIsNoRecord(String line) {
    assertThatExceptionOfType(LostSyncException.class)
        .isThrownBy(() -> FrameRecord.of(List.of(TIME, line)))
        .withMessageContaining("name=value");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Lux=1",
        "SensorTimestamp=",
        "SensorTimestamp=-5",
        "SensorTimestamp=1.5",
        "SensorTimestamp=99999999999999999999"
      })
  void aRecordWithoutATimeIsNone(String line) {
    assertThatExceptionOfType(LostSyncException.class)
        .isThrownBy(() -> FrameRecord.of(List.of(line)))
        .withMessageContaining("SensorTimestamp");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[  ]", "[ ]", "[ 1, x ]", "[ 1,2 ]", "1, 2", "[ 1, 2", "[ 1, ]", "[ , ]"})
  void aTensorThatIsNoArrayOfNumbersIsNoTensor(String text) throws Exception {
    FrameRecord record = FrameRecord.of(List.of(TIME, "CnnOutputTensor=" + text));

    assertThat(record.tensor()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "(0, 0)",
        "(0, 0)/0x3040",
        "(0,0)/4056x3040",
        "(a, 0)/1x1",
        "(0, 0)/-1x5",
        "(0, 0)/9999999x5"
      })
  void aCropThatIsNoneIsPassedOver(String text) throws Exception {
    assertThat(FrameRecord.of(List.of(TIME, "ScalerCrop=" + text)).crop()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"712, true", "708, true", "1024, true", "707, false", "1, false"})
  void theShapeIsReadFromAnyVersionOfItsStructure(int bytes, boolean known) {
    int[] struct = new int[bytes];
    if (bytes > 80) {
      struct[0] = 'n';
      struct[1] = 'e';
      struct[2] = 't';
      struct[64] = 2;
      struct[68] = 0x90; // 400
      struct[69] = 0x01;
      struct[108] = 100;
    }
    String text =
        "[ " + String.join(", ", IntStream.of(struct).mapToObj(Integer::toString).toList()) + " ]";

    assertThat(ControlValues.bytes(text).flatMap(TensorInfo::parse))
        .isEqualTo(
            known
                ? Optional.of(new TensorInfo("net", List.of(400, 100), bytes))
                : Optional.empty());
  }

  @Test
  void aStructureThatNamesTooManyTensorsIsNone() {
    byte[] struct = new byte[712];
    struct[64] = 17;
    assertThat(TensorInfo.parse(struct)).isEmpty();
    struct[67] = (byte) 0x80;
    assertThat(TensorInfo.parse(struct)).isEmpty();
  }

  @Test
  void aNumberThatIsNoByteMakesNoStructure() {
    assertThat(ControlValues.bytes("[ 0, 256 ]")).isEmpty();
    assertThat(ControlValues.bytes("[ 0, -1 ]")).isEmpty();
  }
}
