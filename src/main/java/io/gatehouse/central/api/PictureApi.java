package io.gatehouse.central.api;

import io.gatehouse.central.access.AuditAction;
import io.gatehouse.central.access.Permission;
import io.gatehouse.central.common.Api;
import io.gatehouse.central.common.Parameters;
import io.gatehouse.central.image.ImageVault;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Pictures of the rows of the history. */
public final class PictureApi implements Api {

  private static final int NO_SUCH_RANGE = 416;
  private static final String FOR_EVER = "private, max-age=31536000, immutable";
  private static final String ASK_AGAIN = "private, no-cache";

  private final Site site;
  private final ImageVault pictures;

  /** Wires the route. */
  public PictureApi(Site site, ImageVault pictures) {
    this.site = site;
    this.pictures = pictures;
  }

  /** Hashes of one side's pictures; null where there is none. */
  private record Side(String full, String crop, String thumbnail) {

    static Side of(ResultSet row, String side) throws SQLException {
      return new Side(
          row.getString(side + "_full"),
          row.getString(side + "_crop"),
          row.getString(side + "_thumbnail"));
    }

    /** Of that size, or else the nearest that there is. */
    Optional<String> hash(String size) {
      Stream<String> order =
          switch (size) {
            case "full" -> Stream.of(full, crop, thumbnail);
            case "crop" -> Stream.of(crop, full, thumbnail);
            case "thumb" -> Stream.of(thumbnail, crop, full);
            default -> throw new BadRequestResponse("'size' is full, crop or thumb");
          };
      return order.filter(Objects::nonNull).findFirst();
    }
  }

  private record Row(String plate, Side entry, Side exit) {

    Side side(Optional<String> asked) {
      return switch (asked.orElse("")) {
        case "" -> entry.hash("full").isPresent() ? entry : exit;
        case "entry" -> entry;
        case "exit" -> exit;
        default -> throw new BadRequestResponse("'side' is entry or exit");
      };
    }
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/plate-image/{id}", this::picture, Permission.READ);
  }

  private void picture(Context context) throws IOException {
    long id = Parameters.id(context);
    String size = Parameters.text(context, "size").orElse("full");
    Row row =
        site.database()
            .jdbi()
            .withHandle(handle -> row(handle, id))
            .orElseThrow(() -> new NotFoundResponse("there is no such row"));
    Side side = row.side(Parameters.text(context, "side"));
    String hash = side.hash(size).orElseThrow(PictureApi::noPicture);
    if (!size.equals("thumb")) {
      site.audit()
          .look(site.audit().row(context, AuditAction.PICTURE, size).about(id, row.plate()));
    }
    Optional<String> version = Parameters.text(context, "v");
    boolean isThisOne = version.equals(Optional.of(hash)) || version.equals(side.hash("full"));
    context
        .header("ETag", '"' + hash + '"')
        .header("Cache-Control", version.isPresent() && isThisOne ? FOR_EVER : ASK_AGAIN);
    if (isKnown(context.header("If-None-Match"), hash)) {
      context.status(HttpStatus.NOT_MODIFIED);
      return;
    }
    send(context, pictures.find(hash).orElseThrow(PictureApi::noPicture), hash);
  }

  private static NotFoundResponse noPicture() {
    return new NotFoundResponse("there is no such picture, or it went because of its age");
  }

  private static Optional<Row> row(Handle handle, long id) {
    return handle
        .createQuery(
            """
            SELECT plate_id, entry_full, entry_crop, entry_thumbnail,
              exit_full, exit_crop, exit_thumbnail FROM vehicle WHERE id = :id
            """)
        .bind("id", id)
        .map((row, _) ->
            new Row(row.getString("plate_id"), Side.of(row, "entry"), Side.of(row, "exit")))
        .findOne();
  }

  private static boolean isKnown(String known, String hash) {
    return known != null && (known.strip().equals("*") || known.contains(hash));
  }

  private static void send(Context context, byte[] jpeg, String hash) {
    context.contentType("image/jpeg").header("Accept-Ranges", "bytes");
    // a picture has no characters
    context.res().setCharacterEncoding(null);
    String ifRange = context.header("If-Range");
    Optional<ByteRange> range =
        ifRange == null || ifRange.contains(hash)
            ? ByteRange.parse(context.header("Range"))
            : Optional.empty();
    if (range.isEmpty()) {
      whole(context, jpeg);
      return;
    }
    Optional<ByteRange.Part> part = range.get().of(jpeg.length);
    if (part.isEmpty()) {
      context.status(NO_SUCH_RANGE).header("Content-Range", "bytes */" + jpeg.length);
      return;
    }
    int first = part.get().first();
    int last = part.get().last();
    context
        .status(HttpStatus.PARTIAL_CONTENT)
        .header("Content-Range", "bytes %d-%d/%d".formatted(first, last, jpeg.length));
    whole(context, Arrays.copyOfRange(jpeg, first, last + 1));
  }

  /** With its length told: a JPEG does not become smaller, and need not be sent in chunks. */
  private static void whole(Context context, byte[] bytes) {
    context.disableCompression();
    context.res().setContentLength(bytes.length);
    context.result(bytes);
  }
}
