package org.meanfield.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/// The command line of the platform.
@Command(
    name = "meanfield",
    description = "Mean-field limits of mixtures of experts, classical and quantum.",
    mixinStandardHelpOptions = true,
    versionProvider = Meanfield.Version.class)
public final class Meanfield implements Runnable {

  /// Runs one command and ends the virtual machine with its exit status.
  ///
  /// @param arguments the command and its options
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Meanfield()).execute(arguments));
  }

  @Override
  public void run() {
    CommandLine.usage(this, System.out);
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
