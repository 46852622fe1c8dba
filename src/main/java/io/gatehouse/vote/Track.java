package io.gatehouse.vote;

import io.gatehouse.camera.FrameStamp;
import io.gatehouse.camera.Region;
import io.gatehouse.plate.Plate;
import io.gatehouse.plate.PlateColour;
import io.gatehouse.plate.PlateGrammar;
import io.gatehouse.plate.PlateKind;
import io.gatehouse.read.PlateReading;
import io.gatehouse.read.Sureness;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One vehicle, or what may turn out to be one: its plate's way through the picture and its vote.
 */
final class Track {

  private static final long NOT_PROPOSED = 0;
  // A box that is read again strays by some pixels; half its width is a way made.
  private static final double WAY_MADE = 0.5;
  private static final double GROWN = 1.25;
  private static final float SURER_PICTURE = 0.1f;
  private static final long NEVER = Long.MAX_VALUE;
  // A vehicle fills the lane; a plate that is read this long in an empty one is not in the lane.
  private static final long PARKED_AFTER = 5_000_000_000L;

  private final FrameStamp first;
  private final CharacterVote vote;
  private final PictureChoice pictures = new PictureChoice();
  private final double drift;
  private final boolean sawArrival;
  private final long movedAtFirst;

  private Optional<Region> firstPlace = Optional.empty();
  private Optional<Region> place = Optional.empty();
  private Region anchor;
  private long anchoredNanos;
  private boolean moved;
  private long lastRead;
  private long movedAtLastRead;
  private int looksSinceRead;
  private long readInEmptyLaneSince = NEVER;
  private boolean parked;

  private long vehicle = NOT_PROPOSED;
  private Proposal proposal;
  private Picture shown;
  private boolean decided;

  /**
   * @param drift how far a standing plate strays, in plate widths
   */
  Track(FrameStamp first, PlateGrammar grammar, double drift, LanePresence presence) {
    this.first = first;
    this.vote = new CharacterVote(grammar);
    this.drift = drift;
    this.sawArrival = presence.movedLately() || presence.came();
    this.lastRead = first.capturedNanos();
    this.movedAtFirst = presence.movedNanos();
    this.movedAtLastRead = movedAtFirst;
  }

  /** A reading that votes. */
  void read(PlateReading reading, FrameStamp stamp, LanePresence presence) {
    vote.add(reading, stamp);
    pictures.offer(Picture.of(reading, stamp), text());
    seen(reading.box().region(), stamp, presence);
  }

  /** The plate is in its place, although this time it could not be read well enough to vote. */
  void seen(Region region, FrameStamp stamp, LanePresence presence) {
    lastRead = stamp.capturedNanos();
    movedAtLastRead = presence.movedNanos();
    looksSinceRead = 0;
    place = Optional.of(region);
    if (firstPlace.isEmpty()) {
      firstPlace = place;
    }
    moved |= Places.shift(firstPlace.get(), region) > WAY_MADE || grown(firstPlace.get(), region);
    if (presence.present()) {
      readInEmptyLaneSince = NEVER;
    } else {
      readInEmptyLaneSince = Math.min(readInEmptyLaneSince, lastRead);
      parked |= lastRead - readInEmptyLaneSince >= PARKED_AFTER;
    }
    if (anchor == null || Places.shift(anchor, region) > drift) {
      anchor = region;
      anchoredNanos = stamp.capturedNanos();
    }
  }

  /** It was looked for plates, and this one was not among them. */
  void missed() {
    looksSinceRead++;
  }

  /** A frame to show for a vehicle without a readable plate. */
  void showAs(FrameStamp stamp) {
    pictures.offer(Picture.withoutPlate(stamp), text());
  }

  /** A vehicle without a readable plate is still there. */
  void stays(LanePresence presence) {
    movedAtLastRead = presence.movedNanos();
  }

  /** Takes over what another track of the same plate has seen. */
  void join(Track other) {
    vote.addAll(other.vote);
    pictures.addAll(other.pictures, text());
    if (firstPlace.isEmpty()) {
      firstPlace = other.firstPlace;
    }
    place = other.place;
    anchor = other.anchor;
    anchoredNanos = other.anchoredNanos;
    moved |= other.moved;
    lastRead = Math.max(lastRead, other.lastRead);
    movedAtLastRead = other.movedAtLastRead;
    looksSinceRead = other.looksSinceRead;
  }

  /** The vote's text now; empty when nothing was read. */
  String text() {
    return vote.result().map(VotedPlate::text).orElse("");
  }

  Optional<VotedPlate> voted() {
    return vote.result();
  }

  int readings() {
    return vote.readings();
  }

