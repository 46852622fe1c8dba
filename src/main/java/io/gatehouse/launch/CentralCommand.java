package io.gatehouse.launch;

import io.gatehouse.bucket.S3Options;
import io.gatehouse.central.CentralExtras;
import io.gatehouse.central.CentralOptions;
import io.gatehouse.central.CentralServer;
import io.gatehouse.central.access.FirstUser;
import io.gatehouse.central.common.CentralException;
import io.gatehouse.central.hook.HookReceiver;
import io.gatehouse.central.reading.PictureByAddress;
import io.gatehouse.central.reading.ReadingRequest;
import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import io.gatehouse.plate.VietnamGrammar;
import io.gatehouse.read.Recognizers;
import io.gatehouse.snapshot.picture.FetchException;
import io.gatehouse.snapshot.picture.UrlPictures;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gatehouse central}. */
@Command(
    name = "central",
    description = "Runs the central server: takes what the gates tell, shows it to the owner.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class CentralCommand implements Callable<Integer> {

  private static final Logger log = LoggerFactory.getLogger(CentralCommand.class);
  private static final int DONE = 0;
  private static final String HOOK_SECRET = "GATEHOUSE_WEBHOOK_SECRET";
  private static final int LEAST_SECRET = 16;
  private static final Duration FETCH_PATIENCE = Duration.ofSeconds(15);
  private static final int HIGHEST_PORT = 65_535;

  enum Language {
    VI,
    EN
  }

  enum Images {
    DB,
    S3
  }

  @Spec private CommandSpec spec;

  @Option(
      names = "--port",
      defaultValue = "8000",
      description = "Where it listens. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where the embedded database lives (default: ~/.local/share/gatehouse/central)")
  private Path data;

  @Option(
      names = "--database-url",
      paramLabel = "URL",
      defaultValue = "${env:DATABASE_URL}",
      description =
          "postgresql://user:password@host/name instead of the embedded database; best given as the"
              + " variable DATABASE_URL, which other users of the machine do not see")
  private String databaseUrl;

  @Option(
      names = "--images",
      defaultValue = "db",
      description =
          "db, or s3 with the variables S3_BUCKET, AWS_REGION, AWS_ACCESS_KEY_ID,"
              + " AWS_SECRET_ACCESS_KEY and AWS_ENDPOINT_URL. Default: ${DEFAULT-VALUE}.")
  private Images images;

  @Option(
      names = "--allow-origin",
      paramLabel = "ORIGIN",
      description = "Lets pages of another site call this one; may be given several times")
  private List<String> allowedOrigins = new ArrayList<>();

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      description = "The address people use, where a proxy stands before the server")
  private URI publicUrl;

  @Option(
      names = "--zone",
      description = "Time zone of the site, such as Asia/Ho_Chi_Minh (default: this machine's)")
  private ZoneId zone;

  @Option(
      names = "--language",
      defaultValue = "vi",
      description = "vi or en. Default: ${DEFAULT-VALUE}.")
  private Language language;

  @Option(
      names = "--webhook",
      paramLabel = "URL",
      description =
          "Is told of each passage, in Plate Recognizer's form, signed with the variable"
              + " GATEHOUSE_WEBHOOK_SECRET; may be given several times")
  private List<URI> hooks = new ArrayList<>();

  @Option(
      names = "--webhook-with-picture",
      paramLabel = "URL",
      description =
          "The same with the picture, as a form with json and upload; may be given several times")
  private List<URI> pictureHooks = new ArrayList<>();

  @Option(
      names = "--upload-url",
      description =
          "Callers of /v1/plate-reader/ may name a picture by upload_url, which is fetched: from the"
              + " internet alone, within limits of size, time and redirects")
  private boolean uploadUrl;

  @Option(
      names = "--allow-private-urls",
      description = "With --upload-url: also from this machine and its private networks")
  private boolean privateUrls;

  @Option(
      names = "--log-json",
      description =
          "Log everything as one JSON object a line on stderr; never a plate at info level")
  private boolean logJson;

  @Option(names = "--verbose", description = "Show what is logged, and stack traces")
  private boolean verbose;

  @Override
  public Integer call() throws CentralException, InterruptedException {
    if (port < 0 || port > HIGHEST_PORT) {
      throw new ParameterException(
          spec.commandLine(), "--port is %d, it must be 0 to %d".formatted(port, HIGHEST_PORT));
    }
    if (logJson) {
      FileLogging.toConsoleAsJson();
    } else if (verbose) {
      FileLogging.toConsoleToo();
    }
    TimeSource time = TimeSource.system();
    Threads threads = new Threads((thread, e) -> log.error("{} failed", thread.getName(), e));
    CountDownLatch stop = new CountDownLatch(1);
    try (StopSignal _ = new StopSignal(threads, stop::countDown);
        LocalPictureReader reader = reader(time);
        UrlPictures urls =
            UrlPictures.open(privateUrls, FETCH_PATIENCE, ReadingRequest.LARGEST, time);
        CentralServer server = CentralServer.open(options(), extras(reader, urls), time, threads)) {
      spec.commandLine().getOut().println("gatehouse: central on port " + server.port());
      server
          .firstPassword()
          .ifPresent(password ->
              spec.commandLine()
                  .getOut()
                  .println(
                      "gatehouse: first sign-in: user %s, one-time password %s"
                          .formatted(FirstUser.NAME, password)));
      spec.commandLine().getOut().flush();
      stop.await();
    }
    return DONE;
  }

  /** Half the processors read pictures of callers; the other half serve everybody else. */
  private static LocalPictureReader reader(TimeSource time) {
    int atOnce = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    return new LocalPictureReader(
        () -> Recognizers.gatehouse(new VietnamGrammar(), 1), atOnce, time);
  }

  private CentralExtras extras(LocalPictureReader reader, UrlPictures urls) {
    List<HookReceiver> receivers = receivers();
    String secret = System.getenv().getOrDefault(HOOK_SECRET, "");
    if (!receivers.isEmpty() && secret.length() < LEAST_SECRET) {
      throw new ParameterException(
          spec.commandLine(),
          "a webhook needs the variable %s: %d characters or more, known to the receiver too"
              .formatted(HOOK_SECRET, LEAST_SECRET));
    }
    return new CentralExtras(
        Optional.of(reader),
        uploadUrl ? Optional.of(address -> fetched(urls, address)) : Optional.empty(),
        receivers,
        secret);
  }

  /** Who is named both ways gets the picture. */
  private List<HookReceiver> receivers() {
    Map<URI, HookReceiver> receivers = new LinkedHashMap<>();
    hooks.forEach(url -> receivers.put(url, new HookReceiver(url, false)));
    pictureHooks.forEach(url -> receivers.put(url, new HookReceiver(url, true)));
    for (URI hook : receivers.keySet()) {
      if (hook.getHost() == null || !String.valueOf(hook.getScheme()).matches("https?")) {
        throw new ParameterException(
            spec.commandLine(), "the webhook %s is no http or https address".formatted(hook));
      }
    }
    return List.copyOf(receivers.values());
  }

  private static byte[] fetched(UrlPictures urls, String address)
      throws PictureByAddress.NotFetchedException {
    try {
      return urls.fetch(address).bytes();
    } catch (FetchException e) {
      throw new PictureByAddress.NotFetchedException(e.getMessage(), e);
    }
  }

  private CentralOptions options() {
    return new CentralOptions(
        port,
        data == null ? Environment.ofThisProcess().dataFolder().resolve("central") : data,
        Optional.ofNullable(databaseUrl).filter(url -> !url.isBlank()),
        images == Images.S3 ? Optional.of(bucket(System.getenv())) : Optional.empty(),
        allowedOrigins,
        Optional.ofNullable(publicUrl),
        zone == null ? ZoneId.systemDefault() : zone,
        Locale.of(language.name().toLowerCase(Locale.ROOT)));
  }

  private S3Options bucket(Map<String, String> environment) {
    return new S3Options(
        needed(environment, "S3_BUCKET"),
        environment.getOrDefault("AWS_REGION", "us-east-1"),
        needed(environment, "AWS_ACCESS_KEY_ID"),
        needed(environment, "AWS_SECRET_ACCESS_KEY"),
        Optional.ofNullable(environment.get("AWS_ENDPOINT_URL")).filter(url -> !url.isBlank()));
  }

  private String needed(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new ParameterException(
          spec.commandLine(), "--images s3 needs the variable %s".formatted(name));
    }
    return value;
  }
}
