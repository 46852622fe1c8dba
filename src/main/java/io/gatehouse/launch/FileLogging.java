package io.gatehouse.launch;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/**
 * Writes the log beside the data, in a few files of bounded size, so that a full disk is never the
 * log's doing.
 */
final class FileLogging {

  private static final String NAME = "FILE";
  private static final int FILES_KEPT = 4;
  private static final FileSize FILE_SIZE = new FileSize(2 * FileSize.MB_COEFFICIENT);

  private FileLogging() {}

  /** Shows on stderr everything that is logged, not only what somebody should act on. */
  static void toConsoleToo() {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("STDERR").clearAllFilters();
  }

  /** Everything from info on as one JSON object a line, for whatever collects logs. */
  static void toConsoleAsJson() {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    JsonEncoder encoder = new JsonEncoder();
    encoder.setContext(context);
    encoder.setWithFormattedMessage(true);
    encoder.setWithMessage(false);
    encoder.setWithArguments(false);
    encoder.start();
    ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
    console.setContext(context);
    console.setTarget("System.err");
    console.setEncoder(encoder);
    console.start();
    Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.detachAppender("STDERR");
    root.addAppender(console);
  }

  /** Logs to {@code folder/gatehouse.log} too, and no longer to the folder named before. */
  static void into(Path folder) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();

    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{24} - %msg%n");
    encoder.start();

    RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
    file.setContext(context);
    file.setName(NAME);
    file.setFile(folder.resolve("gatehouse.log").toString());
    file.setEncoder(encoder);

    FixedWindowRollingPolicy rolling = new FixedWindowRollingPolicy();
    rolling.setContext(context);
    rolling.setParent(file);
    rolling.setFileNamePattern(folder.resolve("gatehouse.%i.log").toString());
    rolling.setMinIndex(1);
    rolling.setMaxIndex(FILES_KEPT);
    rolling.start();

    SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
    size.setContext(context);
    size.setMaxFileSize(FILE_SIZE);
    size.start();

    file.setRollingPolicy(rolling);
    file.setTriggeringPolicy(size);
    Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    Appender<ILoggingEvent> before = root.getAppender(NAME);
    if (before != null) {
      root.detachAppender(before);
      before.stop();
    }
    file.start();
    root.addAppender(file);
  }
}
