package io.gatehouse.ui.settings;

/** One tab of the settings. */
@FunctionalInterface
interface SettingsTab {

  /** Fills the rows with the settings as they are now. */
  void show(SettingsRows rows);
}
