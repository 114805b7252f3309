package org.meanfield.core.plan;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.meanfield.api.BadInput;
import org.meanfield.api.DataSet;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Metric;
import org.meanfield.api.Place;
import org.meanfield.api.Seeds;
import org.meanfield.api.expert.Expert;
import org.meanfield.api.expert.Workload;
import org.meanfield.api.flow.Integrator;
import org.meanfield.api.limit.LimitSolver;
import org.meanfield.api.plugin.ExpertProvider;
import org.meanfield.api.plugin.LimitSolverProvider;
import org.meanfield.api.plugin.TransportSolverProvider;
import org.meanfield.api.transport.TransportSolver;
import org.meanfield.core.catalog.Catalog;
import org.meanfield.core.config.Entry;
import org.meanfield.core.config.Node;
import org.meanfield.core.config.Section;
import org.meanfield.core.config.StudyDocument;
import org.meanfield.core.data.Prepared;
import org.meanfield.core.fault.FaultCode;
import org.meanfield.core.fault.Faults;
import org.meanfield.core.fault.Suggestion;

/// The planning of one document: reads section by section and goes on after a mistake, then puts
/// together what was read.
final class Planning {
  /// The kinds of study that this version runs, and those that it does not yet.
  private static final List<String> KNOWN = List.of("train", "limit");

  /// Numbers in `particles.csv` up to which it is written unasked, some 4 MB.
  private static final double FEW = 2e5;

  private final Machine machine;
  private final StudyDocument document;
  private final Faults faults;
  private final Catalog catalog;
  private final ServiceReader services;
  private final Keys root;
  private final Notices notices = new Notices();

  Planning(Catalog catalog, Machine machine, StudyDocument document, Faults faults) {
    this.catalog = catalog;
    this.machine = machine;
    this.document = document;
    this.faults = faults;
    this.services = new ServiceReader(catalog, document.folder(), faults);
    this.root = new Keys("", document.root(), faults);
  }

  Optional<Planned> plan() {
    Optional<StudyKind> kind = kind();
    long seed = seed();
    Optional<DataSection.Result> data =
        section("data", "such as 'data: {source: digits}'")
            .flatMap(
                keys -> new DataSection(keys, catalog, services, faults).read(Seeds.root(seed)));
    Optional<Draft<Expert>> expert = expertDraft();
    Optional<Chosen<Expert>> made = make(expert, data);
    Optional<StartChoice> start = start(made);
    Optional<FlowSection.Result> flow =
        section("flow", "such as 'flow: {time: 1.0}'")
            .flatMap(keys -> new FlowSection(keys, services, faults).read());
    List<Integer> experts = experts(kind, start);
    int replicates = root.read(StudySettings.REPLICATES).orElse(1);
    Optional<Draft<LimitSolver>> limit = limit();
    Optional<DistanceChoice> distance = distance(limit);
    Optional<Boolean> particles =
        optional("output").flatMap(keys -> checked(keys, keys.read(StudySettings.PARTICLES)));
    combinations(kind);
    root.refuseRest();
    if (!faults.none()
        || kind.isEmpty()
        || data.isEmpty()
        || expert.isEmpty()
        || made.isEmpty()
        || start.isEmpty()
        || flow.isEmpty()) {
      return Optional.empty();
    }
    Circumstances circumstances = circumstances(data.get());
    Optional<Chosen<Integrator>> integrator = flow.get().integrator().make(circumstances, faults);
    Optional<Chosen<LimitSolver>> solver = limit.flatMap(l -> l.make(circumstances, faults));
    Optional<Chosen<TransportSolver>> transport =
        distance.flatMap(d -> d.solver().make(circumstances, faults));
    if (!faults.none()) {
      return Optional.empty();
    }
    boolean trains = kind.get() == StudyKind.TRAIN;
    List<Integer> run = trains ? experts : List.of();
    FlowPlan flowPlan = new FlowPlan(flow.get().times(), integrator.orElseThrow());
    Optional<Cost> cost =
        cost(
            made.get(),
            run,
            replicates,
            limit.isPresent(),
            flowPlan,
            flow.get().integrator(),
            circumstances);
    if (cost.isEmpty()) {
      return Optional.empty();
    }
    Optional<PreparedData> prepared =
        prepared(data.get(), made.get(), Seeds.root(seed), expert.get().place());
    if (prepared.isEmpty()) {
      return Optional.empty();
    }
    boolean written = particles.orElse(isSmall(run, replicates, made.get(), flowPlan));
    List<Settled> settled = new ArrayList<>();
    settled.add(new Settled("study", kind.get().name().toLowerCase(Locale.ROOT), ""));
    settled.add(new Settled("seed", seed, root.has("seed") ? "" : Settled.DEFAULT));
    settled.add(new Settled("data", data.get().settled(), ""));
    settled.add(new Settled("expert", ServiceReader.named("type", expert.get()), ""));
    settled.add(start.get().settled());
    settled.add(new Settled("flow", flow.get().settled(), ""));
    if (trains) {
      settled.add(new Settled("experts", experts, ""));
      settled.add(
          new Settled("replicates", replicates, root.has("replicates") ? "" : Settled.DEFAULT));
    }
    limit.ifPresent(l -> settled.add(new Settled("limit", ServiceReader.named("solver", l), "")));
    distance
        .filter(_ -> trains)
        .ifPresent(d -> settled.add(new Settled("distance", d.settled(), "")));
    settled.add(
        new Settled(
            "output",
            List.of(
                new Settled(
                    StudySettings.PARTICLES.name(),
                    written,
                    particles.isPresent() ? "" : Settled.DEFAULT)),
            ""));
    notices.targets(prepared.get().train(), made.get().service().regularity());
    notices.assumption(made.get().descriptor().name(), made.get().service().regularity());
    if (trains) {
      notices.start(start.get().start(), replicates);
    }
    String text = CanonicalText.of(settled);
    StudyPlan plan =
        new StudyPlan(
            kind.get(),
            document.name(),
            seed,
            prepared.get(),
            made.get(),
            start.get().start(),
            flowPlan,
            run,
            trains ? replicates : 1,
            solver,
            transport
                .filter(_ -> trains)
                .map(t -> new DistancePlan(t, distance.orElseThrow().metric())),
            new OutputPlan(written),
            Resolved.of(settled, made.get().service().description()),
            notices.all(),
            text,
            CanonicalText.hash(text));
    return Optional.of(new Planned(plan, cost.get(), files(settled)));
  }

