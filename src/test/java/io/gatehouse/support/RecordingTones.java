package io.gatehouse.support;

import io.gatehouse.ui.common.Tones;

/** Counts the tones. */
public final class RecordingTones implements Tones {

  private int vehicles;
  private int warnings;

  @Override
  public void vehicle() {
    vehicles++;
  }

  @Override
  public void warning() {
    warnings++;
  }

  public int vehicles() {
    return vehicles;
  }

  public int warnings() {
    return warnings;
  }
}
