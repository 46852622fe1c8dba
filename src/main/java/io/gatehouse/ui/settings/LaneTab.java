package io.gatehouse.ui.settings;

import io.gatehouse.parking.Direction;
import io.gatehouse.settings.Settings;
import io.gatehouse.ui.common.Duty;
import io.gatehouse.ui.common.ScreenTools;
import io.gatehouse.ui.common.Texts;

/** The lane: its name, where it leads, who guards it. */
final class LaneTab implements SettingsTab {

  private final ScreenTools tools;
  private final Texts texts;
  private final SettingsViewModel model;

  LaneTab(ScreenTools tools, SettingsViewModel model) {
    this.tools = tools;
    this.texts = tools.texts();
    this.model = model;
  }

  /** Name and direction alone. */
  void place(SettingsRows rows) {
    Settings now = model.now();
    rows.row("lane", rows.textButton("lane", now.laneName(), Settings::withLaneName));
    rows.row(
        "direction",
        rows.choices(Direction.values(), now.direction(), texts::of, Settings::withDirection));
  }

  @Override
  public void show(SettingsRows rows) {
    Settings now = model.now();
    place(rows);
    if (tools.duty().state() instanceof Duty.State.NoPeople) { // else whoever signs in
      rows.row("guard", rows.textButton("guard", now.guard(), Settings::withGuard));
    }
    rows.row("auto", rows.toggle("auto", now.autoConfirm(), Settings::withAutoConfirm));
  }
}
