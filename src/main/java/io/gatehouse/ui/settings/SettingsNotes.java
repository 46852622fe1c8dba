package io.gatehouse.ui.settings;

import io.gatehouse.barrier.BarrierAddress;
import io.gatehouse.parking.audit.AuditKind;
import io.gatehouse.settings.Settings;
import io.gatehouse.ui.common.ScreenTools;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Collectors;
import javafx.beans.value.ChangeListener;

/** Writes every change of a setting into the audit trail, while the settings are in view. */
final class SettingsNotes {

  private final ScreenTools tools;
  private final ChangeListener<Settings> listener = (at, before, now) -> note(before, now);

  SettingsNotes(ScreenTools tools) {
    this.tools = tools;
  }

  void begin() {
    tools.settings().addListener(listener);
  }

  void end() {
    tools.settings().removeListener(listener);
  }

  private void note(Settings before, Settings now) {
    String changes =
        Arrays.stream(Settings.class.getRecordComponents())
            .filter(part -> !value(part, before).equals(value(part, now)))
            .map(part ->
                "%s: %s → %s".formatted(part.getName(), value(part, before), value(part, now)))
            .collect(Collectors.joining(", "));
    if (!changes.isEmpty()) {
      tools.duty().note(AuditKind.SETTINGS_CHANGED, changes, "");
    }
  }

  /** As it may be read by anybody: without the password of a camera or a relay. */
  private static String value(RecordComponent part, Settings settings) {
    try {
      String value = String.valueOf(part.getAccessor().invoke(settings));
      return part.getName().equals("barrier")
          ? BarrierAddress.shown(value)
          : value.replaceAll("//[^/@]*@", "//…@");
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new LinkageError("a public record's accessor", e);
    }
  }
}
