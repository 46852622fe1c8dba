package io.gatehouse.snapshot.journal;

import java.time.Instant;

/**
 * An answer that was paid for.
 *
 * @param sha256 of the picture
 * @param source of the picture, as it is stored
 * @param body as the API sent it
 */
public record PaidAnswer(
    String sha256, String source, String recognizer, Instant at, String body) {}
