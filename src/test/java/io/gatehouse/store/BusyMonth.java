package io.gatehouse.store;

import io.gatehouse.camera.FrameStamp;
import io.gatehouse.decide.Decision;
import io.gatehouse.decide.Outcome;
import io.gatehouse.parking.Direction;
import io.gatehouse.parking.VehicleKind;
import io.gatehouse.parking.insight.PictureQuality;
import io.gatehouse.parking.stay.Settlement;
import io.gatehouse.parking.stay.StayChange;
import io.gatehouse.parking.stay.StayEnd;
import io.gatehouse.plate.Plate;
import io.gatehouse.plate.ReadCharacter;
import io.gatehouse.support.SamplePassages;
import io.gatehouse.vote.Proposal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Fills a store with the days of an office's car park, past the durable path, to be looked at. */
public final class BusyMonth {

  /** Vehicles that come in an hour of a working day. */
  private static final int[] COMING = {
    1, 0, 0, 0, 1, 4, 14, 46, 58, 24, 12, 10, 16, 18, 9, 8, 7, 12, 16, 12, 8, 5, 3, 2
  };

  private static final String LIKE = "8B0D1I2Z5S";

  private final KioskStore store;
  private final ZoneId zone;
  private final Random random = new Random(3);
  private int number;

  private BusyMonth(KioskStore store, ZoneId zone) {
    this.store = store;
    this.zone = zone;
  }

  /**
   * Fills the days before now.
   *
   * @param lampFailed whether the last night is dark
   */
  public static void fill(
      KioskStore store, ZoneId zone, Instant now, int days, boolean lampFailed) {
    BusyMonth month = new BusyMonth(store, zone);
    LocalDate today = LocalDate.ofInstant(now, zone);
    for (LocalDate day : today.minusDays(days).datesUntil(today.plusDays(1)).toList()) {
      boolean dark = lampFailed && !day.isBefore(today.minusDays(1));
      month.day(day, now, dark);
    }
  }

  private void day(LocalDate day, Instant now, boolean dark) {
    PassageWriter writer = new PassageWriter(UnaryOperator.identity(), new StoreJson());
    double busy = day.getDayOfWeek().getValue() > 5 ? 0.4 : 0.85 + 0.3 * random.nextDouble();
    store
        .database()
        .jdbi()
        .useTransaction(handle -> {
          BookSchema schema = new BookSchema(handle);
          for (int hour = 0; hour < 24; hour++) {
            int coming = (int) Math.round(COMING[hour] * busy);
            for (int i = 0; i < coming; i++) {
              Instant in =
                  day.atTime(hour, random.nextInt(60), random.nextInt(60)).atZone(zone).toInstant();
              Instant out =
                  in.plusSeconds(
                      (long)
                          (1800 + Math.abs(random.nextGaussian()) * (hour < 10 ? 26_000 : 7_000)));
              if (in.isAfter(now)) {
                continue;
              }
              PassageRecord entry =
                  record(in, Direction.IN, new StayChange.Opens(VehicleKind.MOTORBIKE), dark);
              writer.write(new BookRows(handle, schema), entry, PictureSet.EMPTY, in);
              if (!out.isAfter(now)) {
                long fee = 4_000 + 2_000L * random.nextInt(4);
                writer.write(
                    new BookRows(handle, schema),
                    record(
                        out,
                        Direction.OUT,
                        new StayChange.Closes(
                            entry.id(),
                            VehicleKind.MOTORBIKE,
                            StayEnd.LEFT,
                            Settlement.paid(fee, "1")),
                        dark),
                    PictureSet.EMPTY,
                    out);
              }
            }
          }
        });
  }

  private PassageRecord record(Instant at, Direction way, StayChange stay, boolean dark) {
    number++;
    int hour = at.atZone(zone).getHour();
    boolean night = hour >= 18 || hour < 6;
    String plate = SamplePassages.plateText(number) + (char) ('A' + number / 100_000);
    double sure = random.nextDouble();
    boolean wrong = random.nextDouble() < (night ? 0.07 : 0.025) + (sure < 0.1 ? 0.25 : 0);
    boolean typed = random.nextDouble() < 0.02;
    String read = typed ? "" : wrong ? misread(plate) : plate;
    float confidence = (float) (sure < 0.1 ? 0.5 + 4 * sure : 0.9 + 0.1 * sure);
    float grey =
        (float) ((night ? (dark ? 18 : 62) : 125) + random.nextGaussian() * (dark ? 3 : 9));
    Decision sample =
        SamplePassages.passage(number, plate, Outcome.CONFIRMED, Optional.empty()).decision();
    Proposal proposal = sample.proposal().orElseThrow();
    List<ReadCharacter> characters = new ArrayList<>();
    for (int i = 0; i < read.length(); i++) {
      characters.add(new ReadCharacter(read.charAt(i), confidence, List.of()));
    }
    Plate seen = SamplePassages.plate(read.isEmpty() ? "" : read);
    Proposal readAs =
        new Proposal(
            proposal.vehicle(),
            seen,
            characters,
            read,
            proposal.sureness(),
            proposal.colour(),
            proposal.picture(),
            proposal.plateRegion(),
            proposal.reader(),
            proposal.frames(),
            true,
            at);
    Outcome outcome = typed ? Outcome.TYPED : wrong ? Outcome.CORRECTED : Outcome.CONFIRMED;
    PassageRecord record =
        PassageRecord.of(
            new UUID(number, 7),
            new NewPassage(
                new Decision(Optional.of(readAs), outcome, sample.plate(), "An", at, ""),
                way,
                "Cổng A",
                new FrameStamp(number, number, at),
                Optional.of(
                    new NewPassage.Pictures(
                        new byte[] {1},
                        Optional.empty(),
                        new byte[] {2},
                        Optional.of(
                            new PictureQuality(
                                (float) (0.12 + 0.01 * random.nextGaussian()),
                                Math.clamp(grey, 0, 255))))),
                stay),
            PictureSet.EMPTY);
    return record;
  }

  private String misread(String plate) {
    for (int tries = 0; tries < 20; tries++) {
      int at = random.nextInt(plate.length());
      int like = LIKE.indexOf(plate.charAt(at));
      if (like >= 0) {
        return plate.substring(0, at) + LIKE.charAt(like ^ 1) + plate.substring(at + 1);
      }
    }
    return plate.substring(1);
  }
}
