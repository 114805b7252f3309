package org.meanfield.app.console;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;

/// How far a run is, in one line of a terminal that is drawn over again and wiped out at the end.
public final class ProgressBar implements AutoCloseable {
  private static final int LONGEST = 40;
  private static final String EIGHTHS = " ▏▎▍▌▋▊▉";
  private static final String WIPE = "\r\u001b[K";

  /// What the work of a phase is counted in; the rate of a phase that is one piece means nothing.
  private static final Map<String, String> UNITS = Map.of("cells", "particles");

  private final PrintWriter out;
  private final int width;
  private boolean drawn;

  /// @param out a terminal
  /// @param width its columns
  public ProgressBar(PrintWriter out, int width) {
    this.out = out;
    this.width = width;
  }

  /// Draws.
  ///
  /// @param phase what is being done
  /// @param done work done
  /// @param total all work of the phase; 0 if not known
  /// @param seconds since the phase began
  public void at(String phase, double done, double total, double seconds) {
    drawn = true;
    out.print(WIPE + line(phase, done, total, seconds, width - 1));
    out.flush();
  }

  /// Wipes the line out.
  @Override
  public void close() {
    if (drawn) {
      out.print(WIPE);
      out.flush();
    }
  }

  /// {@return the line: as much of it as there is room for}
  ///
  /// @param phase what is being done
  /// @param done work done
  /// @param total all work of the phase; 0 if not known
  /// @param seconds since the phase began
  /// @param room columns
  public static String line(String phase, double done, double total, double seconds, int room) {
    if (!(total > 0)) {
      return fit(phase + "  " + Figures.seconds(seconds), room);
    }
    double share = Math.clamp(done / total, 0, 1);
    String percent = String.format(Locale.ROOT, "%3.0f %%", Math.floor(100 * share));
    String left = "";
    if (done > 0 && seconds > 0.2) {
      left = "  " + Figures.seconds(seconds * (1 / share - 1)) + " left";
    }
    String unit = UNITS.getOrDefault(phase, "");
    String rate =
        done > 0 && seconds > 0 && !unit.isEmpty()
            ? "  " + Figures.prefixed(done / seconds, unit) + "/s"
            : "";
    String head = phase + "  ";
    String tail = "  " + percent + rate + left;
    if (room - head.length() - tail.length() < 10) {
      tail = "  " + percent + left;
    }
    int length = Math.min(LONGEST, room - head.length() - tail.length());
    if (length < 5) {
      return fit(head + percent, room);
    }
    return head + bar(share, length) + tail;
  }

  private static String bar(double share, int length) {
    int eighths = (int) Math.floor(share * length * 8);
    StringBuilder bar = new StringBuilder("█".repeat(eighths / 8));
    if (eighths % 8 > 0) {
      bar.append(EIGHTHS.charAt(eighths % 8));
    }
    return bar.append("·".repeat(length - bar.length())).toString();
  }

  private static String fit(String text, int room) {
    return text.substring(0, Math.min(text.length(), Math.max(0, room)));
  }
}
