package io.gatehouse.ui.live;

import io.gatehouse.parking.gate.Assessment;
import io.gatehouse.parking.gate.ExitCandidate;
import io.gatehouse.parking.people.Action;
import io.gatehouse.parking.stay.StayChange;
import io.gatehouse.ui.common.ScreenTools;
import io.gatehouse.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The ways to let a vehicle through that are more than one tap. On the screen's thread. */
final class GateActions {

  /** Carries a choice out. */
  @FunctionalInterface
  interface Gate {

    /**
     * Lets the vehicle through.
     *
     * @param plate the text under which it passes
     */
    void pass(String plate, StayChange change);
  }

  private final ScreenTools tools;
  private final ReadOnlyObjectWrapper<Optional<Sheet>> sheet =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  GateActions(ScreenTools tools) {
    this.tools = tools;
  }

  ReadOnlyObjectProperty<Optional<Sheet>> sheetProperty() {
    return sheet.getReadOnlyProperty();
  }

  void close() {
    sheet.set(Optional.empty());
  }

  /** Another vehicle is on the desk: what was asked about the one before is over. */
  void otherVehicle() {
    if (sheet.get().filter(Sheet::ofVehicle).isPresent()) {
      close();
    }
  }

  /** Everything that can be done with a vehicle that wants out, but for the one tap. */
  void offerExit(
      String plate,
      Assessment.Exit exit,
      Optional<ExitCandidate> chosen,
      Gate gate,
      Optional<Runnable> reject) {
    List<Sheet.Option> options = new ArrayList<>();
    for (WithoutEntry why : WithoutEntry.values()) {
      options.add(withoutEntry(why, plate, exit, gate));
    }
    chosen.filter(c -> c.dueDong() > 0).ifPresent(c -> options.add(freePass(c, gate)));
    reject.ifPresent(refuse -> options.add(option("live.reject", "", false, refuse)));
    show(texts().get(chosen.isPresent() ? "gate.otherTitle" : "gate.noEntry"), options);
  }

  /** A typed plate that wants out with no vehicle in view. */
  void offerExitByHand(String plate, Assessment.Exit exit, Gate gate) {
    List<Sheet.Option> options = new ArrayList<>();
    for (ExitCandidate candidate : exit.candidates()) {
      options.add(
          new Sheet.Option(
              texts()
                  .get(
                      candidate.dueDong() > 0 ? "gate.takeDue" : "gate.letOutOf",
                      candidate.stay().display(),
                      tools.formats().dong(candidate.dueDong())),
              texts()
                  .get(
                      "gate.stayed",
                      tools.formats().moment(candidate.stay().enteredAt()),
                      tools.formats().duration(candidate.fee().duration())),
              false,
              () -> pass(gate, candidate.stay().plate(), candidate.paid())));
    }
    for (WithoutEntry why : WithoutEntry.values()) {
      options.add(withoutEntry(why, plate, exit, gate));
    }
    show(plate, options);
  }

  /** A plate that is on the list of those not to be let in. */
  void askForDenied(Runnable letIn) {
    tools.permission().ask(Action.LISTS, approvedBy -> letIn.run());
  }

  private Sheet.Option withoutEntry(
      WithoutEntry why, String plate, Assessment.Exit exit, Gate gate) {
    long due = why.dueDong(exit);
    boolean locked = why.needsSupervisor() && tools.permission().asks(Action.LOST_TICKET);
    String words = texts().of(why);
    return new Sheet.Option(
        words,
        due > 0 ? tools.formats().dong(due) : texts().get("gate.nothingDue"),
        locked,
        () -> {
          if (why.needsSupervisor()) {
            tools
                .permission()
                .ask(
                    Action.LOST_TICKET,
                    approvedBy -> pass(gate, plate, why.change(exit, approvedBy, words)));
          } else {
            pass(gate, plate, why.change(exit, "", words));
          }
        });
  }

  private Sheet.Option freePass(ExitCandidate candidate, Gate gate) {
    String words = texts().get("gate.freePass");
    return new Sheet.Option(
        words,
        texts().get("gate.waives", tools.formats().dong(candidate.dueDong())),
        tools.permission().asks(Action.FREE_PASS),
        () ->
            tools
                .permission()
                .ask(
                    Action.FREE_PASS,
                    approvedBy ->
                        pass(
                            gate,
                            candidate.stay().plate(),
                            candidate.freePass(approvedBy, words))));
  }

  private Sheet.Option option(String key, String detail, boolean locked, Runnable take) {
    return new Sheet.Option(
        texts().get(key),
        detail,
        locked,
        () -> {
          close();
          take.run();
        });
  }

  private void pass(Gate gate, String plate, StayChange change) {
    close();
    gate.pass(plate, change);
  }

  /** Asks something that is not about the vehicle on the desk. */
  void offer(String title, List<Sheet.Option> options) {
    sheet.set(Optional.of(new Sheet(title, options, false)));
  }

  private void show(String title, List<Sheet.Option> options) {
    sheet.set(Optional.of(new Sheet(title, options, true)));
  }

  private Texts texts() {
    return tools.texts();
  }
}
