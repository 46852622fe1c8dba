package io.gatehouse.ui.people;

import io.gatehouse.parking.audit.AuditEvent;
import io.gatehouse.parking.audit.AuditKind;
import io.gatehouse.parking.people.Action;
import io.gatehouse.ui.common.Texts;
import java.util.Arrays;

/** Puts an entry's details into the words of the language chosen. */
public final class AuditWords {

  private AuditWords() {}

  /** As they were written, but for the names of what was allowed. */
  public static String details(AuditEvent event, Texts texts) {
    if (event.kind() != AuditKind.PERMISSION) {
      return event.details();
    }
    return Arrays.stream(Action.values())
        .filter(action -> action.name().equals(event.details()))
        .findFirst()
        .map(texts::of)
        .orElse(event.details());
  }
}
