package io.gatehouse.central;

import io.gatehouse.central.common.Api;
import io.gatehouse.central.common.Json;
import io.gatehouse.central.common.Metrics;
import io.gatehouse.central.reading.ReadingRequest;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.router.Endpoint;
import java.util.List;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Javalin as this server wants it: virtual threads, bounds on everything, answers in JSON. */
final class WebServer {

  private static final Logger log = LoggerFactory.getLogger(WebServer.class);

  /** Larger than the largest event: a picture in base64 in it. Pictures alone have their own. */
  private static final long LARGEST_BODY = 4L << 20;

  private static final long IDLE_MILLIS = 60_000;
  private static final long STOP_MILLIS = 10_000;
  private static final long SHUTDOWN_IDLE_MILLIS = 200;

  private WebServer() {}

  /** Starts answering. */
  static Javalin start(int port, List<Api> areas, Metrics metrics) {
    return Javalin.create(config -> configure(config, port, areas, metrics)).start();
  }

  private static void configure(JavalinConfig config, int port, List<Api> areas, Metrics metrics) {
    config.concurrency.useVirtualThreads = true;
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.maxRequestSize = LARGEST_BODY;
    config.jetty.multipartConfig.maxFileSize(ReadingRequest.LARGEST, SizeUnit.BYTES);
    config.jetty.multipartConfig.maxTotalRequestSize(2L * ReadingRequest.LARGEST, SizeUnit.BYTES);
    config.http.defaultContentType = "application/json";
    config.http.prefer405over404 = true;
    config.jsonMapper(new Json());
    config.jetty.addConnector((server, http) -> connector(server, http, port));
    config.requestLogger.http((context, millis) -> count(metrics, context, millis));
    answerInJson(config.routes);
    areas.forEach(area -> area.register(config.routes));
  }

  private static ServerConnector connector(Server server, HttpConfiguration http, int port) {
    server.setStopTimeout(STOP_MILLIS);
    http.setSendServerVersion(false);
    http.setIdleTimeout(IDLE_MILLIS);
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setPort(port);
    connector.setIdleTimeout(IDLE_MILLIS);
    // connections that wait for a next request do not hold up the end
    connector.setShutdownIdleTimeout(SHUTDOWN_IDLE_MILLIS);
    return connector;
  }

  private static void answerInJson(RoutesConfig routes) {
    routes.exception(
        HttpResponseException.class,
        (e, context) -> {
          e.getDetails().forEach(context::header);
          refuse(context, e.getStatus(), e.getMessage());
        });
    routes.exception(Exception.class, WebServer::fail);
  }

  private static void refuse(Context context, int status, String why) {
    context.status(status).json(Json.refusal(why == null ? "refused" : why));
  }

  private static void fail(Exception e, Context context) {
    log.error("{} {} failed", context.method(), route(context), e);
    refuse(context, HttpStatus.INTERNAL_SERVER_ERROR.getCode(), "the server failed; it is logged");
  }

  private static void count(Metrics metrics, Context context, float millis) {
    String route = route(context);
    String[] labels = {
      "method", context.method().name(), "route", route, "status", "" + context.statusCode()
    };
    metrics.count("gatehouse_requests_total", labels);
    metrics.add("gatehouse_request_seconds_total", millis / 1000.0, "route", route);
  }

  /** The route, not the path: a path may hold a plate. */
  private static String route(Context context) {
    Endpoint endpoint = context.endpoints().matchedHttpEndpoint();
    return endpoint == null ? "none" : endpoint.path;
  }
}
