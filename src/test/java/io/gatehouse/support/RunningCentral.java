package io.gatehouse.support;

import io.gatehouse.bucket.S3Options;
import io.gatehouse.central.CentralOptions;
import io.gatehouse.central.CentralServer;
import io.gatehouse.central.access.Gates;
import io.gatehouse.central.access.Tokens;
import io.gatehouse.central.common.CentralException;
import io.gatehouse.central.store.CentralDatabase;
import io.gatehouse.common.Threads;
import io.gatehouse.common.TimeSource;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Options of a central for tests: any free port, the site in Vietnam. */
public final class RunningCentral {

  private RunningCentral() {}

  /** On the embedded database, pictures in it. */
  public static CentralOptions embedded(Path data) {
    return options(data, Optional.empty(), Optional.empty());
  }

  /** As asked for. */
  public static CentralOptions options(
      Path data, Optional<String> databaseUrl, Optional<S3Options> bucket) {
    return new CentralOptions(
        0,
        data,
        databaseUrl,
        bucket,
        List.of(),
        Optional.empty(),
        ZoneId.of("Asia/Ho_Chi_Minh"),
        Locale.forLanguageTag("vi"));
  }

  /** A gate's token, made past the server, as somebody with the database could. */
  public static String newGate(CentralOptions options, String name) throws CentralException {
    TimeSource time = TimeSource.system();
    try (CentralDatabase database = database(options)) {
      return database
          .jdbi()
          .inTransaction(handle -> {
            long gate = Gates.add(handle, name, time.now());
            return new Tokens(database, time).createForGate(handle, gate, name, "test");
          });
    }
  }

  /** The database of a server, beside it. */
  public static CentralDatabase database(CentralOptions options) throws CentralException {
    return options.databaseUrl().isPresent()
        ? CentralDatabase.postgresql(options.databaseUrl().get())
        : CentralDatabase.embedded(options.data());
  }

  /** A running server; a thread of it that fails, fails loudly. */
  public static CentralServer start(CentralOptions options, TimeSource time)
      throws CentralException {
    return CentralServer.open(
        options,
        time,
        new Threads((thread, e) -> {
          throw new AssertionError(thread.getName() + " failed", e);
        }));
  }
}
