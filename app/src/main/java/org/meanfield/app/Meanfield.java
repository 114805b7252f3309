package org.meanfield.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meanfield.app.circuit.CircuitBenchCommand;
import org.meanfield.app.circuit.CircuitCommand;
import org.meanfield.app.circuit.InsightCommand;
import org.meanfield.app.console.Json;
import org.meanfield.app.console.JsonOption;
import org.meanfield.app.console.Mistakes;
import org.meanfield.app.console.Refusal;
import org.meanfield.app.console.Shell;
import org.meanfield.app.console.StandardOutput;
import org.meanfield.app.console.Status;
import org.meanfield.app.console.Terminal;
import org.meanfield.app.plugin.PluginsCommand;
import org.meanfield.app.study.CheckCommand;
import org.meanfield.app.study.EvalCommand;
import org.meanfield.app.study.InitCommand;
import org.meanfield.app.study.ReportCommand;
import org.meanfield.app.study.RunCommand;
import org.meanfield.app.transport.TransportBenchCommand;
import org.meanfield.app.transport.W2Command;
import org.meanfield.core.Mistake;
import org.meanfield.core.Platform;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/// The command line of the platform.
@Command(
    name = "meanfield",
    header = "Mean-field limits of mixtures of experts, classical and quantum.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Meanfield.Version.class,
    commandListHeading = "%nCommands%n",
    optionListHeading = "%nOptions%n",
    footerHeading = "%nExamples%n",
    footer = {
      "  meanfield run studies/digits.yaml       train, solve the limit, measure, report",
      "  meanfield check studies/digits.yaml     what would be run, and what it would cost",
      "  meanfield init train > mine.yaml        a commented study to start from",
      "  meanfield help run                      more on one command"
    })
public final class Meanfield implements Runnable {
  private static final int HELP_WIDTH = 100;

  /// Names the folder of plugins.
  private static final String PLUGINS = "meanfield.plugins";

  private final Shell shell;

  @Spec private @Nullable CommandSpec spec;

  private Meanfield(Shell shell) {
    this.shell = shell;
  }

  /// Runs one command and ends the virtual machine with its exit status.
  ///
  /// @param arguments the command and its options
  public static void main(String[] arguments) {
    // Numbers look the same wherever the program runs.
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    StandardOutput output = new StandardOutput(new FileOutputStream(FileDescriptor.out));
    PrintWriter out = new PrintWriter(output, false, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int status = run(arguments, out, err, Terminal.detect());
    System.exit(status == Status.DONE ? written(output, err) : status);
  }

  private static int written(StandardOutput output, PrintWriter err) {
    Optional<String> failure = output.failure();
    failure.ifPresent(
        reason -> err.println("meanfield: standard output could not be written: " + reason));
    return failure.isPresent() ? Status.FAILED : Status.DONE;
  }

  /// Runs one command, for a reader that is no terminal.
  ///
  /// @param arguments the command and its options
  /// @param out standard output
  /// @param err standard error
  /// @return the exit status: 0 done, 1 something has no result, 2 a mistake of the user's, 3 a
  ///   fault of ours
  public static int run(String[] arguments, PrintWriter out, PrintWriter err) {
    return run(arguments, out, err, Terminal.none());
  }

  private static int run(String[] arguments, PrintWriter out, PrintWriter err, Terminal terminal) {
    try {
      CommandLine line = commands(new Shell(out, err, terminal, started()));
      // picocli would show the general help for '… --help' of a command that is not there.
      return isCommand(arguments, line)
          ? line.execute(arguments)
          : new Slips()
              .handleParseException(
                  new UnmatchedArgumentException(line, List.of(arguments)), arguments);
    } catch (OutOfMemoryError _) {
      err.println(
          "meanfield: out of memory; give the program more, as in MEANFIELD_JAVA_OPTS=-Xmx8g, or"
              + " ask for less");
      return Status.FAILED;
    } catch (RuntimeException | Error fault) { // whatever it is, the user is told what to do
      return ours(fault, err);
    } finally {
      out.flush();
      err.flush();
    }
  }

  private static boolean isCommand(String[] arguments, CommandLine line) {
    return arguments.length == 0
        || arguments[0].startsWith("-")
        || line.getSubcommands().containsKey(arguments[0]);
  }

  private static CommandLine commands(Shell shell) {
    CommandLine line = new CommandLine(new Meanfield(shell));
    List.of(
            new RunCommand(shell),
            new CheckCommand(shell),
            new CircuitCommand(shell),
            new InitCommand(shell),
            new ReportCommand(shell),
            new InsightCommand(shell),
            new EvalCommand(shell),
            new W2Command(shell),
            new PluginsCommand(shell))
        .forEach(line::addSubcommand);
    line.addSubcommand(
        new CommandLine(new BenchCommand(shell))
            .addSubcommand(new CircuitBenchCommand(shell))
            .addSubcommand(new TransportBenchCommand(shell)));
    line.getSubcommands().values().forEach(Meanfield::addHelp);
    line.addSubcommand(new HelpCommand());
    return line.setOut(shell.out())
        .setErr(shell.err())
        .setExpandAtFiles(false)
        .setUsageHelpWidth(HELP_WIDTH)
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(
                shell.terminal().out() && shell.terminal().colour() ? Ansi.ON : Ansi.OFF))
        .setParameterExceptionHandler(new Slips())
        .setExitCodeExceptionMapper(_ -> Status.FAULT)
        .setExecutionExceptionHandler((thrown, at, _) -> failed(thrown, at, shell));
  }

