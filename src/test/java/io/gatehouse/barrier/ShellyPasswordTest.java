package io.gatehouse.barrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A relay that wants Digest, which checks what it is told. */
@Timeout(60)
class ShellyPasswordTest {

  private static final String ON = "GET /rpc/Switch.Set?id=0&on=true&toggle_after=0.5";

  private final Threads threads = new Threads((thread, failure) -> {});
  private FakeShelly shelly;

  @BeforeEach
  void start() throws IOException {
    shelly = new FakeShelly("c@fé#1");
  }

  @AfterEach
  void stop() {
    shelly.close();
  }

  @Test
  void theRightPasswordOpensAndIsNeverSent() throws Exception {
    try (Barrier barrier = barrier("shelly:admin:c%%40fé%%231@%s")) {
      barrier.open();
      barrier.open();
    }
    assertThat(shelly.carriedOut()).containsExactly(ON, ON);
    assertThat(shelly.refused())
        .as("asked bare once; then its nonce serves again, counted")
        .containsExactly("");
  }

  @Test
  void aLonePasswordIsTheOneOfAdmin() throws Exception {
    try (Barrier barrier = barrier("shelly:c%%40fé%%231@%s")) {
      barrier.open();
    }
    assertThat(shelly.carriedOut()).containsExactly(ON);
  }

  @Test
  void aWrongPasswordIsNamedAfterOneAnswerEachTime() throws Exception {
    try (Barrier barrier = barrier("shelly:admin:wrong@%s")) {
      String said = shelly.where() + " refuses the password: correct it in the barrier's address";
      assertThatThrownBy(barrier::open).hasMessage(said);
      assertThat(shelly.requests()).isEqualTo(2);
      assertThatThrownBy(barrier::open).hasMessage(said);
      assertThat(shelly.requests()).isEqualTo(4);
    }
    assertThat(shelly.carriedOut()).isEmpty();
  }

  @Test
  void noPasswordWhereOneIsWantedIsSaidWithWhereItGoes() throws Exception {
    try (Barrier barrier = barrier("shelly:%s")) {
      assertThatThrownBy(barrier::open)
          .hasMessage(
              "%s asks for a password: put it before the host, user:password@%s"
                  .formatted(shelly.where(), shelly.where()));
    }
    assertThat(shelly.requests()).isEqualTo(1);
  }

  @Test
  void anOldNonceIsReplacedWithoutAWord() throws Exception {
    try (Barrier barrier = barrier("shelly:c%%40fé%%231@%s")) {
      barrier.open();
      shelly.forgetNonces(); // an hour later, or after its restart
      barrier.open();
    }
    assertThat(shelly.carriedOut()).containsExactly(ON, ON);
    assertThat(shelly.requests()).isEqualTo(4);
  }

  @Test
  void aNonceThatGrowsOldOnTheWayIsAnsweredOnceAgain() throws Exception {
    shelly.staleFor(1);
    try (Barrier barrier = barrier("shelly:c%%40fé%%231@%s")) {
      barrier.open();
      assertThat(shelly.requests()).isEqualTo(3);
      shelly.forgetNonces();
      shelly.staleFor(9);
      assertThatThrownBy(barrier::open).hasMessageContaining("refuses the password");
      assertThat(shelly.requests()).as("no endless tries").isEqualTo(6);
    }
  }

  @Test
  void olderFirmwareGivesEachRequestItsNonce() throws Exception {
    shelly.nonceForOneRequest();
    try (Barrier barrier = barrier("shelly:c%%40fé%%231@%s")) {
      barrier.open();
      barrier.open();
    }
    assertThat(shelly.carriedOut()).containsExactly(ON, ON);
  }

  @Test
  void anyWebAddressMayWantDigest() throws Exception {
    try (Barrier barrier =
        barrier(
            "http://admin:c%%40f%%C3%%A9%%231@%s/on?x=1#method=POST&body={}&off=/off&pulse=5s")) {
      barrier.open();
    }
    assertThat(shelly.carriedOut()).containsExactly("POST /on?x=1", "POST /off");
  }

  @Test
  void aWayThatWeDoNotSpeakIsNamed() throws Exception {
    shelly.challenges("Digest realm=\"%s\", nonce=\"%s\", algorithm=SHA-512-256");
    try (Barrier barrier = barrier("shelly:x@%s")) {
      assertThatThrownBy(barrier::open)
          .hasMessageContaining("in a way that Gatehouse does not speak (digest)");
    }
    assertThat(shelly.requests()).isEqualTo(1);
  }

  @Test
  void doctorTriesThePasswordAndMovesNothing() throws Exception {
    String where = shelly.where();
    assertThat(look("shelly:c%%40fé%%231@%s/1"))
        .contains(where + " answers, the password is right");
    assertThat(shelly.carriedOut()).isEqualTo(List.of("GET /rpc/Switch.GetStatus?id=1"));
    assertThatThrownBy(() -> look("shelly:wrong@%s"))
        .hasMessage(where + " refuses the password: correct it in the barrier's address");
  }

  private java.util.Optional<String> look(String address)
      throws BarrierException, InterruptedException {
    return BarrierProbe.look(address.formatted(shelly.where()), TimeSource.system());
  }

  private Barrier barrier(String address) {
    return new Barriers(TimeSource.system(), threads).barrier(address.formatted(shelly.where()));
  }
}
