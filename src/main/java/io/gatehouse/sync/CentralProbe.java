package io.gatehouse.sync;

import io.gatehouse.common.TimeSource;
import java.nio.file.Path;
import java.util.Optional;

/** Asks a central whether it knows this gate, and tells it nothing. */
public final class CentralProbe {

  /** No picture has it: a central that knows the gate answers that it has none. */
  private static final String NO_PICTURE = "0".repeat(64);

  private CentralProbe() {}

  /** What came of it. */
  public sealed interface Answer {

    /**
     * The central is there and knows this gate.
     *
     * @param encrypted whether nobody on the way can read what is sent
     */
    record Knows(boolean encrypted) implements Answer {}

    /** There is no token for this address. */
    record NotEnrolled() implements Answer {}

    /** Something is wrong. */
    record Trouble(io.gatehouse.sync.Trouble trouble) implements Answer {}
  }

  /**
   * Asks, and waits for the answer: up to a minute.
   *
   * @param url as it is set
   * @param certificate as it is set
   * @param token the file {@link SyncService#TOKEN_FILE}
   */
  public static Answer ask(String url, String certificate, Path token, TimeSource time) {
    Optional<CentralAddress> address = CentralAddress.parse(url);
    if (address.isEmpty()) {
      return new Answer.Trouble(new Trouble(Trouble.Kind.ADDRESS, url));
    }
    Optional<TokenFile.Enrolled> enrolled = new TokenFile(token).read(address.get());
    if (enrolled.isEmpty()) {
      return new Answer.NotEnrolled();
    }
    try (CentralClient client =
        new CentralClient(
            CentralTrust.apply(CentralClient.http(), certificate).build(),
            address.get(),
            enrolled.get().token(),
            time)) {
      return switch (client.hasPicture(NO_PICTURE)) {
        case Reply.NotThere _, Reply.Accepted _ -> new Answer.Knows(address.get().encrypted());
        case Reply.Later later -> new Answer.Trouble(later.trouble());
        case Reply.Refused refused ->
            new Answer.Trouble(new Trouble(Trouble.Kind.NO_CENTRAL, refused.line()));
        case Reply.Denied denied ->
            new Answer.Trouble(new Trouble(Trouble.Kind.TOKEN, denied.reason()));
      };
    } catch (CentralTrustException e) {
      return new Answer.Trouble(new Trouble(Trouble.Kind.CERTIFICATE_SETTING, e.getMessage()));
    }
  }
}
