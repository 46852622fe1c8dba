package io.gatehouse.settings;

import java.util.List;

/** The steps of the first set-up, in order. */
public enum SetupStep {
  /** Language, name and direction of the lane. */
  LANE(1),
  /** Which camera. */
  CAMERA(2),
  /** Whether its picture will do. */
  PICTURE(2),
  BARRIER(3),
  TARIFF(4),
  /** The first supervisor. */
  PEOPLE(5),
  CENTRAL(6);

  /** How many steps people are told of. */
  public static final int COUNT = 6;

  private static final List<SetupStep> ORDER = List.of(values());

  private final int number;

  SetupStep(int number) {
    this.number = number;
  }

  /** The step that people are told of, from 1. */
  public int number() {
    return number;
  }

  public boolean isFirst() {
    return this == LANE;
  }

  public boolean isLast() {
    return this == CENTRAL;
  }

  /** The one after; the last one stays. */
  public SetupStep next() {
    return isLast() ? this : ORDER.get(ORDER.indexOf(this) + 1);
  }

  /** The one before; the first one stays. */
  public SetupStep back() {
    return isFirst() ? this : ORDER.get(ORDER.indexOf(this) - 1);
  }
}