  Optional<Chosen<Expert>> expert(int features, int inputs) {
    return expertDraft().flatMap(draft -> draft.make(new Circumstances(features, inputs), faults));
  }

  private Optional<Keys> section(String name, String example) {
    return root.require(name, example).flatMap(entry -> keys(name, entry, ""));
  }

  private Optional<Keys> optional(String name) {
    return root.take(name).flatMap(entry -> keys(name, entry, ""));
  }

  /// The keys of a section; a single word stands for the key `shorthand`, unless that is empty.
  private Optional<Keys> keys(String name, Entry entry, String shorthand) {
    if (entry.value() instanceof Section section) {
      return Optional.of(new Keys(name, new Section(section.entries(), entry.place()), faults));
    }
    if (entry.value() instanceof Node.Scalar scalar && !shorthand.isEmpty()) {
      Entry named = new Entry(shorthand, scalar.place(), scalar);
      return Optional.of(new Keys(name, new Section(List.of(named), entry.place()), faults));
    }
    faults.add(
        FaultCode.BAD_VALUE,
        entry.value().place(),
        "'%s' must be a section, got %s".formatted(name, entry.value().shown()),
        "write '%s: {…}' or indented lines below it".formatted(name));
    return Optional.empty();
  }

  private static <T> Optional<T> checked(Keys keys, Optional<T> value) {
    keys.refuseRest();
    return value;
  }

  private Optional<StudyKind> kind() {
    Optional<Entry> entry = root.require("study", "such as 'study: train'");
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    if (entry.get().value() instanceof Node.Scalar(var _, String text, var _)
        && KNOWN.contains(text)) {
      return Optional.of(StudyKind.valueOf(text.toUpperCase(Locale.ROOT)));
    }
    String shown = entry.get().value().shown();
    faults.add(
        FaultCode.UNKNOWN_STUDY,
        entry.get().value().place(),
        entry.get().value() instanceof Node.Scalar
            ? "this version runs no study " + shown
            : "'study' must be a word, got " + shown,
        entry.get().value() instanceof Node.Scalar(var _, String text, var _)
            ? Suggestion.among(text, KNOWN)
            : "known: " + String.join(", ", KNOWN));
    return Optional.empty();
  }

