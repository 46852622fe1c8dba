package io.gatehouse.snapshot.picture;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Predicate;
import okhttp3.Dns;

/**
 * Finds the addresses of a host, and keeps those that may be asked. The client connects to what
 * this returns and to nothing else, so that a name whose address changes between a check and the
 * connection gains nothing.
 */
final class GuardedDns implements Dns {

  private final Dns names;
  private final Predicate<InetAddress> askable;

  /**
   * @param names who knows the addresses
   * @param askable which of them may be connected to
   */
  GuardedDns(Dns names, Predicate<InetAddress> askable) {
    this.names = names;
    this.askable = askable;
  }

  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    List<InetAddress> open = names.lookup(host).stream().filter(askable).toList();
    if (open.isEmpty()) {
      throw new PrivateAddressException(host);
    }
    return open;
  }

  /** A host of this machine's own networks. */
  static final class PrivateAddressException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    PrivateAddressException(String host) {
      super("%s is an address of a private network".formatted(host));
    }
  }
}
