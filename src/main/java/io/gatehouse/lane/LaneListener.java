package io.gatehouse.lane;

/** Told of every change of a lane, on the lane's own threads; must return at once. */
@FunctionalInterface
public interface LaneListener {

  void onLane(LaneState state);
}
