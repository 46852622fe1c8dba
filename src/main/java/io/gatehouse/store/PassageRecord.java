package io.gatehouse.store;

import io.gatehouse.camera.FrameStamp;
import io.gatehouse.decide.Decision;
import io.gatehouse.decide.Outcome;
import io.gatehouse.parking.Direction;
import io.gatehouse.parking.insight.PictureQuality;
import io.gatehouse.plate.Plate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * A passage as it is written, to the database and to the journal alike: everything but the pictures
 * themselves. Times are cut to microseconds, which is what the database keeps.
 *
 * @param full SHA-256 of the full picture in hexadecimal; empty when none is stored
 * @param crop likewise
 * @param thumbnail likewise
 * @param stay what it does to the stays; null in a journal of before there were stays
 * @param quality of the picture; null when it was not measured, or in a journal of before that
 * @param no its number in the database, by which shifts and holds know it; 0 until it is written,
 *     or in a journal of before that
 */
record PassageRecord(
    UUID id,
    Direction direction,
    String lane,
    Instant capturedAt,
    long frameSequence,
    long capturedNanos,
    Plate plate,
    Outcome outcome,
    String decidedBy,
    Instant decidedAt,
    String reason,
    MachineReading reading,
    String full,
    String crop,
    String thumbnail,
    StayRecord stay,
    PictureQuality quality,
    long no)
    implements PassageEntry {

  static PassageRecord of(UUID id, NewPassage passage, PictureSet pictures) {
    Decision decision = passage.decision();
    FrameStamp frame = passage.frame();
    return new PassageRecord(
        id,
        passage.direction(),
        passage.lane(),
        frame.capturedAt().truncatedTo(ChronoUnit.MICROS),
        frame.sequence(),
        frame.capturedNanos(),
        decision.plate(),
        decision.outcome(),
        decision.decidedBy(),
        decision.decidedAt().truncatedTo(ChronoUnit.MICROS),
        decision.reason(),
        decision.proposal().map(MachineReading::of).orElse(MachineReading.NONE),
        pictures.hash(PictureSize.FULL),
        pictures.hash(PictureSize.CROP),
        pictures.hash(PictureSize.THUMBNAIL),
        StayRecord.of(passage.stay()),
        passage.pictures().flatMap(NewPassage.Pictures::quality).orElse(null),
        0);
  }

  PassageRecord withoutPictures() {
    return with("", "", "", no);
  }

  PassageRecord numbered(long number) {
    return with(full, crop, thumbnail, number);
  }

  private PassageRecord with(String fullHash, String cropHash, String thumbnailHash, long number) {
    return new PassageRecord(
        id,
        direction,
        lane,
        capturedAt,
        frameSequence,
        capturedNanos,
        plate,
        outcome,
        decidedBy,
        decidedAt,
        reason,
        reading,
        fullHash,
        cropHash,
        thumbnailHash,
        stay,
        quality,
        number);
  }

  /** As lists show it while it is uncorrected. */
  Passage toPassage() {
    return new Passage(
        id,
        plate.text(),
        plate.display(),
        plate.text(),
        plate.kind(),
        reading.colour(),
        plate.lines(),
        direction,
        lane,
        capturedAt,
        outcome,
        decidedBy,
        decidedAt,
        reading.text(),
        reading.confidence(),
        !full.isEmpty(),
        false);
  }
}
