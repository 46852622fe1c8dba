package io.gatehouse.snapshot.picture;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Tells addresses of the internet from those of this machine and of the networks behind it. A list
 * of URLs that somebody sent must not make this machine ask its own router, its cloud provider's
 * metadata service, or the database next door.
 */
final class PublicAddresses {

  /** Prefixes of IPv4 that are no place on the internet (RFC 6890 and those after it). */
  private static final List<Prefix> NOT_PUBLIC_4 =
      List.of(
          prefix(8, 0),
          prefix(8, 10),
          prefix(10, 100, 64),
          prefix(8, 127),
          prefix(16, 169, 254),
          prefix(12, 172, 16),
          prefix(24, 192, 0, 0),
          prefix(24, 192, 0, 2),
          prefix(24, 192, 88, 99),
          prefix(16, 192, 168),
          prefix(15, 198, 18),
          prefix(24, 198, 51, 100),
          prefix(24, 203, 0, 113),
          prefix(3, 224)); // multicast, reserved and broadcast

  /** Of IPv6 only 2000::/3 is the internet, and of that these are not. */
  private static final List<Prefix> NOT_PUBLIC_6 =
      List.of(
          prefix(23, 0x20, 0x01, 0x00), // Teredo, benchmarks, ORCHID
          prefix(32, 0x20, 0x01, 0x0d, 0xb8),
          prefix(16, 0x20, 0x02), // 6to4 holds any IPv4 address
          prefix(20, 0x3f, 0xff, 0x00));

  private static final Prefix GLOBAL_6 = prefix(3, 0x20);
  private static final Prefix NAT64 = prefix(96, 0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0);

  private PublicAddresses() {}

  private record Prefix(int bits, List<Integer> bytes) {

    boolean covers(byte[] address) {
      for (int bit = 0; bit < bits; bit++) {
        int of = bit / 8 < bytes.size() ? bytes.get(bit / 8) : 0;
        int mask = 0x80 >> bit % 8;
        if ((of & mask) != (address[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }

  private static Prefix prefix(int bits, Integer... bytes) {
    return new Prefix(bits, List.of(bytes));
  }

  /** Whether this is a place on the internet. */
  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (!(address instanceof Inet6Address)) {
      return NOT_PUBLIC_4.stream().noneMatch(prefix -> prefix.covers(bytes));
    }
    if (NAT64.covers(bytes)) {
      return isPublic(last4(bytes));
    }
    return GLOBAL_6.covers(bytes)
        && NOT_PUBLIC_6.stream().noneMatch(prefix -> prefix.covers(bytes));
  }

  private static InetAddress last4(byte[] bytes) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(bytes, 12, 16));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }
}