  private long seed() {
    Optional<Entry> entry = root.take("seed");
    if (entry.isEmpty()) {
      return 1;
    }
    if (entry.get().value() instanceof Node.Scalar(Long seed, var _, var _)) {
      return seed;
    }
    boolean large = entry.get().value() instanceof Node.Scalar(BigInteger _, var _, var _);
    faults.add(
        FaultCode.BAD_VALUE,
        entry.get().value().place(),
        "'seed' must be an integer%s, got %s"
            .formatted(large ? " of 64 bits" : "", entry.get().value().shown()),
        "");
    return 1;
  }

  private Optional<Draft<Expert>> expertDraft() {
    Optional<Keys> keys = section("expert", "such as 'expert: {type: cosine}'");
    if (keys.isEmpty()) {
      return Optional.empty();
    }
    if (keys.get().require("type", "such as 'type: cosine'").isEmpty()) {
      return Optional.empty();
    }
    return new Named<>(keys.get(), services, faults, ExpertProvider.class, "type").read("");
  }

  private Optional<Chosen<Expert>> make(
      Optional<Draft<Expert>> draft, Optional<DataSection.Result> data) {
    return draft.isEmpty() || data.isEmpty()
        ? Optional.empty()
        : draft.get().make(circumstances(data.get()), faults);
  }

  private static Circumstances circumstances(DataSection.Result data) {
    return new Circumstances(data.prepared().train().features(), data.prepared().train().count());
  }

  private record StartChoice(Start start, Settled settled, Place place) {}

  private Optional<StartChoice> start(Optional<Chosen<Expert>> expert) {
    Optional<Entry> entry = root.take("start");
    if (entry.isEmpty()) {
      return root.has("start")
          ? Optional.empty()
          : Optional.of(
              new StartChoice(
                  new Start.Uniform(),
                  new Settled("start", "uniform", Settled.DEFAULT),
                  document.root().place()));
    }
    Node value = entry.get().value();
    if (value instanceof Node.Scalar(var _, String word, Place place)) {
      switch (word) {
        case "uniform" -> {
          return Optional.of(
              new StartChoice(new Start.Uniform(), new Settled("start", word, ""), place));
        }
        case "lattice" -> {
          return Optional.of(
              new StartChoice(new Start.Lattice(), new Settled("start", word, ""), place));
        }
        default -> {}
      }
    }
    if (value instanceof Section section) {
      Keys keys = new Keys("start", section, faults);
      Optional<Entry> file = keys.require("file", "such as '{file: theta0.csv}'");
      keys.refuseRest();
      if (file.isPresent() && !(file.get().value() instanceof Node.Scalar)) {
        faults.add(
            FaultCode.BAD_VALUE,
            file.get().value().place(),
            "'file' must be the name of a file, got " + file.get().value().shown(),
            "");
      }
      return file.map(Entry::value)
          .filter(Node.Scalar.class::isInstance)
          .flatMap(node -> cloud((Node.Scalar) node, expert));
    }
    faults.add(
        FaultCode.BAD_VALUE,
        value.place(),
        "'start' must be uniform, lattice or {file: …}, got " + value.shown(),
        value instanceof Node.Scalar scalar
            ? Suggestion.closest(scalar.text(), List.of("uniform", "lattice"))
                .map("did you mean '%s'?"::formatted)
                .orElse("")
            : "");
    return Optional.empty();
  }

  private Optional<StartChoice> cloud(Node.Scalar file, Optional<Chosen<Expert>> expert) {
    Optional<FileContent> content =
        ServiceReader.file(document.folder(), "file", file.text(), file.place(), faults);
    if (content.isEmpty()) {
      return Optional.empty();
    }
    try {
      EmpiricalMeasure points = StartPoints.read(content.get());
      int parameters =
          expert.map(chosen -> chosen.service().parameters()).orElse(points.dimension());
      if (points.dimension() != parameters) {
        faults.add(
            FaultCode.START,
            file.place(),
            "'%s' has %d columns theta…, the expert has %d parameters"
                .formatted(file.text(), points.dimension(), parameters),
            "");
        return Optional.empty();
      }
      return Optional.of(
          new StartChoice(
              new Start.Cloud(points),
              new Settled("start", List.of(new Settled("file", content.get(), "")), ""),
              file.place()));
    } catch (BadInput e) {
      faults.add(file.place(), e);
      return Optional.empty();
    }
  }

