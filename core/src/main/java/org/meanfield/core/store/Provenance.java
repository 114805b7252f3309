package org.meanfield.core.store;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meanfield.api.plugin.Citation;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.quantum.QuantumExpert;
import org.meanfield.core.plan.AutoBackend;
import org.meanfield.core.plan.Chosen;
import org.meanfield.core.plan.PreparedData;
import org.meanfield.core.plan.StudyPlan;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/// `provenance.json`: everything a reader needs to know where the numbers come from and to make
/// them again. The one file of a run directory in which times and machines appear.
public final class Provenance {
  private final StudyPlan plan;
  private final RunFacts facts;
  private final JsonGenerator json;

  private Provenance(StudyPlan plan, RunFacts facts, JsonGenerator json) {
    this.plan = plan;
    this.facts = facts;
    this.json = json;
  }

  /// {@return the text of `provenance.json`}
  ///
  /// @param plan the study
  /// @param facts what is only known after the run
  public static String text(StudyPlan plan, RunFacts facts) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(new Indented(), text)) {
      new Provenance(plan, facts, json).write();
    }
    return text + "\n";
  }

  private void write() {
    json.writeStartObject();
    study();
    json.writeNumberProperty("seed", plan.seed());
    versions();
    plugins();
    machine();
    json.writeNumberProperty("threads", facts.threads());
    string("started", facts.started().toString());
    json.writeNumberProperty("seconds", facts.seconds());
    expert();
    data();
    limit();
    distance();
    citations();
    json.writeEndObject();
  }

  private void study() {
    json.writeObjectPropertyStart("study");
    string("kind", plan.kind().name().toLowerCase(Locale.ROOT));
    string("name", plan.name());
    string("hash", plan.hash());
    string("text", plan.text());
    json.writeEndObject();
    json.writeArrayPropertyStart("resolved");
    plan.resolved()
        .forEach(row -> {
          json.writeStartObject();
          string("section", row.section());
          string("setting", row.setting());
          string("value", row.value());
          string("note", row.note());
          json.writeEndObject();
        });
    json.writeEndArray();
    json.writeArrayPropertyStart("notices");
    plan.notices()
        .forEach(notice -> {
          json.writeStartObject();
          string("code", notice.code());
          string("sentence", notice.sentence());
          json.writeEndObject();
        });
    json.writeEndArray();
  }

  private void versions() {
    json.writeObjectPropertyStart("versions");
    string("meanfield", Fingerprint.of(StudyPlan.class).version().orElse(null));
    string("java", System.getProperty("java.runtime.version"));
    string("vm", System.getProperty("java.vm.name"));
    json.writeEndObject();
  }

  private List<Chosen<?>> services() {
    List<Chosen<?>> services = new ArrayList<>();
    services.add(plan.expert());
    services.add(plan.flow().integrator());
    plan.limit().ifPresent(services::add);
    plan.distance().ifPresent(distance -> services.add(distance.solver()));
    services.add(plan.data().source());
    return services.stream()
        .<Chosen<?>>flatMap(Chosen::withParts)
        .flatMap(this::withChoice)
        .toList();
  }

  /// `auto` and the backend that it chose.
  private Stream<Chosen<?>> withChoice(Chosen<?> chosen) {
    return chosen.service() instanceof AutoBackend auto
            && plan.expert().service() instanceof QuantumExpert expert
        ? Stream.concat(
            Stream.of(chosen),
            auto.serving(expert.circuit(), expert.observable()).stream().limit(1))
        : Stream.of(chosen);
  }

  private void plugins() {
    json.writeArrayPropertyStart("plugins");
    for (Chosen<?> chosen : services()) {
      Fingerprint fingerprint = Fingerprint.of(chosen.service().getClass());
      json.writeStartObject();
      string("id", chosen.descriptor().id());
      string("version", fingerprint.version().orElse(null));
      string("sha256", fingerprint.sha256().orElse(null));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void machine() {
    Machine machine = Machine.here();
    json.writeObjectPropertyStart("machine");
    string("cpu", machine.cpu());
    json.writeNumberProperty("cores", machine.cores());
    string("os", machine.os());
    string("vector", machine.vector());
    json.writeEndObject();
  }

  private void expert() {
    json.writeObjectPropertyStart("expert");
    string("id", plan.expert().descriptor().id());
    string("description", plan.expert().service().description());
    json.writeNumberProperty("parameters", plan.expert().service().parameters());
    string("circuit", CircuitPicture.of(plan).map(CircuitPicture::text).orElse(null));
    json.writeEndObject();
  }

  private void data() {
    PreparedData data = plan.data();
    json.writeObjectPropertyStart("data");
    string("source", data.source().descriptor().id());
    string("description", data.description());
    json.writeNumberProperty("train", data.train().size());
    json.writeNumberProperty("test", data.test().size());
    json.writeNumberProperty("features", data.train().inputs().features());
    string(
        "citation",
        data.source().descriptor().citations().stream()
            .findFirst()
            .map(Citation::text)
            .orElse(null));
    json.writeEndObject();
  }

  private void limit() {
    if (plan.limit().isEmpty()) {
      json.writeNullProperty("limit");
      return;
    }
    json.writeObjectPropertyStart("limit");
    string("solver", plan.limit().orElseThrow().descriptor().id());
    if (facts.limit().isPresent()) {
      RunFacts.Limit found = facts.limit().orElseThrow();
      json.writeName("points");
      found.points().ifPresentOrElse(json::writeNumber, json::writeNull);
      json.writeName("error_estimate");
      found.errorEstimate().ifPresentOrElse(json::writeNumber, json::writeNull);
      string("note", found.note());
    } else {
      json.writeNullProperty("points");
      json.writeNullProperty("error_estimate");
      string("note", "not found; see problems.csv");
    }
    json.writeEndObject();
  }

  private void distance() {
    if (plan.distance().isEmpty()) {
      json.writeNullProperty("distance");
      return;
    }
    var distance = plan.distance().orElseThrow();
    json.writeObjectPropertyStart("distance");
    string("solver", distance.solver().descriptor().id());
    string("metric", distance.metric().name().toLowerCase(Locale.ROOT));
    json.writeEndObject();
  }

  private void citations() {
    Map<String, Citation> byKey = new LinkedHashMap<>();
    List<Descriptor> descriptors = new ArrayList<>();
    services().forEach(chosen -> descriptors.add(chosen.descriptor()));
    for (Descriptor descriptor : descriptors) {
      descriptor.citations().forEach(citation -> byKey.putIfAbsent(citation.key(), citation));
    }
    json.writeArrayPropertyStart("citations");
    for (Citation citation : byKey.values()) {
      json.writeStartObject();
      string("key", citation.key());
      string("text", citation.text());
      string("url", citation.url());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void string(String name, @Nullable String value) {
    if (value == null) {
      json.writeNullProperty(name);
    } else {
      json.writeStringProperty(name, value);
    }
  }

  private static final class Indented extends ObjectWriteContext.Base {
    @Override
    public PrettyPrinter getPrettyPrinter() {
      return new DefaultPrettyPrinter();
    }

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }
  }
}
