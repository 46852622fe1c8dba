package io.gatehouse.ui.error;

import io.gatehouse.common.ErrorCode;
import io.gatehouse.common.KnownFailure;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;

/**
 * A failure as it is shown: words are chosen by what is known of it.
 *
 * @param code to be read out on the phone
 * @param known what is understood of it; empty when nobody foresaw it
 * @param detail for the technician: the causes, a line each, and the place; never a whole stack
 */
public record FailureReport(ErrorCode code, Optional<KnownFailure> known, String detail) {

  private static final String OWN_PACKAGE = "io.gatehouse.";

  public static FailureReport of(Throwable failure) {
    return new FailureReport(ErrorCode.of(failure), ErrorCode.diagnosis(failure), lines(failure));
  }

  private static String lines(Throwable failure) {
    StringBuilder lines = new StringBuilder();
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Throwable link = failure; link != null && seen.add(link); link = link.getCause()) {
      lines.append(link.getClass().getSimpleName());
      if (link.getMessage() != null) {
        lines.append(": ").append(link.getMessage());
      }
      lines.append(place(link)).append('\n');
    }
    return lines.toString().strip();
  }

  private static String place(Throwable link) {
    for (StackTraceElement frame : link.getStackTrace()) {
      if (frame.getClassName().startsWith(OWN_PACKAGE)) {
        return " (%s:%d)".formatted(frame.getFileName(), frame.getLineNumber());
      }
    }
    return "";
  }
}
