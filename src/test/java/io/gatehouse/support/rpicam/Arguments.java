package io.gatehouse.support.rpicam;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The command line that the real program takes, as far as it is used here; the rest is refused. */
final class Arguments {

  private static final Set<String> FLAGS =
      Set.of("-n", "--flush", "--hflip", "--vflip", "--version", "--list-cameras");
  private static final Set<String> OPTIONS =
      Set.of(
          "-t",
          "--codec",
          "--width",
          "--height",
          "--framerate",
          "--buffer-count",
          "--post-process-file",
          "--metadata",
          "--metadata-format",
          "-o",
          "--frames");

  private final Map<String, String> values = new HashMap<>();

  /**
   * @throws IllegalArgumentException with the name of what the real program would not know
   */
  Arguments(List<String> given) {
    Iterator<String> rest = given.iterator();
    while (rest.hasNext()) {
      String name = rest.next();
      if (FLAGS.contains(name)) {
        values.put(name, "");
      } else if (OPTIONS.contains(name) && rest.hasNext()) {
        values.put(name, rest.next());
      } else {
        throw new IllegalArgumentException(name);
      }
    }
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  String text(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  int whole(String name, int otherwise) {
    return has(name) ? Integer.parseInt(values.get(name)) : otherwise;
  }

  double number(String name, double otherwise) {
    return has(name) ? Double.parseDouble(values.get(name)) : otherwise;
  }
}
