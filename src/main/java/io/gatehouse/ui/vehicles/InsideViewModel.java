package io.gatehouse.ui.vehicles;

import io.gatehouse.common.TimeSource;
import io.gatehouse.parking.CorrectionRound;
import io.gatehouse.parking.Occupancy;
import io.gatehouse.parking.VehicleKind;
import io.gatehouse.parking.stay.Stay;
import io.gatehouse.parking.stay.StayEnd;
import io.gatehouse.settings.Settings;
import io.gatehouse.store.StayStore;
import io.gatehouse.store.StoreException;
import io.gatehouse.ui.common.BackgroundWork;
import io.gatehouse.ui.common.Delay;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Who is inside, longest first, and the round that finds out who really is. On the screen's thread;
 * an answer that a newer question has overtaken is dropped.
 */
final class InsideViewModel {

  static final int PAGE = 60;

  /** More than anybody walks past in one round: he narrows them down first. */
  static final int LARGEST_ROUND = 2_000;

  static final Duration TYPING_PAUSE = Duration.ofMillis(120);

  /** Written into a stay that a round ended; who and when stand beside it. */
  static final String REASON = "round";

  /**
   * What is looked for.
   *
   * @param kind empty for all
   * @param text any part of the plate
   */
  record Filter(Optional<VehicleKind> kind, String text) {

    private String compact() {
      StringBuilder compact = new StringBuilder();
      text.toUpperCase(Locale.ROOT)
          .codePoints()
          .filter(Character::isLetterOrDigit)
          .forEach(compact::appendCodePoint);
      return compact.toString();
    }
  }

  private record Answer(List<Stay> stays, Map<VehicleKind, Long> inside) {}

  private final StayStore store;
  private final BackgroundWork work;
  private final Delay delay;
  private final TimeSource time;
  private final Supplier<Settings> settings;
  private final ReadOnlyObjectWrapper<Filter> filter =
      new ReadOnlyObjectWrapper<>(new Filter(Optional.empty(), ""));
  private final ObservableList<Stay> stays = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<List<Occupancy>> occupancy =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<CorrectionRound>> round =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<RoundState> roundState =
      new ReadOnlyObjectWrapper<>(new RoundState.None());
  private final ReadOnlyObjectWrapper<Optional<Exception>> failure =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private long newest;
  private boolean more;

  /** How a round is going. */
  sealed interface RoundState {
    record None() implements RoundState {}

    /** Too many vehicles are asked for. */
    record TooMany() implements RoundState {}

    record Walking() implements RoundState {}

    /** Asked whether those that were not found shall be ended. */
    record Asking(int notFound) implements RoundState {}

    record Ending() implements RoundState {}

    record Ended(int ended) implements RoundState {}
  }

  InsideViewModel(
      StayStore store,
      BackgroundWork work,
      Delay delay,
      TimeSource time,
      Supplier<Settings> settings) {
    this.store = store;
    this.work = work;
    this.delay = delay;
    this.time = time;
    this.settings = settings;
  }

  ReadOnlyObjectProperty<Filter> filterProperty() {
    return filter.getReadOnlyProperty();
  }

  /** Those found so far; in a round, those of the round that match. */
  ObservableList<Stay> stays() {
    return stays;
  }

