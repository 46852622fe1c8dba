package io.gatehouse.central.common;

import io.javalin.config.RoutesConfig;

/** One area of what the server answers. */
@FunctionalInterface
public interface Api {

  /** Adds its routes; called once, before the server starts. */
  void register(RoutesConfig routes);
}
