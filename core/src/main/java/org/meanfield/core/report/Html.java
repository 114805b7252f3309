package org.meanfield.core.report;

/// Markup being written; every text is escaped unless it is said to be markup.
final class Html {
  private final StringBuilder page = new StringBuilder();
  private int figures;
  private int tables;
  private String caption = "";
  private String described = "";

  /// {@return the text with the letters that mean something in HTML replaced}
  static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      switch (letter) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> {
          // Control letters are not allowed in a page; they are shown rather than dropped.
          if (letter < ' ' && letter != '\n' && letter != '\t' && letter != '\r') {
            out.append('\uFFFD');
          } else {
            out.append(letter);
          }
        }
      }
    }
    return out.toString();
  }

  Html markup(String trusted) {
    page.append(trusted);
    return this;
  }

  Html text(String text) {
    page.append(escape(text));
    return this;
  }

  /// Writes `<tag name="value"…>`, attributes as name and value in turn.
  Html open(String tag, String... attributes) {
    page.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      page.append(' ').append(attributes[i]).append("=\"").append(escape(attributes[i + 1]));
      page.append('"');
    }
    page.append('>');
    return this;
  }

  Html close(String tag) {
    page.append("</").append(tag).append(">\n");
    return this;
  }

  Html element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close(tag);
  }

  Html paragraph(String markup) {
    return markup("<p>").markup(markup).markup("</p>\n");
  }

  /// A sentence in place of something a reader would look for.
  Html absent(String markup) {
    return markup("<p class=\"absent\">").markup(markup).markup("</p>\n");
  }

  /// An empty figure which the script fills with the picture of that name.
  Html figure(String name, String caption) {
    figures++;
    open("figure", "id", "figure-" + name, "data-figure", name);
    markup(
        "<div class=\"stage\"><noscript>The pictures of this page are drawn by its script.</noscript></div>");
    markup("<figcaption><b>Figure " + figures + ".</b> ").markup(caption);
    return markup("</figcaption>").close("figure");
  }

  /// Opens a table with caption and head; the caller writes `<tr>` rows and closes it with {@link
  /// #endTable()}.
  Html table(String name, String caption, String... heads) {
    tables++;
    this.caption = "<b>Table " + tables + ".</b> " + caption;
    open("div", "class", "table", "data-table", name);
    markup("<div class=\"scroll\" tabindex=\"0\">");
    open("table", "aria-describedby", "caption-" + name).markup("<thead><tr>");
    this.described = "caption-" + name;
    for (String head : heads) {
      markup("<th scope=\"col\">").markup(head).markup("</th>");
    }
    return markup("</tr></thead><tbody>\n");
  }

  Html endTable() {
    return markup("</tbody></table></div>\n")
        .open("p", "class", "caption", "id", described)
        .markup(caption)
        .markup("</p>")
        .close("div");
  }

  /// A cell with a number as read by people, and as read by machines: all its digits.
  Html number(String shown, double exact) {
    if (!Double.isFinite(exact)) {
      return markup("<td class=\"n\">").markup(shown).markup("</td>");
    }
    return open(
            "td",
            "class",
            "n",
            "data-value",
            Double.toString(exact),
            "title",
            Double.toString(exact))
        .markup(shown)
        .markup("</td>");
  }

  Html cell(String text) {
    return element("td", text);
  }

  @Override
  public String toString() {
    return page.toString();
  }
}
