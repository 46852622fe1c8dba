package io.gatehouse.support;

import io.gatehouse.parking.Occupancy;
import io.gatehouse.parking.VehicleKind;
import io.gatehouse.parking.gate.Assessment;
import io.gatehouse.parking.gate.ExitCandidate;
import io.gatehouse.parking.lists.ListEntry;
import io.gatehouse.parking.lists.ListKind;
import io.gatehouse.parking.lists.ListVerdict;
import io.gatehouse.parking.lists.PlateLists;
import io.gatehouse.parking.stay.Stay;
import io.gatehouse.parking.tariff.Fee;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the books may say, made by hand. */
public final class Assessments {

  /** 7:12 in Vietnam. */
  public static final Instant MORNING = Instant.parse("2026-03-02T00:12:00Z");

  public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private Assessments() {}

  public static Assessment.Entry entry(String plate) {
    return entry(plate, ListVerdict.NONE, Optional.empty());
  }

  public static Assessment.Entry entry(String plate, ListVerdict listed, Optional<Stay> inside) {
    return new Assessment.Entry(
        plate, VehicleKind.MOTORBIKE, listed, inside, new Occupancy(VehicleKind.MOTORBIKE, 10, 0));
  }

  public static Assessment.Exit exit(String plate, ExitCandidate... candidates) {
    return new Assessment.Exit(
        plate, VehicleKind.MOTORBIKE, ListVerdict.NONE, List.of(candidates), 50_000, "t1");
  }

  /** Two hours and 29 minutes. */
  public static ExitCandidate candidate(String plate, int errors, long dong) {
    Fee fee = new Fee(dong, Duration.ofMinutes(149), List.of(), "t1");
    return new ExitCandidate(stay(plate), errors, fee, false);
  }

  public static Stay stay(String plate) {
    UUID id = UUID.nameUUIDFromBytes(plate.getBytes(StandardCharsets.UTF_8));
    return new Stay(
        id,
        plate,
        plate,
        VehicleKind.MOTORBIKE,
        Optional.of(id),
        MORNING,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public static ListVerdict listed(ListKind kind, String plate) {
    ListEntry entry =
        new ListEntry(
            UUID.nameUUIDFromBytes(plate.getBytes(StandardCharsets.UTF_8)),
            kind,
            plate,
            plate,
            VehicleKind.MOTORBIKE,
            "Trần Thị Bình",
            "",
            "",
            LocalDate.of(2026, 1, 1),
            Optional.of(LocalDate.of(2026, 3, 31)));
    return PlateLists.verdict(plate, List.of(entry), MORNING, ZONE);
  }
}
