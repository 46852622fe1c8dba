package io.gatehouse.central.common;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads the body of a request up to a bound, whatever its header promises. */
public final class BoundedBody {

  private static final int HELD_AHEAD = 128 << 10;

  private BoundedBody() {}

  /** The whole body; refused with 413 when it is longer, with 400 when the caller hung up in it. */
  public static byte[] read(Context context, int longest) {
    if (context.contentLength() > longest) {
      throw tooLarge(longest);
    }
    try (InputStream stream = context.bodyInputStream()) {
      int told = context.contentLength();
      // one array where the header tells a size that nobody minds to hold for it
      byte[] body =
          told >= 0 && told <= HELD_AHEAD ? exactly(stream, told) : stream.readNBytes(longest + 1);
      if (body.length > longest) {
        throw tooLarge(longest);
      }
      return body;
    } catch (IOException e) {
      // the network's fault, and no news: gates send again
      throw new BadRequestResponse("the body ended early");
    }
  }

  /** The server lets no more than the header tells through. */
  private static byte[] exactly(InputStream stream, int length) throws IOException {
    byte[] body = new byte[length];
    int read = stream.readNBytes(body, 0, length);
    return read == length ? body : Arrays.copyOf(body, read);
  }

  private static ContentTooLargeResponse tooLarge(int longest) {
    return new ContentTooLargeResponse("the body is larger than %d bytes".formatted(longest));
  }
}
