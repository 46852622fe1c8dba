package io.gatehouse.support;

import io.gatehouse.parking.stay.Stay;
import io.gatehouse.store.ParkingBooks;
import io.gatehouse.store.StaffStore;
import io.gatehouse.store.StayStore;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;

/** A site without people and stays; of the rest of its books screens may ask for holds alone. */
public final class NoBooks {

  private NoBooks() {}

  public static ParkingBooks books() {
    return answering(ParkingBooks.class, "staff", nobody());
  }

  /** Stays of which every passage belongs to the one given. */
  public static StayStore stays(Optional<Stay> stay) {
    return answering(StayStore.class, "ofPassage", stay);
  }

  private static StaffStore nobody() {
    return answering(StaffStore.class, "people", List.of());
  }

  private static <T> T answering(Class<T> type, String question, Object answer) {
    FakeHolds holds = new FakeHolds();
    return type.cast(
        Proxy.newProxyInstance(
            NoBooks.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getName().equals("holds")) {
                return holds; // every passage that is shown asks for its own
              }
              if (method.getName().equals("stays")) {
                return stays(Optional.empty()); // so does it for its stay
              }
              if (method.getName().equals(question)) {
                return answer;
              }
              throw new UnsupportedOperationException(
                  "this test has no books, but " + method.getName() + " was asked for");
            }));
  }
}
