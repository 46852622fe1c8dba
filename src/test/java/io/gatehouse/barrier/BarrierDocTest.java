package io.gatehouse.barrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/barrier.md writes can be written into the settings. */
class BarrierDocTest {

  private static final Path DOC = Path.of("docs", "barrier.md");
  private static final Pattern ADDRESS =
      Pattern.compile("`((?:none|screen|gpio|shelly|http|serial|command):[^`…]*)`");
  private static final Pattern OPTION = Pattern.compile("`([a-z-]+=[^`]+)`");

  /** A place for each kind that the table of options names. */
  private static final List<String> PLACES =
      List.of(
          "gpio:17?",
          "shelly:gate?",
          "serial:/dev/ttyUSB0?",
          "http://gate/on#",
          "command:/bin/up#");

  static Stream<String> addresses() throws IOException {
    return lines(line -> true, ADDRESS);
  }

  static Stream<String> options() throws IOException {
    return lines(line -> line.startsWith("| `") && line.contains("=") && !hasAddress(line), OPTION)
        .map(option -> option.replace("{…}", "{}"));
  }

  private static boolean hasAddress(String line) {
    return line.substring(0, line.indexOf('|', 1)).matches(".*(?:http|shelly|gpio|serial):.*");
  }

  private static Stream<String> lines(java.util.function.Predicate<String> which, Pattern written)
      throws IOException {
    return Files.readAllLines(DOC).stream()
        .filter(which)
        .flatMap(line -> written.matcher(line).results().map((MatchResult found) -> found.group(1)))
        .filter(text -> !text.endsWith(":") || text.equals("none:") || text.equals("screen:"))
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void eachAddressIsOne(String address) {
    assertThat(BarrierAddress.check(address).map(Throwable::getMessage)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("options")
  void eachOptionIsTakenSomewhere(String option) {
    assertThat(PLACES).anyMatch(place -> BarrierAddress.check(place + option).isEmpty());
  }

  @Test
  void theDocNamesEveryKind() throws IOException {
    assertThat(addresses().map(address -> address.substring(0, address.indexOf(':'))).distinct())
        .containsExactlyInAnyOrder("none", "screen", "gpio", "shelly", "http", "serial", "command");
    assertThat(options().count()).isGreaterThan(15);
    Optional<String> password = addresses().filter(a -> a.contains("password@")).findFirst();
    assertThat(BarrierAddress.shown(password.orElseThrow())).doesNotContain("password");
  }
}
