package org.meanfield.app;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Tells of arguments that cannot be understood: what is wrong, what may have been meant, where to
/// read on.
final class Slips implements IParameterExceptionHandler {

  @Override
  public int handleParseException(ParameterException slip, String[] arguments) {
    CommandSpec command = slip.getCommandLine().getCommandSpec();
    String name = command.qualifiedName();
    CommandLine line = slip.getCommandLine();
    line.getErr().println(name + ": " + sentence(slip, command));
    line.getErr().println("try '" + name + " --help'");
    return Status.MISTAKE;
  }

  private static String sentence(ParameterException slip, CommandSpec command) {
    if (slip instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched.getUnmatched().getFirst(), command);
    }
    String message = String.valueOf(slip.getMessage()).lines().findFirst().orElse("");
    return message.isEmpty()
        ? "cannot be understood"
        : message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
  }

  private static String unmatched(String word, CommandSpec command) {
    if (word.startsWith("-")) {
      List<String> known =
          command.options().stream().flatMap(option -> List.of(option.names()).stream()).toList();
      String name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
      return "there is no option '%s'%s".formatted(name, Words.suggestion(name, known));
    }
    if (!command.subcommands().isEmpty()) {
      return "there is no command '%s'%s"
          .formatted(word, Words.suggestion(word, command.subcommands().keySet()));
    }
    return "one argument too many: '%s'".formatted(word);
  }
}
