package io.gatehouse.parking.gate;

import io.gatehouse.parking.Occupancy;
import io.gatehouse.parking.VehicleKind;
import io.gatehouse.parking.lists.ListVerdict;
import io.gatehouse.parking.stay.Stay;
import java.util.List;
import java.util.Optional;

/** What the books say of a vehicle in the lane, before the guard decides. */
public sealed interface Assessment {

  /** The plate that was looked up, compact; empty when none was read. */
  String plate();

  VehicleKind kind();

  ListVerdict listed();

  /**
   * A vehicle that wants in.
   *
   * @param alreadyInside the open stay of this very plate
   * @param occupancy of its kind, before it is let in
   */
  record Entry(
      String plate,
      VehicleKind kind,
      ListVerdict listed,
      Optional<Stay> alreadyInside,
      Occupancy occupancy)
      implements Assessment {}

  /**
   * A vehicle that wants out.
   *
   * @param candidates open stays that may be its own, best first
   * @param lostTicketDong what it costs where none is, in đồng
   * @param tariff the version that says so
   */
  record Exit(
      String plate,
      VehicleKind kind,
      ListVerdict listed,
      List<ExitCandidate> candidates,
      long lostTicketDong,
      String tariff)
      implements Assessment {

    public Exit {
      candidates = List.copyOf(candidates);
    }

    /** The open stay of this very plate. */
    public Optional<ExitCandidate> match() {
      return candidates.stream().filter(ExitCandidate::isMatch).findFirst();
    }
  }
}
