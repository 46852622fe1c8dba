package io.gatehouse.vote;

import io.gatehouse.camera.FrameStamp;
import io.gatehouse.plate.PlateGrammar;
import io.gatehouse.read.PlateReading;
import io.gatehouse.vote.VoteEvent.Left;
import io.gatehouse.vote.VoteEvent.Proposed;
import io.gatehouse.vote.VoteEvent.Revised;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes vehicles of frames: follows each plate through the picture, votes on its text, and proposes
 * each vehicle once, when its plate is sure or when it stands, readable or not. However long it
 * stays in view and however often its reading drops out, it stays one vehicle. Goes by the frames'
 * own times, whatever their rate. Used by one thread.
 */
public final class VehicleTracker {

  private static final int MOST_TRACKS = 8;
  private static final long IN_VIEW = Duration.ofSeconds(1).toNanos();
  private static final long PARKED_LEFT_AFTER = Duration.ofSeconds(10).toNanos();
  private static final int LEAST_LOOKS = 2;

  private final VoteParameters parameters;
  private final PlateGrammar grammar;
  private final LanePresence presence;
  private final ReadingMatcher matcher;
  private final SamePlate same;
  private final Departures departures;
  private final UnreadWatch unread;
  private final List<Track> tracks = new ArrayList<>();
  private final List<VoteEvent> events = new ArrayList<>();
  private long vehicles;
  private long photograph;

  public VehicleTracker(VoteParameters parameters, PlateGrammar grammar) {
    this.parameters = parameters;
    this.grammar = grammar;
    this.presence = new LanePresence(parameters.arrival().toNanos());
    this.matcher = new ReadingMatcher(parameters.samePlate());
    this.same = new SamePlate(parameters);
    this.departures = new Departures(parameters);
    this.unread = new UnreadWatch(parameters);
  }

  /**
   * Takes the next frame's observation; frames come in order.
   *
   * @return what follows from it, in order; mostly nothing
   */
  public List<VoteEvent> observe(Observation seen) {
    long now = seen.stamp().capturedNanos();
    events.clear();
    if (seen.stamp().photograph() != photograph) {
      endScene();
      photograph = seen.stamp().photograph();
      presence.beginScene(now);
    }
    presence.observe(seen.presence(), now);
    if (seen.looked()) {
      assign(seen);
    }
    watchUnread(seen, now);
    nearestFirst();
    for (Track track : List.copyOf(tracks)) {
      if (hasLeft(track, now)) {
        depart(track);
      } else {
        update(track, now);
      }
    }
    departures.forget(presence, now);
    return List.copyOf(events);
  }

  /**
   * No frame follows for now.
   *
   * @return the vehicles that were not proposed yet, and that all are gone
   */
  public List<VoteEvent> finish() {
    events.clear();
    endScene();
    return List.copyOf(events);
  }

  private void endScene() {
    nearestFirst();
    List.copyOf(tracks).forEach(this::bringForwardLate);
    if (photograph != 0 && tracks.stream().noneMatch(Track::proposed)) {
      bringForwardUnsure();
    }
    List.copyOf(tracks).forEach(this::remove);
    unread.beginScene();
  }

  /** There is a vehicle in a photograph, however poor the readings are. */
  private void bringForwardUnsure() {
    Optional<Track> readMost =
        tracks.stream()
            .filter(t -> t.voted().isPresent())
            .max(Comparator.comparingInt(Track::readings));
    if (readMost.isPresent()) {
      bringForward(readMost.get(), readMost.get().lastReadNanos());
    } else {
      unread.stillest().ifPresent(this::proposeUnread);
    }
  }

  private void nearestFirst() {
    tracks.sort(Comparator.comparingInt(Track::height).reversed());
  }

  /** The guard has decided on this vehicle: it is not revised any more, and may drive on. */
  public void decided(long vehicle) {
    tracks.stream().filter(t -> t.vehicle() == vehicle).forEach(Track::decide);
    departures.decide(vehicle);
  }

  /** Sequence numbers of the frames that may still be handed out as a vehicle's picture. */
  public Set<Long> framesInUse() {
    Set<Long> frames = new HashSet<>(departures.frames());
    frames.addAll(unread.frames());
    tracks.forEach(t -> frames.addAll(t.frames()));
    return frames;
  }

