package io.gatehouse.vote;

import io.gatehouse.camera.FrameStamp;
import java.util.Optional;
import java.util.Set;

/** Watches for a vehicle that stands in the lane without a plate that can be read. */
final class UnreadWatch {

  private final long unreadFor;
  private final long handover;
  private Optional<Track> owner = Optional.empty();
  private Optional<FrameStamp> stillest = Optional.empty();
  private float leastMotion;

  UnreadWatch(VoteParameters parameters) {
    this.unreadFor = parameters.unreadFor().toNanos();
    this.handover = parameters.handover().toNanos();
  }

  /** The vehicle that fills the lane is known. */
  void ownedBy(Track track) {
    owner = Optional.of(track);
    stillest = Optional.empty();
  }

  /** Another scene: what filled the lane is gone. */
  void beginScene() {
    owner = Optional.empty();
    stillest = Optional.empty();
  }

  /** The picture of whatever stands there unread so far. */
  Optional<FrameStamp> stillest() {
    return stillest;
  }

  /**
   * Looks at the next frame.
   *
   * @param plateUnseenNanos how long no plate of the lane has been read
   * @return the picture of a vehicle that has stood unread for long enough
   */
  Optional<FrameStamp> observe(Observation seen, LanePresence presence, long plateUnseenNanos) {
    if (!presence.present() || owner.filter(o -> droveOn(o, presence)).isPresent()) {
      owner = Optional.empty();
    }
    if (!presence.came() || owner.isPresent() || !seen.presence().still()) {
      stillest = Optional.empty();
      return Optional.empty();
    }
    if (stillest.isEmpty() || seen.presence().motion() < leastMotion) {
      stillest = Optional.of(seen.stamp());
      leastMotion = seen.presence().motion();
    }
    boolean due = presence.stillNanos() >= unreadFor && plateUnseenNanos >= unreadFor;
    return due ? stillest : Optional.empty();
  }

  Set<Long> frames() {
    return stillest.map(s -> Set.of(s.sequence())).orElse(Set.of());
  }

  /**
   * Before the decision the barrier is shut and nobody drives on; what moves is the same vehicle.
   */
  private boolean droveOn(Track track, LanePresence presence) {
    return track.decided() && track.movedSinceSeen(presence) >= handover;
  }
}
