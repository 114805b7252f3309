package org.meanfield.app;

import java.util.List;
import java.util.Locale;
import org.meanfield.api.Place;
import org.meanfield.app.console.Json;
import org.meanfield.app.console.JsonOption;
import org.meanfield.app.console.Mistakes;
import org.meanfield.app.console.Refusal;
import org.meanfield.app.console.Status;
import org.meanfield.app.console.Words;
import org.meanfield.core.Mistake;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
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
    String sentence = sentence(slip, command);
    String remedy = "try '" + name + " --help'";
    line.getErr().println(name + ": " + sentence);
    line.getErr().println(remedy);
    if (List.of(arguments).contains(JsonOption.NAME)) {
      Mistake mistake = new Mistake(code(slip), Place.of(name), sentence, remedy);
      Json.print(
          line.getOut(),
          json -> json.objects("mistakes", List.of(mistake), one -> Mistakes.write(json, one)));
    }
    return Status.MISTAKE;
  }

  private static String code(ParameterException slip) {
    return switch (slip) {
      case UnmatchedArgumentException _ -> Refusal.UNKNOWN_WORD;
      case MissingParameterException _ -> Refusal.MISSING;
      case OverwrittenOptionException _ -> Refusal.TWICE;
      case MutuallyExclusiveArgsException _ -> Refusal.EXCLUSIVE;
      default -> Refusal.BAD_VALUE;
    };
  }

  private static String sentence(ParameterException slip, CommandSpec command) {
    if (slip instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched.getUnmatched().getFirst(), command);
    }
    if (slip.getArgSpec() instanceof OptionSpec option
        && slip.getValue() != null
        && List.of(long.class, Long.class).contains(option.type())) {
      return "%s must be an integer from %d to %d, got '%s'"
          .formatted(option.longestName(), Long.MIN_VALUE, Long.MAX_VALUE, slip.getValue());
    }
    String message =
        String.valueOf(slip.getMessage())
            .lines()
            .findFirst()
            .orElse("")
            .replaceFirst("^Error: ", "");
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
