package io.gatehouse.sync;

import com.google.gson.JsonObject;
import io.gatehouse.common.TimeSource;
import io.gatehouse.store.OutboxStore;
import io.gatehouse.store.StoreException;
import io.gatehouse.sync.Trouble.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Makes a gate known to a central: a code that its people made there becomes the gate's token. */
public final class Enrolment {

  private final OutboxStore outbox;
  private final TokenFile tokens;
  private final TimeSource time;

  /**
   * @param folder where the token is kept
   */
  public Enrolment(OutboxStore outbox, Path folder, TimeSource time) {
    this.outbox = outbox;
    this.tokens = new TokenFile(folder.resolve(SyncService.TOKEN_FILE));
    this.time = time;
  }

  /**
   * Asks the central for a token and keeps it. Blocks on the network and the disk.
   *
   * @param certificate a PEM file or a fingerprint; empty for what the machine trusts
   * @param gateName as the central shows the gate
   * @return what is wrong; empty when it is done
   */
  public Optional<Trouble> enrol(
      CentralAddress address, String certificate, String code, String gateName) {
    JsonObject body = new JsonObject();
    body.addProperty("code", code.strip());
    body.addProperty("gate_name", gateName);
    try (CentralClient client =
        new CentralClient(
            CentralTrust.apply(CentralClient.http(), certificate).build(), address, "", time)) {
      return switch (client.enrol(body.toString())) {
        case Reply.Accepted accepted -> enrolled(address, accepted.body());
        case Reply.Later later -> Optional.of(later.trouble());
        case Reply.Refused refused -> Optional.of(new Trouble(Kind.CODE, refused.reason()));
        case Reply.Denied denied -> Optional.of(new Trouble(Kind.CODE, denied.reason()));
        case Reply.NotThere _ -> throw new IllegalStateException("nothing was asked for");
      };
    } catch (CentralTrustException e) {
      return Optional.of(new Trouble(Kind.CERTIFICATE_SETTING, e.getMessage()));
    }
  }

  private Optional<Trouble> enrolled(CentralAddress address, JsonObject answer) {
    if (!answer.has("token") || !answer.has("gate_id")) {
      return Optional.of(new Trouble(Kind.NO_CENTRAL, "no token in the answer"));
    }
    try {
      // a token of the same central may be for another gate, and a central may have begun anew
      outbox.forgetSentPictures();
      tokens.write(address, answer.get("gate_id").getAsLong(), answer.get("token").getAsString());
      return Optional.empty();
    } catch (StoreException | IOException e) {
      return Optional.of(new Trouble(Kind.STORE, String.valueOf(e.getMessage())));
    }
  }
}
