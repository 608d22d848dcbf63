// The map of districts. In: GeoJSON in #map-data, library and worker addresses on #map. Out: a map without tiles.
// On purpose no external request and no panning on small screens: the list beside it has every figure.
const box = document.getElementById("map");
const data = document.getElementById("map-data");

function color(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function ringArea(ring) {
  let sum = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    sum += (ring[j][0] + ring[i][0]) * (ring[j][1] - ring[i][1]);
  }
  return Math.abs(sum / 2);
}

function largestRing(geometry) {
  const polygons = geometry.type === "MultiPolygon" ? geometry.coordinates : [geometry.coordinates];
  return polygons.map((polygon) => polygon[0]).reduce((a, b) => (ringArea(b) > ringArea(a) ? b : a));
}

function centre(ring) {
  let x = 0, y = 0, area = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const cross = ring[j][0] * ring[i][1] - ring[i][0] * ring[j][1];
    area += cross; x += (ring[j][0] + ring[i][0]) * cross; y += (ring[j][1] + ring[i][1]) * cross;
  }
  return [x / (3 * area), y / (3 * area)];
}

function bounds(features) {
  const points = features.flatMap((f) => f.geometry.coordinates.flat(f.geometry.type === "MultiPolygon" ? 2 : 1));
  const xs = points.map((p) => p[0]), ys = points.map((p) => p[1]);
  return [[Math.min(...xs), Math.min(...ys)], [Math.max(...xs), Math.max(...ys)]];
}

function labels(features) {
  return {
    type: "FeatureCollection",
    features: features.map((f) => ({
      type: "Feature",
      properties: f.properties,
      geometry: { type: "Point", coordinates: centre(largestRing(f.geometry)) },
    })),
  };
}

function style(shapes) {
  const steps = [1, 2, 3, 4, 5].flatMap((step) => [step, color(`--step-${step}`)]);
  return {
    version: 8,
    sources: {
      shapes: { type: "geojson", data: shapes, promoteId: "code" },
      labels: { type: "geojson", data: labels(shapes.features) },
    },
    layers: [
      { id: "paper", type: "background", paint: { "background-color": color("--paper") } },
      { id: "fill", type: "fill", source: "shapes", paint: { "fill-color": ["match", ["get", "step"], ...steps, color("--paper")] } },
      { id: "line", type: "line", source: "shapes", filter: [">", ["get", "step"], 0], paint: { "line-color": color("--paper"), "line-width": 1.5 } },
      { id: "line-none", type: "line", source: "shapes", filter: ["==", ["get", "step"], 0], paint: { "line-color": color("--ink-3"), "line-width": 1, "line-dasharray": [3, 2] } },
      { id: "line-here", type: "line", source: "shapes", paint: { "line-color": color("--ink"), "line-width": ["case", ["boolean", ["feature-state", "here"], false], 2.5, 0] } },
      {
        id: "names", type: "symbol", source: "labels",
        layout: { "text-field": ["get", "name"], "text-size": 13, "text-font": ["Noto Sans CJK SC"], "text-allow-overlap": true },
        paint: { "text-color": color("--ink"), "text-halo-color": color("--paper"), "text-halo-width": 1.5 },
      },
    ],
  };
}

// A style sheet that nothing waits for: only what the library draws needs it.
function dress(address) {
  return new Promise((done) => {
    const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet", href: address, onload: done, onerror: done });
    document.head.prepend(sheet);
  });
}

// The page's own words stand before the library is asked for: it is ten times as long as all the rest.
function whenPainted(next) {
  const soon = () => requestAnimationFrame(() => setTimeout(next, 0));
  if (document.readyState === "complete") { soon(); } else { addEventListener("load", soon, { once: true }); }
}

async function draw() {
  const shapes = JSON.parse(data.textContent);
  const dressed = dress(box.dataset.style);
  const maplibre = await import(new URL(box.dataset.library, location.href).href);
  maplibre.setWorkerUrl?.(new URL(box.dataset.worker, location.href).href);
  await dressed;
  const map = new maplibre.Map({
    container: box, style: style(shapes), bounds: bounds(shapes.features), fitBoundsOptions: { padding: 18 },
    attributionControl: false, interactive: false, fadeDuration: 0, keyboard: false,
  });
  const popup = new maplibre.Popup({ closeButton: false, closeOnClick: false });
  let here = null;
  const point = (code) => {
    if (here) map.setFeatureState({ source: "shapes", id: here }, { here: false });
    document.querySelector(`.map-list .is-here`)?.classList.remove("is-here");
    here = code;
    if (!code) { popup.remove(); return; }
    map.setFeatureState({ source: "shapes", id: code }, { here: true });
    document.querySelector(`.map-list [data-code="${code}"]`)?.classList.add("is-here");
  };
  box.addEventListener("mousemove", (event) => {
    const frame = box.getBoundingClientRect();
    const found = map.queryRenderedFeatures([event.clientX - frame.left, event.clientY - frame.top], { layers: ["fill"] })[0];
    point(found ? found.properties.code : null);
    if (found) {
      const place = map.unproject([event.clientX - frame.left, event.clientY - frame.top]);
      popup.setLngLat(place).setText(`${found.properties.name} ${found.properties.text}`.trim()).addTo(map);
    }
  });
  box.addEventListener("mouseleave", () => point(null));
  for (const row of document.querySelectorAll(".map-list [data-code]")) {
    row.addEventListener("mouseenter", () => point(row.dataset.code));
    row.addEventListener("mouseleave", () => point(null));
  }
  map.once("idle", () => { box.dataset.state = "drawn"; });
}

if (box && data) whenPainted(() => {
  const watch = new IntersectionObserver((seen) => {
    if (seen.some((entry) => entry.isIntersecting)) { watch.disconnect(); draw(); }
  }, { rootMargin: "200px" });
  watch.observe(box);
});
