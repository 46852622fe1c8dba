package io.gatehouse.store;

import io.gatehouse.plate.Plate;
import java.time.Instant;
import java.util.UUID;

/**
 * A correction as it is written, to the database and to the journal alike.
 *
 * @param passage whose plate it corrects
 * @param before compact text before
 */
record CorrectionRecord(
    UUID id, UUID passage, String before, Plate plate, String correctedBy, Instant correctedAt)
    implements PassageEntry {}
