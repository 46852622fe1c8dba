package io.gatehouse.ui.people;

import io.gatehouse.common.TimeSource;
import io.gatehouse.parking.people.Person;
import io.gatehouse.parking.people.Pin;
import io.gatehouse.parking.people.PinThrottle;
import io.gatehouse.store.StaffStore;
import io.gatehouse.store.StoreException;
import java.time.Duration;
import java.time.Instant;

/** Looks at PINs. Takes a part of a second: not for the screen's thread. */
final class PinDesk {

  private final StaffStore staff;
  private final TimeSource time;

  PinDesk(StaffStore staff, TimeSource time) {
    this.staff = staff;
    this.time = time;
  }

  /** What came of a PIN. */
  sealed interface Answer {
    record Right() implements Answer {}

    /**
     * Another one.
     *
     * @param pause until the next is looked at; zero for at once
     */
    record Wrong(Duration pause) implements Answer {}

    /** It was not looked at. */
    record TooSoon(Duration pause) implements Answer {}
  }

  Answer check(Person person, Pin pin) throws StoreException {
    Instant now = time.now();
    PinThrottle before = staff.beginAttempt(person.id(), now);
    Duration wait = before.remaining(now);
    if (wait.isPositive()) {
      return new Answer.TooSoon(wait);
    }
    if (staff.pin(person.id()).filter(hash -> hash.matches(pin)).isPresent()) {
      staff.rightPin(person.id());
      return new Answer.Right();
    }
    staff.wrongPin(person.id(), now);
    return new Answer.Wrong(before.wrongAt(now).remaining(now));
  }
}
