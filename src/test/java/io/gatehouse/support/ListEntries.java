package io.gatehouse.support;

import io.gatehouse.parking.VehicleKind;
import io.gatehouse.parking.lists.ListEntry;
import io.gatehouse.parking.lists.ListKind;
import io.gatehouse.plate.Plate;
import io.gatehouse.plate.VietnamGrammar;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Entries of lists: the same plate on the same list is the same entry. */
public final class ListEntries {

  private ListEntries() {}

  /**
   * An entry without an owner.
   *
   * @param lastDay ISO, or empty for no end
   */
  public static ListEntry entry(ListKind kind, String plate, String from, String lastDay) {
    return entry(kind, plate, "", from, lastDay);
  }

  public static ListEntry entry(
      ListKind kind, String plate, String owner, String from, String lastDay) {
    Plate parsed = new VietnamGrammar().parse(plate, 0);
    return new ListEntry(
        UUID.nameUUIDFromBytes((kind + plate).getBytes(StandardCharsets.UTF_8)),
        kind,
        parsed.text(),
        parsed.display(),
        VehicleKind.of(parsed),
        owner,
        "",
        "",
        LocalDate.parse(from),
        lastDay.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(lastDay)));
  }
}
