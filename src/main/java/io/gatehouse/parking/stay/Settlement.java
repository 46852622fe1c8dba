package io.gatehouse.parking.stay;

/**
 * What was charged for a stay and how it was settled. Made once, when the vehicle leaves, and never
 * changed afterwards.
 *
 * @param feeDong what the tariff asks, in đồng, 0 or more
 * @param paidDong what was taken in cash, in đồng, 0 or more
 * @param method how
 * @param tariff which version of the tariff; empty for none
 * @param approvedBy the supervisor who allowed it; empty where none is asked for
 * @param reason why, where a reason is asked for; else empty
 */
public record Settlement(
    long feeDong, long paidDong, Method method, String tariff, String approvedBy, String reason) {

  /** How a fee was settled. */
  public enum Method {
    CASH,
    /** Within the free time. */
    NOTHING_DUE,
    SUBSCRIPTION,
    /** A supervisor let it go. */
    FREE_PASS
  }

  public Settlement {
    if (feeDong < 0 || paidDong < 0) {
      throw new IllegalArgumentException(
          "a fee of %d and %d paid: neither may be less than 0".formatted(feeDong, paidDong));
    }
  }

  /** Paid in cash in full, or nothing due. */
  public static Settlement paid(long feeDong, String tariff) {
    Method method = feeDong == 0 ? Method.NOTHING_DUE : Method.CASH;
    return new Settlement(feeDong, feeDong, method, tariff, "", "");
  }

  /** Covered by a subscription. */
  public static Settlement subscribed(String tariff) {
    return new Settlement(0, 0, Method.SUBSCRIPTION, tariff, "", "");
  }
}
