package io.gatehouse.parking.tariff;

import io.gatehouse.parking.VehicleKind;
import java.time.LocalTime;
import java.util.Optional;

/** A tariff to start from. Prices are those that were usual in Vietnam in 2026. */
public enum TariffPreset {
  /** By the turn: one price a day, one a night. Both for who stays through both. */
  DAY_AND_NIGHT {
    @Override
    public Tariff tariff(VehicleKind kind) {
      return switch (kind) {
        case BICYCLE -> turn(2_000, 3_000, 50_000, 20_000);
        case MOTORBIKE -> turn(4_000, 6_000, 120_000, 50_000);
        case CAR -> turn(30_000, 50_000, 1_500_000, 300_000);
        case TRUCK -> turn(50_000, 80_000, 2_400_000, 500_000);
      };
    }

    private Tariff turn(long day, long night, long monthly, long lost) {
      Block turn = new Block(DAY, day);
      return new Tariff(0, turn, turn, 0, night("22:00", "06:00", night), monthly, lost, 15);
    }
  },

  /** Some hours, then every hour, never more than the cap for a day. */
  HOURS_WITH_CAP {
    @Override
    public Tariff tariff(VehicleKind kind) {
      return switch (kind) {
        case BICYCLE -> hours(2_000, 1_000, 10_000, 50_000, 20_000);
        case MOTORBIKE -> hours(5_000, 2_000, 20_000, 150_000, 50_000);
        case CAR -> hours(25_000, 10_000, 150_000, 1_500_000, 300_000);
        case TRUCK -> hours(40_000, 20_000, 250_000, 2_400_000, 500_000);
      };
    }

    private Tariff hours(long first, long further, long cap, long monthly, long lost) {
      return new Tariff(
          10,
          new Block(120, first),
          new Block(60, further),
          cap,
          Optional.empty(),
          monthly,
          lost,
          15);
    }
  },

  /** A shopping centre: a first price for some hours, then by the hour, dear overnight. */
  MALL {
    @Override
    public Tariff tariff(VehicleKind kind) {
      return switch (kind) {
        case BICYCLE -> mall(2_000, 1_000, 10_000, 60_000, 30_000);
        case MOTORBIKE -> mall(5_000, 3_000, 30_000, 200_000, 50_000);
        case CAR -> mall(20_000, 20_000, 200_000, 2_000_000, 500_000);
        case TRUCK -> mall(40_000, 30_000, 300_000, 3_000_000, 800_000);
      };
    }

    private Tariff mall(long first, long further, long night, long monthly, long lost) {
      return new Tariff(
          15,
          new Block(180, first),
          new Block(60, further),
          0,
          night("00:00", "06:00", night),
          monthly,
          lost,
          30);
    }
  },

  /** Half an hour free, then every hour begun. */
  HALF_HOUR_FREE {
    @Override
    public Tariff tariff(VehicleKind kind) {
      Block hour = new Block(60, 25_000);
      return new Tariff(30, hour, hour, 0, Optional.empty(), 1_500_000, 300_000, 15);
    }
  };

  private static final int DAY = 24 * 60;

  public abstract Tariff tariff(VehicleKind kind);

  private static Optional<Night> night(String from, String to, long dong) {
    return Optional.of(new Night(LocalTime.parse(from), LocalTime.parse(to), dong));
  }
}