  private void assign(Observation seen) {
    FrameStamp stamp = seen.stamp();
    List<PlateReading> voting = seen.readings().stream().filter(this::votes).toList();
    Map<PlateReading, Track> matches = matcher.match(voting, tracks, stamp.capturedNanos());
    Set<Track> found = new HashSet<>(matches.values());
    matches.forEach((reading, track) -> track.read(reading, stamp, presence));
    for (PlateReading reading : seen.readings()) {
      if (!matches.containsKey(reading) && !repeats(reading, matches.keySet())) {
        found.addAll(votes(reading) ? begin(reading, stamp) : glimpse(reading, stamp, found));
      }
    }
    tracks.removeIf(t -> !found.contains(t) && misreadOfAny(t, found));
    tracks.stream().filter(t -> !found.contains(t)).forEach(Track::missed);
    found.stream()
        .filter(t -> t.proposed() && !t.parked())
        .max(Comparator.comparingInt(Track::height))
        .ifPresent(unread::ownedBy);
  }

  private boolean votes(PlateReading reading) {
    String text = reading.plate().text();
    return reading.confidence() >= parameters.leastConfidence()
        && text.length() >= parameters.leastCharacters()
        && text.chars().anyMatch(Character::isDigit);
  }

  private static boolean repeats(PlateReading reading, Set<PlateReading> matched) {
    return matched.stream()
        .anyMatch(m ->
            m.plate().text().equals(reading.plate().text())
                || overlap(m, reading) >= ReadingMatcher.SAME_PLACE);
  }

  private static double overlap(PlateReading a, PlateReading b) {
    return a.box().region().overlap(b.box().region());
  }

  /** A plate that no track knows: that of the vehicle proposed without one, or a new one. */
  private Set<Track> begin(PlateReading reading, FrameStamp stamp) {
    Track track =
        tracks.stream()
            .filter(t -> t.place().isEmpty())
            .findFirst()
            .orElseGet(() -> newTrack(stamp));
    track.read(reading, stamp, presence);
    return Set.of(track);
  }

  private Track newTrack(FrameStamp stamp) {
    if (tracks.size() >= MOST_TRACKS) {
      tracks.stream()
          .filter(t -> !t.proposed())
          .min(Comparator.comparingLong(Track::lastReadNanos))
          .ifPresent(tracks::remove);
    }
    Track track = new Track(stamp, grammar, parameters.standingDrift(), presence);
    tracks.add(track);
    return track;
  }

  /** A reading too poor to vote still shows that the plate in this place is there. */
  private Set<Track> glimpse(PlateReading reading, FrameStamp stamp, Set<Track> found) {
    Set<Track> glimpsed = new HashSet<>();
    for (Track track : tracks) {
      if (!found.contains(track) && overlap(track, reading) >= ReadingMatcher.SAME_PLACE) {
        track.seen(reading.box().region(), stamp, presence);
        glimpsed.add(track);
      }
    }
    return glimpsed;
  }

  private static double overlap(Track track, PlateReading reading) {
    return track.place().map(p -> p.overlap(reading.box().region())).orElse(0.0);
  }

  /** Another text in the place of a plate that was found again, and has more readings. */
  private static boolean misreadOfAny(Track track, Set<Track> found) {
    return !track.proposed()
        && found.stream()
            .anyMatch(f ->
                f.readings() > track.readings()
                    && f.place().orElseThrow().overlap(track.place().orElseThrow())
                        >= ReadingMatcher.SAME_PLACE);
  }

  private void watchUnread(Observation seen, long now) {
    long plateUnseen =
        tracks.stream()
            .filter(t -> !t.parked())
            .mapToLong(t -> t.unseenNanos(now))
            .min()
            .orElse(Long.MAX_VALUE);
    unread.observe(seen, presence, plateUnseen).ifPresent(this::proposeUnread);
  }

  private void proposeUnread(FrameStamp picture) {
    Track track = newTrack(picture);
    track.showAs(picture);
    propose(track, picture.capturedNanos());
  }

  private void update(Track track, long now) {
    if (track.place().isEmpty()) {
      if (!track.decided()) {
        track.stays(presence);
      }
    } else if (!track.proposed()) {
      if (ready(track, now) && isItsTurn(track, now)) {
        bringForward(track, now);
      }
    } else if (!track.decided() && ready(track, now)) {
      reviseIfChanged(track, now);
    }
  }

