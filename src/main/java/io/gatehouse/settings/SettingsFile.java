package io.gatehouse.settings;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import io.gatehouse.common.TimeSource;
import io.gatehouse.common.WholeFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The file itself: read as one JSON object, replaced in one step, set aside when unreadable. */
final class SettingsFile {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Path file;
  private final TimeSource time;
  private final Gson gson =
      new GsonBuilder()
          .setPrettyPrinting()
          .disableHtmlEscaping()
          .setStrictness(Strictness.LEGACY_STRICT)
          .create();

  SettingsFile(Path file, TimeSource time) {
    this.file = file;
    this.time = time;
  }

  Path path() {
    return file;
  }

  boolean exists() {
    return Files.exists(file);
  }

  /**
   * @throws IOException when it cannot be read
   * @throws JsonParseException when it is no JSON object in UTF-8
   */
  JsonObject read() throws IOException {
    String text;
    try {
      text = Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new JsonParseException("not written in UTF-8", e);
    }
    JsonElement json = gson.fromJson(text, JsonElement.class);
    if (!(json instanceof JsonObject object)) {
      throw new JsonParseException("not a JSON object");
    }
    return object;
  }

  /** After a cut at any moment the file is the old one or the new one, whole. */
  void write(JsonObject json) throws IOException {
    WholeFile.write(file, (gson.toJson(json) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Gives the file a name with the time in it, so that nobody overwrites it. */
  Path setAside() throws IOException {
    String name = file.getFileName() + ".unreadable-" + STAMP.format(time.now());
    Path aside = file.resolveSibling(name);
    for (int i = 2; Files.exists(aside); i++) {
      aside = file.resolveSibling(name + "-" + i);
    }
    return Files.move(file, aside);
  }
}
