// The wall: shows one panel after the other, and asks for fresh ones while it does.
// In: panels as the server made them. Out: the same, for weeks: a server that is gone is asked again until it answers, and what was
// last known stays in sight with a line that says so. On purpose no reload while it is gone: a reload would show the browser's error.
const main = document.getElementById("wall");
const lost = document.getElementById("lost");
const asked = new URLSearchParams(location.search);
const SHOWN_MS = Number(asked.get("seconds") ?? 15) * 1000;
const FRESH_MS = Number(asked.get("fresh") ?? 30) * 1000;
let at = 0;

function show() {
  const panels = [...main.querySelectorAll("[data-panel]")];
  if (!panels.length) return;
  at %= panels.length;
  panels.forEach((panel, i) => { panel.hidden = i !== at; });
}

async function refresh() {
  const address = new URL(document.body.dataset.part, location.href);
  if (asked.get("map")) address.searchParams.set("map", asked.get("map"));
  try {
    const answer = await fetch(address, { cache: "no-store", signal: AbortSignal.timeout(10_000) });
    if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
    const made = new DOMParser().parseFromString(await answer.text(), "text/html");
    const frame = made.querySelector(".wall-frame");
    if (!frame) throw new Error("no panels");
    if (frame.dataset.version !== document.body.dataset.version) { location.reload(); return; }
    main.replaceChildren(frame);
    show();
    lost.hidden = true;
  } catch {
    lost.textContent = document.body.dataset.lost;
    lost.hidden = false;
  }
}

async function keepFresh() {
  await refresh();
  setTimeout(keepFresh, lost.hidden ? FRESH_MS : Math.min(FRESH_MS, 3_000));
}

document.addEventListener("keydown", (event) => {
  if (event.key === "ArrowRight") { at += 1; show(); }
  if (event.key === "ArrowLeft") { at += main.querySelectorAll("[data-panel]").length - 1; show(); }
});
show();
setInterval(() => { at += 1; show(); }, SHOWN_MS);
setTimeout(keepFresh, FRESH_MS);
