"use strict";
// Draws the pictures of the report. Numbers come from the page's data, where they were computed once; here they are only
// set in place and rounded for reading.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const PI = Math.PI;
  const SANS = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif';

  // ---- colours: N runs from warm to ink, where the limit is --------------------------------------------------------
  const themes = {
    light: { paper: "#ffffff", ink: "#18181d", soft: "#5c5b64", rule: "#e4e1da", accent: "#4a3a93", look: "#9a4a00", good: "#1f6b4a",
      scale: ["#d98a1f", "#c4475c", "#88389a", "#43359a"], heat: ["#ffffff", "#cfc7ec", "#8f80cf", "#4a3a93", "#1d1646"], dot: "#e07b12" },
    dark: { paper: "#19191f", ink: "#ecebe6", soft: "#a09fa8", rule: "#2c2c35", accent: "#b3a6ff", look: "#f0b267", good: "#7fd1a6",
      scale: ["#7a6cf0", "#c35fc0", "#ee6f74", "#f5bb62"], heat: ["#19191f", "#332a63", "#5d4fb0", "#a294f5", "#ece8ff"], dot: "#ffb14d" },
  };
  const media = matchMedia("(prefers-color-scheme: dark)");
  let chosen = document.documentElement.dataset.theme ?? null;
  let printing = false;
  const themeName = () => (printing ? "light" : chosen ?? (media.matches ? "dark" : "light"));

  const numbers = new Set(data.experts ?? []);
  for (const part of [data.loss, data.torus?.clouds, data.coupling?.points, data.distance?.points])
    for (const one of part ?? []) if (one.n !== "inf") numbers.add(one.n);
  for (const at of data.responses ?? []) for (const one of at.points) numbers.add(one.n);
  const sizes = [...numbers].sort((a, b) => a - b);
  const colourOf = (theme) => {
    const ramp = d3.piecewise(d3.interpolateLab, theme.scale);
    return (n) => (n === "inf" ? theme.ink : ramp(sizes.length < 2 ? 0.8 : sizes.indexOf(n) / (sizes.length - 1)));
  };
  const nameOf = (n) => (n === "inf" ? "limit" : "N = " + count(n));

  // ---- numbers as people read them -------------------------------------------------------------------------------
  const raised = (e) => [...String(e)].map((c) => (c === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[c])).join("");
  const minus = (s) => s.replace(/^-/, "−");
  function count(n) {
    const s = String(n);
    return s.length > 4 ? s.replace(/\B(?=(\d{3})+$)/g, "\u202f") : s;
  }
  function number(v, digits = 4) {
    if (v == null || !isFinite(v)) return "–";
    if (v === 0) return "0";
    if (Number.isInteger(v) && Math.abs(v) < 1e6) return minus(String(v));
    const [m, e] = v.toExponential(digits - 1).split("e");
    if (+e < -3 || +e > 5) return minus(String(+m)) + "\u00a0×\u00a010" + raised(+e);
    return minus(String(+v.toPrecision(digits)));
  }
  function withError(m, s) {
    if (m == null || s == null || !isFinite(s) || s === 0) return number(m) + (s === 0 ? " ± 0" : "");
    const lead = +s.toExponential(0).split("e")[0];
    const last = +s.toExponential(0).split("e")[1] - (lead <= 2 ? 1 : 0);
    const e = Math.floor(Math.log10(Math.max(Math.abs(m), s)));
    const fixed = (v, d) => minus((d >= 0 ? v : Math.round(v * 10 ** d) / 10 ** d).toFixed(Math.max(0, Math.min(d, 20))));
    if (e < -3 || e > 5) return `(${fixed(m / 10 ** e, e - last)} ± ${fixed(s / 10 ** e, e - last)}) × 10${raised(e)}`;
    return fixed(m, -last) + " ± " + fixed(s, -last);
  }
  const statistics = (p) => (p.c > 1 ? `${withError(p.m, p.s)}\n${p.c} replicates,\nfrom ${number(p.lo)} to ${number(p.hi)}` : number(p.m) + (p.n === "inf" ? "" : "\na single replicate"));
  const logTick = (v) => {
    const e = Math.log10(v);
    if (v >= 0.001 && v < 1e5) return String(+v.toPrecision(6));
    const whole = Math.round(e);
    return Math.abs(e - whole) < 1e-9 ? "10" + raised(whole) : `${+(v / 10 ** Math.floor(e)).toPrecision(2)}×10${raised(Math.floor(e))}`;
  };
  const angles = [-PI, -PI / 2, 0, PI / 2, PI];
  const angle = (v) => ["−π", "−π/2", "0", "π/2", "π"][Math.round((v + PI) / (PI / 2))];
  const coordinate = (k) => "θ" + [...String(k)].map((c) => "₀₁₂₃₄₅₆₇₈₉"[c]).join("");
  const unique = (values) => [...new Set(values)];
  const ascending = (values) => unique(values).sort((a, b) => a - b);
  const halves = (width, gap = 16) => (width > 620 ? (width - gap) / 2 : width);

  // ---- what all pictures share -----------------------------------------------------------------------------------
  function plot(ctx, options) {
    const { marks, ...rest } = options;
    // D3 leaves the labels of some logarithmic ticks empty; ours are chosen already, so each gets its label.
    const own = [];
    for (const [name, axis] of [["x", Plot.axisX], ["y", Plot.axisY]]) {
      const { ticks, tickFormat, label, ...scale } = rest[name] ?? {};
      if (scale.type !== "log" || !ticks) continue;
      own.push(axis(ticks, { text: tickFormat, label, labelArrow: "none" }));
      rest[name] = { ...scale, axis: null };
    }
    return Plot.plot({
      width: ctx.width, height: Math.round(Math.max(250, Math.min(400, ctx.width * 0.5))),
      marginLeft: 58, marginRight: 18, marginTop: 30, marginBottom: 42,
      color: { type: "identity" },
      style: { background: "none", color: ctx.theme.ink, fontFamily: SANS, fontSize: "12px", overflow: "visible" },
      ...rest, marks: [...own, ...marks],
    });
  }
  const grid = (ctx, axis, ticks) => Plot[axis]({ stroke: ctx.theme.rule, strokeOpacity: 1, ticks });
  const tip = (ctx, rows, options) =>
    Plot.tip(rows, Plot.pointer({ maxRadius: 40, ...options, fill: ctx.theme.paper, stroke: ctx.theme.soft, textPadding: 8, lineHeight: 1.3 }));
  const logAxis = (rows, extra = []) => {
    const values = rows.flatMap((p) => [p.m, p.s != null ? p.m - p.s : p.m, p.s != null ? p.m + p.s : p.m]).concat(extra).filter((v) => v > 0);
    const [lo, hi] = [Math.min(...values), Math.max(...values)];
    return lo < hi ? [lo / 1.25, hi * 1.25] : [lo / 3, lo * 3];
  };
  function logTicks([lo, hi]) {
    const decades = Math.log10(hi / lo);
    const steps = decades > 4 ? [1] : decades > 1.6 ? [1, 3] : [1, 2, 5];
    const ticks = [];
    for (let e = Math.floor(Math.log10(lo)); e <= Math.ceil(Math.log10(hi)); e++)
      for (const s of steps) { const v = +(s * 10 ** e).toPrecision(2); if (v >= lo && v <= hi) ticks.push(v); }
    return ticks.length > 2 ? ticks : d3.ticks(lo, hi, 4);
  }
  function sizeAxis(values, label = "number of experts N →") {
    const all = ascending(values);
    const [lo, hi] = [all[0], all.at(-1)];
    let ticks = all;
    while (ticks.length > 9) ticks = ticks.filter((_, i) => i % 2 === 0);
    return { type: "log", domain: lo < hi ? [lo / (hi / lo) ** 0.05, hi * (hi / lo) ** 0.05] : [lo / 2, lo * 2], ticks, tickFormat: (v) => count(v), label, labelArrow: "none" };
  }
  const verticalLog = (domain, label) => ({ type: "log", domain, ticks: logTicks(domain), tickFormat: logTick, label, labelArrow: "none" });
  const bars = (rows, domain, x) =>
    Plot.ruleX(rows.filter((p) => p.s > 0), { x, y1: (p) => (domain && p.m - p.s <= 0 ? domain[0] : p.m - p.s), y2: (p) => p.m + p.s, stroke: (p) => p.colour, strokeWidth: 1.6 });

  const swatches = {
    line: (c, t) => `<line x1="1" x2="21" y1="6" y2="6" stroke="${c}" stroke-width="${t ?? 2}"/>`,
    dash: (c, d) => `<line x1="1" x2="21" y1="6" y2="6" stroke="${c}" stroke-width="1.5" stroke-dasharray="${d ?? "5 3"}"/>`,
    dot: (c) => `<circle cx="11" cy="6" r="4" fill="${c}"/>`,
    ring: (c, paper) => `<circle cx="11" cy="6" r="3.6" fill="${paper}" stroke="${c}" stroke-width="1.6"/>`,
    bar: (c) => `<rect x="3" y="1" width="16" height="10" fill="${c}" fill-opacity=".35"/>`,
    tick: (c) => `<line x1="11" x2="11" y1="0" y2="12" stroke="${c}" stroke-width="2"/>`,
    ramp: (cs) => cs.map((c, i) => `<rect x="${(i * 22) / cs.length}" y="1" width="${22 / cs.length + 0.3}" height="10" fill="${c}"/>`).join(""),
  };
  const guideDashes = { paper: "2 3", general: "8 3 2 3", sharp: "6 4", order: "6 4", exact: null, bound: null, floor: "1 3" };
  const guideColour = (ctx, g) => (g.absolute ? ctx.theme.accent : ctx.theme.soft);
  const guideSwatch = (ctx, g) => (guideDashes[g.key] ? swatches.dash(guideColour(ctx, g), guideDashes[g.key]) : swatches.line(guideColour(ctx, g), 1.5));
  function guideMarks(ctx, curves, weight = () => 1) {
    return curves.map((g) => g.n.length === 1
      ? Plot.ruleY([{ v: g.v[0] * weight(g.n[0]) }], { y: "v", x1: g.n[0] / 1.2, x2: g.n[0] * 1.2, stroke: guideColour(ctx, g), strokeWidth: 1.4, strokeDasharray: guideDashes[g.key], clip: true })
      : Plot.line(g.n.map((n, i) => ({ n, v: g.v[i] * weight(n) })), { x: "n", y: "v", stroke: guideColour(ctx, g), strokeWidth: 1.4, strokeDasharray: guideDashes[g.key], clip: true }));
  }
  const seriesKey = (ctx, all, swatch = "line") => all.map((n) => ({ label: n === "inf" ? "limit" : `<i>N</i> = ${count(n)}`, swatch: swatches[swatch](ctx.colour(n)), toggles: n }));

  // ---- the pictures: controls, key, drawing, rows for CSV ----------------------------------------------------------
  const figures = {};

  figures.loss = {
    controls: () => [
      { id: "show", label: "show", options: [["loss", "L"], ["excess", "L − L∞"]], when: data.loss.some((s) => s.n === "inf") && data.loss.length > 1 },
      { id: "scale", label: "axis", options: [["linear", "linear"], ["log", "log"]] },
      { id: "band", label: "band", options: [["se", "± 1 s.e."], ["range", "range"], ["none", "none"]], when: data.loss.some((s) => s.loss.some((p) => p.c > 1)) },
    ],
    key: (ctx) => seriesKey(ctx, data.loss.map((s) => s.n)),
    draw: (ctx) => [timeCurves(ctx, "loss", { label: ctx.state.show === "excess" ? "loss above the limit’s, L − L∞" : "loss L", type: ctx.state.scale, excess: ctx.state.show === "excess" })],
    rows: () => curveRows(["loss"]),
  };
  figures.accuracy = {
    controls: () => [{ id: "band", label: "band", options: [["se", "± 1 s.e."], ["range", "range"], ["none", "none"]], when: data.loss.some((s) => s.loss.some((p) => p.c > 1)) }],
    key: figures.loss.key,
    draw: (ctx) => {
      const kinds = [["train", "training accuracy"], ["test", "test accuracy"]].filter(([k]) => data.loss.some((s) => s[k]?.some((p) => p.c)));
      const width = kinds.length > 1 ? halves(ctx.width) : ctx.width;
      const all = kinds.flatMap(([k]) => data.loss.flatMap((s) => (s[k] ?? []).flatMap((p) => [p.lo, p.hi]))).filter((v) => v != null);
      const domain = [Math.max(0, Math.min(...all) - 0.02), Math.min(1, Math.max(...all) + 0.02)];
      return kinds.map(([k, label]) => timeCurves({ ...ctx, width }, k, { label, domain, percent: true }));
    },
    rows: () => curveRows(["train", "test"]),
  };
  const regimeNames = { smallest: "λ_min(K)", norm: "‖K‖", residual: "∫‖r‖ dt", mean: "mean displacement", largest: "largest displacement" };
  figures.regime = {
    controls: () => [
      { id: "show", label: "show", options: Object.entries(regimeNames).filter(([k]) => data.regime.some((s) => s[k])) },
      { id: "scale", label: "axis", options: [["linear", "linear"], ["log", "log"]] },
      { id: "band", label: "band", options: [["se", "± 1 s.e."], ["range", "range"], ["none", "none"]], when: data.regime.some((s) => s.residual.some((p) => p.c > 1)) },
    ],
    key: (ctx) => seriesKey(ctx, data.regime.map((s) => s.n)),
    draw: (ctx) => [timeCurves(ctx, ctx.state.show, { label: regimeNames[ctx.state.show], type: ctx.state.scale, series: data.regime })],
    rows: () => curveRows(Object.keys(regimeNames), data.regime),
  };
  function curveRows(kinds, series = data.loss) {
    const out = [["experts", "time", "quantity", "mean", "standard_error", "smallest", "largest", "replicates"]];
    for (const s of series) for (const k of kinds) (s[k] ?? []).forEach((p, i) => out.push([s.n, s.t[i], k, p.m, p.s, p.lo, p.hi, p.c]));
    return out;
  }
  function timeCurves(ctx, kind, { label, type = "linear", domain, percent, excess, series = data.loss }) {
    const rows = [];
    const limit = series.find((s) => s.n === "inf");
    const below = new Map(excess ? limit.t.map((t, i) => [t, limit[kind][i].m]) : []);
    for (const s of series) {
      if (ctx.hidden.has(s.n)) continue;
      if (excess && s.n === "inf") continue;
      (s[kind] ?? []).forEach((whole, i) => {
        const base = excess ? below.get(s.t[i]) : 0;
        if (base == null || whole.m == null) return;
        const p = base ? { ...whole, m: whole.m - base, lo: whole.lo - base, hi: whole.hi - base } : whole;
        const range = ctx.state.band === "range";
        const low = range ? p.lo : p.s == null ? null : p.m - p.s;
        const high = range ? p.hi : p.s == null ? null : p.m + p.s;
        rows.push({ ...p, n: s.n, t: s.t[i], low, high, colour: ctx.colour(s.n) });
      });
    }
    const log = type === "log";
    const drawn = rows.filter((p) => p.m != null && (!log || p.m > 0));
    if (!drawn.length) return nothing(log ? "No positive value to draw on a logarithmic axis." : "Nothing is chosen.");
    const area = ctx.state.band === "none" ? [] : drawn.filter((p) => p.n !== "inf" && p.low != null && (!log || p.low > 0));
    const floor = log ? logAxis(drawn.map((p) => ({ m: p.m }))) : domain;
    return plot(ctx, {
      x: { label: "flow time t →", labelArrow: "none" },
      y: log ? verticalLog(floor, "↑ " + label) : { label: "↑ " + label, labelArrow: "none", domain, zero: !domain && !excess, tickFormat: percent ? (v) => number(100 * v) + " %" : undefined },
      marks: [
        grid(ctx, "gridY", log ? logTicks(floor) : undefined),
        Plot.areaY(area, { x: "t", y1: "low", y2: "high", z: "n", fill: "colour", fillOpacity: 0.16, clip: true }),
        excess && !log ? Plot.ruleY([0], { stroke: ctx.theme.ink, strokeWidth: 1.5 }) : null,
        Plot.line(drawn.filter((p) => p.n === "inf"), { x: "t", y: "m", stroke: "colour", strokeWidth: 3.4, clip: true }),
        Plot.line(drawn.filter((p) => p.n !== "inf"), { x: "t", y: "m", z: "n", stroke: "colour", strokeWidth: 1.6, clip: true }),
        drawn.length === unique(drawn.map((p) => p.n)).length ? Plot.dot(drawn, { x: "t", y: "m", fill: "colour", r: 4 }) : null,
        Plot.dot(drawn, Plot.pointer({ x: "t", y: "m", fill: "colour", r: 4, stroke: ctx.theme.paper, maxRadius: 90 })),
        tip(ctx, drawn, { x: "t", y: "m", maxRadius: 90, title: (p) => `${nameOf(p.n)}, t = ${number(p.t)}\n${percent ? statistics({ ...p, m: 100 * p.m, s: p.s == null ? null : 100 * p.s, lo: 100 * p.lo, hi: 100 * p.hi }).replace("\n", " %\n") + (p.c > 1 ? " %" : p.n === "inf" ? " %" : "") : statistics(p)}` }),
      ],
    });
  }

  // From the least to the most, with room around them where they are one.
  const padded = (values) => {
    const [lo, hi] = d3.extent(values);
    const room = hi - lo > 1e-9 * Math.max(Math.abs(lo), Math.abs(hi)) ? 0 : Math.max(0.2 * Math.abs(hi), 0.1);
    return [lo - room, hi + room];
  };
  const timesOf = (list) => ascending(list);
  figures.responses = {
    times: () => data.responses.map((at) => at.t),
    controls: () => [{ id: "weight", label: "show", options: [["plain", "error"], ["times", "N × error"]] }],
    key: (ctx) => [
      ...seriesKey(ctx, ascending(data.responses.flatMap((at) => at.points.map((p) => p.n))), "dot"),
      ...(sizes.length > 1 ? [{ label: "1/<i>N</i>", swatch: swatches.dash(ctx.theme.soft, "6 4"), toggles: "order" }] : []),
      ...(data.responsesFloor ? [{ label: "the limit’s own error, squared", swatch: guideSwatch(ctx, { key: "floor", absolute: true }), toggles: "floor" }] : []),
    ],
    draw: (ctx) => {
      const at = data.responses.find((one) => one.t === ctx.time) ?? data.responses.at(-1);
      const weight = ctx.state.weight === "times" ? (n) => n : () => 1;
      const width = halves(ctx.width);
      const inner = { ...ctx, width };
      const rows = at.points.filter((p) => !ctx.hidden.has(p.n) && p.m > 0).map((p) => scaled(p, weight(p.n), ctx));
      const first = rows[0];
      const guide = rows.length > 1 ? [{ key: "order", absolute: false, n: rows.map((p) => p.n), v: rows.map((p) => ((first.m / weight(first.n)) * first.n) / p.n) }] : [];
      if (rows.length && data.responsesFloor) guide.push({ key: "floor", absolute: true, n: rows.map((p) => p.n), v: rows.map(() => data.responsesFloor) });
      const left = rows.length
        ? powerPlot(inner, rows, guide, weight, (ctx.state.weight === "times" ? "N × " : "") + "mean (F − F∞)²")
        : nothing("Nothing is chosen, or the error is exactly zero.");
      const cloud = at.scatter.filter((c) => !ctx.hidden.has(c.n)).flatMap((c) => c.datum.map((j, i) => ({ n: c.n, j, f: c.f[i], limit: c.limit[i], by: c.f[i] - c.limit[i], colour: ctx.colour(c.n) }))).filter((p) => p.f != null && p.limit != null);
      if (!cloud.length) return [left];
      const right = plot(inner, {
        x: { label: "response of the limit, F∞(xⱼ) →", labelArrow: "none", inset: 8, domain: padded(cloud.map((p) => p.limit)), ticks: 5, tickFormat: (v) => number(v) }, y: { label: "↑ F(xⱼ) − F∞(xⱼ)", labelArrow: "none", zero: true, nice: true, ticks: 5, tickFormat: (v) => number(v) },
        marks: [
          grid(ctx, "gridY"), Plot.ruleY([0], { stroke: ctx.theme.ink, strokeWidth: 1.5 }),
          Plot.dot(cloud, { x: "limit", y: "by", fill: "colour", fillOpacity: 0.75, r: 2.8 }),
          tip(ctx, cloud, { x: "limit", y: "by", title: (p) => `${nameOf(p.n)}, datum ${p.j}\nF = ${number(p.f)}, limit ${number(p.limit)}\ndifference ${number(p.f - p.limit, 3)}` }),
        ],
      });
      return [left, right];
    },
    rows: () => [["time", "experts", "mean", "standard_error", "smallest", "largest", "replicates"], ...data.responses.flatMap((at) => at.points.map((p) => [at.t, p.n, p.m, p.s, p.lo, p.hi, p.c]))],
  };
  const scaled = (p, w, ctx) => ({ ...p, m: p.m * w, s: p.s == null ? null : p.s * w, lo: p.lo * w, hi: p.hi * w, colour: ctx.colour(p.n) });
  function powerPlot(ctx, rows, curves, weight, label, extra = {}) {
    const visible = curves.filter((g) => !ctx.hidden.has(g.key));
    const domain = logAxis(rows, visible.filter((g) => g.key !== "bound" || ctx.state.bound).flatMap((g) => g.v.map((v, i) => v * weight(g.n[i]))));
    return plot(ctx, {
      x: sizeAxis(rows.map((p) => p.n)),
      y: verticalLog(domain, "↑ " + label),
      marks: [
        grid(ctx, "gridY", logTicks(domain)),
        ...guideMarks(ctx, visible, weight),
        ...(extra.lines ?? []),
        bars(rows, domain, extra.x ?? "n"),
        Plot.dot(rows, { x: extra.x ?? "n", y: "m", fill: (p) => (p.open ? ctx.theme.paper : p.colour), stroke: "colour", strokeWidth: 1.6, r: 4.2 }),
        tip(ctx, rows, { x: extra.x ?? "n", y: "m", title: (p) => `${p.what ? p.what + ", " : ""}${nameOf(p.n)}\n${statistics(p)}` }),
      ],
    });
  }

  // -- the torus --
  const torusTimes = () => timesOf([...data.torus.density.map((x) => x.t), ...data.torus.clouds.map((x) => x.t)]);
  const torusSizes = () => ascending(data.torus.clouds.map((x) => x.n).filter((n) => n !== "inf"));
  const cloudOf = (n, t) => data.torus.clouds.find((c) => c.n === n && c.t === t);
  const torusControls = (more = []) => () => {
    const ns = torusSizes();
    return [{ id: "n", label: "N", options: ns.map((n) => [String(n), count(n)]), value: String(ns.at(-1)), when: ns.length > 1 }, ...more];
  };
  const torusN = (ctx) => (ctx.state.n ? +ctx.state.n : torusSizes().at(-1));

  figures.circle = {
    group: "torus", times: torusTimes, controls: torusControls(),
    key: (ctx) => [
      ...(data.torus.density.length ? [{ label: "density of <i>μ<sub>t</sub></i>", swatch: swatches.line(ctx.theme.ink) }, { label: "at the other times", swatch: swatches.line(ctx.theme.soft, 0.7) }] : []),
      ...(torusSizes().length ? [{ label: `particles, <i>N</i> = ${count(torusN(ctx))}`, swatch: swatches.bar(ctx.colour(torusN(ctx))) }] : []),
    ],
    draw: (ctx) => {
      const n = torusN(ctx);
      const cloud = cloudOf(n, ctx.time);
      const limit = cloudOf("inf", ctx.time);
      const finest = cloud ?? limit;
      const joined = !finest || finest.pooled >= 1500 ? 1 : finest.pooled >= 300 ? 2 : 4;
      const w = (2 * PI * joined) / data.torus.bins;
      const columns = (c) => d3.range(c.counts[0].length / joined).map((i) => {
        const inside = d3.sum(c.counts[0].slice(i * joined, (i + 1) * joined));
        return { x1: -PI + i * w, x2: -PI + (i + 1) * w, v: inside / (c.pooled * w), count: inside };
      });
      const bins = cloud?.pooled ? columns(cloud) : [];
      const curve = (p) => p.x.map((x, i) => ({ x, v: p.v[i] }));
      const closed = (p) => (p.length > 1 ? [...p, { x: PI, v: p[0].v }] : p);
      const tops = [...data.torus.density.flatMap((p) => p.v), ...data.torus.clouds.filter((c) => c.n === n).flatMap((c) => columns(c).map((b) => b.v))];
      const top = 1.05 * Math.max(...tops.filter((v) => v != null));
      const now = data.torus.density.find((p) => p.t === ctx.time);
      const colour = ctx.colour(n);
      return [plot(ctx, {
        x: { domain: [-PI, PI], ticks: angles, tickFormat: angle, label: "θ →", labelArrow: "none" },
        y: { domain: [bins.length ? -0.05 * top : 0, top], label: "↑ density", labelArrow: "none", ticks: d3.ticks(0, top, 5) },
        marks: [
          grid(ctx, "gridY", d3.ticks(0, top, 5)),
          Plot.rect(bins, { x1: "x1", x2: "x2", y1: 0, y2: "v", fill: colour, fillOpacity: 0.35, insetLeft: 0.5, insetRight: 0.5 }),
          Plot.ruleX(cloud?.theta[0] ?? [], { x: (v) => v, y1: -0.045 * top, y2: -0.012 * top, stroke: colour, strokeOpacity: 0.55, strokeWidth: 0.8 }),
          ...data.torus.density.filter((p) => p !== now).map((p) => Plot.line(closed(curve(p)), { x: "x", y: "v", stroke: ctx.theme.soft, strokeWidth: 0.7, strokeOpacity: 0.7 })),
          now ? Plot.line(closed(curve(now)), { x: "x", y: "v", stroke: ctx.theme.ink, strokeWidth: 2.2 }) : null,
          limit && !now ? Plot.line(columns(limit), { x: (b) => (b.x1 + b.x2) / 2, y: "v", stroke: ctx.theme.ink, strokeWidth: 2, curve: "step" }) : null,
          Plot.ruleY([0], { stroke: ctx.theme.ink }),
          now ? tip(ctx, curve(now), { x: "x", y: "v", title: (p) => {
            const bin = bins.find((b) => p.x >= b.x1 && p.x < b.x2);
            return `θ = ${number(p.x, 3)}\ndensity ${number(p.v)}${bin ? `\nparticles ${number(bin.v)} (${bin.count} of ${cloud.pooled})` : ""}`;
          } }) : bins.length ? tip(ctx, bins, { x: (b) => (b.x1 + b.x2) / 2, y: "v", title: (b) => `${b.count} of ${cloud.pooled} particles\ndensity ${number(b.v)}` }) : null,
        ],
      }), ...(now || !data.torus.density.length ? [] : [note(`No density was recorded at t = ${number(ctx.time)}.`)]), ...(cloud || !torusSizes().length ? [] : [note(`No particles were recorded at t = ${number(ctx.time)}.`)])];
    },
    rows: () => [["experts", "time", "bin_from", "bin_to", "count", "pooled"], ...data.torus.clouds.flatMap((c) => c.counts[0].map((v, i) => [c.n, c.t, -PI + (i * 2 * PI) / data.torus.bins, -PI + ((i + 1) * 2 * PI) / data.torus.bins, v, c.pooled]))],
  };

  function square(ctx, side, x, y, marks, more = {}) {
    return plot({ ...ctx, width: side }, {
      height: side, marginLeft: 50, marginRight: 14, marginTop: 28, marginBottom: 36, aspectRatio: undefined,
      x: { domain: [-PI, PI], ticks: angles, tickFormat: angle, label: x + " →", labelArrow: "none" },
      y: { domain: [-PI, PI], ticks: angles, tickFormat: angle, label: "↑ " + y, labelArrow: "none" },
      marks: [Plot.frame({ stroke: ctx.theme.rule }), ...marks], ...more,
    });
  }
  const dots = (ctx, cloud, a, b, fill, r = 2.6) => {
    const rows = (cloud?.theta[a] ?? []).map((v, i) => ({ x: v, y: cloud.theta[b][i] }));
    return [
      Plot.dot(rows, { x: "x", y: "y", r, fill, fillOpacity: 0.85, stroke: ctx.theme.paper, strokeWidth: 0.5 }),
      tip(ctx, rows, { x: "x", y: "y", title: (p) => `(${number(p.x, 3)}, ${number(p.y, 3)})` }),
    ];
  };
  // The densities at the two ends of the shades: zero and the largest, or the smallest and the largest.
  const shades = (ctx, now) => {
    const [least, most] = d3.extent(now.v.filter((v) => v != null));
    return [ctx.state.heat === "range" && most > least ? least : 0, most];
  };
  figures.map = {
    group: "torus", times: torusTimes,
    controls: torusControls([{ id: "heat", label: "shade", options: [["root", "√density"], ["linear", "density"], ["range", "least to most"]] }]),
    key: (ctx) => {
      const now = data.torus.density.find((p) => p.t === ctx.time);
      const [bottom, top] = now ? shades(ctx, now) : [0, 0];
      const ramp = d3.piecewise(d3.interpolateLab, ctx.theme.heat);
      return [
        ...(now ? [{ label: `${ctx.state.heat === "root" ? "√" : ""}density, from ${number(bottom, 3)} to a density of ${number(top, 3)}`, swatch: swatches.ramp(d3.quantize(ramp, 11)) }, { label: "marginal of <i>μ<sub>t</sub></i>", swatch: swatches.line(ctx.theme.ink) }] : []),
        ...(torusSizes().length ? [{ label: `particles, <i>N</i> = ${count(torusN(ctx))}`, swatch: swatches.dot(ctx.theme.dot) }] : []),
      ];
    },
    draw: (ctx) => {
      const now = data.torus.density.find((p) => p.t === ctx.time);
      const cloud = cloudOf(torusN(ctx), ctx.time);
      const side = ctx.width > 620 ? Math.min(500, Math.round(ctx.width * 0.58)) : ctx.width;
      const shade = ctx.state.heat === "root" ? Math.sqrt : (v) => v;
      const ramp = d3.piecewise(d3.interpolateLab, ctx.theme.heat);
      const [bottom, top] = now ? shades(ctx, now) : [0, 1];
      const marks = now ? [Plot.raster(now.v, { width: now.width, height: now.height, x1: -PI, x2: PI, y1: -PI, y2: PI, fill: (v) => (v == null ? null : shade(v)), imageRendering: "auto" })] : [];
      return [
        square(ctx, side, coordinate(0), coordinate(1), [...marks, ...dots(ctx, cloud, 0, 1, ctx.theme.dot, 2.8)], { color: { type: "linear", domain: [shade(bottom), shade(top)], interpolate: ramp } }),
        [0, 1].map((k) => marginal({ ...ctx, width: ctx.width > 620 ? ctx.width - side - 18 : ctx.width }, Math.max(150, (side - 8) / 2), k, now, cloud)),
        ...(now ? [] : [note(`No density was recorded at t = ${number(ctx.time)}.`)]), ...(cloud || !torusSizes().length ? [] : [note(`No particles were recorded at t = ${number(ctx.time)}.`)]),
      ];
    },
    rows: () => particleRows(),
  };
  // A coordinate of a planar law: the density summed over the other coordinate, and the particles' histogram.
  function marginal(ctx, height, k, now, cloud) {
    const [w, h] = now ? [now.width, now.height] : [0, 0];
    const [along, other] = k === 0 ? [w, h] : [h, w];
    const line = d3.range(along).map((i) => ({ x: -PI + ((i + 0.5) * 2 * PI) / along, v: (d3.sum(d3.range(other), (j) => now.v[k === 0 ? j * w + i : i * w + j]) * 2 * PI) / other }));
    const joined = !cloud || cloud.pooled >= 1500 ? 2 : 4;
    const step = (2 * PI * joined) / data.torus.bins;
    const bins = cloud ? d3.range(data.torus.bins / joined).map((i) => ({ x1: -PI + i * step, x2: -PI + (i + 1) * step, v: d3.sum(cloud.counts[k].slice(i * joined, (i + 1) * joined)) / (cloud.pooled * step) })) : [];
    return plot(ctx, {
      height: Math.round(height), marginLeft: 44, marginTop: 28, marginBottom: 36,
      x: { domain: [-PI, PI], ticks: angles, tickFormat: angle, label: coordinate(k) + " →", labelArrow: "none" },
      y: { label: "↑ marginal density", labelArrow: "none", zero: true, ticks: 4 },
      marks: [
        grid(ctx, "gridY", 4),
        Plot.rect(bins, { x1: "x1", x2: "x2", y1: 0, y2: "v", fill: ctx.theme.dot, fillOpacity: 0.4 }),
        Plot.line(line, { x: "x", y: "v", stroke: ctx.theme.ink, strokeWidth: 1.8 }), Plot.ruleY([0], { stroke: ctx.theme.ink }),
        tip(ctx, line, { x: "x", y: "v", title: (p) => `${coordinate(k)} = ${number(p.x, 3)}\ndensity ${number(p.v)}` }),
      ],
    });
  }
  const particleRows = () => {
    const shown = d3.range(data.torus.shown);
    return [["experts", "time", ...shown.map((k) => "theta" + k)], ...data.torus.clouds.flatMap((c) => c.theta[0].map((_, i) => [c.n, c.t, ...shown.map((k) => c.theta[k][i])]))];
  };
  const axes = () => d3.range(data.torus.shown).map((k) => [String(k), coordinate(k)]);
  figures.pair = {
    group: "torus", times: torusTimes,
    controls: torusControls(data.torus ? [
      { id: "a", label: "across", options: axes(), value: "0", select: true },
      { id: "b", label: "up", options: axes(), value: "1", select: true }] : []),
    key: (ctx) => [...(torusSizes().length ? [{ label: `particles, <i>N</i> = ${count(torusN(ctx))}`, swatch: swatches.dot(ctx.colour(torusN(ctx))) }] : []), ...(data.torus.clouds.some((c) => c.n === "inf") ? [{ label: "atoms of the limit", swatch: swatches.dot(ctx.theme.ink) }] : [])],
    draw: (ctx) => {
      const [a, b] = [+ctx.state.a, +ctx.state.b];
      const side = data.torus.clouds.some((c) => c.n === "inf") ? Math.min(halves(ctx.width), 420) : Math.min(ctx.width, 520);
      const out = [];
      for (const n of [torusN(ctx), "inf"]) {
        if (!data.torus.clouds.some((c) => c.n === n)) continue;
        const cloud = cloudOf(n, ctx.time);
        if (cloud) out.push(square(ctx, side, coordinate(a), coordinate(b), dots(ctx, cloud, a, b, ctx.colour(n), 2.4)));
        else out.push(note(`${nameOf(n)} was not recorded at t = ${number(ctx.time)}.`));
      }
      return out;
    },
    rows: () => particleRows(),
  };
  figures.marginals = {
    group: "torus", times: torusTimes, controls: torusControls(),
    key: (ctx) => [...(torusSizes().length ? [{ label: `particles, <i>N</i> = ${count(torusN(ctx))}`, swatch: swatches.bar(ctx.colour(torusN(ctx))) }] : []), ...(data.torus.clouds.some((c) => c.n === "inf") ? [{ label: "atoms of the limit", swatch: swatches.line(ctx.theme.ink) }] : []), { label: "uniform", swatch: swatches.line(ctx.theme.soft, 0.8) }],
    draw: (ctx) => {
      const n = torusN(ctx);
      const cloud = cloudOf(n, ctx.time);
      const limit = cloudOf("inf", ctx.time);
      if (!cloud && !limit) return [note("Nothing was recorded at this time.")];
      const bins = data.torus.bins / 4;
      const w = (2 * PI) / bins;
      const columns = (c, k) => d3.range(bins).map((i) => ({ x1: -PI + i * w, x2: -PI + (i + 1) * w, v: d3.sum(c.counts[k].slice(4 * i, 4 * i + 4)) / (c.pooled * w) }));
      const across = Math.max(2, Math.min(6, Math.floor(ctx.width / 175), data.torus.shown));
      const width = Math.floor((ctx.width - 16 * (across - 1)) / across) - 2;
      const top = Math.max(...d3.range(data.torus.shown).flatMap((k) => data.torus.clouds.filter((c) => c.n === n || c.n === "inf").flatMap((c) => columns(c, k).map((b) => b.v))));
      return d3.range(data.torus.shown).map((k) => {
        const line = limit ? columns(limit, k).flatMap((b) => [{ x: b.x1, v: b.v }, { x: b.x2, v: b.v }]) : [];
        const picture = plot({ ...ctx, width }, {
          height: 92, marginLeft: 6, marginRight: 6, marginTop: 18, marginBottom: 18,
          x: { domain: [-PI, PI], ticks: [-PI, 0, PI], tickFormat: angle, tickSize: 3, label: null }, y: { domain: [0, top * 1.02], axis: null },
          style: { background: "none", color: ctx.theme.ink, fontFamily: SANS, fontSize: "10px", overflow: "visible" },
          marks: [
            cloud ? Plot.rect(columns(cloud, k), { x1: "x1", x2: "x2", y1: 0, y2: "v", fill: ctx.colour(n), fillOpacity: 0.4 }) : null,
            Plot.ruleY([1 / (2 * PI)], { stroke: ctx.theme.soft, strokeWidth: 0.6 }),
            Plot.line(line, { x: "x", y: "v", stroke: ctx.theme.ink, strokeWidth: 1.2 }),
            Plot.ruleY([0], { stroke: ctx.theme.ink, strokeWidth: 0.8 }),
            Plot.text([coordinate(k)], { frameAnchor: "top-left", dy: -14, fontSize: 12, fill: ctx.theme.ink }),
          ],
        });
        if (ctx.exporting) return picture;
        const button = document.createElement("button");
        button.type = "button";
        button.className = "small";
        button.setAttribute("aria-label", `Show coordinate ${k} in the figure above`);
        button.setAttribute("aria-pressed", String(ctx.state.a === String(k) || ctx.state.b === String(k)));
        button.append(picture);
        button.onclick = () => {
          const state = ctx.state;
          if (state.a === String(k) || state.b === String(k)) [state.a, state.b] = [state.b, state.a];
          else [state.a, state.b] = [String(k), state.a];
          redraw("torus");
        };
        return button;
      });
    },
    rows: () => [["experts", "time", "coordinate", "bin_from", "bin_to", "count", "pooled"], ...data.torus.clouds.flatMap((c) => c.counts.flatMap((column, k) => column.map((v, i) => [c.n, c.t, k, -PI + (i * 2 * PI) / data.torus.bins, -PI + ((i + 1) * 2 * PI) / data.torus.bins, v, c.pooled])))],
  };

  // -- rates --
  function rateControls(part, more) {
    const ds = ascending(part.points.map((p) => p.d));
    const ts = ascending(part.points.map((p) => p.t));
    const against = [["n", "N"]];
    if (ts.length > 1) against.push(["t", "t"]);
    if (ds.length > 1) against.push(["d", "d"]);
    return [
      ...more,
      { id: "against", label: "against", options: against, when: against.length > 1 },
      { id: "d", label: "d", unless: ["against", "d"], options: ds.map((d) => [String(d), String(d)]), value: String(ds.at(-1)), when: ds.length > 1, select: ds.length > 5 },
    ];
  }
  const rateTimes = (part) => () => ascending(part().points.filter((p) => p.kind !== "paired").map((p) => p.t));
  const dOf = (ctx, part) => (ctx.state.d ? +ctx.state.d : part.points[0].d);
  const guidesAt = (part, d, t, kind) => part.guides.find((g) => g.d === d && g.t === t && g.kind === kind)?.curves ?? [];
  function ratePlot(ctx, part, kinds, guideKind, label, weight) {
    const d = dOf(ctx, part);
    const against = ctx.state.against ?? "n";
    const all = part.points.filter((p) => kinds.includes(p.kind) && p.n !== "inf" && !ctx.hidden.has(p.n) && !ctx.hidden.has(p.kind) && p.m > 0)
      .map((p) => ({ ...scaled(p, weight(p.n), ctx), open: p.kind === "static", what: kinds.length > 1 ? p.kind : null }));
    if (against === "n") {
      const rows = all.filter((p) => p.d === d && p.t === ctx.time);
      if (!rows.length) return nothing(`No positive value at t = ${number(ctx.time)} to draw on logarithmic axes: the particles have not moved apart.`);
      const span = (Math.max(...rows.map((p) => p.n)) / Math.min(...rows.map((p) => p.n))) ** 0.012;
      const x = kinds.length > 1 ? (p) => (p.open ? p.n * span : p.n / span) : "n";
      return powerPlot(ctx, rows, guidesAt(part, d, ctx.time, guideKind), weight, label, { x });
    }
    const rows = against === "t" ? all.filter((p) => p.d === d) : all.filter((p) => p.t === ctx.time);
    if (!rows.length) return nothing("No positive value to draw.");
    const domain = logAxis(rows);
    return plot(ctx, {
      x: against === "t" ? { label: "flow time t →", labelArrow: "none" } : { ...sizeAxis(rows.map((p) => p.d), "number of parameters d →") },
      y: verticalLog(domain, "↑ " + label),
      marks: [
        grid(ctx, "gridY", logTicks(domain)),
        Plot.line(rows, { x: against, y: "m", z: (p) => p.kind + p.n, stroke: "colour", strokeWidth: 1.4, strokeDasharray: null, sort: against, strokeOpacity: 0.7 }),
        bars(rows, domain, against),
        Plot.dot(rows, { x: against, y: "m", fill: (p) => (p.open ? ctx.theme.paper : p.colour), stroke: "colour", strokeWidth: 1.6, r: 3.8 }),
        tip(ctx, rows, { x: against, y: "m", title: (p) => `${p.what ? p.what + ", " : ""}${nameOf(p.n)}, ${against === "t" ? "t = " + number(p.t) : "d = " + p.d}\n${statistics(p)}` }),
      ],
    });
  }
  const rateRows = (part) => [["kind", "d", "time", "experts", "mean", "standard_error", "smallest", "largest", "replicates"], ...part.points.map((p) => [p.kind, p.d, p.t, p.n, p.m, p.s, p.lo, p.hi, p.c])];
  const rateSizes = (part) => ascending(part.points.map((p) => p.n).filter((n) => n !== "inf"));
  const guideKey = (ctx, part, kind) => (ctx.state.against && ctx.state.against !== "n" ? [] : guidesAt(part, dOf(ctx, part), ctx.time, kind).map((g) => ({ label: g.label, swatch: guideSwatch(ctx, g), toggles: g.key })));

  figures.coupling = {
    times: rateTimes(() => data.coupling),
    controls: () => rateControls(data.coupling, [
      { id: "kind", label: "error", options: [["sup", "path"], ["point", "moment"]] },
      { id: "weight", label: "show", options: [["plain", "D²"], ["times", "N × D²"]] }]),
    key: (ctx) => [...seriesKey(ctx, rateSizes(data.coupling), "dot"), ...guideKey(ctx, data.coupling, ctx.state.kind)],
    draw: (ctx) => [ratePlot(ctx, data.coupling, [ctx.state.kind], ctx.state.kind, (ctx.state.weight === "times" ? "N × " : "") + "coupling error D²", ctx.state.weight === "times" ? (n) => n : () => 1)],
    rows: () => rateRows(data.coupling),
    start: { bound: true },
  };
  figures.distance = {
    times: rateTimes(() => data.distance),
    controls: () => rateControls(data.distance, []),
    key: (ctx) => {
      const kinds = unique(data.distance.points.map((p) => p.kind));
      return [
        ...seriesKey(ctx, rateSizes(data.distance), "dot"),
        ...(kinds.includes("trained") ? [{ label: "trained", swatch: swatches.dot(ctx.theme.soft), toggles: "trained" }] : []),
        ...(kinds.includes("static") ? [{ label: "static", swatch: swatches.ring(ctx.theme.soft, ctx.theme.paper), toggles: "static" }] : []),
        ...guideKey(ctx, data.distance, "trained"),
      ];
    },
    draw: (ctx) => [ratePlot(ctx, data.distance, ["trained", "static"], "trained", "W₂² to the limit’s atoms", () => 1)],
    rows: () => rateRows(data.distance),
  };
  figures.paired = {
    times: () => ascending(data.distance.points.filter((p) => p.kind === "paired").map((p) => p.t)),
    controls: () => rateControls(data.distance, []).filter((c) => c.id === "d"),
    key: (ctx) => seriesKey(ctx, rateSizes(data.distance), "dot"),
    draw: (ctx) => {
      const rows = data.distance.points.filter((p) => p.kind === "paired" && p.d === dOf(ctx, data.distance) && p.t === ctx.time && !ctx.hidden.has(p.n)).map((p) => ({ ...p, colour: ctx.colour(p.n) }));
      if (!rows.length) return [nothing("Nothing is chosen.")];
      return [plot(ctx, {
        height: 240, x: sizeAxis(rows.map((p) => p.n)), y: { label: "↑ trained − static W₂²", labelArrow: "none", zero: true, nice: true, ticks: 5, tickFormat: (v) => number(v) },
        marks: [
          grid(ctx, "gridY"), Plot.ruleY([0], { stroke: ctx.theme.ink }),
          bars(rows, null, "n"), Plot.dot(rows, { x: "n", y: "m", fill: "colour", r: 4.2 }),
          tip(ctx, rows, { x: "n", y: "m", title: (p) => `${nameOf(p.n)}\n${statistics(p)}` }),
        ],
      })];
    },
    rows: () => rateRows({ points: data.distance.points.filter((p) => p.kind === "paired") }),
  };
  const standingColour = (ctx, standing) => ({ good: ctx.theme.good, look: ctx.theme.look }[standing] ?? ctx.theme.soft);
  figures.slopes = {
    controls: () => [],
    key: (ctx) => [
      ...[["good", "slope and interval, prediction holds"], ["look", "does not hold"], ["open", "undecided or not judged"]]
        .filter(([standing]) => data.slopes.some((s) => s.standing === standing)).map(([standing, label]) => ({ label, swatch: swatches.dot(standingColour(ctx, standing)) })),
      { label: "predicted", swatch: swatches.tick(ctx.theme.ink) },
    ],
    draw: (ctx) => {
      const rows = data.slopes.filter((s) => s.slope != null).map((s) => ({ ...s, name: s.quantity + (s.d ? `, d = ${s.d}` : ""), colour: standingColour(ctx, s.standing) }));
      if (!rows.length) return [nothing("No slope is finite.")];
      const narrow = ctx.width < 520;
      return [plot(ctx, {
        height: 70 + (narrow ? 46 : 30) * rows.length, marginLeft: narrow ? 12 : 190, marginTop: narrow ? 24 : 14,
        x: { label: "slope in log N →", labelArrow: "none", nice: true, ticks: Math.max(3, Math.round(ctx.width / 110)), tickFormat: (v) => number(v) }, y: { type: "band", domain: rows.map((s) => s.name), axis: null, padding: 0.2 },
        marks: [
          grid(ctx, "gridX", Math.max(3, Math.round(ctx.width / 110))),
          Plot.ruleY(rows.filter((s) => s.predicted != null), { y: "name", x1: (s) => s.predicted - 0.1, x2: (s) => s.predicted + 0.1, stroke: ctx.theme.soft, strokeOpacity: 0.2, strokeWidth: 16 }),
          narrow ? Plot.text(rows, { y: "name", text: "name", frameAnchor: "left", textAnchor: "start", dy: -17, fill: ctx.theme.ink }) : Plot.text(rows, { y: "name", text: "name", frameAnchor: "left", textAnchor: "end", dx: -10, fill: ctx.theme.ink }),
          Plot.ruleY(rows.filter((s) => s.low != null && s.high != null), { y: "name", x1: "low", x2: "high", stroke: "colour", strokeWidth: 2 }),
          Plot.tickX(rows.filter((s) => s.predicted != null), { y: "name", x: "predicted", stroke: ctx.theme.ink, strokeWidth: 2, insetTop: 3, insetBottom: 3 }),
          Plot.dot(rows, { y: "name", x: "slope", fill: "colour", r: 4.5 }),
          tip(ctx, rows, { y: "name", x: "slope", title: (s) => `${s.name}\nslope ${number(s.slope, 3)}${s.low != null && s.high != null ? ` in [${number(s.low, 3)}, ${number(s.high, 3)}]` : ""}\npredicted ${number(s.predicted, 3)}\n${s.verdict}` }),
        ],
      })];
    },
    rows: () => [["quantity", "d", "slope", "ci_low", "ci_high", "predicted", "verdict"], ...data.slopes.map((s) => [s.quantity, s.d, s.slope, s.low, s.high, s.predicted, s.verdict])],
  };

  // ---- mounting --------------------------------------------------------------------------------------------------
  function nothing(text) {
    const p = document.createElement("p");
    p.className = "nothing";
    p.textContent = text;
    return p;
  }
  const note = nothing;
  function make(tag, attributes = {}, ...children) {
    const node = document.createElement(tag);
    for (const [k, v] of Object.entries(attributes)) {
      if (k.startsWith("on")) node[k] = v;
      else if (v != null) node.setAttribute(k, v);
    }
    node.append(...children);
    return node;
  }

  const states = {};
  const mounted = [];
  function stateOf(name) {
    const group = figures[name].group ?? name;
    return (states[group] ??= { hidden: new Set(), values: { ...(figures[name].start ?? {}) }, time: null });
  }
  function contextFor(name, width, theme = themes[themeName()], exporting = false) {
    const shared = stateOf(name);
    return { state: shared.values, hidden: shared.hidden, time: shared.time, width, theme, colour: colourOf(theme), exporting };
  }

  function mount(figure) {
    const name = figure.dataset.figure;
    const picture = figures[name];
    const stage = figure.querySelector(".stage");
    if (!picture) return;
    stage.textContent = "";
    const shared = stateOf(name);
    const parts = { figure, name, stage, bar: make("div", { class: "bar" }), key: make("div", { class: "key" }), plots: make("div", { class: "plots", role: "img", "aria-label": figure.querySelector("figcaption").textContent }), updates: [] };
    for (const control of picture.controls()) {
      shared.values[control.id] ??= control.value ?? control.options[0]?.[0];
      if (control.when === false) continue;
      parts.bar.append(control.select || control.options.length > 7 ? chooser(parts, control) : segments(parts, control));
    }
    const times = picture.times?.() ?? [];
    if (times.length) {
      if (shared.time == null || !times.includes(shared.time)) shared.time = times.at(-1);
      if (times.length > 1) parts.bar.append(slider(parts, times));
    }
    figure.querySelector("figcaption").append(make("span", { class: "saves" },
      make("button", { type: "button", title: "save this picture as SVG", onclick: () => saveSvg(parts) }, "SVG"),
      make("button", { type: "button", title: "save this picture as PNG, three times as large", onclick: () => savePng(parts) }, "PNG"),
      make("button", { type: "button", title: "save the numbers drawn as CSV", onclick: () => save(name + ".csv", "text/csv", csv(picture.rows())) }, "CSV")));
    if (parts.bar.children.length) stage.append(parts.bar);
    stage.append(parts.key, parts.plots);
    mounted.push(parts);
    draw(parts);
    new ResizeObserver(() => {
      if (!printing && Math.abs(stage.clientWidth - parts.drawnFor) > 2) draw(parts);
    }).observe(stage);
  }
  const widthOf = (stage) => {
    const style = getComputedStyle(stage);
    return Math.floor(stage.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)) || 640;
  };
  function draw(parts) {
    const picture = figures[parts.name];
    const width = printing ? 640 : Math.max(240, widthOf(parts.stage));
    parts.drawnFor = parts.stage.clientWidth;
    try {
      const ctx = contextFor(parts.name, width);
      const focus = [...parts.plots.querySelectorAll("button")].indexOf(document.activeElement);
      parts.plots.replaceChildren(...picture.draw(ctx).filter(Boolean).map((one) => (Array.isArray(one) ? make("div", { class: "column" }, ...one) : one)));
      if (focus >= 0) parts.plots.querySelectorAll("button")[focus]?.focus();
      drawKey(parts, ctx);
      for (const update of parts.updates) update();
    } catch (error) {
      parts.plots.replaceChildren(make("p", { class: "failed" }, "This picture could not be drawn: " + error.message));
      console.error(parts.name, error);
    }
  }
  function redraw(group) {
    for (const parts of mounted) if ((figures[parts.name].group ?? parts.name) === group) draw(parts);
  }
  const changed = (parts) => redraw(figures[parts.name].group ?? parts.name);

  function drawKey(parts, ctx) {
    const focus = [...parts.key.children].indexOf(document.activeElement);
    parts.key.replaceChildren(...figures[parts.name].key(ctx).map((item) => {
      const content = `<svg width="22" height="12" viewBox="0 0 22 12" aria-hidden="true">${item.swatch}</svg><span>${item.label}</span>`;
      const node = item.toggles == null ? make("span") : make("button", { type: "button", "aria-pressed": String(!ctx.hidden.has(item.toggles)), title: "show or hide" });
      node.innerHTML = content;
      if (item.toggles != null)
        node.onclick = () => {
          if (!ctx.hidden.delete(item.toggles)) ctx.hidden.add(item.toggles);
          changed(parts);
        };
      return node;
    }));
    if (focus >= 0) parts.key.children[focus]?.focus();
  }

  let groups = 0;
  function segments(parts, control) {
    const values = stateOf(parts.name).values;
    const group = "g" + groups++;
    const box = make("span", { class: "segments" });
    for (const [value, label] of control.options) {
      const input = make("input", { type: "radio", name: group, value, onchange: () => { values[control.id] = value; changed(parts); } });
      parts.updates.push(() => { input.checked = values[control.id] === value; });
      box.append(make("label", {}, input, label));
    }
    return sometimes(parts, control, make("fieldset", {}, make("legend", {}, control.label), box));
  }
  function chooser(parts, control) {
    const values = stateOf(parts.name).values;
    const select = make("select", { onchange: () => { values[control.id] = select.value; changed(parts); } }, ...control.options.map(([v, l]) => make("option", { value: v }, l)));
    parts.updates.push(() => { select.value = values[control.id]; });
    return sometimes(parts, control, make("label", {}, control.label + " ", select));
  }
  // A control that means nothing while another has a certain value is hidden for that while.
  function sometimes(parts, control, node) {
    if (control.unless) parts.updates.push(() => { node.style.display = stateOf(parts.name).values[control.unless[0]] === control.unless[1] ? "none" : ""; });
    return node;
  }
  function slider(parts, times) {
    const shared = stateOf(parts.name);
    const input = make("input", { type: "range", min: 0, max: times.length - 1, step: 1, "aria-label": "flow time", oninput: () => { shared.time = times[+input.value]; changed(parts); } });
    const output = make("output");
    let clock = null;
    const stop = () => { clearInterval(clock); clock = null; button.textContent = "▶"; button.setAttribute("aria-label", "play over time"); };
    const button = make("button", { type: "button", "aria-label": "play over time", onclick: () => {
      if (clock) return stop();
      button.textContent = "❚❚";
      button.setAttribute("aria-label", "stop");
      let at = times.indexOf(shared.time) >= times.length - 1 ? -1 : times.indexOf(shared.time);
      const next = () => {
        shared.time = times[++at];
        changed(parts);
        if (at >= times.length - 1) stop();
      };
      clock = setInterval(next, Math.max(120, Math.min(900, 6000 / times.length)));
      next();
    } }, "▶");
    parts.updates.push(() => {
      input.value = times.indexOf(shared.time);
      output.textContent = "t = " + number(shared.time);
      input.setAttribute("aria-valuetext", output.textContent);
    });
    const box = make("span", { class: "time" }, button, input, output);
    parts.updates.push(() => { box.style.display = shared.values.against === "t" && !figures[parts.name].group ? "none" : ""; });
    return box;
  }

  // ---- saving ----------------------------------------------------------------------------------------------------
  function save(name, type, content) {
    const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
    const link = make("a", { href: url, download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
  }
  const csv = (rows) => rows.map((row) => row.map((v) => {
    const s = v == null || (typeof v === "number" && !isFinite(v)) ? "" : String(v);
    return /[",\n\r]/.test(s) ? '"' + s.replaceAll('"', '""') + '"' : s;
  }).join(",")).join("\n") + "\n";

  // The picture as one SVG in light colours with its key, whatever the page looks like.
  function compose(parts) {
    const NS = "http://www.w3.org/2000/svg";
    const theme = themes.light;
    const wanted = 860;
    const ctx = contextFor(parts.name, wanted, theme, true);
    const pictures = figures[parts.name].draw(ctx).map((one) => [one].flat().filter((node) => node instanceof SVGSVGElement)).filter((column) => column.length);
    const root = document.createElementNS(NS, "svg");
    root.setAttribute("xmlns", NS);
    root.setAttribute("font-family", SANS);
    root.setAttribute("font-size", "12");
    root.setAttribute("fill", theme.ink);
    const back = document.createElementNS(NS, "rect");
    back.setAttribute("fill", "#ffffff");
    root.append(back);
    let x = 12;
    let y = 14;
    const measure = document.createElement("canvas").getContext("2d");
    measure.font = "12px " + SANS;
    for (const item of figures[parts.name].key(ctx)) {
      if (ctx.hidden.has(item.toggles)) continue;
      const plain = new DOMParser().parseFromString(item.label, "text/html").body;
      const length = measure.measureText(plain.textContent).width + 50;
      if (x + length > wanted && x > 12) { x = 12; y += 20; }
      const group = document.createElementNS(NS, "g");
      group.setAttribute("transform", `translate(${x},${y})`);
      group.innerHTML = item.swatch;
      const text = document.createElementNS(NS, "text");
      text.setAttribute("x", 28);
      text.setAttribute("y", 10);
      spans(plain, text, {});
      group.append(text);
      root.append(group);
      x += length;
    }
    if (parts.bar.querySelector(".time") && ctx.time != null && ctx.state.against !== "t") {
      const text = document.createElementNS(NS, "text");
      text.setAttribute("x", wanted + 12);
      text.setAttribute("y", 24);
      text.setAttribute("text-anchor", "end");
      text.textContent = "t = " + number(ctx.time);
      root.append(text);
    }
    y += 22;
    let left = 12;
    let row = 0;
    for (const column of pictures) {
      const w = Math.max(...column.map((picture) => +picture.getAttribute("width")));
      if (left + w > wanted + 14 && left > 12) { left = 12; y += row + 8; row = 0; }
      let h = 0;
      for (const picture of column) {
        for (const extra of picture.querySelectorAll("[aria-label=tip]")) extra.remove();
        for (const image of picture.querySelectorAll("image")) {
          image.setAttribute("href", image.getAttributeNS("http://www.w3.org/1999/xlink", "href"));
          image.removeAttributeNS("http://www.w3.org/1999/xlink", "href");
        }
        picture.setAttribute("x", left);
        picture.setAttribute("y", y + h);
        picture.setAttribute("overflow", "visible");
        root.append(picture);
        h += +picture.getAttribute("height") + 8;
      }
      left += w + 16;
      row = Math.max(row, h);
    }
    const [width, height] = [wanted + 24, y + row + 12];
    for (const [node, w, h] of [[root, width, height], [back, width, height]]) { node.setAttribute("width", w); node.setAttribute("height", h); }
    root.setAttribute("viewBox", `0 0 ${width} ${height}`);
    return { text: new XMLSerializer().serializeToString(root), width, height };
    function spans(from, to, style) {
      for (const child of from.childNodes) {
        if (child.nodeType === 3) {
          const span = document.createElementNS(NS, "tspan");
          const shift = style.shift ?? 0;
          span.setAttribute("dy", shift - (to.shift ?? 0));
          to.shift = shift;
          if (style.italic) span.setAttribute("font-style", "italic");
          if (style.small) span.setAttribute("font-size", "9");
          span.textContent = child.textContent;
          to.append(span);
        } else {
          const tag = child.nodeName;
          spans(child, to, { ...style, ...(tag === "I" ? { italic: true } : tag === "SUP" ? { shift: -4, small: true } : tag === "SUB" ? { shift: 3, small: true } : {}) });
        }
      }
    }
  }
  const saveSvg = (parts) => save(parts.name + ".svg", "image/svg+xml", compose(parts).text);
  function savePng(parts) {
    const { text, width, height } = compose(parts);
    const image = new Image();
    image.onload = () => {
      const canvas = make("canvas", { width: 3 * width, height: 3 * height });
      canvas.getContext("2d").drawImage(image, 0, 0, 3 * width, 3 * height);
      canvas.toBlob((blob) => save(parts.name + ".png", "image/png", blob));
    };
    image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(text);
  }

  // ---- tables, colours, contents ----------------------------------------------------------------------------------
  for (const box of document.querySelectorAll("[data-table]")) {
    const table = box.querySelector("table");
    const heads = [...table.tHead.rows[0].cells].map((head) => head.textContent);
    for (const row of table.tBodies[0].rows) [...row.cells].forEach((cell, i) => { cell.dataset.label = heads[i]; });
    box.querySelector(".caption").append(make("button", { type: "button", title: "save this table as CSV, with all digits", onclick: () =>
      save(box.dataset.table + ".csv", "text/csv", csv([...table.rows].map((row) => [...row.cells].map((cell) => cell.dataset.value ?? cell.dataset.experts ?? cell.textContent.trim())))) }, "CSV"));
  }
  function colourTable() {
    const colour = colourOf(themes[themeName()]);
    for (const cell of document.querySelectorAll("th[data-experts]")) {
      let dot = cell.querySelector(".dot");
      if (!dot) cell.prepend((dot = make("span", { class: "dot" })));
      dot.style.background = colour(cell.dataset.experts === "inf" ? "inf" : +cell.dataset.experts);
    }
  }
  const drawAll = () => { colourTable(); mounted.forEach(draw); };
  const themeBox = make("span", { class: "segments" });
  for (const [value, label] of [["", "auto"], ["light", "light"], ["dark", "dark"]]) {
    const input = make("input", { type: "radio", name: "theme", value, onchange: () => {
      chosen = value || null;
      if (chosen) document.documentElement.dataset.theme = chosen;
      else delete document.documentElement.dataset.theme;
      drawAll();
    } });
    input.checked = value === (chosen ?? "");
    themeBox.append(make("label", {}, input, label));
  }
  document.getElementById("theme").append(make("fieldset", { style: "border:0;margin:0;padding:0", "aria-label": "colours of the page" }, themeBox));
  media.addEventListener("change", drawAll);
  const print = (on) => {
    printing = on;
    if (on) document.documentElement.dataset.theme = "light";
    else if (chosen) document.documentElement.dataset.theme = chosen;
    else delete document.documentElement.dataset.theme;
    for (const details of document.querySelectorAll("details.study")) details.open = on || details.open;
    drawAll();
  };
  addEventListener("beforeprint", () => print(true));
  addEventListener("afterprint", () => print(false));

  colourTable();
  for (const figure of document.querySelectorAll("figure[data-figure]")) mount(figure);

  const links = new Map([...document.querySelectorAll("nav li a")].map((a) => [a.getAttribute("href").slice(1), a]));
  const seen = new Set();
  const watch = new IntersectionObserver((entries) => {
    for (const e of entries) e.isIntersecting ? seen.add(e.target.id) : seen.delete(e.target.id);
      const first = [...links.keys()].find((id) => seen.has(id));
      for (const [id, a] of links) id === first ? a.setAttribute("aria-current", "true") : a.removeAttribute("aria-current");
    }, { rootMargin: "0px 0px -55% 0px" });
    for (const id of links.keys()) watch.observe(document.getElementById(id));
})();
