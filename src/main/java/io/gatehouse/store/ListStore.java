package io.gatehouse.store;

import io.gatehouse.parking.lists.ListEntry;
import io.gatehouse.parking.lists.ListKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The lists on disk: subscribers, allowed, denied, VIP. Every edit leaves a {@link ListChange}. */
public interface ListStore {

  /**
   * Entries of this plate, and those whose plates may be this one misread: within one wrong,
   * missing or additional character beyond those that look alike. For {@code PlateLists.verdict}.
   */
  List<ListEntry> like(String plate) throws StoreException;

  Optional<ListEntry> find(UUID id) throws StoreException;

  ListPage search(ListQuery query) throws StoreException;

  /** Every entry of these kinds, by plate. */
  List<ListEntry> all(Set<ListKind> kinds) throws StoreException;

  /** How many entries there are; every kind is there. */
  Map<ListKind, Long> counts() throws StoreException;

  /**
   * Adds an entry, or changes the one of this id; durable when this returns.
   *
   * @throws StoreException when the plate is on that list already under another id, or it could not
   *     be stored
   */
  void save(ListEntry entry, String by, Instant at) throws StoreException;

  /**
   * Takes an entry off its list; durable when this returns. One that is gone already is no error.
   */
  void remove(UUID id, String by, Instant at) throws StoreException;

  /**
   * Adds all that are new and changes those whose plate is on that list already, all or none;
   * durable when this returns. What is on the lists and not among them stays.
   */
  ListImport takeIn(List<ListEntry> entries, String by, Instant at) throws StoreException;

  /** All edits of an entry, oldest first; also of one that was removed. */
  List<ListChange> changes(UUID id) throws StoreException;
}
