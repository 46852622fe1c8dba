package io.gatehouse.ui.settings;

import io.gatehouse.settings.Settings;
import io.gatehouse.settings.Settings.Language;
import io.gatehouse.settings.Settings.Theme;
import io.gatehouse.ui.common.Texts;

/** Language, theme, sound. */
final class LookTab implements SettingsTab {

  private final Texts texts;
  private final SettingsViewModel model;

  LookTab(Texts texts, SettingsViewModel model) {
    this.texts = texts;
    this.model = model;
  }

  @Override
  public void show(SettingsRows rows) {
    Settings now = model.now();
    rows.row(
        "language",
        rows.choices(
            Language.values(),
            now.language(),
            language -> texts.get("settings.language." + language),
            Settings::withLanguage));
    rows.row(
        "theme",
        rows.choices(
            Theme.values(),
            now.theme(),
            theme -> texts.get("settings.theme." + theme),
            Settings::withTheme));
    rows.row("sound", rows.toggle("sound", now.sound(), Settings::withSound));
  }
}