  /** Of every kind. */
  ReadOnlyObjectProperty<List<Occupancy>> occupancyProperty() {
    return occupancy.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<CorrectionRound>> roundProperty() {
    return round.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<RoundState> roundStateProperty() {
    return roundState.getReadOnlyProperty();
  }

  /** Why the last question was not answered; empty when it was. */
  ReadOnlyObjectProperty<Optional<Exception>> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  Instant now() {
    return time.now();
  }

  /** Too long to be true: the exit was missed, most likely. */
  boolean tooLong(Stay stay) {
    return stay.duration(time.now()).compareTo(Duration.ofDays(settings.get().longStayDays())) > 0;
  }

  void type(String text) {
    if (!text.equals(filter.get().text())) {
      filter.set(new Filter(filter.get().kind(), text));
      delay.restart(TYPING_PAUSE, this::refresh);
    }
  }

  /** That kind alone, or all again. */
  void toggle(VehicleKind kind) {
    Optional<VehicleKind> chosen = Optional.of(kind);
    boolean same = filter.get().kind().equals(chosen);
    filter.set(new Filter(same ? Optional.empty() : chosen, filter.get().text()));
    refresh();
  }

  /** Asks anew. */
  void refresh() {
    delay.cancel();
    if (round.get().isPresent()) {
      showRound();
    } else {
      ask(0);
    }
  }

  /** Fetches the next page. */
  void more() {
    if (more && round.get().isEmpty()) {
      more = false;
      ask(stays.size());
    }
  }

  private void ask(int offset) {
    long question = ++newest;
    Filter asked = filter.get();
    work.run(
        () ->
            new Answer(
                store.inside(asked.kind(), asked.compact(), offset, PAGE), store.occupancy()),
        answer -> {
          if (question == newest) {
            failure.set(Optional.empty());
            show(answer, offset);
          }
        },
        this::failed);
  }

  private void show(Answer answer, int offset) {
    if (offset == 0) {
      stays.setAll(answer.stays());
    } else {
      stays.addAll(answer.stays());
    }
    more = answer.stays().size() == PAGE;
    occupancy.set(
        Arrays.stream(VehicleKind.values())
            .map(kind ->
                new Occupancy(kind, answer.inside().get(kind), settings.get().capacity(kind)))
            .toList());
  }

  /** Begins a round past all that the filter lets through. */
  void beginRound() {
    long question = ++newest;
    Filter asked = filter.get();
    Instant at = time.now();
    work.run(
        () -> store.inside(asked.kind(), asked.compact(), 0, LARGEST_ROUND + 1),
        expected -> {
          if (question == newest) {
            begin(at, expected);
          }
        },
        this::failed);
  }

  private void begin(Instant at, List<Stay> expected) {
    if (expected.size() > LARGEST_ROUND) {
      roundState.set(new RoundState.TooMany());
      return;
    }
    filter.set(new Filter(filter.get().kind(), ""));
    round.set(Optional.of(CorrectionRound.begin(at, expected)));
    roundState.set(new RoundState.Walking());
    showRound();
  }

  private void showRound() {
    Filter wanted = filter.get();
    stays.setAll(
        round.get().orElseThrow().expected().stream()
            .filter(stay -> stay.plate().contains(wanted.compact()))
            .filter(stay -> wanted.kind().map(kind -> kind == stay.kind()).orElse(true))
            .toList());
  }

  /** The vehicle was seen; or was not, after all. */
  void tick(Stay stay) {
    if (roundState.get() instanceof RoundState.Walking) {
      round.set(round.get().map(now -> now.toggled(stay)));
    }
  }

  /** Asks whether those not found shall be ended. */
  void finishRound() {
    roundState.set(new RoundState.Asking(round.get().orElseThrow().notFound().size()));
  }

  /** Walks on. */
  void walkOn() {
    roundState.set(new RoundState.Walking());
  }

  /** Leaves all as it is. */
  void dropRound() {
    round.set(Optional.empty());
    roundState.set(new RoundState.None());
    ask(0);
  }

  /** Ends the stays of those not found, each with the guard's name. */
  void endNotFound() {
    List<Stay> gone = round.get().orElseThrow().notFound();
    String guard = settings.get().guard();
    roundState.set(new RoundState.Ending());
    work.run(
        () -> end(gone, guard),
        ended -> {
          round.set(Optional.empty());
          roundState.set(new RoundState.Ended(ended));
          ask(0);
        },
        e -> {
          roundState.set(new RoundState.Walking());
          failed(e);
        });
  }

  private int end(List<Stay> gone, String guard) throws StoreException {
    List<Stay> ended = new ArrayList<>();
    for (Stay stay : gone) {
      Stay now = store.end(stay.id(), StayEnd.NOT_FOUND, guard, REASON, time.now());
      // whoever left meanwhile has an end of his own
      if (now.end().equals(Optional.of(StayEnd.NOT_FOUND))) {
        ended.add(now);
      }
    }
    return ended.size();
  }

  private void failed(Exception e) {
    failure.set(Optional.of(e));
  }
}
