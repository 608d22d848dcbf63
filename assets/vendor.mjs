// Copies what the browser needs from node_modules into the site's static folder.
// In: assets/node_modules after `npm ci`. Out: src/lantu/show/static/vendor/, made anew each time.
// On purpose no bundling: each file is the one its authors published, but for the source map line.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, "..", "src", "lantu", "show", "static", "vendor");

// package file → name under vendor/. axe-core is for tests and stays in node_modules.
const FILES = [
  ["echarts/dist/echarts.min.js", "echarts.min.js"],
  ["echarts/LICENSE", "echarts.LICENSE"],
  ["echarts/NOTICE", "echarts.NOTICE"],
  ["htmx.org/dist/htmx.min.js", "htmx.min.js"],
  ["htmx.org/LICENSE", "htmx.LICENSE"],
  ["maplibre-gl/dist/maplibre-gl.mjs", "maplibre-gl.mjs"],
  ["maplibre-gl/dist/maplibre-gl-worker.mjs", "maplibre-gl-worker.mjs"],
  ["maplibre-gl/dist/maplibre-gl.css", "maplibre-gl.css"],
  ["maplibre-gl/LICENSE.txt", "maplibre-gl.LICENSE"],
];

// The maps are not shipped, and a manifest storage refuses a file that names one it cannot find.
const SOURCE_MAP_LINE = /\n?(?:\/\/# sourceMappingURL=\S+|\/\*# sourceMappingURL=\S+ \*\/)\s*$/;

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
for (const [source, name] of FILES) {
  const text = readFileSync(join(here, "node_modules", source), "utf8");
  writeFileSync(join(target, name), text.replace(SOURCE_MAP_LINE, "\n"));
}
console.log(`vendor: ${FILES.length} files`);
