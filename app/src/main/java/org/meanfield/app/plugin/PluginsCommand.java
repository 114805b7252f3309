package org.meanfield.app.plugin;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.meanfield.app.console.Json;
import org.meanfield.app.console.JsonOption;
import org.meanfield.app.console.Refusal;
import org.meanfield.app.console.Shell;
import org.meanfield.app.console.Words;
import org.meanfield.core.PluginRow;
import org.meanfield.core.ServiceDescription;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Lists every service, and what is broken; describes one.
@Command(
    name = "plugins",
    description = "What there is to choose from, and what each choice takes.",
    synopsisSubcommandLabel = "[list | describe ID]",
    sortOptions = false,
    footerHeading = "%nExamples%n",
    footer = {
      "  meanfield plugins                        every expert, integrator, solver and data source",
      "  meanfield plugins describe rk4           its settings, claims and sources",
      "  meanfield plugins describe sinkhorn --json"
    })
public final class PluginsCommand implements Runnable {
  private final Shell shell;

  @Mixin private JsonOption json = new JsonOption();

  public PluginsCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    list(json);
  }

  @Command(description = "Every service, and what is broken.")
  public void list(@Mixin JsonOption format) {
    List<PluginRow> rows = shell.platform().get().plugins();
    if (format.isAsked()) {
      Json.print(shell.out(), doc -> PluginPages.list(doc, rows));
    } else {
      // A program that reads the list finds a service on a line.
      int room = shell.terminal().out() ? shell.terminal().width() : Integer.MAX_VALUE;
      PluginPages.list(shell.out(), rows, room);
    }
  }

  @Command(description = "Settings, claims and sources of one service.")
  public void describe(
      @Parameters(paramLabel = "ID", description = "Such as rk4, or acme:my-expert.") String id,
      @Mixin JsonOption format)
      throws Refusal {
    List<ServiceDescription> found = shell.platform().get().describe(id);
    if (found.isEmpty()) {
      throw Refusal.of(Refusal.UNKNOWN_SERVICE, "ID", unknown(id));
    }
    if (format.isAsked()) {
      Json.print(shell.out(), doc -> PluginPages.descriptions(doc, found));
    } else {
      PluginPages.descriptions(shell.out(), found);
    }
  }

  private String unknown(String id) {
    List<String> known =
        shell.platform().get().plugins().stream()
            .map(PluginRow::id)
            .filter(name -> !name.isEmpty())
            .flatMap(name -> Stream.of(name, PluginPages.shortened(name)))
            .distinct()
            .toList();
    return "there is no '%s'%s 'meanfield plugins' lists what there is"
        .formatted(
            id,
            Optional.of(Words.suggestion(id, known)).filter(hint -> !hint.isEmpty()).orElse(";"));
  }
}
