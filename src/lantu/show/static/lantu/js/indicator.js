// The line chart of an indicator. In: JSON in #chart-data. Out: base, required path, target and actuals in one chart.
// On purpose no zoom and no legend box: lines are named where they end, and the table below has every figure.
const box = document.getElementById("chart");
const data = document.getElementById("chart-data");

function color(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function actuals(chart, words) {
  const whole = chart.points.filter((p) => p.whole);
  return {
    name: words.actual, type: "line", z: 4, symbol: "circle", symbolSize: 8,
    lineStyle: { width: 2.5, color: color("--blue") }, itemStyle: { color: color("--blue") },
    data: whole.map((p) => ({
      value: [p.x, p.y], point: p,
      itemStyle: p.preliminary || p.bound
        ? { color: color("--paper"), borderColor: color("--blue"), borderWidth: 2, borderType: p.bound ? "dashed" : "solid" }
        : { color: color("--blue"), borderColor: color("--paper"), borderWidth: 1 },
      symbol: p.bound ? "triangle" : "circle",
    })),
  };
}

function parts(chart, words) {
  const some = chart.points.filter((p) => !p.whole);
  return {
    name: words.part, type: "scatter", z: 3, symbol: "diamond", symbolSize: 9,
    itemStyle: { color: "transparent", borderColor: color("--ink-3"), borderWidth: 1.5 },
    data: some.map((p) => ({ value: [p.x, p.y], point: p })),
  };
}

function promise(line, words) {
  const isRising = line.threshold || line.goal >= line.base;
  const goal = {
    value: [line.due, line.goal], line, symbol: "rect", symbolSize: 10,
    label: { position: isRising ? "top" : "bottom", align: "right", offset: [6, 0] },
  };
  const from = line.threshold
    ? { value: [line.base_year, line.goal], line, symbol: "none" }
    : { value: [line.base_year, line.base], line, symbol: "emptyCircle", symbolSize: 8, label: { position: isRising ? "bottom" : "top", align: "left", offset: [2, 0] } };
  return {
    name: line.name, type: "line", z: 2, data: [from, goal], symbol: "circle",
    lineStyle: { width: 1.5, type: line.threshold ? [2, 3] : [6, 4], color: color("--ink-2") },
    itemStyle: { color: color("--ink"), borderColor: color("--ink") },
    label: {
      show: true, color: color("--ink"), fontSize: 12, fontWeight: 600,
      formatter: (p) => (p.dataIndex === 1 ? `${words.goal} ${line.text}` : line.threshold ? "" : `${words.base} ${line.base_text}`),
    },
  };
}

// A polygon of its own: areas cannot be stacked on an axis of numbers.
function fan(chart, low, high, opacity) {
  return {
    type: "custom", z: 1, silent: true, clip: true, data: [[chart.band[0].x, chart.band[0].middle]],
    renderItem: (params, api) => ({
      type: "polygon",
      shape: { points: [...chart.band.map((b) => api.coord([b.x, b[high]])), ...[...chart.band].reverse().map((b) => api.coord([b.x, b[low]]))] },
      style: { fill: color("--blue"), opacity },
    }),
  };
}

function outlook(chart, words) {
  return {
    name: words.band, type: "line", z: 3, symbol: "circle", symbolSize: 5,
    lineStyle: { width: 1.5, type: [1, 3], color: color("--blue") }, itemStyle: { color: color("--blue"), opacity: 0.7 },
    data: chart.band.map((b, i) => ({ value: [b.x, b.middle], ahead: b, symbol: i ? "circle" : "none" })),
  };
}

function bands(chart, words) {
  if (!chart.band?.length) return [];
  return [fan(chart, "low95", "high95", 0.09), fan(chart, "low80", "high80", 0.14), outlook(chart, words)];
}

// The axis of numbers does not see polygons, so the ends of the band are given to it; the outer ones may be far out.
function tidy(pick, amount, step) {
  return (pick === "min" ? Math.floor : Math.ceil)(amount / step) * step;
}

function reach(chart, pick, end) {
  const drawn = chart.points.map((p) => p.y).concat(chart.promises.flatMap((p) => (p.base === null ? [p.goal] : [p.goal, p.base])));
  const far = Math[pick](...drawn, ...chart.band.map((b) => b[end]));
  const size = Math.max(...drawn) - Math.min(...drawn) || Math.abs(far) || 1;
  return tidy(pick, far, 10 ** Math.floor(Math.log10(size)));
}

function describe(params, words) {
  const { point, line, ahead } = params.data;
  const box = document.createElement("div");
  const add = (text, strong) => {
    const row = document.createElement(strong ? "strong" : "div");
    row.textContent = text;
    box.append(row);
  };
  if (point) {
    add(point.text, true);
    add(point.when + (point.preliminary ? ` · ${words.preliminary}` : "") + (point.bound ? ` · ${words.bound}` : ""));
  } else if (ahead) {
    add(ahead.text, true);
    add(String(ahead.x));
  } else if (line) {
    add(params.dataIndex === 1 || line.threshold ? `${words.goal} ${line.text} · ${line.due}` : `${words.base} ${line.base_text} · ${line.base_year}`, true);
    add(line.name);
  }
  return box;
}

function options(chart, words) {
  const numbers = new Intl.NumberFormat(document.documentElement.lang);
  const size = box.clientWidth < 520 ? 11 : 13;
  return {
    animation: false, textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: color("--ink-2") },
    aria: { enabled: false },
    grid: { left: 12, right: 28, top: 44, bottom: 10, containLabel: true },
    tooltip: {
      trigger: "item", formatter: (p) => describe(p, words), backgroundColor: color("--sheet"), borderColor: color("--ink"),
      borderWidth: 1, textStyle: { color: color("--ink"), fontSize: 13 }, extraCssText: "border-radius:0;box-shadow:none",
    },
    xAxis: {
      type: "value", min: chart.first, max: chart.last, interval: chart.last - chart.first > 12 ? 2 : 1,
      axisLabel: { formatter: (v) => (Number.isInteger(v) ? String(v) : ""), color: color("--ink-2"), fontSize: size, hideOverlap: true },
      axisLine: { lineStyle: { color: color("--ink-3") } }, splitLine: { show: false }, axisTick: { length: 4 },
    },
    yAxis: {
      type: "value", scale: true, name: chart.unit,
      ...(chart.band?.length ? { min: reach(chart, "min", "low80"), max: reach(chart, "max", "high80") } : {}), nameTextStyle: { color: color("--ink-2"), align: "left", padding: [0, 0, 6, -24] },
      axisLabel: { formatter: (v) => numbers.format(v), color: color("--ink-2"), fontSize: size },
      splitLine: { lineStyle: { color: color("--grid") } }, splitNumber: 4,
    },
    series: [...bands(chart, words), ...chart.promises.map((line) => promise(line, words)), actuals(chart, words), parts(chart, words)],
  };
}

function draw() {
  const chart = JSON.parse(data.textContent);
  const words = JSON.parse(document.getElementById("chart-words").textContent);
  const drawn = window.echarts.init(box, null, { renderer: "svg" });
  drawn.setOption(options(chart, words));
  new ResizeObserver(() => drawn.resize()).observe(box);
  drawn.on("finished", () => { box.dataset.state = "drawn"; });
}

if (box && data && window.echarts) draw();
