package io.gatehouse.decide;

import io.gatehouse.vote.Proposal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The vehicles that wait for the guard: one that he works on, the others in order of arrival. A new
 * vehicle never takes the place of the one he works on. A vehicle that drove off undecided stays on
 * the desk, marked as gone; when more of those pile up than a guard can work off, {@link #overdue}
 * names the oldest, which are then stored as missed rather than forgotten. Safe for use by several
 * threads.
 */
public final class DecisionDesk {

  /** What lies on the desk. */
  public record View(Optional<Pending> current, List<Pending> waiting) {

    public View {
      waiting = List.copyOf(waiting);
    }

    /** All of them, the current one first. */
    public List<Pending> all() {
      List<Pending> all = new ArrayList<>(waiting);
      current.ifPresent(all::addFirst);
      return all;
    }
  }

  private final int mostGone;
  private final List<Pending> waiting = new ArrayList<>();
  private final Map<Long, Proposal> revisedWhileHeld = new HashMap<>();
  private Optional<Pending> current = Optional.empty();
  private boolean held;

  /**
   * @param mostGone how many vehicles that drove off undecided are kept for the guard, at least 1
   */
  public DecisionDesk(int mostGone) {
    if (mostGone < 1) {
      throw new IllegalArgumentException(
          "mostGone is %d, it must be 1 or more".formatted(mostGone));
    }
    this.mostGone = mostGone;
  }

  public synchronized View view() {
    return new View(current, waiting);
  }

  public synchronized Optional<Pending> find(long vehicle) {
    return view().all().stream().filter(p -> p.vehicle() == vehicle).findFirst();
  }

  /** A new vehicle. */
  public synchronized void propose(Proposal proposal, boolean arrived, long nowNanos) {
    Pending pending = new Pending(proposal, arrived, nowNanos, false, false);
    if (current.isEmpty()) {
      current = Optional.of(pending);
    } else {
      waiting.add(pending);
    }
  }

  /**
   * A better proposal for a vehicle, which is in view again if it was gone. Ignored for one that is
   * decided; what the guard is editing changes only when he has done.
   *
   * @return whether the vehicle is undecided, on the desk
   */
  public synchronized boolean revise(Proposal better) {
    Optional<Pending> known = find(better.vehicle()).filter(p -> !p.storing());
    if (known.isEmpty()) {
      return false;
    }
    if (isHeld(better.vehicle())) {
      revisedWhileHeld.put(better.vehicle(), better);
      change(better.vehicle(), p -> p.withGone(false));
    } else {
      change(better.vehicle(), p -> p.revised(better));
    }
    return true;
  }

  /** The vehicle is out of view. */
  public synchronized void left(long vehicle) {
    change(vehicle, p -> p.withGone(true));
  }

  /** Brings a waiting vehicle to the front; the one before it waits first in line. */
  public synchronized void workOn(long vehicle) {
    Optional<Pending> wanted = waiting.stream().filter(p -> p.vehicle() == vehicle).findFirst();
    if (wanted.isPresent()) {
      release();
      waiting.remove(wanted.get());
      current.ifPresent(waiting::addFirst);
      current = wanted;
    }
  }

  /** While held, the current proposal stays as it is. */
  public synchronized void hold(boolean editing) {
    if (editing) {
      held = true;
    } else {
      release();
    }
  }

  /**
   * The guard has decided; the vehicle stays until {@link #settled} or {@link #takenBack}.
   *
   * @return the vehicle as he saw it; empty when it is not on the desk or decided already
   */
  public synchronized Optional<Pending> decide(long vehicle) {
    Optional<Pending> known = find(vehicle).filter(p -> !p.storing());
    known.ifPresent(p -> change(vehicle, q -> q.withStoring(true)));
    return known;
  }

  /** The decision is on the disk: the vehicle leaves the desk, the next one comes forward. */
  public synchronized void settled(long vehicle) {
    revisedWhileHeld.remove(vehicle);
    waiting.removeIf(p -> p.vehicle() == vehicle);
    if (current.filter(p -> p.vehicle() == vehicle).isPresent()) {
      held = false;
      current = next();
      current.ifPresent(waiting::remove);
    }
  }

  /** The decision could not be stored: the guard may decide again. */
  public synchronized void takenBack(long vehicle) {
    change(vehicle, p -> p.withStoring(false));
  }

  /** Vehicles to be stored as missed, oldest first: gone, undecided, and more than fit. */
  public synchronized List<Pending> overdue() {
    List<Pending> gone = waiting.stream().filter(p -> p.gone() && !p.storing()).toList();
    return gone.subList(0, Math.max(0, gone.size() - mostGone));
  }

  /** Those in view come before those that are gone: somebody waits at the barrier. */
  private Optional<Pending> next() {
    return waiting.stream()
        .filter(p -> !p.gone())
        .findFirst()
        .or(() -> waiting.stream().findFirst());
  }

  private boolean isHeld(long vehicle) {
    return held && current.filter(p -> p.vehicle() == vehicle).isPresent();
  }

  private void release() {
    held = false;
    revisedWhileHeld.forEach((vehicle, better) -> change(vehicle, p -> keepGone(p, better)));
    revisedWhileHeld.clear();
  }

  private static Pending keepGone(Pending pending, Proposal better) {
    return pending.storing() ? pending : pending.revised(better).withGone(pending.gone());
  }

  private void change(long vehicle, UnaryOperator<Pending> change) {
    current = current.map(p -> p.vehicle() == vehicle ? change.apply(p) : p);
    waiting.replaceAll(p -> p.vehicle() == vehicle ? change.apply(p) : p);
  }
}
