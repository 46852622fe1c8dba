package io.gatehouse.lane;

/**
 * Told of every change of a lane, in order, on the lane's own threads or on that of whoever called
 * the lane; must return at once.
 */
@FunctionalInterface
public interface LaneListener {

  void onLane(LaneState state);
}
