package io.gatehouse.parking.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.parking.VehicleKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What must hold for every tariff, at every time, wherever the gate stands. */
class FeeRulePropertyTest {

  private static final int TRIES = 1000;
  private static final long FROM = Instant.parse("2025-01-01T00:00:00Z").getEpochSecond();
  private static final long TO = Instant.parse("2027-12-31T00:00:00Z").getEpochSecond();
  private static final long WEEK = 7 * 24 * 3600;

  @Property(tries = TRIES)
  void feeIsNeverNegativeAndIsTheSumOfItsLines(
      @ForAll("tariffs") Tariff tariff,
      @ForAll("moments") Instant entered,
      @ForAll @LongRange(min = -WEEK, max = 4 * WEEK) long seconds,
      @ForAll("zones") ZoneId zone) {
    Fee fee = fee(tariff, entered, entered.plusSeconds(seconds), zone);

    assertThat(fee.dong()).isNotNegative();
    assertThat(fee.duration()).isGreaterThanOrEqualTo(Duration.ZERO);
    assertThat(fee.lines().stream().mapToLong(FeeLine::dong).sum()).isEqualTo(fee.dong());
  }

  @Property(tries = TRIES)
  void leavingLaterIsNeverCheaper(
      @ForAll("tariffs") Tariff tariff,
      @ForAll("moments") Instant entered,
      @ForAll @LongRange(min = -3600, max = 2 * WEEK) long seconds,
      @ForAll @LongRange(min = 0, max = WEEK) long longer,
      @ForAll("zones") ZoneId zone) {
    Instant left = entered.plusSeconds(seconds);

    assertThat(fee(tariff, entered, left.plusSeconds(longer), zone).dong())
        .isGreaterThanOrEqualTo(fee(tariff, entered, left, zone).dong());
  }

  @Property(tries = TRIES)
  void everyTwentyFourHoursStayWithinTheCap(
      @ForAll("tariffs") Tariff tariff,
      @ForAll("moments") Instant entered,
      @ForAll @IntRange(min = 0, max = 20 * 24 * 60) int minutes,
      @ForAll @IntRange(min = 0, max = 15) int day,
      @ForAll @LongRange(min = 0, max = 500_000) long cap,
      @ForAll("zones") ZoneId zone) {
    Tariff capped = withCap(tariff, cap + 1);
    Instant left = entered.plus(Duration.ofMinutes(minutes));
    Instant begin = entered.plus(Duration.ofHours(24L * day));

    long days = Math.ceilDiv(Math.max(minutes, 1), 24 * 60);
    assertThat(fee(capped, entered, left, zone).dong()).isLessThanOrEqualTo(days * (cap + 1));
    assertThat(
            fee(capped, entered, begin.plus(Duration.ofHours(24)), zone).dong()
                - fee(capped, entered, begin, zone).dong())
        .isLessThanOrEqualTo(cap + 1);
  }

  @Property(tries = TRIES)
  void freeMinutesAreFree(
      @ForAll("tariffs") Tariff tariff,
      @ForAll("moments") Instant entered,
      @ForAll @IntRange(min = 1, max = 1440) int free,
      @ForAll @IntRange(min = 0, max = 1440) int minutes,
      @ForAll("zones") ZoneId zone) {
    Tariff kind = withFree(tariff, free);
    Instant left = entered.plus(Duration.ofMinutes(Math.min(minutes, free)));

    assertThat(fee(kind, entered, left, zone).dong()).isZero();
  }

  /** No moment, midnight, night's edge or change of the clock included, makes the fee jump. */
  @Property(tries = TRIES)
  void oneMinuteMoreAddsAtMostOneBlockAndOneNight(
      @ForAll("tariffs") Tariff tariff,
      @ForAll("moments") Instant entered,
      @ForAll @IntRange(min = 0, max = 14 * 24 * 60) int minutes,
      @ForAll("zones") ZoneId zone) {
    Instant left = entered.plus(Duration.ofMinutes(minutes));

    long more =
        fee(tariff, entered, left.plusSeconds(60), zone).dong()
            - fee(tariff, entered, left, zone).dong();

    assertThat(more)
        .isLessThanOrEqualTo(
            Math.max(tariff.first().dong(), tariff.further().dong())
                + tariff.night().map(Night::dong).orElse(0L));
  }

