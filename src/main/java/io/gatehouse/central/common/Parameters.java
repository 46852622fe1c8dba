package io.gatehouse.central.common;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Optional;

/** Reads what stands in addresses, and says what is wrong with it. */
public final class Parameters {

  private Parameters() {}

  /** The number in the path; what is no number names nothing. */
  public static long id(Context context) {
    try {
      return Long.parseLong(context.pathParam("id"));
    } catch (NumberFormatException e) {
      throw new NotFoundResponse("the address has no number where one should be");
    }
  }

  /** A text of the query; an empty one counts as left out. */
  public static Optional<String> text(Context context, String name) {
    return Optional.ofNullable(context.queryParam(name))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  /** Whether it is said; {@code true}, {@code 1} and {@code True} all say so. */
  public static boolean flag(Context context, String name) {
    return switch (text(context, name).orElse("false")) {
      case "true", "True", "1" -> true;
      case "false", "False", "0" -> false;
      default -> throw new BadRequestResponse("'%s' is true or false".formatted(name));
    };
  }

  /** A number of the query within bounds, or another where it is left out. */
  public static int number(Context context, String name, int least, int most, int otherwise) {
    long number = find(context, name).orElse((long) otherwise);
    if (number < least || number > most) {
      throw new BadRequestResponse("'%s' is a number from %d to %d".formatted(name, least, most));
    }
    return (int) number;
  }

  /** A number of the query that may be left out. */
  public static Optional<Long> find(Context context, String name) {
    try {
      return text(context, name).map(Long::valueOf);
    } catch (NumberFormatException e) {
      throw new BadRequestResponse("'%s' is no number".formatted(name));
    }
  }
}
