package io.gatehouse.central.reading;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.gatehouse.central.common.BoundedBody;
import io.gatehouse.snapshot.wire.AnswerReader;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A picture to be read, in any of the ways that callers of the API send one: a form with the file,
 * a form with the file in base64, or JSON; or its address, where this server fetches pictures.
 */
public final class ReadingRequest {

  /** Bytes of the largest picture that is taken. */
  public static final int LARGEST = 20 << 20;

  private static final int LARGEST_JSON = LARGEST / 3 * 4 + (64 << 10);
  private static final int LONGEST_NAME = 200;

  private final byte[] picture;
  private final String name;
  private final Optional<String> cameraId;
  private final Optional<Instant> timestamp;
  private final List<String> regions;
  private final ReadingConfig config;

  private ReadingRequest(
      byte[] picture,
      String name,
      Optional<String> cameraId,
      Optional<Instant> timestamp,
      List<String> regions,
      ReadingConfig config) {
    this.picture = picture;
    this.name = name;
    this.cameraId = cameraId;
    this.timestamp = timestamp;
    this.regions = regions;
    this.config = config;
  }

  byte[] picture() {
    return picture;
  }

  /** As the caller calls it. */
  String name() {
    return name;
  }

  Optional<String> cameraId() {
    return cameraId;
  }

  /** When it was taken, as far as the caller says. */
  Optional<Instant> timestamp() {
    return timestamp;
  }

  List<String> regions() {
    return regions;
  }

  ReadingConfig config() {
    return config;
  }

  /**
   * What a caller asks.
   *
   * @param addresses fetches what is named in {@code upload_url}; empty where that is refused
   */
  static ReadingRequest of(Context context, Optional<PictureByAddress> addresses)
      throws IOException {
    String type = Optional.ofNullable(context.contentType()).orElse("").toLowerCase(Locale.ROOT);
    if (context.contentLength() > LARGEST_JSON) {
      throw new ContentTooLargeResponse("the request is larger than any picture");
    }
    return type.startsWith("application/json")
        ? ofJson(context, addresses)
        : ofForm(context, addresses);
  }

  private static ReadingRequest ofForm(Context context, Optional<PictureByAddress> addresses)
      throws IOException {
    Optional<UploadedFile> file = file(context);
    Optional<String> address = field(context, "upload_url");
    byte[] picture =
        file.isPresent()
            ? bytes(file.get())
            : picture(Optional.ofNullable(context.formParam("upload")), address, addresses);
    return new ReadingRequest(
        picture,
        file.map(UploadedFile::filename)
            .map(ReadingRequest::shortened)
            .orElseGet(() -> name(address)),
        field(context, "camera_id"),
        field(context, "timestamp").flatMap(AnswerReader::time),
        lowerCase(context.formParams("regions")),
        field(context, "config").map(ReadingConfig::parse).orElse(ReadingConfig.USUAL));
  }

  private static Optional<UploadedFile> file(Context context) {
    if (!context.isMultipartFormData()) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(context.uploadedFile("upload"));
    } catch (Exception e) { // the parser throws checked ones that it does not declare
      throw isTooLarge(e)
          ? new ContentTooLargeResponse("the picture is larger than %d bytes".formatted(LARGEST))
          : new BadRequestResponse("the form cannot be read");
    }
  }

  /** The parser has no type of its own for a part beyond its bound. */
  private static boolean isTooLarge(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT).contains("max")) {
        return true;
      }
    }
    return false;
  }

  private static byte[] bytes(UploadedFile file) throws IOException {
    try (InputStream stream = file.content()) {
      byte[] bytes = stream.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new ContentTooLargeResponse("the picture is larger than %d bytes".formatted(LARGEST));
      }
      return bytes;
    }
  }

  private static Optional<String> field(Context context, String name) {
    return Optional.ofNullable(context.formParam(name))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  private static ReadingRequest ofJson(Context context, Optional<PictureByAddress> addresses)
      throws IOException {
    JsonObject body = json(context);
    JsonElement config = body.get("config");
    Optional<String> address = text(body, "upload_url");
    return new ReadingRequest(
        picture(text(body, "upload"), address, addresses),
        name(address),
        text(body, "camera_id"),
        text(body, "timestamp").flatMap(AnswerReader::time),
        lowerCase(regions(body)),
        config == null || config.isJsonNull()
            ? ReadingConfig.USUAL
            : config.isJsonObject()
                ? ReadingConfig.of(config.getAsJsonObject())
                : ReadingConfig.parse(config.getAsString()));
  }

  private static JsonObject json(Context context) throws IOException {
    try {
      String text = new String(BoundedBody.read(context, LARGEST_JSON), StandardCharsets.UTF_8);
      return JsonParser.parseString(text).getAsJsonObject();
    } catch (JsonParseException | IllegalStateException e) {
      throw new BadRequestResponse("the body is no JSON object");
    }
  }

  private static Optional<String> text(JsonObject body, String name) {
    return Optional.ofNullable(body.get(name))
        .filter(JsonElement::isJsonPrimitive)
        .map(JsonElement::getAsString)
        .filter(text -> !text.isBlank());
  }

  private static List<String> regions(JsonObject body) {
    List<String> regions = new ArrayList<>();
    JsonElement element = body.get("regions");
    if (element != null && element.isJsonArray()) {
      element.getAsJsonArray().forEach(region -> regions.add(region.getAsString()));
    } else {
      text(body, "regions").ifPresent(regions::add);
    }
    return regions;
  }

  private static byte[] picture(
      Optional<String> base64, Optional<String> address, Optional<PictureByAddress> addresses) {
    if (base64.isPresent()) {
      return decoded(base64.get());
    }
    if (address.isEmpty()) {
      throw new BadRequestResponse("'upload' is missing: send the picture, or its base64");
    }
    PictureByAddress fetcher =
        addresses.orElseThrow(() ->
            new BadRequestResponse(
                "'upload_url' is not fetched here: send the picture in 'upload', or start this"
                    + " server with --upload-url"));
    try {
      return fetcher.fetch(address.get());
    } catch (PictureByAddress.NotFetchedException e) {
      throw new BadRequestResponse("'upload_url': " + e.getMessage());
    }
  }

  /** The last part of an address, which is what it calls the file. */
  private static String name(Optional<String> address) {
    return address
        .map(url -> url.replaceFirst("[?#].*", "").replaceFirst(".*/", ""))
        .filter(last -> !last.isEmpty())
        .map(ReadingRequest::shortened)
        .orElse("upload.jpg");
  }

  private static byte[] decoded(String text) {
    try {
      // as browsers write it
      int begin = text.startsWith("data:") ? text.indexOf(',') + 1 : 0;
      return Base64.getMimeDecoder().decode(text.substring(begin));
    } catch (IllegalArgumentException e) {
      throw new BadRequestResponse("'upload' is no base64");
    }
  }

  private static List<String> lowerCase(List<String> regions) {
    return regions.stream().map(region -> region.strip().toLowerCase(Locale.ROOT)).toList();
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
  }
}
