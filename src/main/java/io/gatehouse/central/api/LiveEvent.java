package io.gatehouse.central.api;

import java.util.Optional;

/**
 * Something that changed.
 *
 * @param name {@code vehicle} or {@code camera}
 * @param id by which a listener resumes; empty for what cannot be missed for long
 */
record LiveEvent(String name, Object data, Optional<String> id) {

  static LiveEvent of(Camera camera) {
    return new LiveEvent("camera", camera, Optional.empty());
  }
}
