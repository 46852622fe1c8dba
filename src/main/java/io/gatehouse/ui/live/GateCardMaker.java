package io.gatehouse.ui.live;

import io.gatehouse.parking.Occupancy;
import io.gatehouse.parking.gate.Assessment;
import io.gatehouse.parking.gate.ExitCandidate;
import io.gatehouse.parking.lists.ListMatch;
import io.gatehouse.parking.lists.ListVerdict;
import io.gatehouse.parking.stay.Stay;
import io.gatehouse.ui.common.Formats;
import io.gatehouse.ui.common.Texts;
import io.gatehouse.ui.live.GateCard.Act;
import io.gatehouse.ui.live.GateCard.CandidateRow;
import io.gatehouse.ui.live.GateCard.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Puts an assessment into the guard's words. */
final class GateCardMaker {

  private final Texts texts;
  private final Formats formats;

  GateCardMaker(Texts texts, Formats formats) {
    this.texts = texts;
    this.formats = formats;
  }

  /**
   * @param chosen the candidate that the guard, or else the books, chose
   */
  GateCard card(Assessment assessment, Optional<ExitCandidate> chosen) {
    return switch (assessment) {
      case Assessment.Entry entry -> entry(entry);
      case Assessment.Exit exit -> exit(exit, chosen);
    };
  }

  /** The books could not be read, which must not keep anybody in or out. */
  GateCard silent() {
    Notice notice = new Notice(true, texts.get("gate.silent"));
    return new GateCard(List.of(notice), List.of(), "", "", Act.UNBOOKED, Optional.empty(), "");
  }

  private GateCard entry(Assessment.Entry entry) {
    List<Notice> notices = new ArrayList<>();
    Optional<Stay> inside = entry.alreadyInside();
    inside.ifPresent(stay ->
        notices.add(new Notice(true, texts.get("gate.inside", formats.moment(stay.enteredAt())))));
    notices.addAll(listed(entry.listed()));
    occupancy(entry).ifPresent(notices::add);
    Act act =
        entry.listed().isDenied()
            ? Act.LET_IN_DENIED
            : inside.isPresent() ? Act.LET_IN_AGAIN : Act.LET_IN;
    return new GateCard(
        notices,
        List.of(),
        "",
        "",
        act,
        inside.flatMap(Stay::entry),
        inside.map(this::caption).orElse(""));
  }

  private GateCard exit(Assessment.Exit exit, Optional<ExitCandidate> chosen) {
    List<Notice> notices = new ArrayList<>();
    if (exit.candidates().isEmpty() && !exit.plate().isEmpty()) {
      notices.add(new Notice(true, texts.get("gate.noEntry")));
    } else if (chosen.isEmpty() && !exit.candidates().isEmpty()) {
      notices.add(new Notice(true, texts.get("gate.choose")));
    } else if (chosen.filter(candidate -> !candidate.isMatch()).isPresent()) {
      notices.add(new Notice(true, texts.get("gate.mismatch")));
    }
    notices.addAll(listed(exit.listed()));
    // the likeliest is shown beside the lane before it is taken
    Optional<ExitCandidate> shown = chosen.or(() -> exit.candidates().stream().findFirst());
    Act act =
        chosen
            .map(candidate -> candidate.dueDong() > 0 ? Act.PAID : Act.LET_OUT)
            .orElse(Act.WITHOUT_ENTRY);
    return new GateCard(
        notices,
        rows(exit, chosen),
        chosen.map(candidate -> formats.duration(candidate.fee().duration())).orElse(""),
        chosen.map(this::fee).orElse(""),
        act,
        shown.flatMap(candidate -> candidate.stay().entry()),
        shown.map(candidate -> caption(candidate.stay())).orElse(""));
  }

  private List<CandidateRow> rows(Assessment.Exit exit, Optional<ExitCandidate> chosen) {
    UUID taken = chosen.map(candidate -> candidate.stay().id()).orElse(null);
    return exit.candidates().stream()
        .map(candidate ->
            new CandidateRow(
                candidate.stay().id(),
                candidate.stay().display(),
                note(candidate),
                candidate.isMatch(),
                candidate.stay().id().equals(taken)))
        .toList();
  }

  private String note(ExitCandidate candidate) {
    String since = formats.moment(candidate.stay().enteredAt());
    return candidate.isMatch()
        ? texts.get("gate.fits", since)
        : texts.get("gate.differs", candidate.errors(), since);
  }

  private String fee(ExitCandidate candidate) {
    return candidate.free() ? texts.get("gate.subscribed") : formats.dong(candidate.dueDong());
  }

  private String caption(Stay stay) {
    return texts.get("gate.cameIn", formats.moment(stay.enteredAt()));
  }

  private List<Notice> listed(ListVerdict verdict) {
    List<Notice> notices = new ArrayList<>();
    verdict.inForce().ifPresent(match -> notices.add(listed(match)));
    verdict
        .expiredSubscription()
        .ifPresent(match ->
            notices.add(
                new Notice(
                    true,
                    texts.get(
                        "gate.expired", formats.day(match.entry().lastDay().orElseThrow())))));
    verdict.proposals().stream()
        .filter(ListMatch::inForce)
        .findFirst()
        .ifPresent(match ->
            notices.add(
                new Notice(
                    false,
                    texts.get(
                        "gate.likeListed",
                        texts.of(match.entry().kind()),
                        match.entry().display()))));
    return notices;
  }

  private Notice listed(ListMatch match) {
    String kind = texts.of(match.entry().kind());
    String until =
        match.entry().lastDay().map(day -> texts.get("gate.until", formats.day(day))).orElse("");
    String name = match.entry().owner();
    String text =
        List.of(kind, name, until).stream()
            .filter(part -> !part.isEmpty())
            .reduce((a, b) -> a + " · " + b)
            .orElse(kind);
    return switch (match.entry().kind()) {
      case DENIED -> new Notice(true, with(text, match.entry().note()));
      case SUBSCRIBER, ALLOWED, VIP -> new Notice(false, text);
    };
  }

  private static String with(String text, String note) {
    return note.isEmpty() ? text : text + " · " + note;
  }

  /** Places left are said only when they run short. */
  private Optional<Notice> occupancy(Assessment.Entry entry) {
    Occupancy occupancy = entry.occupancy();
    return occupancy.isFull() && !entry.listed().isFree()
        ? Optional.of(
            new Notice(true, texts.get("gate.full", occupancy.inside(), occupancy.capacity())))
        : Optional.empty();
  }
}