  @Property(tries = TRIES)
  void withoutANightOnlyTheDurationCounts(
      @ForAll("tariffs") Tariff tariff,
      @ForAll("moments") Instant entered,
      @ForAll("moments") Instant another,
      @ForAll @LongRange(min = 0, max = WEEK) long seconds,
      @ForAll("zones") ZoneId zone,
      @ForAll("zones") ZoneId elsewhere) {
    Tariff dayOnly = withNight(tariff, Optional.empty());

    assertThat(fee(dayOnly, entered, entered.plusSeconds(seconds), zone))
        .isEqualTo(fee(dayOnly, another, another.plusSeconds(seconds), elsewhere));
  }

  @Property(tries = TRIES)
  void everyDayIsLikeTheOther(
      @ForAll("tariffs") Tariff tariff,
      @ForAll("moments") Instant entered,
      @ForAll @LongRange(min = 0, max = WEEK) long seconds,
      @ForAll @IntRange(min = 1, max = 400) int days) {
    ZoneId steady = ZoneOffset.ofHours(7);
    Instant later = entered.plus(Duration.ofDays(days));

    assertThat(fee(tariff, entered, entered.plusSeconds(seconds), steady))
        .isEqualTo(fee(tariff, later, later.plusSeconds(seconds), steady));
  }

  @Property(tries = TRIES)
  void everyNightThatIsTouchedIsPaidOnce(
      @ForAll("moments") Instant moment,
      @ForAll @IntRange(min = 1, max = 10 * 24 * 60) int minutes) {
    Instant entered = moment.truncatedTo(ChronoUnit.MINUTES);
    Block free = new Block(60, 0);
    Night night = new Night(LocalTime.of(22, 0), LocalTime.of(6, 0), 1);
    Tariff tariff = new Tariff(0, free, free, 0, Optional.of(night), 0, 0, 0);
    ZoneId zone = ZoneOffset.ofHours(7);

    // by hand: every minute's night, counted by the evening on which it began
    long nights =
        LongStream.range(0, minutes)
            .mapToObj(minute -> entered.plusSeconds(60 * minute).atZone(zone))
            .filter(time -> time.getHour() >= 22 || time.getHour() < 6)
            .map(time -> time.minusHours(6).toLocalDate())
            .distinct()
            .count();

    assertThat(fee(tariff, entered, entered.plusSeconds(60L * minutes), zone).dong())
        .isEqualTo(nights);
  }

  /** A change of the tariff leaves no entry without one, and charges none by a mixture. */
  @Property(tries = TRIES)
  void everyStayIsChargedByTheOneVersionThatWasValidAtItsEntry(
      @ForAll("tariffs") Tariff old,
      @ForAll("tariffs") Tariff fresh,
      @ForAll("moments") Instant change,
      @ForAll @LongRange(min = -WEEK, max = WEEK) long enteredAfter,
      @ForAll @LongRange(min = 0, max = WEEK) long seconds,
      @ForAll("zones") ZoneId zone) {
    TariffBook book =
        new TariffBook(List.of(version("old", Instant.EPOCH, old), version("new", change, fresh)));
    Instant entered = change.plusSeconds(enteredAfter);
    Instant left = entered.plusSeconds(seconds);

    Fee fee = FeeRule.fee(VehicleKind.CAR, entered, left, book, zone);

    boolean isNew = enteredAfter >= 0;
    assertThat(fee)
        .isEqualTo(FeeRule.fee(isNew ? fresh : old, isNew ? "new" : "old", entered, left, zone));
  }

  @Property(tries = TRIES)
  void exactlyOneVersionCountsAtEveryMoment(
      @ForAll("momentLists") List<Instant> begins, @ForAll("moments") Instant moment) {
    List<TariffVersion> versions = new ArrayList<>();
    for (Instant begin : begins) {
      versions.add(
          version("v" + versions.size(), begin, TariffPreset.MALL.tariff(VehicleKind.CAR)));
    }
    TariffVersion found = new TariffBook(versions).at(moment);

    Optional<Instant> last =
        begins.stream().filter(begin -> !begin.isAfter(moment)).max(Instant::compareTo);
    assertThat(found.validFrom())
        .isEqualTo(last.orElseGet(() -> begins.stream().min(Instant::compareTo).orElseThrow()));
  }

