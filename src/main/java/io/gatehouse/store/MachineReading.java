package io.gatehouse.store;

import io.gatehouse.camera.Region;
import io.gatehouse.plate.PlateColour;
import io.gatehouse.plate.ReadCharacter;
import io.gatehouse.vote.Proposal;
import java.time.Instant;
import java.util.List;

/**
 * What the machine made of a vehicle, as kept with the passage.
 *
 * @param text compact, as proposed; empty when nothing was read
 * @param confidence 0 to 1
 * @param colour ground of the plate
 * @param rawText as the reader saw it, before the grammar
 * @param reader which reader; empty when none
 * @param frames how many frames took part
 * @param standing whether the vehicle stood
 * @param firstSeen when it came into view; null for an entry by hand
 * @param plateRegion where the plate is in the full picture; null when none was found
 * @param characters with confidences and candidates
 */
record MachineReading(
    String text,
    float confidence,
    PlateColour colour,
    String rawText,
    String reader,
    int frames,
    boolean standing,
    Instant firstSeen,
    Region plateRegion,
    List<ReadCharacter> characters) {

  /** Nothing was in view, or it was not looked at. */
  static final MachineReading NONE =
      new MachineReading("", 0, PlateColour.UNKNOWN, "", "", 0, false, null, null, List.of());

  MachineReading {
    characters = List.copyOf(characters);
  }

  static MachineReading of(Proposal proposal) {
    return new MachineReading(
        proposal.plate().text(),
        proposal.confidence(),
        proposal.colour(),
        proposal.rawText(),
        proposal.reader(),
        proposal.frames(),
        proposal.standing(),
        proposal.firstSeen(),
        proposal.plateRegion().orElse(null),
        proposal.characters());
  }
}
