package io.gatehouse.central.page;

import io.gatehouse.central.access.Permission;
import io.gatehouse.central.common.Api;
import io.gatehouse.common.Sha256;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Serves the page's files. What lies in {@code signin} is open to anyone; without a session the
 * page itself is answered with the way to the sign-in.
 */
public final class PageFiles implements Api {

  private static final String OPEN = "signin";
  private static final List<String> FOLDERS = List.of("app", "css", "i18n");

  /** One name without a path; what is asked for never leaves its folder. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9]{1,40}\\.([a-z]{2,5})");

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "json", "application/json; charset=utf-8",
          "svg", "image/svg+xml");

  private final Predicate<Context> signedIn;
  private final Map<String, File> files = new ConcurrentHashMap<>();

  /**
   * @param signedIn whether a request comes with a session
   */
  public PageFiles(Predicate<Context> signedIn) {
    this.signedIn = signedIn;
  }

  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  private record File(byte[] content, String type, String etag) {}

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/", this::page, Permission.PUBLIC);
    routes.get("/" + OPEN, context -> send(context, OPEN + "/index.html"), Permission.PUBLIC);
    routes.get("/" + OPEN + "/{file}", context -> sendFrom(context, OPEN), Permission.PUBLIC);
    for (String folder : FOLDERS) {
      routes.get(
          "/" + folder + "/{file}", context -> sendFrom(context, folder), Permission.OWN_SESSION);
    }
  }

  private void page(Context context) {
    if (signedIn.test(context)) {
      send(context, "index.html");
    } else {
      context.redirect("/" + OPEN, HttpStatus.SEE_OTHER);
    }
  }

  private void sendFrom(Context context, String folder) {
    send(context, folder + "/" + context.pathParam("file"));
  }

  /** Asked for again each time, and answered with 304: a new version shows at once. */
  private void send(Context context, String path) {
    File file = files.get(path);
    if (file == null) {
      file = load(path);
      files.put(path, file); // only files that are there: strangers cannot fill it
    }
    context.header("Cache-Control", "no-cache").header("ETag", file.etag());
    if (file.etag().equals(context.header("If-None-Match"))) {
      context.status(HttpStatus.NOT_MODIFIED);
    } else {
      context.contentType(file.type()).result(file.content());
    }
  }

  private static File load(String path) {
    Matcher name = NAME.matcher(path.substring(path.indexOf('/') + 1));
    String type = name.matches() ? TYPES.get(name.group(1)) : null;
    if (type == null) {
      throw new NotFoundResponse("no such file");
    }
    try (InputStream in = PageFiles.class.getResourceAsStream("/web/" + path)) {
      if (in == null) {
        throw new NotFoundResponse("no such file");
      }
      byte[] content = in.readAllBytes();
      return new File(content, type, '"' + Sha256.of(content) + '"');
    } catch (IOException e) {
      throw new UncheckedIOException("the jar cannot be read: web/" + path, e);
    }
  }
}
