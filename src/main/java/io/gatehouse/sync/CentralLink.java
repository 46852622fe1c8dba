package io.gatehouse.sync;

import io.gatehouse.store.ParkedEvent;
import io.gatehouse.store.StoreException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The kiosk's tie to its central, as screens use it. Safe for use by several threads; all but
 * {@link #state} may block on the disk, {@link #enrol} on the network.
 */
public interface CentralLink {

  /** As it is now; returns at once. */
  SyncState state();

  /**
   * Makes this gate known to a central. Afterwards the address and the certificate belong into the
   * settings, and {@link #restart} begins to send.
   *
   * @param certificate a PEM file or a fingerprint; empty for what the machine trusts
   * @return what is wrong; empty when it is done
   */
  Optional<Trouble> enrol(CentralAddress address, String certificate, String code);

  /** Begins anew with the settings as they are now. */
  void restart();

  /** Tries at once what waits for a later attempt. */
  void tryNow() throws StoreException;

  /** What the central refused, oldest first. */
  List<ParkedEvent> parked(int offset, int limit) throws StoreException;

  /** Sends a refused event again. */
  void retry(UUID event) throws StoreException;

  /** Sends all refused events again. */
  void retryAll() throws StoreException;
}
