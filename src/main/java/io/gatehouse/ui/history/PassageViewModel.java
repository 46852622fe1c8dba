package io.gatehouse.ui.history;

import io.gatehouse.common.TimeSource;
import io.gatehouse.parking.stay.Stay;
import io.gatehouse.plate.Plate;
import io.gatehouse.plate.PlateGrammar;
import io.gatehouse.plate.ReadCharacter;
import io.gatehouse.store.Hold;
import io.gatehouse.store.HoldStore;
import io.gatehouse.store.Passage;
import io.gatehouse.store.PassageCorrection;
import io.gatehouse.store.PassageStore;
import io.gatehouse.store.StayStore;
import io.gatehouse.store.StoreException;
import io.gatehouse.ui.common.BackgroundWork;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * One passage in full: what was read, who decided, what was corrected since; and its correction.
 * Used on the screen's thread only; the store is asked in the background.
 */
final class PassageViewModel {

  /**
   * What the store knows beyond the row.
   *
   * @param passage the row
   * @param plate of the text that counts, as drawn
   * @param reads characters as the machine read them; empty when nothing was read
   * @param corrections oldest first
   * @param hold that keeps it from growing old; empty when there is none
   * @param stay that it belongs to; empty when there is none
   */
  record Detail(
      Passage passage,
      Plate plate,
      List<ReadCharacter> reads,
      List<PassageCorrection> corrections,
      Optional<Hold> hold,
      Optional<StayOf> stay) {

    Detail {
      reads = List.copyOf(reads);
      corrections = List.copyOf(corrections);
    }
  }

  /**
   * The stay of a passage.
   *
   * @param other its other passage; empty where there is none, or none any more
   */
  record StayOf(Stay stay, Optional<Passage> other) {}

  private final PassageStore store;
  private final HoldStore holds;
  private final StayStore stays;
  private final PlateGrammar grammar;
  private final BackgroundWork work;
  private final TimeSource time;
  private final Supplier<String> guard;
  private final Consumer<Passage> onCorrected;

  private final ReadOnlyObjectWrapper<Optional<Detail>> detail =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Exception>> failure =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper();
  private long newest;

  /**
   * @param guard who corrects
   * @param onCorrected told on the screen's thread of a passage that was corrected
   */
  PassageViewModel(
      PassageStore store,
      HoldStore holds,
      StayStore stays,
      PlateGrammar grammar,
      BackgroundWork work,
      TimeSource time,
      Supplier<String> guard,
      Consumer<Passage> onCorrected) {
    this.store = store;
    this.holds = holds;
    this.stays = stays;
    this.grammar = grammar;
    this.work = work;
    this.time = time;
    this.guard = guard;
    this.onCorrected = onCorrected;
  }

  /** Empty while no passage is open. The row's own facts are there at once, the rest follows. */
  ReadOnlyObjectProperty<Optional<Detail>> detailProperty() {
    return detail.getReadOnlyProperty();
  }

  /** Why the details could not be read or the correction not be stored. */
  ReadOnlyObjectProperty<Optional<Exception>> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty savingProperty() {
    return saving.getReadOnlyProperty();
  }

  void show(Passage passage) {
    long question = ++newest;
    failure.set(Optional.empty());
    // With its separators, which tell some cars from motorbikes.
    Plate plate = grammar.parse(passage.display(), passage.lines());
    List<ReadCharacter> knownReads = List.of();
    List<PassageCorrection> knownCorrections = List.of();
    Optional<Hold> knownHold = Optional.empty();
    Optional<StayOf> knownStay = Optional.empty();
    Optional<Detail> shown = detail.get().filter(d -> d.passage().id().equals(passage.id()));
    if (shown.isPresent()) {
      knownReads = shown.get().reads();
      knownCorrections = shown.get().corrections();
      knownHold = shown.get().hold();
      knownStay = shown.get().stay();
    }
    detail.set(
        Optional.of(
            new Detail(passage, plate, knownReads, knownCorrections, knownHold, knownStay)));
    work.run(
        () -> load(passage, plate),
        full -> ifStillOpen(question, () -> detail.set(Optional.of(full))),
        e -> ifStillOpen(question, () -> failure.set(Optional.of(e))));
  }

  void clear() {
    newest++;
    failure.set(Optional.empty());
    detail.set(Optional.empty());
  }

  private Detail load(Passage passage, Plate plate) throws StoreException {
    return new Detail(
        passage,
        plate,
        store.reads(passage.id()),
        store.corrections(passage.id()),
        holds.find(passage.id()),
        stayOf(passage.id()));
  }

  private Optional<StayOf> stayOf(UUID passage) throws StoreException {
    Optional<Stay> stay = stays.ofPassage(passage);
    if (stay.isEmpty()) {
      return Optional.empty();
    }
    Optional<UUID> other =
        Stream.of(stay.get().entry(), stay.get().exit())
            .flatMap(Optional::stream)
            .filter(id -> !id.equals(passage))
            .findFirst();
    Optional<Passage> found = other.isPresent() ? store.find(other.get()) : Optional.empty();
    return Optional.of(new StayOf(stay.get(), found));
  }

  private void ifStillOpen(long question, Runnable show) {
    if (newest == question) {
      show.run();
    }
  }

  /**
   * Stores a correction of the open passage; the original is kept. A text that changes nothing, or
   * an empty one, is not stored.
   *
   * @param text with or without separators
   */
  void correct(String text) {
    Detail open = detail.get().orElseThrow(() -> new IllegalStateException("no passage is open"));
    Passage passage = open.passage();
    Plate plate = grammar.parse(text, passage.lines());
    if (plate.isEmpty() || plate.text().equals(passage.plate())) {
      return;
    }
    saving.set(true);
    failure.set(Optional.empty());
    String by = guard.get();
    work.run(
        () -> store.correct(passage.id(), plate, by, time.now()),
        this::corrected,
        this::notCorrected);
  }

  /**
   * Keeps the open passage from growing old, or lets it grow old again.
   *
   * @param approvedBy who allowed it
   */
  void toggleHold(String approvedBy) {
    Detail open = detail.get().orElseThrow(() -> new IllegalStateException("no passage is open"));
    Passage passage = open.passage();
    saving.set(true);
    failure.set(Optional.empty());
    work.run(
        () -> {
          if (open.hold().isPresent()) {
            holds.release(passage.id(), approvedBy, time.now());
          } else {
            holds.hold(passage.id(), approvedBy, time.now());
          }
          return passage;
        },
        changed -> {
          saving.set(false);
          if (detail.get().map(d -> d.passage().id().equals(changed.id())).orElse(false)) {
            show(changed);
          }
        },
        this::notCorrected);
  }

  private void corrected(Passage corrected) {
    saving.set(false);
    onCorrected.accept(corrected);
    if (detail.get().map(d -> d.passage().id().equals(corrected.id())).orElse(false)) {
      show(corrected);
    }
  }

  private void notCorrected(Exception e) {
    saving.set(false);
    failure.set(Optional.of(e));
  }
}
