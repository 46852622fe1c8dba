package io.gatehouse.ui.live;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the books say of the vehicle, in the guard's words.
 *
 * @param notices what he must know before he decides, loudest first
 * @param candidates stays it may belong to, best first; none for an entry
 * @param duration how long it was here; empty for an entry, or while no candidate is chosen
 * @param fee what is to be taken, as it is said; empty likewise
 * @param act what the large button does
 * @param compare the passage whose picture is to be compared with the lane
 * @param compareCaption under that picture
 */
record GateCard(
    List<Notice> notices,
    List<CandidateRow> candidates,
    String duration,
    String fee,
    Act act,
    Optional<UUID> compare,
    String compareCaption) {

  /** What the large button does. */
  enum Act {
    LET_IN,
    /** The plate is inside already: its old stay ends. */
    LET_IN_AGAIN,
    /** Only a supervisor may let it in. */
    LET_IN_DENIED,
    /** The fee was taken. */
    PAID,
    /** Nothing is to be taken. */
    LET_OUT,
    /** No entry is known: a reason is asked for. */
    WITHOUT_ENTRY,
    /** The books have not answered yet. */
    WAIT,
    /** The books could not be read: whatever is due is not known. */
    UNBOOKED
  }

  /**
   * One line that the guard must know.
   *
   * @param loud whether it is a warning
   */
  record Notice(boolean loud, String text) {}

  /**
   * A stay to choose.
   *
   * @param note how it fits, and since when it is inside
   */
  record CandidateRow(UUID stay, String plate, String note, boolean fits, boolean chosen) {}

  /** Whether something has to be heard, not only seen. */
  boolean isLoud() {
    return notices.stream().anyMatch(Notice::loud);
  }

  static final GateCard WAITING =
      new GateCard(List.of(), List.of(), "", "", Act.WAIT, Optional.empty(), "");
}
