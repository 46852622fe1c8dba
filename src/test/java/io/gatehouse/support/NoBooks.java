package io.gatehouse.support;

import io.gatehouse.store.ParkingBooks;
import io.gatehouse.store.StaffStore;
import java.lang.reflect.Proxy;
import java.util.List;

/** A site that has no people yet, for screens that look nothing else up: that is an error. */
public final class NoBooks {

  private NoBooks() {}

  public static ParkingBooks books() {
    return answering(ParkingBooks.class, "staff", nobody());
  }

  private static StaffStore nobody() {
    return answering(StaffStore.class, "people", List.of());
  }

  private static <T> T answering(Class<T> type, String question, Object answer) {
    return type.cast(
        Proxy.newProxyInstance(
            NoBooks.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getName().equals(question)) {
                return answer;
              }
              throw new UnsupportedOperationException(
                  "this test has no books, but " + method.getName() + " was asked for");
            }));
  }
}
