package io.gatehouse.launch;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParseResult;

/** The command line: {@code gatehouse} and its commands. */
@Command(
    name = "gatehouse",
    description = "Runs a parking gate. Without a command: the kiosk.",
    subcommands = {
      KioskCommand.class,
      ReadCommand.class,
      ImportCommand.class,
      WatchCommand.class,
      LearnCommand.class,
      CentralCommand.class,
      EnrolCommand.class,
      BarrierCommand.class,
      BackupCommand.class,
      ExportCommand.class,
      RestoreCommand.class,
      UpgradeCommand.class,
      DoctorCommand.class
    },
    mixinStandardHelpOptions = true,
    versionProvider = Gatehouse.Version.class,
    sortOptions = false)
public final class Gatehouse {

  private static final String DEFAULT_COMMAND = "kiosk";

  private Gatehouse() {}

  public static void main(String[] args) {
    System.exit(run(new CommandLine(new Gatehouse()), args));
  }

  /** Runs one command; returns its exit code: 0 done, 1 the work failed, 2 wrong usage. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    return run(new CommandLine(new Gatehouse()).setOut(out).setErr(err), args);
  }

  private static int run(CommandLine line, String... args) {
    line.setExecutionExceptionHandler(new OneClearLine());
    line.setParameterExceptionHandler(new OneClearLine());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    addStackTraces(line);
    return line.execute(withDefaultCommand(line, args));
  }

  /** Every command takes {@code --verbose}, those too that do nothing else with it. */
  private static void addStackTraces(CommandLine line) {
    for (CommandLine command : line.getSubcommands().values()) {
      if (command.getCommandSpec().findOption(StackTraces.OPTION) == null) {
        command.addMixin("stackTraces", new StackTraces());
      }
      addStackTraces(command);
    }
  }

  /** {@code gatehouse --camera demo:} is {@code gatehouse kiosk --camera demo:}. */
  private static String[] withDefaultCommand(CommandLine line, String[] args) {
    boolean named =
        args.length > 0
            && (line.getSubcommands().containsKey(args[0])
                || line.getCommandSpec().findOption(args[0]) != null
                || !args[0].startsWith("-"));
    if (named) {
      return args;
    }
    String[] all = new String[args.length + 1];
    all[0] = DEFAULT_COMMAND;
    System.arraycopy(args, 0, all, 1, args.length);
    return all;
  }

  /** Version of the package, or of the built jar, or {@code development} when run from classes. */
  static final class Version implements IVersionProvider {

    /** Set by the launcher that the installer makes. */
    private static final String PACKAGED = "gatehouse.version";

    static String text() {
      String packaged = System.getProperty(PACKAGED, "");
      if (!packaged.isBlank()) {
        return packaged;
      }
      String version = Gatehouse.class.getPackage().getImplementationVersion();
      return version == null ? "development" : version;
    }

    @Override
    public String[] getVersion() {
      return new String[] {"Gatehouse " + text()};
    }
  }

  /** Every error is one line on stderr; its stack trace only under {@code --verbose}. */
  private static final class OneClearLine
      implements CommandLine.IExecutionExceptionHandler, CommandLine.IParameterExceptionHandler {

    @Override
    public int handleExecutionException(Exception e, CommandLine line, ParseResult parsed) {
      line.getErr().println("gatehouse: " + message(e));
      if (line.getParseResult().hasMatchedOption(StackTraces.OPTION)) {
        e.printStackTrace(line.getErr());
      }
      return CommandLine.ExitCode.SOFTWARE;
    }

    @Override
    public int handleParseException(CommandLine.ParameterException e, String[] args) {
      CommandLine line = e.getCommandLine();
      line.getErr().println("gatehouse: " + e.getMessage());
      line.getErr()
          .println("Try '" + line.getCommandSpec().qualifiedName() + " --help' for what it takes.");
      return CommandLine.ExitCode.USAGE;
    }

    private static String message(Throwable e) {
      return e.getMessage() == null || e.getMessage().isBlank()
          ? e.getClass().getSimpleName()
          : e.getMessage().lines().findFirst().orElseThrow();
    }
  }
}