  private boolean ready(Track track, long now) {
    long standing = track.standingNanos(now, presence);
    long standingFor = parameters.standingFor().toNanos();
    return track.sure(parameters)
        || (standing >= standingFor && track.voted().filter(v -> v.agreeing() >= 2).isPresent())
        || (standing >= 2 * standingFor
            && (track.credible(parameters) || track.readings() >= parameters.sureReadings()));
  }

  /** A vehicle behind another waits for it, but not for ever. */
  private boolean isItsTurn(Track track, long now) {
    return track.standingNanos(now, presence) >= parameters.turn().toNanos()
        || tracks.stream()
            .filter(t -> !t.parked() && t.unseenNanos(now) < IN_VIEW)
            .noneMatch(t -> track.height() < parameters.nearShare() * t.height());
  }

  /** Proposes a vehicle, unless it is one that was proposed before. */
  private void bringForward(Track track, long now) {
    Optional<Track> known =
        tracks.stream()
            .filter(t -> t != track && t.proposed())
            .filter(t ->
                t.place().isEmpty() || same.sameTextNearby(t, track) || same.sameMetal(t, track))
            .findFirst();
    if (known.isPresent()) {
      known.get().join(track);
      tracks.remove(track);
      return;
    }
    Optional<Track> returned = departures.takeBack(track);
    if (returned.isPresent()) {
      tracks.remove(track);
      tracks.add(returned.get());
      returned.get().join(track);
      if (!returned.get().decided()) {
        revise(returned.get(), now);
      }
      return;
    }
    propose(track, now);
  }

  private void propose(Track track, long now) {
    Proposal proposal = track.propose(++vehicles, grammar, stands(track, now));
    events.add(new Proposed(proposal, track.arrived()));
    if (!track.parked()) {
      unread.ownedBy(track);
    }
  }

  private void reviseIfChanged(Track track, long now) {
    Proposal last = track.proposal();
    VotedPlate voted = track.voted().orElseThrow();
    boolean surer =
        last.confidence() < parameters.sureConfidence()
            && voted.confidence() >= parameters.sureConfidence();
    boolean changed = !last.plate().equals(voted.plate()) || last.sureness() != voted.sureness();
    if (changed || surer || track.hasBetterPicture()) {
      revise(track, now);
    }
  }

  private void revise(Track track, long now) {
    events.add(new Revised(track.propose(track.vehicle(), grammar, stands(track, now))));
  }

  private boolean stands(Track track, long now) {
    return track.standingNanos(now, presence) >= parameters.standingFor().toNanos();
  }

  private boolean hasLeft(Track track, long now) {
    boolean droveOn =
        track.decided() && track.movedSinceSeen(presence) >= parameters.handover().toNanos();
    if (track.place().isEmpty()) {
      return !presence.present() || droveOn;
    }
    long unseen = track.unseenNanos(now);
    if (unseen < parameters.leftAfter().toNanos() || track.looksSinceRead() < LEAST_LOOKS) {
      return false;
    }
    if (!presence.present()) {
      return !track.parked() || unseen >= PARKED_LEFT_AFTER;
    }
    return droveOn || replaced(track) || unseen >= parameters.dropOut().toNanos();
  }

  /** Something else is read now; before the decision only what came later counts. */
  private boolean replaced(Track track) {
    return !track.parked()
        && tracks.stream()
            .filter(t -> t != track && !t.parked())
            .filter(t -> t.lastReadNanos() > track.lastReadNanos())
            .filter(t -> track.decided() || t.first().capturedNanos() > track.lastReadNanos())
            .anyMatch(t -> t.proposed() || t.credible(parameters));
  }

  private void depart(Track track) {
    bringForwardLate(track);
    remove(track);
  }

  /** It drove through: better a proposal too many than a vehicle lost. */
  private void bringForwardLate(Track track) {
    if (!track.proposed() && track.arrived() && track.credible(parameters)) {
      bringForward(track, track.lastReadNanos());
    }
  }

  private void remove(Track track) {
    tracks.remove(track);
    if (track.proposed()) {
      events.add(new Left(track.vehicle()));
      departures.add(track);
    }
  }
}
