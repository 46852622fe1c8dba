package io.gatehouse.vote;

import io.gatehouse.camera.Region;

/** Whether two tracks are one plate. */
final class SamePlate {

  // Two of eight characters may be misread.
  private static final double LIKE = 0.75;
  // Fleets have consecutive numbers: where both are this sure of another character, it is another.
  private static final float SURE = 0.85f;
  private static final double NEAR = 3;
  private static final double SPOT = 0.5;

  private final double samePlate;

  SamePlate(VoteParameters parameters) {
    this.samePlate = parameters.samePlate();
  }

  /** The same text, or so like it that one of them is a misread. */
  boolean sameText(Track known, Track found) {
    if (known.voted().isEmpty() || found.voted().isEmpty()) {
      return false;
    }
    return known.text().equals(found.text())
        || (TextAlignment.similarity(known.text(), found.text()) >= LIKE
            && !known.voted().get().surelyDiffersFrom(found.voted().get(), SURE));
  }

  /** Like {@link #sameText}, for a plate that is still in view. */
  boolean sameTextNearby(Track known, Track found) {
    return known.text().equals(found.text())
        || (Places.shift(known.place().orElseThrow(), found.place().orElseThrow()) <= NEAR
            && sameText(known, found));
  }

  /** A parked plate read again in its old place, though the readings may differ a good deal. */
  boolean sameSpot(Track parked, Track found) {
    return !found.moved()
        && overlap(parked, found) >= ReadingMatcher.SAME_PLACE
        && TextAlignment.similarity(parked.text(), found.text()) >= samePlate;
  }

  /**
   * Nothing moved since the known plate was read in this very place, so one of the two texts is a
   * misread; unless both are sure, then the movement was missed.
   */
  boolean sameMetal(Track known, Track found) {
    return !(isSure(known) && isSure(found))
        && found.first().capturedNanos() > known.lastReadNanos()
        && known.movedBefore(found) <= 0
        && overlap(known, found) >= SPOT;
  }

  private static boolean isSure(Track track) {
    return track.voted().filter(v -> v.confidence() >= SURE).isPresent();
  }

  private static double overlap(Track known, Track found) {
    Region there = known.place().orElseThrow();
    Region here = found.firstPlace().orElseThrow();
    return there.overlap(here);
  }
}
