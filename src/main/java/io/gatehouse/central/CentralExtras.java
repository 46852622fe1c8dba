package io.gatehouse.central;

import io.gatehouse.central.hook.HookReceiver;
import io.gatehouse.central.reading.PictureByAddress;
import io.gatehouse.snapshot.wire.LocalReader;
import java.util.List;
import java.util.Optional;

/**
 * What a central does for programs besides those of the gates.
 *
 * @param reader reads the pictures of callers; when it is there, programs of this machine need no
 *     token for that
 * @param addresses fetches pictures that callers name by their address; usually nobody does
 * @param hooks who is told of each passage
 * @param hookSecret what these messages are signed with
 */
public record CentralExtras(
    Optional<LocalReader> reader,
    Optional<PictureByAddress> addresses,
    List<HookReceiver> hooks,
    String hookSecret) {

  /** Nothing besides. */
  public static final CentralExtras NONE =
      new CentralExtras(Optional.empty(), Optional.empty(), List.of(), "");

  public CentralExtras {
    hooks = List.copyOf(hooks);
  }

  /** Without the secret: this may stand in a log. */
  @Override
  public String toString() {
    return "reader %s, hooks %s".formatted(reader.isPresent(), hooks);
  }
}
