package io.gatehouse.camera;

/**
 * The newest frame, for the screen: a one-slot hand-off that frees the frame it replaces and
 * allocates nothing.
 */
public interface PreviewFeed {

  /**
   * Paints the newest frame that was not painted yet. Called on the screen's thread, once a pulse.
   *
   * @return whether there was a new one
   */
  boolean paintNewest(PreviewTarget target);
}
