package io.gatehouse.parking.tariff;

import io.gatehouse.parking.VehicleKind;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All versions of the tariff. At every moment exactly one counts: the one that began last, and of
 * those that begin together the one saved last. Before the first begins, the first counts.
 */
public final class TariffBook {

  private static final Comparator<TariffVersion> BY_BEGIN =
      Comparator.comparing(TariffVersion::validFrom).thenComparing(TariffVersion::savedAt);

  private final List<TariffVersion> versions;

  /**
   * @param versions at least one; of two alike in both times the later in this list counts
   */
  public TariffBook(List<TariffVersion> versions) {
    if (versions.isEmpty()) {
      throw new IllegalArgumentException("a tariff book without a tariff");
    }
    this.versions = versions.stream().sorted(BY_BEGIN).toList();
  }

  /** What a new site charges until its owner says otherwise. */
  public static TariffBook initial() {
    return new TariffBook(List.of(TariffPresets.initial()));
  }

  /** This book and one version more. */
  public TariffBook with(TariffVersion version) {
    return new TariffBook(Stream.concat(versions.stream(), Stream.of(version)).toList());
  }

  /** The version by which a vehicle is charged that comes in at that moment. */
  public TariffVersion at(Instant entered) {
    TariffVersion found = versions.getFirst();
    for (TariffVersion version : versions) {
      if (version.validFrom().isAfter(entered)) {
        break;
      }
      found = version;
    }
    return found;
  }

  /** The next version to begin after that moment. */
  public Optional<TariffVersion> nextAfter(Instant moment) {
    return versions.stream()
        .filter(version -> version.validFrom().isAfter(moment))
        .findFirst()
        .map(next -> at(next.validFrom()));
  }

  public Optional<TariffVersion> find(String id) {
    return versions.stream().filter(version -> version.id().equals(id)).findFirst();
  }

  /** What is paid for a lost ticket at that moment, in đồng. */
  public long lostTicketDong(VehicleKind kind, Instant at) {
    return at(at).tariff(kind).lostTicketDong();
  }

  /** By begin; of those that begin together the one that counts is last. */
  public List<TariffVersion> versions() {
    return versions;
  }
}
