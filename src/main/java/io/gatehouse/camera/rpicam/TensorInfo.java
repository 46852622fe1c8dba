package io.gatehouse.camera.rpicam;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The shape of the network's outputs: a C structure of libcamera, little-endian. Its first 708
 * bytes are the same in all versions; newer ones add a count of frames.
 *
 * @param network the network's name; may be empty
 * @param sizes numbers in each output; empty where libcamera does not say
 * @param bytes how long the structure was
 */
record TensorInfo(String network, List<Integer> sizes, int bytes) {

  /** Of every version so far. */
  static final int LEAST_BYTES = 708;

  private static final int NAME_BYTES = 64;
  private static final int FIRST_TENSOR = 68;
  private static final int TENSOR_BYTES = 40;
  private static final int MOST_TENSORS = 16;

  TensorInfo {
    sizes = List.copyOf(sizes);
  }

  /** Empty when there are too few bytes, or it names more outputs than there can be. */
  static Optional<TensorInfo> parse(byte[] struct) {
    if (struct.length < LEAST_BYTES) {
      return Optional.empty();
    }
    ByteBuffer data = ByteBuffer.wrap(struct).order(ByteOrder.LITTLE_ENDIAN);
    int count = data.getInt(NAME_BYTES);
    if (count < 0 || count > MOST_TENSORS) {
      return Optional.empty();
    }
    List<Integer> sizes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sizes.add(data.getInt(FIRST_TENSOR + i * TENSOR_BYTES));
    }
    return Optional.of(new TensorInfo(name(struct), sizes, struct.length));
  }

  private static String name(byte[] struct) {
    int length = 0;
    while (length < NAME_BYTES && struct[length] != 0) {
      length++;
    }
    return new String(struct, 0, length, StandardCharsets.ISO_8859_1);
  }
}
