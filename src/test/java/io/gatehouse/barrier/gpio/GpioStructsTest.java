package io.gatehouse.barrier.gpio;

import static io.gatehouse.barrier.gpio.GpioStructs.ATTRIBUTE;
import static io.gatehouse.barrier.gpio.GpioStructs.CHIP_INFO;
import static io.gatehouse.barrier.gpio.GpioStructs.CONFIG;
import static io.gatehouse.barrier.gpio.GpioStructs.LINE_EVENT;
import static io.gatehouse.barrier.gpio.GpioStructs.LINE_REQUEST;
import static io.gatehouse.barrier.gpio.GpioStructs.LINE_VALUES;
import static io.gatehouse.barrier.gpio.GpioStructs.offset;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Sizes and offsets as the C compiler finds them in {@code linux/gpio.h}. */
class GpioStructsTest {

  @Test
  void structsAreAsLongAsTheKernelsOwn() {
    assertThat(CHIP_INFO.byteSize()).isEqualTo(68);
    assertThat(ATTRIBUTE.byteSize()).isEqualTo(24);
    assertThat(CONFIG.byteSize()).isEqualTo(272);
    assertThat(LINE_REQUEST.byteSize()).isEqualTo(592);
    assertThat(LINE_VALUES.byteSize()).isEqualTo(16);
    assertThat(LINE_EVENT.byteSize()).isEqualTo(48);
  }

  @Test
  void eachPartStandsWhereTheKernelReadsIt() {
    assertThat(offset(CHIP_INFO, "label")).isEqualTo(32);
    assertThat(offset(CHIP_INFO, "lines")).isEqualTo(64);
    assertThat(offset(LINE_REQUEST, "offsets")).isZero();
    assertThat(offset(LINE_REQUEST, "consumer")).isEqualTo(256);
    assertThat(offset(LINE_REQUEST, "config")).isEqualTo(288);
    assertThat(offset(LINE_REQUEST, "num_lines")).isEqualTo(560);
    assertThat(offset(LINE_REQUEST, "event_buffer_size")).isEqualTo(564);
    assertThat(offset(LINE_REQUEST, "fd")).isEqualTo(588);
    assertThat(offset(CONFIG, "flags")).isZero();
    assertThat(offset(CONFIG, "num_attrs")).isEqualTo(8);
    assertThat(offset(CONFIG, "attrs")).isEqualTo(32);
    assertThat(offset(ATTRIBUTE, "id")).isZero();
    assertThat(offset(ATTRIBUTE, "value")).isEqualTo(8);
    assertThat(offset(ATTRIBUTE, "mask")).isEqualTo(16);
    assertThat(offset(LINE_VALUES, "mask")).isEqualTo(8);
    assertThat(offset(LINE_EVENT, "id")).isEqualTo(8);
    assertThat(offset(LINE_EVENT, "offset")).isEqualTo(12);
  }

  /** The size of its struct stands in each request's number, in bits 16 to 29. */
  @Test
  void theRequestsCarryTheSizeOfTheirStructs() {
    assertThat(size(GpioStructs.GET_CHIPINFO)).isEqualTo(CHIP_INFO.byteSize());
    assertThat(size(GpioStructs.GET_LINE)).isEqualTo(LINE_REQUEST.byteSize());
    assertThat(size(GpioStructs.GET_VALUES)).isEqualTo(LINE_VALUES.byteSize());
    assertThat(size(GpioStructs.SET_VALUES)).isEqualTo(LINE_VALUES.byteSize());
  }

  private static long size(long request) {
    return request >> 16 & 0x3FFF;
  }
}
