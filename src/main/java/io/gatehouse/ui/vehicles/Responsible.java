package io.gatehouse.ui.vehicles;

/** Who stands for a change: the one on duty, and who allowed it where that is somebody else. */
final class Responsible {

  private Responsible() {}

  static String name(String onDuty, String approvedBy) {
    if (approvedBy.isEmpty() || approvedBy.equals(onDuty)) {
      return onDuty;
    }
    return onDuty.isEmpty() ? approvedBy : onDuty + " / " + approvedBy;
  }
}
