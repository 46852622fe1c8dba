package io.gatehouse.central.common;

import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;

/** Reads the body of a request up to a bound, whatever its header promises. */
public final class BoundedBody {

  private BoundedBody() {}

  /** The whole body; refused with 413 when it is longer. */
  public static byte[] read(Context context, int longest) throws IOException {
    if (context.contentLength() > longest) {
      throw tooLarge(longest);
    }
    try (InputStream stream = context.bodyInputStream()) {
      byte[] body = stream.readNBytes(longest + 1);
      if (body.length > longest) {
        throw tooLarge(longest);
      }
      return body;
    }
  }

  private static ContentTooLargeResponse tooLarge(int longest) {
    return new ContentTooLargeResponse("the body is larger than %d bytes".formatted(longest));
  }
}
