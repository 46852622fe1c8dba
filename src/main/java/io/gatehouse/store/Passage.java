package io.gatehouse.store;

import io.gatehouse.decide.Outcome;
import io.gatehouse.parking.Direction;
import io.gatehouse.plate.PlateColour;
import io.gatehouse.plate.PlateKind;
import java.time.Instant;
import java.util.UUID;

/**
 * A stored passage as lists show it. The row is immutable; {@code plate} and {@code display} are
 * those of its latest correction.
 *
 * @param id UUIDv7: ordered by time, and the idempotency key of the event sent to the central
 * @param plate compact text as it counts now
 * @param display the same with separators
 * @param originalPlate compact text as decided at the lane
 * @param kind by the grammar
 * @param colour ground of the plate
 * @param lines 1 or 2, 0 when not seen
 * @param direction which way
 * @param lane the lane's name
 * @param capturedAt when the picture was taken, UTC: the time that counts
 * @param outcome what was done
 * @param decidedBy who
 * @param decidedAt when, UTC
 * @param readText what the machine proposed, compact; empty when nothing was read
 * @param confidence of the machine's reading, 0 to 1
 * @param hasPicture whether a full picture is stored
 * @param corrected whether a correction followed
 */
public record Passage(
    UUID id,
    String plate,
    String display,
    String originalPlate,
    PlateKind kind,
    PlateColour colour,
    int lines,
    Direction direction,
    String lane,
    Instant capturedAt,
    Outcome outcome,
    String decidedBy,
    Instant decidedAt,
    String readText,
    float confidence,
    boolean hasPicture,
    boolean corrected) {}
