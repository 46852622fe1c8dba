package io.gatehouse.snapshot.input;

import io.gatehouse.snapshot.common.ImportException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The file {@code .env}: {@code NAME=value} a line, {@code #} begins a comment line, {@code export}
 * and quotes around the value are understood. Nothing in it is run or expanded.
 */
public final class DotEnv {

  private static final String EXPORT = "export ";

  private DotEnv() {}

  /**
   * The variables of a process with those of a file behind them: what the process was given wins.
   *
   * @param file need not be there
   */
  public static Map<String, String> under(Map<String, String> process, Path file)
      throws ImportException {
    Map<String, String> all = new HashMap<>();
    if (Files.isRegularFile(file)) {
      all.putAll(read(file));
    }
    all.putAll(process);
    return Map.copyOf(all);
  }

  private static Map<String, String> read(Path file) throws ImportException {
    try {
      return parse(Files.readAllLines(file, StandardCharsets.UTF_8), file);
    } catch (IOException e) {
      throw new ImportException("%s cannot be read: %s".formatted(file, e), e);
    }
  }

  private static Map<String, String> parse(List<String> lines, Path file) throws ImportException {
    Map<String, String> variables = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String assignment = line.startsWith(EXPORT) ? line.substring(EXPORT.length()) : line;
      int equals = assignment.indexOf('=');
      if (equals < 1) {
        // the line may hold a secret: its number is told, its text is not
        throw new ImportException("%s, line %d: write NAME=value".formatted(file, i + 1));
      }
      variables.put(
          assignment.substring(0, equals).strip(), value(assignment.substring(equals + 1).strip()));
    }
    return variables;
  }

  private static String value(String text) {
    char first = text.isEmpty() ? ' ' : text.charAt(0);
    if (first == '"' || first == '\'') {
      int end = text.indexOf(first, 1);
      return end < 0 ? text : text.substring(1, end);
    }
    int comment = text.indexOf(" #");
    return comment < 0 ? text : text.substring(0, comment).strip();
  }
}
