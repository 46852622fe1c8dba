package io.gatehouse.central.hook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import okio.Buffer;

/**
 * What is sent, to the byte, so that all of it can be signed: JSON, or the form of Plate
 * Recognizer's webhooks with the JSON in the field {@code json} and the picture in {@code upload}.
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
record HookBody(byte[] bytes, MediaType type) {

  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
  private static final MediaType JPEG = MediaType.get("image/jpeg");

  static HookBody json(String message) {
    return new HookBody(message.getBytes(StandardCharsets.UTF_8), JSON);
  }

  /**
   * The form; without the picture it has the message alone, so that its receiver takes it apart in
   * one way.
   *
   * @param delivery the same one is the same bytes each time it is sent
   */
  static HookBody form(UUID delivery, String message, Optional<Picture> picture) {
    MultipartBody.Builder form =
        new MultipartBody.Builder(delivery.toString())
            .setType(MultipartBody.FORM)
            .addFormDataPart("json", message);
    picture.ifPresent(jpeg ->
        form.addFormDataPart("upload", jpeg.sha256 + ".jpg", RequestBody.create(jpeg.bytes, JPEG)));
    MultipartBody body = form.build();
    try (Buffer buffer = new Buffer()) {
      body.writeTo(buffer);
      return new HookBody(buffer.readByteArray(), body.contentType());
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
  }

  /** A picture that goes with a message. */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  record Picture(String sha256, byte[] bytes) {}

  RequestBody request() {
    return RequestBody.create(bytes, type);
  }
}