  @Property(tries = TRIES)
  void withinTheGraceNothingMoreIsDueAndAfterItTheWholeDifference(
      @ForAll("tariffs") Tariff tariff,
      @ForAll("moments") Instant entered,
      @ForAll @LongRange(min = 0, max = WEEK) long seconds,
      @ForAll @LongRange(min = 0, max = 2 * 24 * 3600) long driving,
      @ForAll("zones") ZoneId zone) {
    TariffBook book = new TariffBook(List.of(version("t", Instant.EPOCH, tariff)));
    Instant paidAt = entered.plusSeconds(seconds);
    Instant left = paidAt.plusSeconds(driving);
    long paid = fee(tariff, entered, paidAt, zone).dong();

    long due = FeeRule.stillDueDong(VehicleKind.CAR, entered, paidAt, paid, left, book, zone);

    long whole = fee(tariff, entered, left, zone).dong();
    assertThat(due).isEqualTo(driving / 60 <= tariff.graceMinutes() ? 0 : whole - paid);
  }

  @Provide
  Arbitrary<Tariff> tariffs() {
    Arbitrary<Long> dong = Arbitraries.longs().between(0, 300_000);
    Arbitrary<Block> blocks =
        Combinators.combine(Arbitraries.integers().between(5, 1500), dong).as(Block::new);
    Arbitrary<Optional<Night>> nights =
        Combinators.combine(times(), times(), dong)
            .as((from, to, price) -> new Night(from, from.equals(to) ? to.plusHours(1) : to, price))
            .optional();
    return Combinators.combine(
            Arbitraries.oneOf(Arbitraries.just(0), Arbitraries.integers().between(0, 1440)),
            blocks,
            blocks,
            Arbitraries.oneOf(Arbitraries.just(0L), dong),
            nights,
            Arbitraries.integers().between(0, 120))
        .as((free, first, further, cap, night, grace) ->
            new Tariff(free, first, further, cap, night, 0, 0, grace));
  }

  /** Midnight and the hours at which clocks are set often among them. */
  @Provide
  Arbitrary<LocalTime> times() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(0, 23).map(hour -> LocalTime.of(hour, 0)),
        Arbitraries.integers().between(0, 1439).map(m -> LocalTime.ofSecondOfDay(60L * m)));
  }

  /** The nights on which clocks are set in the zones below often among them. */
  @Provide
  Arbitrary<Instant> moments() {
    Arbitrary<Instant> any = Arbitraries.longs().between(FROM, TO).map(Instant::ofEpochSecond);
    Arbitrary<Instant> set =
        Combinators.combine(
                Arbitraries.of(
                    "2026-03-29T01:00:00Z",
                    "2026-10-25T01:00:00Z",
                    "2026-09-06T04:00:00Z",
                    "2026-04-05T03:00:00Z",
                    "2026-10-03T15:30:00Z"),
                Arbitraries.longs().between(-24 * 3600, 3600))
            .as((change, offset) -> Instant.parse(change).plusSeconds(offset));
    return Arbitraries.oneOf(any, set);
  }

  @Provide
  Arbitrary<List<Instant>> momentLists() {
    return moments().list().ofMinSize(1).ofMaxSize(8);
  }

  /** Santiago's clock skips midnight, Lord Howe's goes by half an hour. */
  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of(
            "Asia/Ho_Chi_Minh", "Europe/Berlin", "America/Santiago", "Australia/Lord_Howe")
        .map(ZoneId::of);
  }

  private static TariffVersion version(String id, Instant from, Tariff tariff) {
    Map<VehicleKind, Tariff> all = new EnumMap<>(VehicleKind.class);
    for (VehicleKind kind : VehicleKind.values()) {
      all.put(kind, tariff);
    }
    return new TariffVersion(id, from, all, "", from);
  }

  private static Fee fee(Tariff tariff, Instant entered, Instant left, ZoneId zone) {
    return FeeRule.fee(tariff, "t", entered, left, zone);
  }

  private static Tariff withCap(Tariff t, long cap) {
    return new Tariff(t.freeMinutes(), t.first(), t.further(), cap, t.night(), 0, 0, 0);
  }

  private static Tariff withFree(Tariff t, int free) {
    return new Tariff(free, t.first(), t.further(), t.dayCapDong(), t.night(), 0, 0, 0);
  }

  private static Tariff withNight(Tariff t, Optional<Night> night) {
    return new Tariff(t.freeMinutes(), t.first(), t.further(), t.dayCapDong(), night, 0, 0, 0);
  }
}
