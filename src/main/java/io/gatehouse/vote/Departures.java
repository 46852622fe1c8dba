package io.gatehouse.vote;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Vehicles that left a moment ago, so that one which comes into view again (a boom's arm passed, a
 * hand was taken away) stays one passage. Parked plates are remembered much longer.
 */
final class Departures {

  private static final int KEPT = 32;
  // In a lane that is never empty a vehicle may have been hidden all the time, but not for ever.
  private static final long LONGEST_HIDDEN = Duration.ofSeconds(60).toNanos();

  private static final class Departure {
    final Track track;
    boolean laneFullSince = true;

    Departure(Track track) {
      this.track = track;
    }
  }

  private final Deque<Departure> departures = new ArrayDeque<>();
  private final SamePlate same;
  private final long memory;
  private final long parkedMemory;

  Departures(VoteParameters parameters) {
    this.same = new SamePlate(parameters);
    this.memory = parameters.memory().toNanos();
    this.parkedMemory = parameters.parkedMemory().toNanos();
  }

  void add(Track track) {
    track.depart();
    departures.addLast(new Departure(track));
    if (departures.size() > KEPT) {
      departures.removeFirst();
    }
  }

  void forget(LanePresence presence, long now) {
    for (Departure d : departures) {
      d.laneFullSince &= presence.present();
    }
    departures.removeIf(d -> d.track.unseenNanos(now) > keptFor(d));
  }

  /** The departed vehicle that this one is; it is taken out of the memory. */
  Optional<Track> takeBack(Track track) {
    for (Departure d : departures) {
      boolean back =
          d.track.parked() ? same.sameSpot(d.track, track) : same.sameText(d.track, track);
      if (back) {
        departures.remove(d);
        return Optional.of(d.track);
      }
    }
    return Optional.empty();
  }

  void decide(long vehicle) {
    for (Departure d : departures) {
      if (d.track.vehicle() == vehicle) {
        d.track.decide();
      }
    }
  }

  Set<Long> frames() {
    Set<Long> frames = new HashSet<>();
    departures.forEach(d -> frames.addAll(d.track.frames()));
    return frames;
  }

  private long keptFor(Departure d) {
    if (d.track.parked()) {
      return parkedMemory;
    }
    return d.laneFullSince ? Math.max(memory, LONGEST_HIDDEN) : memory;
  }
}