  private static void addHelp(CommandLine line) {
    line.getCommandSpec()
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help and exit.")
                .build());
    line.getSubcommands().values().forEach(Meanfield::addHelp);
  }

  private static int failed(Exception thrown, CommandLine line, Shell shell) {
    return switch (thrown) {
      case Refusal refusal -> refused(refusal.mistakes(), line, shell);
      case UncheckedIOException e when e.getCause() instanceof FileSystemException cause ->
          stopped(cause, shell);
      case FileSystemException e -> stopped(e, shell);
      case ExecutionException e when e.getCause() instanceof Error error -> throw error;
      default -> ours(thrown, shell.err());
    };
  }

  private static int refused(List<Mistake> mistakes, CommandLine line, Shell shell) {
    mistakes.forEach(mistake -> shell.err().println(mistake));
    if (line.getParseResult().hasMatchedOption(JsonOption.NAME)) {
      Json.print(
          shell.out(),
          json -> json.objects("mistakes", mistakes, mistake -> Mistakes.write(json, mistake)));
    }
    return Status.MISTAKE;
  }

  // The JDK says no more than the kind of exception where a file is not there or not open to us.
  private static int stopped(FileSystemException e, Shell shell) {
    String reason =
        switch (e) {
          case AccessDeniedException _ -> "access denied";
          case NoSuchFileException _ -> "no such file";
          case FileAlreadyExistsException _ -> "something else is there already";
          default -> e.getReason() == null ? "the system refuses it" : e.getReason();
        };
    shell.err().println("meanfield: cannot go on: " + visible(e.getFile()) + ": " + reason);
    return Status.FAILED;
  }

  /// {@return the file as users know it: while `x.csv` is being written it is called `.x.csv.part`}
  static String visible(@Nullable String file) {
    return Pattern.compile("(^|[/\\\\])\\.([^/\\\\]+)\\.part$")
        .matcher(String.valueOf(file))
        .replaceFirst("$1$2");
  }

  private static int ours(Throwable fault, PrintWriter err) {
    err.println(
        "meanfield: this is a fault of ours, not yours; please report it with the command, the"
            + " study and these lines:");
    fault.printStackTrace(err);
    return Status.FAULT;
  }

  private static Supplier<Platform> started() {
    return new Supplier<>() {
      private @Nullable Platform platform;

      @Override
      public Platform get() {
        Platform one = platform;
        if (one == null) {
          one = Platform.start(Optional.ofNullable(System.getProperty(PLUGINS)).map(Path::of));
          platform = one;
        }
        return one;
      }
    };
  }

  @Override
  public void run() {
    Objects.requireNonNull(spec).commandLine().usage(shell.out());
  }

  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version =
          Meanfield.class.getModule().getDescriptor().rawVersion().orElse("(no version)");
      return new String[] {"meanfield " + version};
    }
  }
}
