package io.gatehouse.vote;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class VoteParametersTest {

  @Test
  void defaultsLieWithinTheirRanges() {
    assertThatNoException().isThrownBy(VoteParameters::defaults);
  }

  @Test
  void valueOutOfRangeIsRefusedByName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with(Float.NaN, Duration.ofSeconds(2)))
        .withMessageContaining("sureConfidence is NaN, it must be from 0.5 to 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with(0.9f, Duration.ofMinutes(2)))
        .withMessageContaining("unreadFor (s) is 120.0, it must be from 0.5 to 30.0");
  }

  private static VoteParameters with(float sureConfidence, Duration unreadFor) {
    VoteParameters d = VoteParameters.defaults();
    return new VoteParameters(
        d.leastConfidence(),
        d.leastCharacters(),
        sureConfidence,
        d.sureReadings(),
        d.sureSpan(),
        d.standingFor(),
        d.standingDrift(),
        unreadFor,
        d.leftAfter(),
        d.dropOut(),
        d.memory(),
        d.samePlate(),
        d.handover(),
        d.arrival(),
        d.turn(),
        d.nearShare(),
        d.parkedMemory());
  }
}
