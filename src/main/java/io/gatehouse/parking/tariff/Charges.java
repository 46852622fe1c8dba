package io.gatehouse.parking.tariff;

import io.gatehouse.parking.tariff.FeeLine.What;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The charges of one stay. Each falls due at one moment, which does not depend on when the vehicle
 * leaves; leaving later can only add to them. So a fee never falls with time, and none is negative.
 */
final class Charges {

  private static final Duration DAY = Duration.ofHours(24);

  private final Tariff tariff;
  private final Instant entered;
  // the sums of each 24 hours from the entry
  private final long[] days;
  private boolean firstBlock;
  private long furtherBlocks;
  private long nights;

  private Charges(Tariff tariff, Instant entered, Duration duration) {
    this.tariff = tariff;
    this.entered = entered;
    this.days = new long[Math.toIntExact(duration.dividedBy(DAY) + 1)];
  }

  static Charges of(Tariff tariff, Instant entered, Duration duration, ZoneId zone) {
    Charges charges = new Charges(tariff, entered, duration);
    Instant start = entered.plus(Duration.ofMinutes(tariff.freeMinutes()));
    // who was there was there for a moment: without free minutes even that costs the first block
    Instant end = duration.isZero() ? entered.plusNanos(1) : entered.plus(duration);
    if (start.isBefore(end)) {
      Nights nights = Nights.between(tariff.night(), start, end, zone);
      charges.addNights(nights, start);
      charges.addBlocks(nights, start, end);
    }
    return charges;
  }

  private void addNights(Nights touched, Instant start) {
    for (Nights.Span night : touched.spans()) {
      nights++;
      add(night.from().isBefore(start) ? start : night.from(), touched.dong());
    }
  }

  private void addBlocks(Nights nights, Instant start, Instant end) {
    Instant begin = start;
    Block block = tariff.first();
    while (begin.isBefore(end)) {
      Instant next = begin.plusSeconds(60L * block.minutes());
      Instant due = nights.dayFrom(begin);
      if (due.isBefore(next) && due.isBefore(end)) {
        if (begin.equals(start)) {
          firstBlock = true;
        } else {
          furtherBlocks++;
        }
        add(due, block.dong());
      }
      begin = next;
      block = tariff.further();
    }
  }

  private void add(Instant due, long dong) {
    days[Math.toIntExact(Duration.between(entered, due).dividedBy(DAY))] += dong;
  }

  /** The sum, each day's cap observed. */
  long dong() {
    long sum = 0;
    for (long day : days) {
      sum += tariff.isCapped() ? Math.min(day, tariff.dayCapDong()) : day;
    }
    return sum;
  }

  List<FeeLine> lines() {
    List<FeeLine> lines = new ArrayList<>();
    if (tariff.freeMinutes() > 0) {
      lines.add(new FeeLine(What.FREE_MINUTES, tariff.freeMinutes(), 0, 0, 0));
    }
    if (firstBlock) {
      addLine(lines, What.FIRST_BLOCK, 1, tariff.first());
    }
    if (furtherBlocks > 0) {
      addLine(lines, What.FURTHER_BLOCKS, furtherBlocks, tariff.further());
    }
    if (nights > 0) {
      long each = tariff.night().orElseThrow().dong();
      lines.add(new FeeLine(What.NIGHTS, nights, 0, each, nights * each));
    }
    long capped = 0;
    long saved = 0;
    for (long day : days) {
      if (tariff.isCapped() && day > tariff.dayCapDong()) {
        capped++;
        saved += day - tariff.dayCapDong();
      }
    }
    if (capped > 0) {
      lines.add(new FeeLine(What.DAY_CAP, capped, 0, tariff.dayCapDong(), -saved));
    }
    return lines;
  }

  private static void addLine(List<FeeLine> lines, What what, long count, Block block) {
    lines.add(new FeeLine(what, count, block.minutes(), block.dong(), count * block.dong()));
  }
}
