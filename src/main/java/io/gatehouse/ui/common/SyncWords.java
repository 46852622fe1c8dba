package io.gatehouse.ui.common;

import io.gatehouse.sync.SyncState;
import io.gatehouse.sync.Trouble;
import io.gatehouse.ui.common.StatusItem.Level;
import java.util.Locale;

/** What is said of the tie to the central server, on the status bar and on its own screen. */
public final class SyncWords {

  private SyncWords() {}

  /** As the status bar has it. */
  static StatusItem item(Texts texts, SyncState state) {
    String title = texts.get("status.sync.title");
    long waiting = state.counts().waiting();
    String phase = phase(state);
    return new StatusItem(
        level(state),
        text(texts, state),
        brief(texts, state),
        title,
        texts.get("status.sync." + phase + ".meaning", waiting, state.counts().parked()),
        phase.equals("none") || phase.equals("done")
            ? ""
            : texts.get("status.sync." + phase + ".remedy"));
  }

  /** How it is, by which words, colours and icons are chosen. */
  public static String phase(SyncState state) {
    return switch (state.phase()) {
      case OFF -> "none";
      case NOT_ENROLLED -> "enrol";
      case DENIED -> "denied";
      case RETRYING -> "retrying";
      case SENDING ->
          state.counts().parked() > 0
              ? "parked"
              : state.counts().waiting() > 0 ? "sending" : "done";
    };
  }

  /** How bad it is. */
  public static Level level(SyncState state) {
    return switch (phase(state)) {
      case "none", "sending" -> Level.NEUTRAL;
      case "done" -> Level.GOOD;
      case "denied" -> Level.BAD;
      default -> Level.WARNING;
    };
  }

  /** The state in a few words, with how many events wait. */
  public static String text(Texts texts, SyncState state) {
    return texts.get(
        "status.sync." + phase(state), state.counts().waiting(), state.counts().parked());
  }

  /** The number alone where there is one: on a small display there is no room for more. */
  private static String brief(Texts texts, SyncState state) {
    return texts.get(
        "status.sync." + phase(state) + ".brief",
        state.counts().waiting(),
        state.counts().parked());
  }

  /** Why the central has not got what it should, for people. */
  public static String trouble(Texts texts, Trouble trouble) {
    return texts.get("sync.trouble." + trouble.kind().name().toLowerCase(Locale.ROOT));
  }
}
