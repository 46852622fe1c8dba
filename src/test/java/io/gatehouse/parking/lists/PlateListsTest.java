package io.gatehouse.parking.lists;

import static io.gatehouse.support.ListEntries.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PlateListsTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final Instant NOON = Instant.parse("2026-03-10T05:00:00Z");

  private static final ListEntry SUBSCRIBER =
      entry(ListKind.SUBSCRIBER, "59P168480", "2026-01-01", "2026-03-31");

  private static ListVerdict verdict(String plate, Instant at, ListEntry... entries) {
    return PlateLists.verdict(plate, List.of(entries), at, ZONE);
  }

  @Test
  void lastPaidDayCountsToItsEndWhereTheSiteIs() {
    Instant lastSecond = Instant.parse("2026-03-31T16:59:59Z");
    assertThat(verdict("59P168480", lastSecond, SUBSCRIBER).isFree()).isTrue();

    ListVerdict after = verdict("59P168480", lastSecond.plusSeconds(1), SUBSCRIBER);
    assertThat(after.isFree()).isFalse();
    assertThat(after.expiredSubscription().orElseThrow().daysLeft()).isEqualTo(OptionalLong.of(-1));
  }

  @Test
  void firstDayBeginsAtMidnightWhereTheSiteIs() {
    Instant first = Instant.parse("2025-12-31T17:00:00Z");
    assertThat(verdict("59P168480", first, SUBSCRIBER).isFree()).isTrue();
    ListVerdict before = verdict("59P168480", first.minusSeconds(1), SUBSCRIBER);
    assertThat(before.isFree()).isFalse();
    assertThat(before.matches().getFirst().validity()).isEqualTo(Validity.NOT_YET);
    assertThat(before.expiredSubscription()).isEmpty();
  }

  @Test
  void aboutToExpireBeginsSevenDaysBefore() {
    assertThat(PlateLists.on(LocalDate.of(2026, 3, 23), SUBSCRIBER).validity())
        .isEqualTo(Validity.VALID);
    assertThat(PlateLists.on(LocalDate.of(2026, 3, 24), SUBSCRIBER).validity())
        .isEqualTo(Validity.EXPIRING);
    ListMatch last = PlateLists.on(LocalDate.of(2026, 3, 31), SUBSCRIBER);
    assertThat(last.validity()).isEqualTo(Validity.EXPIRING);
    assertThat(last.daysLeft()).hasValue(0);
  }

  @Test
  void entryWithoutEndNeverExpires() {
    ListMatch vip =
        PlateLists.on(LocalDate.of(2099, 1, 1), entry(ListKind.VIP, "29A12345", "2026-01-01", ""));
    assertThat(vip.validity()).isEqualTo(Validity.VALID);
    assertThat(vip.daysLeft()).isEmpty();
  }

  @Test
  void deniedCountsBeforeASubscription() {
    ListEntry denied = entry(ListKind.DENIED, "59P168480", "2026-02-01", "");
    ListVerdict verdict = verdict("59P168480", NOON, SUBSCRIBER, denied);
    assertThat(verdict.isDenied()).isTrue();
    assertThat(verdict.isFree()).isFalse();
    assertThat(verdict.opensAt(1, 0)).isFalse();
    assertThat(verdict.matches()).extracting(ListMatch::entry).containsExactly(denied, SUBSCRIBER);
  }

  @Test
  void denialThatIsOverCountsNoMore() {
    ListEntry denied = entry(ListKind.DENIED, "59P168480", "2026-02-01", "2026-03-01");
    ListVerdict verdict = verdict("59P168480", NOON, denied, SUBSCRIBER);
    assertThat(verdict.isDenied()).isFalse();
    assertThat(verdict.inForce().orElseThrow().entry()).isEqualTo(SUBSCRIBER);
  }

  @Test
  void allowedIsNotFree() {
    ListVerdict verdict =
        verdict("29A12345", NOON, entry(ListKind.ALLOWED, "29A12345", "2026-01-01", ""));
    assertThat(verdict.inForce()).isPresent();
    assertThat(verdict.isFree()).isFalse();
    assertThat(verdict.opensAt(1, 0)).isFalse();
  }

  @Test
  void laneOpensOnlyWhenEveryCharacterIsSureEnough() {
    ListVerdict verdict = verdict("59P168480", NOON, SUBSCRIBER);
    assertThat(verdict.opensAt(0.9, 90)).isTrue();
    assertThat(verdict.opensAt(0.899, 90)).isFalse();
  }

  @Test
  void misreadPlateIsAProposalAndOpensNothing() {
    for (String read : List.of("59P168B80", "59P16848", "59P1684802", "S9P168480", "59P768480")) {
      ListVerdict verdict = verdict(read, NOON, SUBSCRIBER);
      assertThat(verdict.matches()).as(read).isEmpty();
      assertThat(verdict.proposals()).as(read).extracting(ListMatch::entry).contains(SUBSCRIBER);
      assertThat(verdict.isFree()).as(read).isFalse();
      assertThat(verdict.opensAt(1, 0)).as(read).isFalse();
    }
  }

  @Test
  void twoErrorsAreAnotherPlate() {
    assertThat(verdict("59P178580", NOON, SUBSCRIBER)).isEqualTo(ListVerdict.NONE);
  }

  @Test
  void proposalsBeginWithTheLikeliestInForce() {
    ListEntry oneOff = entry(ListKind.SUBSCRIBER, "59P168481", "2026-01-01", "2026-03-31");
    ListEntry lookAlike = entry(ListKind.VIP, "59P16848O", "2026-01-01", "");
    ListEntry over = entry(ListKind.SUBSCRIBER, "59P16848Q", "2026-01-01", "2026-02-01");
    assertThat(verdict("59P168480", NOON, over, oneOff, lookAlike).proposals())
        .extracting(ListMatch::entry)
        .containsExactly(lookAlike, oneOff, over);
  }

  @Test
  void plateOnAListIsNotTakenForAnother() {
    ListEntry other = entry(ListKind.DENIED, "59P168481", "2026-01-01", "");
    assertThat(verdict("59P168480", NOON, SUBSCRIBER, other).proposals()).isEmpty();
  }

  @Test
  void entryThatEndsBeforeItBeginsCannotBe() {
    assertThatThrownBy(() -> entry(ListKind.VIP, "29A12345", "2026-03-02", "2026-03-01"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2026-03-01");
  }
}
