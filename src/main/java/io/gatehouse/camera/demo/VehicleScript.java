package io.gatehouse.camera.demo;

import io.gatehouse.camera.demo.VehicleBody.Car;
import io.gatehouse.camera.demo.VehicleBody.Motorbike;
import io.gatehouse.camera.demo.VehicleBody.Rider;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Which vehicle comes when: a pure function of the seed and the vehicle's number. The first six
 * show one of each kind of plate.
 */
final class VehicleScript {

  private static final int[] CAR_PAINTS = {
    0xE9EAEA, 0xB9BDC1, 0x24262B, 0x6A1218, 0x1D3A66, 0x6F757B, 0xE9EAEA, 0x8C8370, 0x23463A
  };
  private static final int[] BIKE_PAINTS = {
    0xB3141C, 0x20242B, 0x1C4C9C, 0xE4E6E8, 0x8D9298, 0x1F6B52, 0x6B2A22, 0xC9A23A
  };
  private static final int[] HELMETS = {
    0x2E5E9E, 0xE8E6E0, 0x1F2226, 0xB8242A, 0xD88A1E, 0x3F7F5F, 0xD08FA6
  };
  private static final int[] JACKETS = {
    0x2B3A55, 0x55604A, 0x7A2F35, 0x3A3D42, 0x8A99A8, 0xB0742C, 0x2F5D62, 0x6B4C7A
  };
  private static final int[] TROUSERS = {0x26344D, 0x1E2023, 0x565049, 0x3C4A5E};

  private final long seed;
  private final int unreadableEvery;
  private final RandomGeneratorFactory<RandomGenerator> generators =
      RandomGeneratorFactory.of("L64X128MixRandom");

  VehicleScript(long seed, int unreadableEvery) {
    this.seed = seed;
    this.unreadableEvery = unreadableEvery;
  }

  /**
   * @param number 1 or more
   */
  DemoVehicle vehicle(int number) {
    RandomGenerator random = generators.create(seed * 0x9E3779B97F4A7C15L + number);
    PlateIssue issue = issue(number, random);
    DemoPlate plate = issue.plate(random, number == 2);
    VehicleBody body = issue.forCar() ? car(issue, random) : motorbike(random);
    return new DemoVehicle(
        number,
        body,
        plate,
        visibility(number),
        random.nextDouble() < 0.35 ? 0.2 : 0.8 + 1.6 * random.nextDouble(),
        0.12 * (random.nextDouble() - 0.5),
        (issue.forCar() ? 0.16 : 0.34) * (random.nextDouble() - 0.5),
        (issue.forCar() ? 0.02 : 0.05) * (random.nextDouble() - 0.5),
        random.nextDouble());
  }

  private static PlateIssue issue(int number, RandomGenerator random) {
    return switch (number) {
      case 1 -> PlateIssue.MOTORBIKE;
      case 2 -> PlateIssue.CAR;
      case 3 -> PlateIssue.COMMERCIAL;
      case 4 -> random.nextBoolean() ? PlateIssue.STATE : PlateIssue.ARMY;
      case 5 -> PlateIssue.ELECTRIC;
      case 6 -> PlateIssue.DIPLOMATIC;
      default -> PlateIssue.any(random);
    };
  }

  /**
   * One in every block of vehicles, at a place that the seed chooses; never among the first six.
   */
  private DemoVisibility visibility(int number) {
    if (unreadableEvery == 0 || number <= 6) {
      return DemoVisibility.READABLE;
    }
    int block = (number - 1) / unreadableEvery;
    RandomGenerator random = generators.create(seed ^ (0x5DEECE66DL * (block + 1)));
    int first = Math.max(block * unreadableEvery, 6);
    int chosen = first + random.nextInt((block + 1) * unreadableEvery - first);
    if (chosen != number - 1) {
      return DemoVisibility.READABLE;
    }
    return random.nextBoolean() ? DemoVisibility.MUDDY : DemoVisibility.MISSING;
  }

  private static VehicleBody car(PlateIssue issue, RandomGenerator random) {
    Car.Shape shape = pick(Car.Shape.values(), random);
    return switch (issue) {
      case COMMERCIAL -> new Car(shape, random.nextBoolean() ? 0xE9EAEA : 0x2E7D4F, true);
      case STATE, DIPLOMATIC -> new Car(shape, random.nextBoolean() ? 0x1B1D21 : 0xB9BDC1, false);
      case ARMY -> new Car(Car.Shape.SUV, 0x3D4636, false);
      default -> new Car(shape, pick(CAR_PAINTS, random), false);
    };
  }

  private static VehicleBody motorbike(RandomGenerator random) {
    Rider rider =
        new Rider(
            pick(HELMETS, random),
            pick(JACKETS, random),
            pick(TROUSERS, random),
            random.nextInt(4) == 0);
    Motorbike.Load load =
        switch (random.nextInt(7)) {
          case 0 -> Motorbike.Load.BOX;
          case 1 -> Motorbike.Load.PASSENGER;
          default -> Motorbike.Load.NONE;
        };
    return new Motorbike(
        pick(Motorbike.Style.values(), random), pick(BIKE_PAINTS, random), rider, load);
  }

  private static int pick(int[] from, RandomGenerator random) {
    return from[random.nextInt(from.length)];
  }

  private static <T> T pick(T[] from, RandomGenerator random) {
    return from[random.nextInt(from.length)];
  }
}
