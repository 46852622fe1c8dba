package io.gatehouse.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Legal holds: passages that stay with their pictures, however old they grow. Safe for use by
 * several threads; every call may block on the disk.
 */
public interface HoldStore {

  /** The hold on a passage; empty when there is none. */
  Optional<Hold> find(UUID passage) throws StoreException;

  /**
   * Holds a passage; one that is held already stays as it is.
   *
   * @throws StoreException when there is no such passage or it could not be stored
   */
  Hold hold(UUID passage, String by, Instant at) throws StoreException;

  /** Lets a passage grow old again; nothing happens when it is not held. The trace is kept. */
  void release(UUID passage, String by, Instant at) throws StoreException;

  /** All holds that a passage ever had, oldest first; those that ended too. */
  List<Hold> trace(UUID passage) throws StoreException;
}
