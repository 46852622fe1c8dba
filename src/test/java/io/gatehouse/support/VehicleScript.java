package io.gatehouse.support;

import io.gatehouse.camera.FrameStamp;
import io.gatehouse.camera.Region;
import io.gatehouse.detect.VehiclePresence;
import io.gatehouse.read.PlateReading;
import io.gatehouse.vote.Observation;
import io.gatehouse.vote.VehicleTracker;
import io.gatehouse.vote.VoteEvent;
import io.gatehouse.vote.VoteEvent.Left;
import io.gatehouse.vote.VoteEvent.Proposed;
import io.gatehouse.vote.VoteEvent.Revised;
import io.gatehouse.vote.VoteParameters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/** Plays a scene to a tracker, frame by frame, and keeps what the tracker says. */
public final class VehicleScript {

  private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");
  private static final VehiclePresence MOVING = new VehiclePresence(true, false, 0.4f, 0.1f);
  private static final VehiclePresence STANDING = new VehiclePresence(true, true, 0.4f, 0);

  /** What can be read in the n-th frame of a scene; share is how far the scene has got, 0 to 1. */
  @FunctionalInterface
  public interface Visible {
    List<PlateReading> in(int frame, double share);
  }

  private final VehicleTracker tracker =
      new VehicleTracker(VoteParameters.defaults(), new CarGrammar());
  private final List<VoteEvent> events = new ArrayList<>();
  private final double framesPerSecond;
  private long sequence;
  private long photograph;
  private Set<Long> framesInUse = Set.of();
  private int mostFramesInUse;

  public VehicleScript(double framesPerSecond) {
    this.framesPerSecond = framesPerSecond;
  }

  public VehicleScript emptyLane(double seconds) {
    return play(seconds, VehiclePresence.EMPTY_LANE, nothing());
  }

  /** A plate in an empty lane: at the kerb, on a sign. */
  public VehicleScript emptyLane(double seconds, Visible visible) {
    return play(seconds, VehiclePresence.EMPTY_LANE, visible);
  }

  public VehicleScript moving(double seconds, Visible visible) {
    return play(seconds, MOVING, visible);
  }

  public VehicleScript standing(double seconds, Visible visible) {
    return play(seconds, STANDING, visible);
  }

  /** The next picture of a folder of photographs. */
  public VehicleScript photograph(double seconds, Visible visible) {
    photograph++;
    return play(seconds, VehiclePresence.PHOTOGRAPH, visible);
  }

  /** No frame follows. */
  public VehicleScript end() {
    events.addAll(tracker.finish());
    framesInUse = tracker.framesInUse();
    return this;
  }

  public VehicleScript decided(long vehicle) {
    tracker.decided(vehicle);
    return this;
  }

  public static Visible nothing() {
    return (frame, share) -> List.of();
  }

  /** One plate that stays in its place, 0.95 sure. */
  public static Visible plate(String text) {
    return plate(text, Readings.PLACE);
  }

  public static Visible plate(String text, Region place) {
    return (frame, share) -> List.of(Readings.reading(text, place, 0.95));
  }

  /** One plate on its way through the picture. */
  public static Visible plate(String text, Region from, Region to) {
    return (frame, share) -> List.of(Readings.reading(text, between(from, to, share), 0.95));
  }

  /** One plate in its place, read anew in each frame. */
  public static Visible reads(IntFunction<PlateReading> readings) {
    return (frame, share) -> List.of(readings.apply(frame));
  }

  public static Visible both(Visible one, Visible other) {
    return (frame, share) -> {
      List<PlateReading> all = new ArrayList<>(one.in(frame, share));
      all.addAll(other.in(frame, share));
      return all;
    };
  }

  public List<VoteEvent> events() {
    return List.copyOf(events);
  }

  /**
   * The events in short: {@code +1 29A12345}, {@code ~1 29A12346}, {@code -1}; without revisions
   * that only bring a better picture.
   */
  public List<String> story() {
    Map<Long, String> known = new HashMap<>();
    List<String> story = new ArrayList<>();
    for (VoteEvent event : events) {
      String text =
          switch (event) {
            case Proposed p -> p.proposal().plate().text();
            case Revised r -> r.proposal().plate().text();
            case Left _ -> "gone";
          };
      if (!text.equals(known.put(vehicle(event), text)) || !(event instanceof Revised)) {
        story.add(tell(event));
      }
    }
    return story;
  }

  private static long vehicle(VoteEvent event) {
    return switch (event) {
      case Proposed p -> p.proposal().vehicle();
      case Revised r -> r.proposal().vehicle();
      case Left left -> left.vehicle();
    };
  }

  public List<Proposed> proposed() {
    return events.stream().filter(Proposed.class::isInstance).map(Proposed.class::cast).toList();
  }

  public Set<Long> framesInUse() {
    return framesInUse;
  }

  public int mostFramesInUse() {
    return mostFramesInUse;
  }

  /** The sequence number of the next frame. */
  public long sequence() {
    return sequence;
  }

  private VehicleScript play(double seconds, VehiclePresence presence, Visible visible) {
    int frames = (int) Math.round(seconds * framesPerSecond);
    for (int i = 0; i < frames; i++) {
      Duration at = Duration.ofNanos(Math.round(sequence / framesPerSecond * 1e9));
      FrameStamp stamp = new FrameStamp(sequence++, at.toNanos(), START.plus(at), photograph);
      List<PlateReading> readings = visible.in(i, frames == 1 ? 1 : i / (frames - 1.0));
      List<VoteEvent> said = tracker.observe(new Observation(stamp, presence, true, readings));
      framesInUse = tracker.framesInUse();
      mostFramesInUse = Math.max(mostFramesInUse, framesInUse.size());
      events.addAll(said);
    }
    return this;
  }

  private static Region between(Region from, Region to, double share) {
    return new Region(
        mix(from.x(), to.x(), share),
        mix(from.y(), to.y(), share),
        mix(from.width(), to.width(), share),
        mix(from.height(), to.height(), share));
  }

  private static int mix(int from, int to, double share) {
    return (int) Math.round(from + (to - from) * share);
  }

  private static String tell(VoteEvent event) {
    return switch (event) {
      case Proposed p -> "+%d %s".formatted(p.proposal().vehicle(), p.proposal().plate().text());
      case Revised r -> "~%d %s".formatted(r.proposal().vehicle(), r.proposal().plate().text());
      case Left left -> "-%d".formatted(left.vehicle());
    };
  }
}
