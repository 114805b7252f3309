package org.meanfield.api.quantum;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.meanfield.api.quantum.Sketch.Mark;

/// A drawing as an SVG document that needs nothing else: system fonts, its own colours for light
/// and dark.
final class CircuitSvg {
  private static final String STYLE =
      """
      svg{--paper:#fff;--ink:#18181d;--soft:#5c5b64;--wire:#a9a69d;--fixed:#f4f2ec;--data:#f8e7cd;--data-edge:#b06c10;\
      --trained:#e4dff5;--trained-edge:#4a3a93;--noise:#fbe3e6;--noise-edge:#b13a4f;color-scheme:light dark}
      @media (prefers-color-scheme:dark){svg{--paper:#19191f;--ink:#ecebe6;--soft:#a09fa8;--wire:#63626c;--fixed:#2a2a33;\
      --data:#3a2d17;--data-edge:#f0b267;--trained:#2a2548;--trained-edge:#b3a6ff;--noise:#3b2028;--noise-edge:#ef8a9d}}
      .paper{fill:var(--paper)} .wire{stroke:var(--wire);stroke-width:1.2}
      .join,.sign{stroke:var(--ink);stroke-width:1.4;fill:none} .dot{fill:var(--ink);stroke:var(--ink);stroke-width:1.4}
      .open{fill:var(--paper)} text{font:13px system-ui,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif;fill:var(--ink);\
      text-anchor:middle;dominant-baseline:central} .name,.note{fill:var(--soft)} .name{text-anchor:end} .note{text-anchor:start}
      .port{fill:var(--soft);font-size:11px}
      .fixed{fill:var(--fixed);stroke:var(--soft)} .data{fill:var(--data);stroke:var(--data-edge)}
      .trained{fill:var(--trained);stroke:var(--trained-edge)} .noise{fill:var(--noise);stroke:var(--noise-edge);stroke-dasharray:4 3}
      """;

  private static final double PITCH = 42;
  private static final double BOX = 30;
  private static final double GAP = 12;
  private static final double MARGIN = 10;
  private static final double LETTER = 7.4;
  private static final double PADDING = 14;
  private static final double NOTE = 20;
  private static final double PORT = 13;

  private final int qubits;
  private final List<List<Sketch>> columns;
  private final List<String> notes;
  private final StringBuilder shapes = new StringBuilder();

  CircuitSvg(int qubits, List<List<Sketch>> columns, List<String> notes) {
    this.qubits = qubits;
    this.columns = columns;
    this.notes = notes;
  }

  String folded(int width) {
    double name = MARGIN + LETTER * ("q" + (qubits - 1)).length() + 8;
    List<Integer> starts = new ArrayList<>();
    double right = 0;
    double x = Double.POSITIVE_INFINITY;
    for (int column = 0; column < columns.size(); column++) {
      double w = width(column);
      if (x + w + GAP + MARGIN > width) {
        starts.add(column);
        x = name + GAP;
      }
      x += w + GAP;
      right = Math.max(right, x);
    }
    if (starts.isEmpty()) {
      starts.add(0);
      right = name + 4 * GAP;
    }
    double band = qubits * PITCH + (starts.size() > 1 ? PITCH / 2 : 0);
    for (int b = 0; b < starts.size(); b++) {
      boolean last = b + 1 == starts.size();
      band(
          MARGIN + b * band, name, right, starts.get(b), last ? columns.size() : starts.get(b + 1));
    }
    double y = MARGIN + starts.size() * band + NOTE / 2;
    for (String note : notes) {
      text("note", MARGIN, y, note);
      right = Math.max(right, MARGIN + LETTER * note.length());
      y += NOTE;
    }
    double height = y + MARGIN - NOTE / 2;
    double whole = right + MARGIN;
    String size =
        "viewBox=\"0 0 %s %s\" width=\"%s\" height=\"%s\""
            .formatted(number(whole), number(height), number(whole), number(height));
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" %s role=\"img\">\n".formatted(size)
        + "<title>A circuit on %d qubit%s, time running to the right</title>\n"
            .formatted(qubits, qubits == 1 ? "" : "s")
        + "<style>\n%s</style>\n".formatted(STYLE)
        + "<rect class=\"paper\" width=\"100%\" height=\"100%\"/>\n"
        + shapes
        + "</svg>\n";
  }

