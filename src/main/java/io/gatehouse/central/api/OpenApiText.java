package io.gatehouse.central.api;

import io.gatehouse.central.access.Permission;
import io.gatehouse.central.common.Api;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;

/** The description of the interface. */
public final class OpenApiText implements Api {

  /** Where it lies. */
  public static final String RESOURCE = "/web/openapi.yaml";

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/openapi.yaml", OpenApiText::send, Permission.READ);
  }

  private static void send(Context context) throws IOException {
    try (InputStream text = OpenApiText.class.getResourceAsStream(RESOURCE)) {
      if (text == null) {
        throw new IOException("the resource " + RESOURCE + " is missing");
      }
      context.contentType("application/yaml").result(text.readAllBytes());
    }
  }
}
