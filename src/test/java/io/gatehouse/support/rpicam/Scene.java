package io.gatehouse.support.rpicam;

import java.util.List;

/** What the sensor looks at. */
interface Scene {

  /**
   * A thing that the network finds.
   *
   * @param left share of the picture's width; likewise the others
   */
  record Thing(double left, double top, double right, double bottom, double score, int kind) {}

  /**
   * A picture and what is in it.
   *
   * @param yuv planar full-range YUV 4:2:0 with padded rows
   */
  @SuppressWarnings("ArrayRecordComponent") // written, never compared
  record Shot(byte[] yuv, List<Thing> things) {}

  Shot shot(long number) throws Exception;
}
