package io.gatehouse.ui.settings;

import io.gatehouse.settings.Settings;

/** How many vehicles there is room for, and for whom the lane opens by itself. */
final class ParkingTab implements SettingsTab {

  private final SettingsViewModel model;

  ParkingTab(SettingsViewModel model) {
    this.model = model;
  }

  @Override
  public void show(SettingsRows rows) {
    Settings now = model.now();
    rows.number("capacityMotorbike", now.capacityMotorbike(), Settings::withCapacityMotorbike);
    rows.number("capacityCar", now.capacityCar(), Settings::withCapacityCar);
    rows.number("longStayDays", now.longStayDays(), Settings::withLongStayDays);
    rows.row(
        "openForSubscribers",
        rows.toggle(
            "openForSubscribers", now.openForSubscribers(), Settings::withOpenForSubscribers));
    rows.number(
        "subscriberConfidence", now.subscriberConfidence(), Settings::withSubscriberConfidence);
  }
}
