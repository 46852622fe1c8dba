package io.gatehouse.vote;

import io.gatehouse.camera.FrameStamp;
import io.gatehouse.camera.Region;
import io.gatehouse.plate.Plate;
import io.gatehouse.plate.PlateColour;
import io.gatehouse.plate.ReadCharacter;
import io.gatehouse.read.Sureness;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the vote over a vehicle's frames hands the guard.
 *
 * @param vehicle counts vehicles since the start; a revised proposal keeps it
 * @param plate the vote's answer; empty text when nothing could be read
 * @param characters the answer's characters with their voted confidences and next-best candidates
 * @param rawText as the best frame's reader saw it, before the grammar
 * @param sureness whether a lane without a guard may act on it
 * @param colour ground of the plate, by majority
 * @param picture the frame that was actually read (the surest, of equally sure ones the nearest),
 *     or for no plate the stillest one
 * @param plateRegion where the plate is in {@code picture}; empty when none was read
 * @param reader which reader read {@code picture}; empty when none
 * @param frames how many frames took part in the vote
 * @param standing whether the vehicle stood when this was proposed
 * @param firstSeen when the vehicle came into view
 */
public record Proposal(
    long vehicle,
    Plate plate,
    List<ReadCharacter> characters,
    String rawText,
    Sureness sureness,
    PlateColour colour,
    FrameStamp picture,
    Optional<Region> plateRegion,
    String reader,
    int frames,
    boolean standing,
    Instant firstSeen) {

  public Proposal {
    characters = List.copyOf(characters);
  }

  /** As sure as the least sure character, 0 to 1; 0 when nothing was read. */
  public float confidence() {
    float least = characters.isEmpty() ? 0 : 1;
    for (ReadCharacter c : characters) {
      least = Math.min(least, c.confidence());
    }
    return least;
  }
}