  private double width(int column) {
    double width = BOX / 2;
    for (Sketch sketch : columns.get(column)) {
      width =
          Math.max(
              width,
              switch (sketch) {
                case Sketch.Block(_, _, String label) -> 2 * PORT + box(label);
                case Sketch.Linked(_, var marks) ->
                    marks.values().stream()
                        .mapToDouble(
                            mark -> mark instanceof Mark.Box(String label) ? box(label) : 0)
                        .max()
                        .orElse(0);
              });
    }
    return width;
  }

  private static double box(String label) {
    return Math.max(BOX, LETTER * label.codePointCount(0, label.length()) + PADDING);
  }

  private void band(double top, double name, double right, int first, int end) {
    for (int q = 0; q < qubits; q++) {
      double y = y(top, q);
      text("name", name - 6, y, "q" + q);
      line("wire", name, y, right, y);
    }
    double x = name + GAP;
    for (int column = first; column < end; column++) {
      double width = width(column);
      for (Sketch sketch : columns.get(column)) {
        draw(sketch, top, x + width / 2);
      }
      x += width + GAP;
    }
  }

  private static double y(double top, int q) {
    return top + (q + 0.5) * PITCH;
  }

  private void draw(Sketch sketch, double top, double x) {
    double from = y(top, sketch.first());
    double to = y(top, sketch.last());
    String kind = sketch.kind().name().toLowerCase(Locale.ROOT);
    switch (sketch) {
      case Sketch.Block(_, var ports, String label) -> {
        double width = 2 * PORT + box(label);
        rectangle(kind, x - width / 2, from - BOX / 2, width, to - from + BOX);
        for (int q = sketch.first(); q <= sketch.last(); q++) {
          double y = y(top, q);
          String port = ports.getOrDefault(q, "");
          if (!ports.containsKey(q)) {
            line("wire", x - width / 2, y, x + width / 2, y);
          } else if (!port.isEmpty()) {
            text("port", x - width / 2 + PORT / 2 + 2, y, port);
          }
        }
        // Between two wires, so that none of those that run through strikes it out.
        text("", x, from + PITCH / 2, label);
      }
      case Sketch.Linked(_, var marks) -> {
        line("join", x, from, x, to);
        for (Map.Entry<Integer, Mark> entry : marks.entrySet()) {
          double y = y(top, entry.getKey());
          switch (entry.getValue()) {
            case Mark.Box(String label) -> {
              double width = box(label);
              rectangle(kind, x - width / 2, y - BOX / 2, width, BOX);
              text("", x, y, label);
            }
            case Mark.Dot(boolean one) -> circle(one ? "dot" : "dot open", x, y, 4.2);
            case Mark.Plus() -> {
              circle("dot open", x, y, 9);
              line("sign", x - 9, y, x + 9, y);
              line("sign", x, y - 9, x, y + 9);
            }
            case Mark.Cross() -> {
              line("sign", x - 5, y - 5, x + 5, y + 5);
              line("sign", x - 5, y + 5, x + 5, y - 5);
            }
          }
        }
      }
    }
  }

  private void rectangle(String kind, double x, double y, double width, double height) {
    shape(
        "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"3\"/>"
            .formatted(kind, number(x), number(y), number(width), number(height)));
  }

  private void line(String kind, double x1, double y1, double x2, double y2) {
    if (x1 != x2 || y1 != y2) {
      shape(
          "<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>"
              .formatted(kind, number(x1), number(y1), number(x2), number(y2)));
    }
  }

  private void circle(String kind, double x, double y, double radius) {
    shape(
        "<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"%s\"/>"
            .formatted(kind, number(x), number(y), number(radius)));
  }

  private void text(String kind, double x, double y, String text) {
    String attribute = kind.isEmpty() ? "" : " class=\"%s\"".formatted(kind);
    shape(
        "<text%s x=\"%s\" y=\"%s\">%s</text>"
            .formatted(attribute, number(x), number(y), escaped(text)));
  }

  private void shape(String markup) {
    shapes.append(markup).append('\n');
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
