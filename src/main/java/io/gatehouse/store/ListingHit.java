package io.gatehouse.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Comparator;

/** A passage that a search found. The newest comes first. */
record ListingHit(OffsetDateTime capturedAt, long passageNo) implements Comparable<ListingHit> {

  private static final Comparator<ListingHit> NEWEST_FIRST =
      Comparator.comparing(ListingHit::capturedAt)
          .thenComparingLong(ListingHit::passageNo)
          .reversed();

  /** Of a row that begins with these two. */
  static ListingHit of(ResultSet row) throws SQLException {
    return new ListingHit(row.getObject(1, OffsetDateTime.class), row.getLong(2));
  }

  @Override
  public int compareTo(ListingHit other) {
    return NEWEST_FIRST.compare(this, other);
  }
}
