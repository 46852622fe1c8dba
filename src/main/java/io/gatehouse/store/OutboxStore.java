package io.gatehouse.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What the central is still to be told. Safe for use by several threads; every call may block on
 * the disk. What it notes survives kill -9, but maybe not a power cut: an event is sent again then,
 * and the central knows it by its id.
 */
public interface OutboxStore {

  /**
   * The first waiting event of each stream, in the order they were written; only what was
   * acknowledged. Those whose next attempt lies ahead are left out, with all behind them in their
   * streams.
   *
   * @param busy streams that are left out
   */
  List<OutgoingEvent> next(Set<UUID> busy, int limit) throws StoreException;

  /** JPEG bytes; empty when the picture is gone. */
  Optional<byte[]> picture(String sha256) throws StoreException;

  /** Notes what became of events, all at once. */
  void settle(List<Delivery> deliveries) throws StoreException;

  OutboxCounts counts() throws StoreException;

  /** Oldest first. */
  List<ParkedEvent> parked(int offset, int limit) throws StoreException;

  /** Lets a parked event wait again, at once; another one is left alone. */
  void retry(UUID event) throws StoreException;

  /** Lets all parked events wait again, at once. */
  void retryAll() throws StoreException;

  /** Lets those whose next attempt lies ahead go at once. */
  void retryDelayed() throws StoreException;

  /** Another central begins with nothing: its pictures are sent anew. */
  void forgetSentPictures() throws StoreException;

  /**
   * Removes events that were sent before a moment.
   *
   * @return how many; fewer than the limit when none is left
   */
  int clean(Instant sentBefore, int limit) throws StoreException;

  /**
   * Lets something be told whenever events may have been written. It is called on the writer's
   * thread and must return at once; only the last one given is.
   */
  void onWritten(Runnable listener);
}
