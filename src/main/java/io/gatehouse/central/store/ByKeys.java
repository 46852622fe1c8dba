package io.gatehouse.central.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Looks many keys up in one statement: {@code … WHERE id IN (<keys>)}. A list, because both
 * databases use an index for it; H2 reads the whole table for {@code = ANY(array)}.
 */
public final class ByKeys {

  private ByKeys() {}

  /**
   * A query with its keys bound.
   *
   * @param keys at least one
   */
  public static Query query(Handle handle, String sql, Collection<?> keys) {
    List<Object> padded = new ArrayList<>(keys);
    // few lengths of the list are few statements to prepare
    int length = Integer.highestOneBit(Math.max(1, 2 * padded.size() - 1));
    while (padded.size() < length) {
      padded.add(padded.getLast());
    }
    return handle.createQuery(sql).bindList("keys", padded);
  }
}
