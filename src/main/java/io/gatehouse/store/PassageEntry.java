package io.gatehouse.store;

/** What happened at the lane. */
sealed interface PassageEntry extends JournalEntry permits PassageRecord, CorrectionRecord {}
