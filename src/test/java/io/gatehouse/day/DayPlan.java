package io.gatehouse.day;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Who comes and goes on a day, and what goes wrong; the same for the same seed. */
final class DayPlan {

  /** What is odd about a vehicle's visit. */
  enum Oddity {
    NONE,
    /** The entry is misread and corrected. */
    ENTRY_CORRECTED,
    /** The entry is misread and nobody notices. */
    ENTRY_MISREAD,
    /** The exit is misread. */
    EXIT_MISREAD,
    /** It rolls back and comes again after it was let in. */
    SEEN_TWICE,
    /** It came before the kiosk was in use. */
    NO_ENTRY,
    LOST_TICKET,
    FREE_PASS,
    /** It leaves unseen and comes in once more. */
    LEFT_UNSEEN,
    /** It is turned away. */
    DENIED,
    /** It stays over night. */
    STAYS
  }

  /** The vehicle's plate and what is odd; each vehicle comes once, but for LEFT_UNSEEN. */
  record Vehicle(String plate, boolean subscriber, Oddity oddity) {

    /** The plate with one digit read as another. */
    String misread() {
      char last = plate.charAt(plate.length() - 1);
      return plate.substring(0, plate.length() - 1) + (char) ('0' + (last - '0' + 5) % 10);
    }
  }

  /** Something to happen at a moment of the day. */
  record Event(Instant at, Vehicle vehicle, boolean entry) {}

  private DayPlan() {}

  static List<Event> of(int vehicles, Instant begin, long seed) {
    Random random = new Random(seed);
    List<Event> events = new ArrayList<>();
    long day = Duration.ofHours(15).toSeconds();
    for (int i = 0; i < vehicles; i++) {
      Vehicle vehicle = vehicle(i, random);
      Instant in = begin.plusSeconds((long) (random.nextDouble() * day));
      Instant out =
          in.plusSeconds(120 + (long) (random.nextDouble() * random.nextDouble() * 30_000));
      switch (vehicle.oddity()) {
        case NO_ENTRY -> events.add(new Event(out, vehicle, false));
        case DENIED, STAYS -> events.add(new Event(in, vehicle, true));
        case LEFT_UNSEEN -> {
          events.add(new Event(in, vehicle, true));
          events.add(new Event(out, vehicle, true));
          events.add(new Event(out.plusSeconds(1800), vehicle, false));
        }
        default -> {
          events.add(new Event(in, vehicle, true));
          events.add(new Event(out, vehicle, false));
        }
      }
    }
    events.sort(Comparator.comparing(Event::at));
    return events;
  }

  /** Plates that differ in two characters at least, even when one is misread. */
  private static Vehicle vehicle(int number, Random random) {
    String plate = "59P1%05d".formatted(number * 19 % 100_000);
    return new Vehicle(plate, random.nextInt(100) < 6, oddity(random.nextInt(1000)));
  }

  private static Oddity oddity(int roll) {
    Oddity[] rare = Oddity.values();
    int width = 12; // of a thousand, each
    int which = 1 + roll / width;
    return which < rare.length ? rare[which] : Oddity.NONE;
  }
}
