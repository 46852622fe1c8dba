package io.gatehouse.barrier.gpio;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.StructLayout;

/**
 * The kernel's version 2 line interface, {@code linux/gpio.h}: the same on every 64-bit Linux.
 * Numbers and structs are the kernel's contract with all programs and never change.
 */
final class GpioStructs {

  static final long GET_CHIPINFO = 0x8044B401L;
  static final long GET_LINE = 0xC250B407L;
  static final long GET_VALUES = 0xC010B40EL;
  static final long SET_VALUES = 0xC010B40FL;

  static final long FLAG_ACTIVE_LOW = 0x2;
  static final long FLAG_INPUT = 0x4;
  static final long FLAG_OUTPUT = 0x8;
  static final long FLAG_EDGE_RISING = 0x10;
  static final long FLAG_EDGE_FALLING = 0x20;
  static final long FLAG_BIAS_PULL_UP = 0x100;
  static final long FLAG_BIAS_PULL_DOWN = 0x200;
  static final long FLAG_BIAS_DISABLED = 0x400;

  /** The values that lines have from the moment they are outputs: no glitch in between. */
  static final int ATTRIBUTE_OUTPUT_VALUES = 2;

  /** Microseconds. */
  static final int ATTRIBUTE_DEBOUNCE = 3;

  static final int NAME_SIZE = 32;

  static final StructLayout CHIP_INFO =
      MemoryLayout.structLayout(
          MemoryLayout.sequenceLayout(NAME_SIZE, JAVA_BYTE).withName("name"),
          MemoryLayout.sequenceLayout(NAME_SIZE, JAVA_BYTE).withName("label"),
          JAVA_INT.withName("lines"));

  static final StructLayout ATTRIBUTE =
      MemoryLayout.structLayout(
          JAVA_INT.withName("id"),
          MemoryLayout.paddingLayout(4),
          JAVA_LONG.withName("value"),
          JAVA_LONG.withName("mask"));

  static final StructLayout CONFIG =
      MemoryLayout.structLayout(
          JAVA_LONG.withName("flags"),
          JAVA_INT.withName("num_attrs"),
          MemoryLayout.paddingLayout(20),
          MemoryLayout.sequenceLayout(10, ATTRIBUTE).withName("attrs"));

  static final StructLayout LINE_REQUEST =
      MemoryLayout.structLayout(
          MemoryLayout.sequenceLayout(64, JAVA_INT).withName("offsets"),
          MemoryLayout.sequenceLayout(NAME_SIZE, JAVA_BYTE).withName("consumer"),
          CONFIG.withName("config"),
          JAVA_INT.withName("num_lines"),
          JAVA_INT.withName("event_buffer_size"),
          MemoryLayout.paddingLayout(20),
          JAVA_INT.withName("fd"));

  static final StructLayout LINE_VALUES =
      MemoryLayout.structLayout(JAVA_LONG.withName("bits"), JAVA_LONG.withName("mask"));

  static final StructLayout LINE_EVENT =
      MemoryLayout.structLayout(
          JAVA_LONG.withName("timestamp_ns"),
          JAVA_INT.withName("id"),
          JAVA_INT.withName("offset"),
          JAVA_INT.withName("seqno"),
          JAVA_INT.withName("line_seqno"),
          MemoryLayout.paddingLayout(24));

  private GpioStructs() {}

  /** Where a part begins, in bytes; names one after the other, {@code attrs} by its first. */
  static long offset(StructLayout struct, String... names) {
    PathElement[] path = new PathElement[names.length];
    for (int i = 0; i < names.length; i++) {
      path[i] = PathElement.groupElement(names[i]);
    }
    return struct.byteOffset(path);
  }
}
