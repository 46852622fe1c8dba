package io.gatehouse.store;

import java.util.UUID;

/** What the journal keeps: enough to write the rows again, without the pictures. */
sealed interface JournalEntry permits PassageEntry, BookEntry, SnapshotMark {

  /** The idempotency key: an entry whose id the database has is not written again. */
  UUID id();
}
