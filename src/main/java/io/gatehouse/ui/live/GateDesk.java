package io.gatehouse.ui.live;

import io.gatehouse.lane.LaneControl;
import io.gatehouse.lane.LaneState.Lookup;
import io.gatehouse.lane.LaneState.PendingVehicle;
import io.gatehouse.parking.gate.Assessment;
import io.gatehouse.parking.gate.ExitCandidate;
import io.gatehouse.parking.stay.StayChange;
import io.gatehouse.ui.common.ScreenTools;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the books say of the vehicle on the guard's desk, and which stay he chose. Follows the text
 * that he chose too: a typed plate is looked up anew. On the screen's thread.
 */
final class GateDesk {

  private static final Logger log = LoggerFactory.getLogger(GateDesk.class);

  private final ScreenTools tools;
  private final LaneControl lane;
  private final GateCardMaker cards;
  private final Runnable changed;

  private long vehicle = -1;
  private String asked = "";
  private boolean failed;
  private Optional<Assessment> assessment = Optional.empty();
  private Optional<UUID> chosen = Optional.empty();

  /**
   * @param changed told when the books have answered
   */
  GateDesk(ScreenTools tools, Runnable changed) {
    this.tools = tools;
    this.lane = tools.context().lane();
    this.cards = new GateCardMaker(tools.texts(), tools.formats());
    this.changed = changed;
  }

  /**
   * The card of a vehicle under the text that the guard sees; empty where the lane keeps no books.
   */
  Optional<GateCard> card(PendingVehicle pending, String text) {
    if (pending.proposal().vehicle() != vehicle) {
      vehicle = pending.proposal().vehicle();
      asked = "";
      failed = false;
      assessment = Optional.empty();
      chosen = Optional.empty();
    }
    if (pending.lookup() == Lookup.NONE) {
      return Optional.empty();
    }
    if (text.equals(pending.proposal().plate().text())) {
      asked = "";
      failed = pending.assessment().isEmpty() && pending.lookup() == Lookup.FAILED;
      assessment = pending.assessment();
    } else if (!text.equals(asked)) {
      ask(text);
    }
    return Optional.of(failed ? cards.silent() : said(text));
  }

  /** Nothing can be decided on what was said of another text. */
  private GateCard said(String text) {
    return assessment
        .filter(answer -> answer.plate().equals(text))
        .map(answer -> cards.card(answer, chosenCandidate()))
        .orElse(GateCard.WAITING);
  }

  /** Takes another of the candidates. */
  void choose(UUID stay) {
    chosen = Optional.of(stay);
  }

  Optional<Assessment> assessment() {
    return assessment;
  }

  /** The candidate that counts: the guard's choice, else the very same plate. */
  Optional<ExitCandidate> chosenCandidate() {
    return assessment.flatMap(said ->
        switch (said) {
          case Assessment.Exit exit ->
              chosen
                  .flatMap(id ->
                      exit.candidates().stream().filter(c -> c.stay().id().equals(id)).findFirst())
                  .or(exit::match);
          case Assessment.Entry entry -> Optional.empty();
        });
  }

  /** What the large button does to the stays. */
  Optional<StayChange> change() {
    return assessment.flatMap(said ->
        switch (said) {
          case Assessment.Exit exit -> chosenCandidate().map(ExitCandidate::paid);
          case Assessment.Entry entry -> Optional.of(new StayChange.Opens(entry.kind()));
        });
  }

  private void ask(String text) {
    asked = text;
    failed = false;
    long forVehicle = vehicle;
    CompletableFuture<Void> _ =
        lane.assess(vehicle, text)
            .handle((said, failure) -> {
              tools.work().onScreen(() -> answered(forVehicle, text, said, failure));
              return null;
            });
  }

  private void answered(long forVehicle, String text, Assessment said, Throwable failure) {
    if (failure != null) {
      log.warn("the books gave no answer: {}", failure.getMessage());
    }
    if (forVehicle == vehicle && text.equals(asked)) {
      failed = failure != null;
      assessment = Optional.ofNullable(said);
      changed.run();
    }
  }
}