  /** Whether there is a picture that is read a good deal surer, or shows the plate nearer. */
  boolean hasBetterPicture() {
    Picture best = pictures.best(text());
    return best.confidence() - shown.confidence() >= SURER_PICTURE
        || (best.height() > shown.height() && PictureChoice.isBetter(best, shown));
  }

  /** Enough agreeing readings, sure enough, far enough apart in time. */
  boolean sure(VoteParameters parameters) {
    // What fits no format is often no plate at all: a badge, a sticker.
    return voted()
        .filter(v -> v.confidence() >= parameters.sureConfidence())
        .filter(v -> v.spanNanos() >= parameters.sureSpan().toNanos())
        .filter(v ->
            v.agreeing()
                >= parameters.sureReadings() * (v.plate().kind() == PlateKind.UNKNOWN ? 2 : 1))
        .isPresent();
  }

  /** At least two readings agree, or one is sure and of a known format. */
  boolean credible(VoteParameters parameters) {
    return voted()
        .filter(v ->
            v.agreeing() >= 2
                || (v.plate().kind() != PlateKind.UNKNOWN
                    && v.confidence() >= parameters.sureConfidence()))
        .isPresent();
  }

  /** How long the plate has been in one place; while it is not read, the lane must be still too. */
  long standingNanos(long now, LanePresence presence) {
    if (anchor == null) {
      return presence.stillNanos();
    }
    return presence.movedNanos() > movedAtLastRead
        ? Math.max(0, lastRead - anchoredNanos)
        : now - anchoredNanos;
  }

  long unseenNanos(long now) {
    return now - lastRead;
  }

  /** How often it was looked for in vain since it was last seen. */
  int looksSinceRead() {
    return looksSinceRead;
  }

  /**
   * How long things moved in the lane between the last sight of this plate and the first of that.
   */
  long movedBefore(Track later) {
    return later.movedAtFirst - movedAtLastRead;
  }

  /** How long things moved in the lane since the plate was last seen. */
  long movedSinceSeen(LanePresence presence) {
    return presence.movedNanos() - movedAtLastRead;
  }

  FrameStamp first() {
    return first;
  }

  long lastReadNanos() {
    return lastRead;
  }

  Optional<Region> firstPlace() {
    return firstPlace;
  }

  /** Where the plate was last; empty while none was seen. */
  Optional<Region> place() {
    return place;
  }

  int height() {
    return place.map(Region::height).orElse(0);
  }

  /** Whether it came into view; otherwise it has been there from the start, as a parked one has. */
  boolean arrived() {
    return sawArrival || moved;
  }

  /** Whether it never moved and was there from the start, or is read on in an empty lane. */
  boolean parked() {
    return !moved && (!sawArrival || parked);
  }

  /** Whether the plate itself was seen to move. */
  boolean moved() {
    return moved;
  }

  boolean proposed() {
    return vehicle != NOT_PROPOSED;
  }

  long vehicle() {
    return vehicle;
  }

  boolean decided() {
    return decided;
  }

  void decide() {
    decided = true;
  }

  /** The proposal as last handed out. */
  Proposal proposal() {
    return proposal;
  }

  /** Hands out the proposal as it stands now. */
  Proposal propose(long vehicleIfNew, PlateGrammar grammar, boolean standing) {
    if (vehicle == NOT_PROPOSED) {
      vehicle = vehicleIfNew;
    }
    Picture picture = pictures.best(text());
    shown = picture;
    Optional<VotedPlate> voted = voted();
    proposal =
        new Proposal(
            vehicle,
            voted.map(VotedPlate::plate).orElseGet(() -> noPlate(grammar)),
            voted.map(VotedPlate::characters).orElse(List.of()),
            picture.rawText(),
            voted.map(VotedPlate::sureness).orElse(Sureness.DOUBTFUL),
            voted.map(VotedPlate::colour).orElse(PlateColour.UNKNOWN),
            picture.stamp(),
            picture.region(),
            picture.reader(),
            vote.readings(),
            standing,
            first.capturedAt());
    return proposal;
  }

  /** Only the frame that was handed out is kept, for the case that it comes back. */
  void depart() {
    pictures.keepOnly(proposal.picture());
  }

  /** Frames that may still be handed out as this vehicle's picture. */
  Set<Long> frames() {
    return decided ? Set.of() : pictures.frames();
  }

  private static Plate noPlate(PlateGrammar grammar) {
    return grammar.parse("", 0);
  }

  private static boolean grown(Region from, Region to) {
    double ratio = to.height() / (double) from.height();
    return ratio > GROWN || ratio < 1 / GROWN;
  }
}
