package io.gatehouse.lane;

import io.gatehouse.barrier.BarrierStatus;
import io.gatehouse.camera.CameraStatus;
import io.gatehouse.camera.Region;
import io.gatehouse.parking.Direction;
import io.gatehouse.parking.gate.Assessment;
import io.gatehouse.store.Passage;
import io.gatehouse.vote.Proposal;
import java.util.List;
import java.util.Optional;

/**
 * Everything a screen needs to know of a lane, at one moment. Immutable.
 *
 * @param lane its name
 * @param direction which way it goes now
 * @param camera how the camera is doing
 * @param marks boxes and texts to draw over the preview
 * @param frameWidth size that {@code marks} refer to, pixels; 0 before the first frame
 * @param frameHeight size that {@code marks} refer to, pixels; 0 before the first frame
 * @param current the vehicle the guard works on
 * @param waiting further vehicles, in order of arrival
 * @param recent the last passages, newest first
 * @param notice what the guard should know; empty when all is well
 * @param barrier how the barrier is doing
 */
public record LaneState(
    String lane,
    Direction direction,
    CameraStatus camera,
    List<Mark> marks,
    int frameWidth,
    int frameHeight,
    Optional<PendingVehicle> current,
    List<PendingVehicle> waiting,
    List<Passage> recent,
    Optional<LaneNotice> notice,
    BarrierStatus barrier) {

  public LaneState {
    marks = List.copyOf(marks);
    waiting = List.copyOf(waiting);
    recent = List.copyOf(recent);
  }

  /** What is known before the first frame. */
  public static LaneState before(String lane, Direction direction, Optional<LaneNotice> notice) {
    return new LaneState(
        lane,
        direction,
        CameraStatus.connecting(),
        List.of(),
        0,
        0,
        Optional.empty(),
        List.of(),
        List.of(),
        notice,
        BarrierStatus.PLAIN);
  }

  /** The same lane with one thing changed, here and below. */
  public LaneState withDirection(Direction now) {
    return new LaneState(
        lane,
        now,
        camera,
        marks,
        frameWidth,
        frameHeight,
        current,
        waiting,
        recent,
        notice,
        barrier);
  }

  public LaneState withCamera(CameraStatus now) {
    return new LaneState(
        lane,
        direction,
        now,
        marks,
        frameWidth,
        frameHeight,
        current,
        waiting,
        recent,
        notice,
        barrier);
  }

  public LaneState withMarks(List<Mark> now, int width, int height) {
    return new LaneState(
        lane, direction, camera, now, width, height, current, waiting, recent, notice, barrier);
  }

  public LaneState withVehicles(Optional<PendingVehicle> first, List<PendingVehicle> others) {
    return new LaneState(
        lane,
        direction,
        camera,
        marks,
        frameWidth,
        frameHeight,
        first,
        others,
        recent,
        notice,
        barrier);
  }

  public LaneState withRecent(List<Passage> now) {
    return new LaneState(
        lane,
        direction,
        camera,
        marks,
        frameWidth,
        frameHeight,
        current,
        waiting,
        now,
        notice,
        barrier);
  }

  public LaneState withNotice(Optional<LaneNotice> now) {
    return new LaneState(
        lane,
        direction,
        camera,
        marks,
        frameWidth,
        frameHeight,
        current,
        waiting,
        recent,
        now,
        barrier);
  }

  public LaneState withBarrier(BarrierStatus now) {
    return new LaneState(
        lane,
        direction,
        camera,
        marks,
        frameWidth,
        frameHeight,
        current,
        waiting,
        recent,
        notice,
        now);
  }

  /**
   * A box over the preview.
   *
   * @param region pixels of the frame
   * @param text the plate as shown
   * @param confidence 0 to 1
   */
  public record Mark(Region region, String text, float confidence) {}

  /** How looking a vehicle up in the books goes. */
  public enum Lookup {
    /** The lane keeps no books. */
    NONE,
    RUNNING,
    ANSWERED,
    /** The books could not be read. */
    FAILED
  }

  /**
   * A proposal that waits for the guard.
   *
   * @param proposal the vote's answer
   * @param crop the plate as the camera saw it, JPEG; empty when none was found
   * @param picture the whole frame, JPEG; empty bytes when that frame could not be kept
   * @param lastVisits earlier passages of this plate, newest first
   * @param assessment what the books say of it; empty until they have answered
   * @param lookup how looking it up in the books goes
   * @param gone whether the vehicle has left the view
   * @param storing whether the guard's decision is on its way to the disk; a failure takes it back
   */
  @SuppressWarnings("ArrayRecordComponent") // JPEG bytes are shown, never compared
  public record PendingVehicle(
      Proposal proposal,
      Optional<byte[]> crop,
      byte[] picture,
      List<Passage> lastVisits,
      Optional<Assessment> assessment,
      Lookup lookup,
      boolean gone,
      boolean storing) {

    public PendingVehicle {
      lastVisits = List.copyOf(lastVisits);
    }
  }
}
