package io.gatehouse.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileStoreTest {

  @TempDir private Path data;

  @Test
  void nothingLearnedIsTheProductAsDelivered() throws ProfileException {
    assertThat(store().current()).isEqualTo(SiteProfile.AS_DELIVERED);
    assertThat(store().nextNumber()).isEqualTo(1);
    assertThat(data).isEmptyDirectory();
  }

  @Test
  void aProfileIsInUseOnceItIsSwitchedTo() throws ProfileException {
    store().write(profile(1, 0));
    store().use(1);

    assertThat(store().current()).isEqualTo(profile(1, 0));
    assertThat(store().nextNumber()).isEqualTo(2);
  }

  @Test
  void endedBetweenWritingAndSwitchingTheOldOneStaysInUse() throws ProfileException, IOException {
    store().write(profile(1, 0));
    store().use(1);
    store().write(profile(2, 1));
    Files.writeString(data.resolve("learned/current.tmp"), "profile-2");
    Files.writeString(data.resolve("learned/profile-3.json.tmp"), "{ \"form\": 1, ");

    assertThat(store().current()).isEqualTo(profile(1, 0));
    assertThat(store().nextNumber()).isEqualTo(3);
  }

  @Test
  void backGoesToTheOneItWasBuiltOnAndAtLastToTheProductAsDelivered() throws ProfileException {
    store().write(profile(1, 0));
    store().write(profile(2, 1));
    store().write(profile(3, 1));
    store().use(3);

    assertThat(store().back()).isEqualTo(1);
    assertThat(store().current().number()).isEqualTo(1);
    assertThat(store().back()).isZero();
    assertThat(store().current()).isEqualTo(SiteProfile.AS_DELIVERED);
    assertThatThrownBy(() -> store().back())
        .isInstanceOf(ProfileException.class)
        .hasMessageContaining("no way back");
    assertThat(store().nextNumber()).isEqualTo(4);
  }

  @Test
  void backPassesOverWhatCannotBeRead() throws ProfileException, IOException {
    store().write(profile(1, 0));
    store().write(profile(2, 1));
    store().write(profile(3, 2));
    store().use(3);
    Files.writeString(data.resolve("learned/profile-3.json"), "");
    Files.delete(data.resolve("learned/profile-2.json"));

    assertThat(store().back()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "garbage",
        "{\"form\": 2, \"number\": 1, \"madeAt\": \"2026-03-02T01:00:00Z\", \"factors\": []}",
        "{\"form\": 1, \"number\": 4, \"madeAt\": \"2026-03-02T01:00:00Z\", \"factors\": []}",
        "{\"form\": 1, \"number\": 1, \"madeAt\": \"yesterday\", \"factors\": []}",
        "{\"form\": 1, \"number\": 1, \"madeAt\": \"2026-03-02T01:00:00Z\"}",
        "{\"form\": 1, \"number\": 1, \"sureFrom\": 7, \"madeAt\": \"2026-03-02T01:00:00Z\", \"factors\": []}",
        "{\"form\": 1, \"number\": 1, \"madeAt\": \"2026-03-02T01:00:00Z\", \"factors\": [null]}",
        "{\"form\": 1, \"number\": 1, \"madeAt\": \"2026-03-02T01:00:00Z\", \"factors\": [{\"place\": \"SKY\", \"read\": \"8\", \"is\": \"B\", \"factor\": 2}]}",
        "{\"form\": 1, \"number\": 1, \"madeAt\": \"2026-03-02T01:00:00Z\", \"factors\": [{\"place\": \"DIGIT\", \"read\": \"8\", \"is\": \"3\", \"factor\": -1}]}",
        "{\"form\": 1, \"number\": 1, \"madeAt\": \"2026-03-02T01:00:00Z\", \"factors\": [{\"place\": \"DIGIT\", \"read\": \"88\", \"is\": \"3\", \"factor\": 2}]}"
      })
  void aBrokenProfileIsOneClearLine(String content) throws ProfileException, IOException {
    store().write(profile(1, 0));
    store().use(1);
    Files.writeString(data.resolve("learned/profile-1.json"), content);

    assertThatThrownBy(() -> store().current())
        .isInstanceOf(ProfileException.class)
        .hasMessageContainingAll("profile-1.json", "as delivered", "--back")
        .message()
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "profile-0.json", "../settings.json", "profile-99999999999.json"})
  void aPointerToNoProfileIsOneClearLine(String content) throws ProfileException, IOException {
    store().write(profile(1, 0));
    Files.writeString(data.resolve("learned/current"), content);

    assertThatThrownBy(() -> store().current())
        .isInstanceOf(ProfileException.class)
        .hasMessageContaining("names no profile");
  }

  @Test
  void aPointerToAProfileThatIsGoneIsOneClearLine() throws ProfileException, IOException {
    store().write(profile(1, 0));
    store().use(1);
    Files.delete(data.resolve("learned/profile-1.json"));

    assertThatThrownBy(() -> store().current())
        .isInstanceOf(ProfileException.class)
        .hasMessageContainingAll("profile-1.json", "not there");
  }

  private ProfileStore store() {
    return new ProfileStore(data);
  }

  private static SiteProfile profile(int number, int before) {
    return new SiteProfile(
        number,
        before,
        Instant.parse("2026-03-02T01:00:00Z"),
        0.85f,
        new SiteFactors(Map.of(new Confusion(Place.EITHER, '8', 'B'), 3.25)));
  }
}
