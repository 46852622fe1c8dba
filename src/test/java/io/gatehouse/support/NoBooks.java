package io.gatehouse.support;

import io.gatehouse.store.ParkingBooks;
import io.gatehouse.store.StaffStore;
import java.lang.reflect.Proxy;
import java.util.List;

/** A site that has no people yet; of the rest of its books screens may ask for holds alone. */
public final class NoBooks {

  private NoBooks() {}

  public static ParkingBooks books() {
    return answering(ParkingBooks.class, "staff", nobody());
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
              if (method.getName().equals(question)) {
                return answer;
              }
              throw new UnsupportedOperationException(
                  "this test has no books, but " + method.getName() + " was asked for");
            }));
  }
}
