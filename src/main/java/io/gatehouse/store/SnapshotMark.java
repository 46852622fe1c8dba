package io.gatehouse.store;

import java.util.UUID;

/**
 * Stands at both ends of a {@link BookSnapshot}, and in the journal where it was made: what comes
 * before in the journal is in the snapshot.
 */
record SnapshotMark(UUID id) implements JournalEntry {}
