package io.gatehouse.central.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page's words: both languages whole, none missing, none left over. */
class PageWordsTest {

  private static final Path WEB = Path.of("src/main/resources/web");

  /** A key as it stands in the code: whole, or its beginning up to a value. */
  private static final Pattern KEY =
      Pattern.compile("['`]([a-z]+(?:\\.[\\w-]+)*)(\\.?)(\\$\\{|['`])");

  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)\\}");

  private static JsonObject words(String folder, String language) throws IOException {
    return JsonParser.parseString(Files.readString(WEB.resolve(folder + "/" + language + ".json")))
        .getAsJsonObject();
  }

  private static Set<String> keys(String folder, String language) throws IOException {
    Set<String> keys = new TreeSet<>(words(folder, language).keySet());
    keys.removeIf(key -> key.endsWith(".one")); // English has a form of its own for one
    return keys;
  }

  private static String code() throws IOException {
    StringBuilder code = new StringBuilder();
    for (String folder : List.of("signin", "app")) {
      try (Stream<Path> files = Files.list(WEB.resolve(folder))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".js")).toList()) {
          code.append(Files.readString(file));
        }
      }
    }
    return code.toString();
  }

  @Test
  void bothLanguagesHaveTheSameKeysAndThePlacesForValues() throws IOException {
    for (String folder : List.of("signin", "i18n")) {
      assertThat(keys(folder, "en")).isEqualTo(keys(folder, "vi"));
      JsonObject vi = words(folder, "vi");
      JsonObject en = words(folder, "en");
      for (String key : keys(folder, "vi")) {
        assertThat(places(en.get(key).getAsString()))
            .as(key)
            .isEqualTo(places(vi.get(key).getAsString()));
      }
    }
  }

  private static Set<String> places(String text) {
    Set<String> places = new TreeSet<>();
    Matcher matcher = PLACE.matcher(text);
    while (matcher.find()) {
      places.add(matcher.group(1));
    }
    return places;
  }

  @Test
  void noWordIsLeftOver() throws IOException {
    Set<String> whole = new TreeSet<>();
    Set<String> beginnings = new TreeSet<>();
    Matcher matcher = KEY.matcher(code());
    while (matcher.find()) {
      if (matcher.group(3).equals("${")) {
        beginnings.add(matcher.group(1) + matcher.group(2));
      } else {
        whole.add(matcher.group(1));
      }
    }
    for (String folder : List.of("signin", "i18n")) {
      assertThat(keys(folder, "vi"))
          .allMatch(key -> whole.contains(key) || beginnings.stream().anyMatch(key::startsWith));
    }
  }

  @Test
  void noWordIsMissing() throws IOException {
    Set<String> known = new TreeSet<>(keys("signin", "vi"));
    known.addAll(keys("i18n", "vi"));
    Matcher matcher = Pattern.compile("\\bt\\('([^']+)'").matcher(code());
    Set<String> used = new TreeSet<>();
    while (matcher.find()) {
      used.add(matcher.group(1));
    }
    assertThat(used).hasSizeGreaterThan(100);
    assertThat(known).containsAll(used);
  }

  @Test
  void thereIsNoScriptOrStyleInThePagesThemselves() throws IOException {
    for (String page : List.of("index.html", "signin/index.html")) {
      String html = Files.readString(WEB.resolve(page));
      assertThat(html).doesNotContainPattern("<style|\\sstyle=|\\son[a-z]+=|javascript:");
      assertThat(html).doesNotContainPattern("<script(?![^>]*\\ssrc=)");
      assertThat(html).doesNotContainPattern("(src|href)=\"(?!/)"); // nothing from elsewhere
    }
    assertThat(code()).doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "eval(");
  }
}
