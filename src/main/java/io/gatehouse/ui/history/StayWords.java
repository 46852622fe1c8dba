package io.gatehouse.ui.history;

import io.gatehouse.parking.stay.Settlement;
import io.gatehouse.parking.stay.Stay;
import io.gatehouse.parking.stay.StayEnd;
import io.gatehouse.store.Passage;
import io.gatehouse.ui.common.Formats;
import io.gatehouse.ui.common.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The stay of a passage, in two lines. */
final class StayWords {

  private final Texts texts;
  private final Formats formats;

  StayWords(Texts texts, Formats formats) {
    this.texts = texts;
    this.formats = formats;
  }

  /** From when to when, and how long. */
  String time(Stay stay, Instant now) {
    if (stay.entry().isEmpty()) { // of the entry nothing is known, the moment is the exit's
      return texts.get("stay.unseen");
    }
    String lasted = formats.duration(stay.duration(now));
    return stay.endedAt()
        .map(end -> formats.span(stay.enteredAt(), end) + " · " + lasted)
        .orElseGet(() -> texts.get("stay.inside", lasted));
  }

  /** The fee, what became of it, how the stay ended and who let the vehicle out. */
  String money(Passage shown, PassageViewModel.StayOf of) {
    Stay stay = of.stay();
    List<String> parts = new ArrayList<>();
    stay.settlement().ifPresent(settled -> parts.addAll(settled(settled)));
    stay.end().filter(end -> end != StayEnd.LEFT).map(texts::of).ifPresent(parts::add);
    exit(shown, of).map(Passage::decidedBy).filter(by -> !by.isBlank()).ifPresent(parts::add);
    return parts.isEmpty() ? texts.get("stay.open") : String.join(" · ", parts);
  }

  private List<String> settled(Settlement settled) {
    String how = texts.of(settled.method());
    List<String> parts = new ArrayList<>();
    if (settled.feeDong() > 0) {
      parts.add(formats.dong(settled.feeDong()));
    }
    parts.add(how);
    if (settled.paidDong() != settled.feeDong()) {
      parts.add(texts.get("stay.paid", formats.dong(settled.paidDong())));
    }
    if (!settled.approvedBy().isEmpty()) {
      parts.add(settled.approvedBy());
    }
    return parts;
  }

  private static Optional<Passage> exit(Passage shown, PassageViewModel.StayOf of) {
    Optional<UUID> exit = of.stay().exit();
    return exit.equals(Optional.of(shown.id()))
        ? Optional.of(shown)
        : of.other().filter(other -> exit.equals(Optional.of(other.id())));
  }
}
