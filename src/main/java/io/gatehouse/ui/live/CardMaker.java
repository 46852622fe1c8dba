package io.gatehouse.ui.live;

import io.gatehouse.lane.LaneState;
import io.gatehouse.lane.LaneState.PendingVehicle;
import io.gatehouse.parking.Direction;
import io.gatehouse.plate.Plate;
import io.gatehouse.plate.PlateKind;
import io.gatehouse.store.Passage;
import io.gatehouse.ui.common.Doubts;
import io.gatehouse.ui.common.PlateFace;
import io.gatehouse.ui.common.ScreenLayout;
import io.gatehouse.ui.common.ScreenTools;
import io.gatehouse.ui.common.Texts;
import io.gatehouse.vote.Proposal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Puts the lane's state into the guard's words. */
final class CardMaker {

  private static final int KEYS_COMPACT = 3;
  private static final int KEYS = 4;

  private final ScreenTools tools;

  CardMaker(ScreenTools tools) {
    this.tools = tools;
  }

  /**
   * @param chosen the text with the guard's choices in it
   */
  VehicleCard card(PendingVehicle pending, String chosen, Direction direction, boolean storing) {
    Proposal proposal = pending.proposal();
    boolean untouched = chosen.equals(proposal.plate().text());
    Plate plate =
        untouched
            ? proposal.plate()
            : tools.context().grammar().parse(chosen, proposal.plate().lines());
    int keys = tools.layout().getValue() == ScreenLayout.COMPACT ? KEYS_COMPACT : KEYS;
    return new VehicleCard(
        proposal.vehicle(),
        new PlateFace(plate, proposal.colour(), doubtful(proposal, chosen)),
        pending.crop(),
        badge(direction, plate),
        plate.isEmpty() || plate.kind() != PlateKind.UNKNOWN,
        evidence(pending),
        plate.isEmpty() ? "" : tools.formats().percent(proposal.confidence()),
        Doubts.offered(proposal.characters(), keys),
        chosen,
        visits(pending.lastVisits()),
        storing);
  }

  List<WaitingVehicle> waiting(LaneState state) {
    return state.waiting().stream()
        .map(p -> new WaitingVehicle(p.proposal().vehicle(), name(p.proposal().plate())))
        .toList();
  }

  List<RecentPassage> recent(LaneState state) {
    return state.recent().stream().map(this::recent).toList();
  }

  String name(Plate plate) {
    return plate.isEmpty() ? tools.texts().get("live.noPlate") : plate.display();
  }

  /** A doubtful character that the guard changed is no longer in doubt. */
  private static Set<Integer> doubtful(Proposal proposal, String chosen) {
    Set<Integer> doubtful = new HashSet<>(Doubts.positions(proposal.characters()));
    String read = proposal.plate().text();
    doubtful.removeIf(i -> i >= chosen.length() || chosen.charAt(i) != read.charAt(i));
    return doubtful;
  }

  private String badge(Direction direction, Plate plate) {
    Texts texts = tools.texts();
    return plate.isEmpty()
        ? texts.of(direction)
        : texts.of(direction) + " · " + texts.of(plate.kind());
  }

  private String evidence(PendingVehicle pending) {
    Texts texts = tools.texts();
    if (pending.gone()) {
      return texts.get("live.gone");
    }
    String stands = texts.get(pending.proposal().standing() ? "live.stands" : "live.moves");
    if (tools.layout().getValue() == ScreenLayout.COMPACT) {
      return stands;
    }
    String frames = texts.get("live.frames", pending.proposal().frames());
    return frames + " · " + stands;
  }

  private String visits(List<Passage> visits) {
    if (visits.isEmpty()) {
      return tools.texts().get("live.firstVisit");
    }
    Passage last = visits.getFirst();
    String when = tools.formats().moment(last.capturedAt());
    boolean pair =
        last.direction() == Direction.OUT
            && visits.size() > 1
            && visits.get(1).direction() == Direction.IN;
    if (pair) {
      return tools.formats().span(visits.get(1).capturedAt(), last.capturedAt());
    }
    return when + " · " + tools.texts().of(last.direction());
  }

  private RecentPassage recent(Passage passage) {
    Texts texts = tools.texts();
    String outcome = texts.of(passage.outcome());
    return new RecentPassage(
        passage.id(),
        passage.display().isEmpty() ? texts.get("live.noPlate") : passage.display(),
        tools.formats().moment(passage.capturedAt())
            + " · "
            + texts.of(passage.direction())
            + " · "
            + outcome,
        accent(passage));
  }

  private static RecentPassage.Accent accent(Passage passage) {
    return switch (passage.outcome()) {
      case REJECTED -> RecentPassage.Accent.REJECTED;
      case TYPED, CORRECTED -> RecentPassage.Accent.BY_HAND;
      case CONFIRMED, AUTOMATIC ->
          passage.direction() == Direction.IN ? RecentPassage.Accent.IN : RecentPassage.Accent.OUT;
    };
  }
}
