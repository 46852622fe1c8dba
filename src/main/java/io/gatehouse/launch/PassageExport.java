package io.gatehouse.launch;

import io.gatehouse.parking.stay.Settlement;
import io.gatehouse.parking.stay.Stay;
import io.gatehouse.report.Csv;
import io.gatehouse.store.KioskStore;
import io.gatehouse.store.Passage;
import io.gatehouse.store.PassageQuery;
import io.gatehouse.store.PictureSize;
import io.gatehouse.store.StoreException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Writes passages into a folder that other programs read: a table, and the pictures beside it. */
final class PassageExport {

  private static final int PAGE = 500;

  private final KioskStore store;
  private final ZoneId zone;
  private final boolean pictures;
  private int rows;
  private int files;

  /**
   * Makes an export.
   *
   * @param zone in which times are told, and by whose days pictures are laid
   */
  PassageExport(KioskStore store, ZoneId zone, boolean pictures) {
    this.store = store;
    this.zone = zone;
    this.pictures = pictures;
  }

  int rows() {
    return rows;
  }

  int pictures() {
    return files;
  }

  /** Writes {@code passages.csv}, newest first, and {@code pictures/DAY/ID.jpg} where wanted. */
  void write(Path folder, Optional<Instant> from, Optional<Instant> to)
      throws IOException, StoreException {
    Files.createDirectories(folder);
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("passages.csv"))) {
      Csv csv = new Csv(out);
      csv.row(
          "id",
          "captured_at",
          "direction",
          "lane",
          "plate",
          "plate_at_lane",
          "kind",
          "outcome",
          "decided_by",
          "decided_at",
          "read",
          "confidence",
          "stay",
          "fee_dong",
          "paid_dong",
          "picture");
      Set<UUID> atLast = new HashSet<>();
      Optional<Instant> before = to;
      List<Passage> page = page(from, before);
      while (!page.isEmpty()) {
        for (Passage passage : page) {
          if (!atLast.contains(passage.id())) {
            row(csv, passage, folder);
          }
        }
        // the next page begins with the same instant: who shares it may have been cut off
        Instant last = page.getLast().capturedAt();
        Optional<Instant> next = Optional.of(last.plus(1, ChronoUnit.MICROS));
        if (page.size() < PAGE) {
          return;
        }
        if (next.equals(before)) {
          throw new StoreException("more than %d passages were at %s".formatted(PAGE, last));
        }
        atLast.clear();
        page.stream()
            .filter(passage -> passage.capturedAt().equals(last))
            .forEach(passage -> atLast.add(passage.id()));
        before = next;
        page = page(from, before);
      }
    }
  }

  private List<Passage> page(Optional<Instant> from, Optional<Instant> before)
      throws StoreException {
    return store
        .passages()
        .search(
            new PassageQuery("", false, from, before, Optional.empty(), Set.of(), false, PAGE, 0))
        .passages();
  }

  private void row(Csv csv, Passage passage, Path folder) throws IOException, StoreException {
    Optional<Stay> stay = store.books().stays().ofPassage(passage.id());
    boolean exit = stay.flatMap(Stay::exit).filter(passage.id()::equals).isPresent();
    // a fee stands with the passage that paid it, and nowhere twice
    Optional<Settlement> settled = exit ? stay.flatMap(Stay::settlement) : Optional.empty();
    csv.row(
        passage.id(),
        passage.capturedAt().atZone(zone).toOffsetDateTime(),
        passage.direction(),
        passage.lane(),
        passage.display(),
        passage.originalPlate(),
        passage.kind(),
        passage.outcome(),
        passage.decidedBy(),
        passage.decidedAt().atZone(zone).toOffsetDateTime(),
        passage.readText(),
        passage.confidence(),
        stay.map(s -> s.id().toString()).orElse(""),
        settled.<Object>map(Settlement::feeDong).orElse(""),
        settled.<Object>map(Settlement::paidDong).orElse(""),
        pictures ? picture(passage, folder) : "");
    rows++;
  }

  /** Where it lies in the folder; empty when it is not stored any more. */
  private String picture(Passage passage, Path folder) throws IOException, StoreException {
    Optional<byte[]> jpeg = store.passages().picture(passage.id(), PictureSize.FULL);
    if (jpeg.isEmpty()) {
      return "";
    }
    Path name =
        Path.of("pictures")
            .resolve(passage.capturedAt().atZone(zone).toLocalDate().toString())
            .resolve(passage.id() + ".jpg");
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, jpeg.get());
    files++;
    return name.toString();
  }
}
