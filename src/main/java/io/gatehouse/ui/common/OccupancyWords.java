package io.gatehouse.ui.common;

import io.gatehouse.parking.Occupancy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How full the site is, in words. */
public final class OccupancyWords {

  private final Texts texts;
  private final Formats formats;

  public OccupancyWords(Texts texts, Formats formats) {
    this.texts = texts;
    this.formats = formats;
  }

  /** {@code Xe máy 812 / 1.000}, without a limit {@code Xe máy 812}. */
  public String count(Occupancy occupancy) {
    String kind = texts.of(occupancy.kind());
    String inside = formats.number(occupancy.inside());
    return occupancy.isLimited()
        ? texts.get("occupancy.of", kind, inside, formats.number(occupancy.capacity()))
        : texts.get("occupancy.inside", kind, inside);
  }

  /** What the sign says: {@code HẾT CHỖ: xe máy}; empty while there is room for every kind. */
  public Optional<String> sign(List<Occupancy> occupancies) {
    String full =
        occupancies.stream()
            .filter(Occupancy::isFull)
            .map(occupancy -> texts.of(occupancy.kind()).toLowerCase(texts.locale()))
            .collect(Collectors.joining(", "));
    return full.isEmpty() ? Optional.empty() : Optional.of(texts.get("occupancy.full", full));
  }
}
