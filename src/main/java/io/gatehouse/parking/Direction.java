package io.gatehouse.parking;

/** Which way a vehicle goes through a lane. */
public enum Direction {
  IN,
  OUT
}