  private List<Integer> experts(Optional<StudyKind> kind, Optional<StartChoice> start) {
    Optional<Entry> entry = root.take("experts");
    if (entry.isEmpty()) {
      if (kind.equals(Optional.of(StudyKind.TRAIN)) && !root.has("experts")) {
        root.missing("experts", "such as 'experts: [16, 64]'");
      }
      return List.of();
    }
    Node value = entry.get().value();
    List<Node> items = value instanceof Node.Items(List<Node> list, var _) ? list : List.of(value);
    if (items.isEmpty()) {
      faults.add(
          FaultCode.BAD_VALUE, value.place(), "'experts' is an empty list", "name at least one N");
    }
    List<Integer> experts = new ArrayList<>();
    for (Node item : items) {
      if (!(item instanceof Node.Scalar(Long n, var _, var _)) || n < 1 || n > Integer.MAX_VALUE) {
        faults.add(
            FaultCode.BAD_VALUE,
            item.place(),
            "'experts' must be integers from 1 to %d, got %s"
                .formatted(Integer.MAX_VALUE, item.shown()),
            "");
      } else if (experts.contains(n.intValue())) {
        faults.add(
            FaultCode.BAD_VALUE,
            item.place(),
            "'experts' names %d twice".formatted(n),
            "'replicates' runs the same N several times");
      } else {
        experts.add(n.intValue());
        checkCloud(n, item.place(), start);
      }
    }
    return experts.stream().sorted().toList();
  }

  private void checkCloud(long n, Place place, Optional<StartChoice> start) {
    if (start.isPresent()
        && start.get().start() instanceof Start.Cloud(EmpiricalMeasure points)
        && n > points.size()) {
      faults.add(
          FaultCode.START,
          place,
          "%d particles, but the start file has %d points".formatted(n, points.size()),
          "ask for at most %d, or give more points".formatted(points.size()));
    }
  }

  private Optional<Draft<LimitSolver>> limit() {
    return root.take("limit")
        .flatMap(entry -> keys("limit", entry, "solver"))
        .flatMap(keys ->
            new Named<>(keys, services, faults, LimitSolverProvider.class, "solver")
                .read("lattice"));
  }

  private record DistanceChoice(
      Draft<TransportSolver> solver, Metric metric, List<Settled> settled) {}

  private Optional<DistanceChoice> distance(Optional<Draft<LimitSolver>> limit) {
    Optional<Entry> entry = root.take("distance");
    if (entry.isPresent() && limit.isEmpty() && !root.has("limit")) {
      faults.add(
          FaultCode.COMBINATION,
          entry.get().place(),
          "'distance' compares clouds with the limit, and there is no 'limit'",
          "add 'limit: {solver: lattice}' or remove 'distance'");
    }
    return entry
        .flatMap(e -> keys("distance", e, "solver"))
        .flatMap(keys -> {
          Optional<String> metric = keys.read(StudySettings.METRIC);
          Named<TransportSolver> named =
              new Named<>(keys, services, faults, TransportSolverProvider.class, "solver");
          return named
              .read("exact")
              .map(draft -> new DistanceChoice(draft, metric(metric), both(named, draft, metric)));
        });
  }

  private static Metric metric(Optional<String> name) {
    return name.equals(Optional.of("l2")) ? Metric.L2 : Metric.L1;
  }

  private static List<Settled> both(
      Named<TransportSolver> named, Draft<TransportSolver> draft, Optional<String> metric) {
    List<Settled> all = new ArrayList<>(named.settled(draft));
    all.add(
        new Settled(
            StudySettings.METRIC.name(),
            metric(metric).name().toLowerCase(Locale.ROOT),
            metric.isPresent() ? "" : Settled.DEFAULT));
    return List.copyOf(all);
  }

