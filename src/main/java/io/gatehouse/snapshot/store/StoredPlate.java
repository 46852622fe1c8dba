package io.gatehouse.snapshot.store;

import java.time.Instant;
import java.util.UUID;

/**
 * One plate of a stored picture.
 *
 * @param picture id of the row that the picture is in
 * @param cameraId empty when nobody told it
 * @param image where the picture lies, or came from
 */
public record StoredPlate(
    UUID picture,
    Instant capturedAt,
    String cameraId,
    String plate,
    double confidence,
    String image) {}
