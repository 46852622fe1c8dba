package io.gatehouse.ui.live;

import io.gatehouse.lane.LaneControl;
import io.gatehouse.parking.Direction;
import io.gatehouse.parking.gate.Assessment;
import io.gatehouse.parking.stay.StayChange;
import io.gatehouse.store.Passage;
import io.gatehouse.ui.common.KeypadRequest;
import io.gatehouse.ui.common.Place;
import io.gatehouse.ui.common.ScreenTools;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A vehicle that was not proposed: its plate is typed. On the screen's thread. */
final class HandEntry {

  private static final long NO_VEHICLE = -1;

  private final ScreenTools tools;
  private final LaneControl lane;
  private final GateActions actions;
  private final Consumer<CompletableFuture<Passage>> follow;

  /**
   * @param follow watches what becomes of a decision
   */
  HandEntry(ScreenTools tools, GateActions actions, Consumer<CompletableFuture<Passage>> follow) {
    this.tools = tools;
    this.lane = tools.context().lane();
    this.actions = actions;
    this.follow = follow;
  }

  /** Opens the keypad with the first characters typed. */
  void open(String start) {
    KeypadRequest request =
        new KeypadRequest(
            start, 0, List.of(), Optional.empty(), Optional.empty(), this::entered, () -> {});
    tools.navigator().go(new Place.Keypad(request));
  }

  /** A vehicle that wants in is let in; one that wants out has to be looked up first. */
  private void entered(String text) {
    if (lane.state().direction() == Direction.IN) {
      follow.accept(lane.enterByHand(text, guard()));
      return;
    }
    CompletableFuture<Void> _ =
        lane.assess(NO_VEHICLE, text)
            .handle((said, failure) -> {
              tools.work().onScreen(() -> leaves(text, said));
              return null;
            });
  }

  /** Books that cannot be read must not keep anybody in; nothing is written down as paid. */
  private void leaves(String text, Assessment said) {
    if (said instanceof Assessment.Exit exit) {
      actions.offerExitByHand(
          text,
          exit,
          (plate, change) -> follow.accept(lane.enterByHand(plate, Optional.of(change), guard())));
    } else {
      follow.accept(lane.enterByHand(text, Optional.of(new StayChange.None()), guard()));
    }
  }

  private String guard() {
    return tools.settings().get().guard();
  }
}
