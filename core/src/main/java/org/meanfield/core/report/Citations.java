package org.meanfield.core.report;

import java.util.List;
import java.util.Locale;

/// The works whose methods and data the run used.
final class Citations implements Section {
  private final List<Provenance> citations;

  Citations(Run run) {
    citations = run.provenance().parts("citations");
  }

  @Override
  public String id() {
    return "citations";
  }

  @Override
  public String title() {
    return "Please cite";
  }

  @Override
  public boolean isPresent() {
    return !citations.isEmpty();
  }

  @Override
  public void write(Html html) {
    html.open("ol", "class", "citations");
    for (Provenance citation : citations) {
      html.open("li");
      if (!citation.text("key").isEmpty()) {
        html.element("span", citation.text("key"), "class", "key");
      }
      html.text(citation.text("text"));
      String url = citation.text("url");
      if (url.isEmpty() && !citation.text("doi").isEmpty()) {
        url = "https://doi.org/" + citation.text("doi");
      }
      if (isWeb(url)) {
        html.text(" ")
            .element("a", url.replaceFirst("^https?://", ""), "href", url, "rel", "noreferrer");
      }
      html.close("li");
    }
    html.close("ol");
  }

  /// A link is followed only to the web: anything else (`javascript:` …) is left out.
  private static boolean isWeb(String url) {
    String word = url.toLowerCase(Locale.ROOT);
    return word.startsWith("https://") || word.startsWith("http://");
  }
}
