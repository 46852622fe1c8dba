package io.gatehouse.store;

import java.time.Instant;

/**
 * A later correction of a passage's plate. The passage itself never changes.
 *
 * @param before compact text before
 * @param after compact text after
 * @param correctedBy who
 * @param correctedAt when, UTC
 */
public record PassageCorrection(
    String before, String after, String correctedBy, Instant correctedAt) {}
