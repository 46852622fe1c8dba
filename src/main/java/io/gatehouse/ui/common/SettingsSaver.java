package io.gatehouse.ui.common;

import io.gatehouse.settings.Settings;
import java.io.IOException;

/** Keeps changed settings for the next start. May block on the disk. */
@FunctionalInterface
public interface SettingsSaver {

  /**
   * Returns when they are on the disk.
   *
   * @throws IOException with one line that says what is wrong and where
   */
  void save(Settings settings) throws IOException;
}
