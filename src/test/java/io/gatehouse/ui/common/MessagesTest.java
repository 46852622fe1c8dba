package io.gatehouse.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.camera.CameraStatus.Phase;
import io.gatehouse.common.KnownFailure;
import io.gatehouse.decide.Outcome;
import io.gatehouse.parking.Direction;
import io.gatehouse.parking.audit.AuditKind;
import io.gatehouse.parking.people.Action;
import io.gatehouse.parking.people.Role;
import io.gatehouse.plate.PlateKind;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {

  private static final Path SOURCES = Path.of("src/main/java/io/gatehouse");
  private static final Path FXML = Path.of("src/main/resources/fxml");
  private static final Pattern LITERAL = Pattern.compile("\"%?([a-z][\\w]*(?:\\.[\\w]+)+)\"");

  /** A key that is put together: {@code "history.decided." + outcome}. */
  private static final Pattern HEAD = Pattern.compile("\"([a-z]\\w*(?:\\.\\w+)*\\.)\" \\+");

  private static final Pattern CONSTANT = Pattern.compile("([A-Z]\\w+)\\.([A-Z][A-Z_]*)(\\.\\w+)?");

  private static Properties messages(String language) throws IOException {
    Properties messages = new Properties();
    Path file = Path.of("src/main/resources/i18n/messages_" + language + ".properties");
    try (Reader reader = Files.newBufferedReader(file)) {
      messages.load(reader);
    }
    return messages;
  }

  private static Set<String> used() throws IOException {
    Set<String> used = new TreeSet<>();
    for (Path folder : List.of(SOURCES, FXML)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Matcher literal = LITERAL.matcher(Files.readString(file));
          while (literal.find()) {
            used.add(literal.group(1));
          }
        }
      }
    }
    return used;
  }

  private static Set<String> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(MessagesTest::read)
          .collect(Collectors.toSet());
    }
  }

  private static boolean putTogether(String source, String key) {
    return HEAD.matcher(source).results().anyMatch(head -> key.startsWith(head.group(1)));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void bothLanguagesSayTheSameThings() throws IOException {
    assertThat(messages("vi").stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(messages("en").stringPropertyNames());
  }

  @Test
  void noMessageIsUnused() throws IOException {
    Set<String> used = used();
    Set<String> sources = sources();
    Set<String> unused = new TreeSet<>();
    for (String key : messages("vi").stringPropertyNames()) {
      Matcher constant = CONSTANT.matcher(key);
      boolean needed =
          constant.matches()
              ? sources.stream()
                  .anyMatch(
                      s -> s.contains("enum " + constant.group(1)) && s.contains(constant.group(2)))
              : used.contains(key) || sources.stream().anyMatch(s -> putTogether(s, key));
      if (!needed) {
        unused.add(key);
      }
    }
    assertThat(unused).isEmpty();
  }

  @Test
  void noMessageThatTheScreensAskForIsMissing() throws IOException {
    Set<String> known = messages("vi").stringPropertyNames();
    Set<String> headings =
        known.stream().map(key -> key.substring(0, key.indexOf('.'))).collect(Collectors.toSet());
    Set<String> asked = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(SOURCES.resolve("ui"));
        Stream<Path> layouts = Files.walk(FXML);
        Stream<Path> files = Stream.concat(sources, layouts)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Matcher literal = LITERAL.matcher(Files.readString(file));
        while (literal.find()) {
          if (headings.contains(literal.group(1).substring(0, literal.group(1).indexOf('.')))) {
            asked.add(literal.group(1));
          }
        }
      }
    }
    asked.removeAll(known);
    assertThat(asked).isEmpty();
  }

  @Test
  void everyConstantOfAnEnumThatHasWordsHasThem() throws IOException {
    Set<String> known = messages("vi").stringPropertyNames();
    for (Class<? extends Enum<?>> type :
        List.<Class<? extends Enum<?>>>of(
            PlateKind.class,
            Direction.class,
            Outcome.class,
            KnownFailure.class,
            Phase.class,
            Action.class,
            AuditKind.class,
            Role.class)) {
      for (Enum<?> constant : type.getEnumConstants()) {
        assertThat(known).contains(type.getSimpleName() + "." + constant.name());
      }
    }
  }
}
