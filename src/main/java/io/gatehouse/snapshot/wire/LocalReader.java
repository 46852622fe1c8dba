package io.gatehouse.snapshot.wire;

import java.util.List;

/** Our own recogniser: a picture file in, plates out. Any thread. */
public interface LocalReader {

  /**
   * What was read.
   *
   * @param plates surest first
   * @param millis from decoded picture to text
   */
  record Reading(List<LocalPlate> plates, double millis) {

    public Reading {
      plates = List.copyOf(plates);
    }
  }

  /**
   * Reads a picture.
   *
   * @param picture JPEG, PNG, BMP or WebP
   * @param name what messages call it
   * @throws UnreadablePictureException when it cannot be decoded
   */
  Reading read(byte[] picture, String name) throws UnreadablePictureException;
}
