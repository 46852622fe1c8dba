package io.gatehouse.support;

import io.gatehouse.camera.FrameStamp;
import io.gatehouse.plate.PlateColour;
import io.gatehouse.read.PlateReading;
import io.gatehouse.read.Sureness;
import io.gatehouse.vote.Proposal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Proposals as a vote would hand them over. */
public final class Proposals {

  private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

  private Proposals() {}

  public static Proposal proposal(long vehicle, String text, double confidence) {
    PlateReading reading = Readings.reading(text, Readings.PLACE, confidence);
    return new Proposal(
        vehicle,
        reading.plate(),
        reading.characters(),
        text,
        Sureness.SURE,
        reading.colour(),
        new FrameStamp(vehicle, vehicle, NOW),
        Optional.of(Readings.PLACE),
        reading.reader(),
        3,
        true,
        NOW);
  }

  public static Proposal unread(long vehicle) {
    return new Proposal(
        vehicle,
        new CarGrammar().parse("", 0),
        List.of(),
        "",
        Sureness.DOUBTFUL,
        PlateColour.UNKNOWN,
        new FrameStamp(vehicle, vehicle, NOW),
        Optional.empty(),
        "",
        0,
        true,
        NOW);
  }
}
