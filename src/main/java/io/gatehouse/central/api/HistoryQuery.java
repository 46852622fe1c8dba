package io.gatehouse.central.api;

import io.gatehouse.central.common.Parameters;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What is asked of the history.
 *
 * @param search any part of a plate as typed; empty for all
 * @param from not before, by when it last happened
 * @param to before
 * @param camera number of the camera of entry or exit
 * @param gate number of the gate of entry or exit
 */
record HistoryQuery(
    Optional<String> search,
    Optional<String> status,
    boolean entriesOnly,
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<Long> camera,
    Optional<Long> gate,
    int limit,
    int offset) {

  static final int LARGEST_OFFSET = 100_000;

  private static final int LARGEST_PAGE = 500;
  private static final int PAGE = 50;
  private static final int LONGEST_SEARCH = 40;
  private static final int DAY_LENGTH = "2026-11-21".length();
  private static final List<String> STATUSES = List.of("IN", "OUT", "TURNED_AWAY");

  /** Reads it from a request. */
  static HistoryQuery of(Context context, SiteClock clock) {
    Optional<String> search = Parameters.text(context, "search");
    if (search.filter(text -> text.length() > LONGEST_SEARCH).isPresent()) {
      throw new BadRequestResponse("'search' has at most %d characters".formatted(LONGEST_SEARCH));
    }
    Optional<Instant> from = moment(context, "from", clock, 0);
    if (Parameters.flag(context, "today_only")) {
      Instant midnight = clock.start(clock.today());
      from = Optional.of(from.filter(midnight::isBefore).orElse(midnight));
    }
    return new HistoryQuery(
        search,
        status(context),
        Parameters.flag(context, "entries_only"),
        from,
        moment(context, "to", clock, 1),
        Parameters.find(context, "camera"),
        Parameters.find(context, "gate"),
        Parameters.number(context, "limit", 1, LARGEST_PAGE, PAGE),
        Parameters.number(context, "offset", 0, LARGEST_OFFSET, 0));
  }

  /** The same from the beginning, so many rows. */
  HistoryQuery firstPage(int rows) {
    return new HistoryQuery(search, status, entriesOnly, from, to, camera, gate, rows, 0);
  }

  private static Optional<String> status(Context context) {
    Optional<String> status = Parameters.text(context, "status");
    if (status.isPresent() && !STATUSES.contains(status.get())) {
      throw new BadRequestResponse("'status' is one of " + STATUSES);
    }
    if (!Parameters.flag(context, "in_parking_only")) {
      return status;
    }
    if (status.isPresent() && !status.get().equals("IN")) {
      throw new BadRequestResponse("'in_parking_only' and 'status' contradict each other");
    }
    return Optional.of("IN");
  }

  /** A day of the site, with so many days added, or a time with an offset. */
  private static Optional<Instant> moment(Context context, String name, SiteClock clock, int days) {
    try {
      return Parameters.text(context, name)
          .map(said ->
              said.length() > DAY_LENGTH
                  // a plus sign in an address is a blank
                  ? OffsetDateTime.parse(said.replace(' ', '+')).toInstant()
                  : clock.start(LocalDate.parse(said).plusDays(days)));
    } catch (DateTimeException e) {
      throw new BadRequestResponse(
          "'%s' is a day such as 2026-11-21 or a time such as 2026-11-21T10:30:00+07:00"
              .formatted(name));
    }
  }
}