  private void combinations(Optional<StudyKind> kind) {
    if (!kind.equals(Optional.of(StudyKind.LIMIT))) {
      return;
    }
    if (!root.has("limit")) {
      root.missing("limit", "such as 'limit: {solver: lattice}'");
    }
    for (String unused : List.of("experts", "replicates", "distance")) {
      if (root.has(unused)) {
        notices.add(
            FaultCode.UNUSED, "'%s' is not used by a study of the limit alone".formatted(unused));
      }
    }
  }

  private Optional<Cost> cost(
      Chosen<Expert> expert,
      List<Integer> experts,
      int replicates,
      boolean compared,
      FlowPlan flow,
      Draft<Integrator> integrator,
      Circumstances circumstances) {
    Place place = root.place("expert");
    Optional<Workload> workload =
        Guarded.call(
            expert.descriptor().id(),
            place,
            faults,
            () -> expert.service().workload(circumstances.inputs()));
    if (workload.isEmpty()) {
      return Optional.empty();
    }
    int parameters = expert.service().parameters();
    if (!experts.isEmpty() && (long) experts.getLast() * parameters > Integer.MAX_VALUE - 8) {
      faults.add(
          FaultCode.MEMORY,
          root.place("experts"),
          "%d particles of %d parameters are more numbers than one cloud can hold, %d"
              .formatted(experts.getLast(), parameters, Integer.MAX_VALUE - 8),
          "ask for fewer");
      return Optional.empty();
    }
    Cost cost =
        Cost.of(
            experts, replicates, compared, parameters, flow, integrator, workload.get(), machine);
    if (cost.bytes() > machine.bytes()) {
      double perThread = workload.get().bytes();
      boolean expertAlone = perThread * machine.threads() > machine.bytes();
      faults.add(
          FaultCode.MEMORY,
          expertAlone ? place : root.place("experts"),
          expertAlone
              ? "the expert needs %s of working storage on each of %d threads, there are %s"
                  .formatted(size(perThread), machine.threads(), size((double) machine.bytes()))
              : "the study needs about %s, there are %s"
                  .formatted(size(cost.bytes()), size((double) machine.bytes())),
          expertAlone
              ? "take a smaller expert, another backend, fewer threads or more memory (-Xmx)"
              : "take fewer particles or recorded times, or more memory (-Xmx)");
      return Optional.empty();
    }
    return Optional.of(cost);
  }

  private static String size(double bytes) {
    String[] units = {"KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
    double number = bytes / 1024;
    int unit = 0;
    while (number >= 1024 && unit < units.length - 1) {
      number /= 1024;
      unit++;
    }
    return String.format(Locale.ROOT, "%.3g %s", number, units[unit]);
  }

  private Optional<PreparedData> prepared(
      DataSection.Result data, Chosen<Expert> expert, Seeds seeds, Place place) {
    Prepared prepared = data.prepared();
    return Guarded.call(
        expert.descriptor().id(),
        place,
        faults,
        () -> {
          Optional<TeacherTargets> teacher =
              prepared
                  .teacher()
                  .map(law -> new TeacherTargets(law, expert.service().parameters(), seeds));
          return new PreparedData(
              data.source(),
              prepared.description(),
              new DataSet(
                  prepared.train(),
                  teacher
                      .map(t -> t.of(expert.service(), prepared.train()))
                      .orElseGet(() -> array(prepared.trainTargets()))),
              new DataSet(
                  prepared.test(),
                  teacher
                      .map(t -> t.of(expert.service(), prepared.test()))
                      .orElseGet(() -> array(prepared.testTargets()))),
              prepared.recipe().classes());
        });
  }

  private static double[] array(List<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static boolean isSmall(
      List<Integer> experts, int replicates, Chosen<Expert> expert, FlowPlan flow) {
    double numbers =
        experts.stream().mapToDouble(Integer::doubleValue).sum()
            * replicates
            * flow.times().size()
            * expert.service().parameters();
    return numbers > 0 && numbers <= FEW;
  }

  private static Map<String, Path> files(List<Settled> settled) {
    Map<String, Path> files = new LinkedHashMap<>();
    collect(settled, files);
    return files;
  }

  private static void collect(List<?> values, Map<String, Path> files) {
    for (Object value : values) {
      switch (value instanceof Settled part ? part.value() : value) {
        case FileContent file -> files.put(file.canonical(), file.path());
        case List<?> inner -> collect(inner, files);
        default -> {}
      }
    }
  }
}
