package io.gatehouse.plate;

/**
 * What a plate's text says about the vehicle; see docs/decisions for the sources of the formats.
 */
public enum PlateKind {
  /** {@code 30A-123.45}, {@code 29A-1234}. */
  CAR,
  /** {@code 29-AA 123.45}, {@code 29-B1 123.45}, {@code 36-B1 1234}. */
  MOTORBIKE,
  /** {@code 29MĐ1-123.45}. */
  ELECTRIC_MOTORBIKE,
  /** Special series such as {@code 51LD-123.45}. */
  SPECIAL,
  /** {@code 80-001-NG-01}: diplomatic and other foreign plates. */
  FOREIGN,
  /** {@code TM-12-34}. */
  MILITARY,
  /** No known format: another country, or misread. Never refused, always marked. */
  UNKNOWN
}
