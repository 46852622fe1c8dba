package io.gatehouse.store;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/** The JSON of the journal and of the reading column: compact, times in UTC. */
final class StoreJson {

  private final Gson gson =
      new GsonBuilder()
          .disableHtmlEscaping()
          .enableComplexMapKeySerialization()
          .registerTypeAdapter(Instant.class, new InstantAdapter())
          .registerTypeAdapter(LocalDate.class, new DayAdapter())
          .create();

  String write(Object value) {
    return gson.toJson(value);
  }

  byte[] bytes(Object value) {
    return write(value).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * @throws JsonParseException when it is not the JSON of such a value
   */
  <T> T read(String json, Class<T> type) {
    T value = gson.fromJson(json, type);
    if (value == null) {
      throw new JsonParseException("empty where a " + type.getSimpleName() + " should be");
    }
    return value;
  }

  private static final class DayAdapter extends TypeAdapter<LocalDate> {

    @Override
    public void write(JsonWriter out, LocalDate value) throws IOException {
      out.value(value == null ? null : value.toString());
    }

    @Override
    public LocalDate read(JsonReader in) throws IOException {
      if (in.peek() == JsonToken.NULL) {
        in.nextNull();
        return null;
      }
      String text = in.nextString();
      try {
        return LocalDate.parse(text);
      } catch (DateTimeException e) {
        throw new JsonParseException("no day: " + text, e);
      }
    }
  }

  private static final class InstantAdapter extends TypeAdapter<Instant> {

    @Override
    public void write(JsonWriter out, Instant value) throws IOException {
      out.value(value == null ? null : value.toString());
    }

    @Override
    public Instant read(JsonReader in) throws IOException {
      if (in.peek() == JsonToken.NULL) {
        in.nextNull();
        return null;
      }
      String text = in.nextString();
      try {
        return Instant.parse(text);
      } catch (DateTimeException e) {
        throw new JsonParseException("no time in UTC: " + text, e);
      }
    }
  }
}
