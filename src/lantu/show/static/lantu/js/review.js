// Review of a plan: keys in the list, words marked in the text, and marks that follow what was decided.
// In: the page as the server made it; every action is a form or a link that works without this. Out: the same, faster.
const text = document.getElementById("text");
const list = document.getElementById("entries");
const bar = document.getElementById("marked");
const KEYS = { a: 'button[name="accepted"]', u: 'button[name="withdrawn"]', r: '[data-do="reject"]', e: '[data-do="correct"]' };
let marked = null;
let goOn = false;

function links() {
  return [...list.querySelectorAll("a[data-entry-link]")];
}

function step(from, by) {
  const all = links();
  const at = from ? all.indexOf(from) : -1;
  const next = all[Math.min(Math.max(at + by, 0), all.length - 1)];
  if (!next) return;
  next.click();
  next.focus({ preventScroll: true });
  next.closest("li").scrollIntoView({ block: "nearest", behavior: "instant" });
}

list.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const item = event.target.closest("li.review-entry");
  const link = item?.querySelector("a[data-entry-link]");
  if (event.key === "j" || event.key === "k") {
    event.preventDefault();
    step(link, event.key === "j" ? 1 : -1);
    return;
  }
  const button = item?.querySelector(KEYS[event.key] ?? "none");
  if (!button) return;
  event.preventDefault();
  goOn = event.key === "a";
  button.click();
});

function paint(item) {
  const { entry, state, entryKind } = item.dataset;
  for (const piece of text.querySelectorAll(`[data-e~="${CSS.escape(entry)}"]`)) {
    piece.classList.toggle("e-rejected", state === "rejected");
    piece.classList.toggle(`e-${entryKind}`, state !== "rejected");
  }
}

// Signed out meanwhile, or decided by somebody else: the page as it is says so.
document.addEventListener("htmx:before:response", (event) => {
  const { raw, status } = event.detail.ctx.response;
  if (!raw.redirected && status < 400) return;
  event.preventDefault();
  location.reload();
});

document.addEventListener("htmx:after:process", (event) => {
  const element = event.target;
  if (element.matches?.("li.review-entry")) {
    paint(element);
    const link = element.querySelector("a[data-entry-link]");
    if (goOn) step(link, 1);
    else link.focus({ preventScroll: true });
    goOn = false;
  } else if (element.id === "panel" && !element.hidden) {
    const first = element.querySelector("#id_reject_reason, #id_value, #id_indicator") ?? element;
    first.focus({ preventScroll: true });
    element.scrollIntoView({ block: "nearest", behavior: "instant" });
  }
});

// Offsets as the server counts them: characters of the document, not units of UTF-16.
function count(string) {
  return [...string].length;
}

function read() {
  const selection = getSelection();
  if (selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!text.contains(range.commonAncestorContainer)) return null;
  const lead = document.createRange();
  lead.setStart(text, 0);
  lead.setEnd(range.startContainer, range.startOffset);
  const before = lead.toString();
  const words = range.toString();
  const inner = words.trim();
  if (!inner) return null;
  const start = count(before) + count(words.slice(0, words.indexOf(inner)));
  return { words: inner, start, end: start + count(inner) };
}

document.addEventListener("selectionchange", () => {
  if (!bar) return;
  const found = read();
  if (!found) return;
  marked = found;
  bar.hidden = false;
  document.getElementById("marked-words").textContent = found.words.length > 60 ? `${found.words.slice(0, 60)}…` : found.words;
  const hasForm = document.getElementById("id_words") !== null;
  for (const button of bar.querySelectorAll('[data-marked="words"], [data-marked="value"]')) button.hidden = !hasForm;
});

function fill(words, start) {
  document.getElementById(words).value = marked.words;
  document.getElementById(start).value = String(marked.start);
}

bar?.addEventListener("click", (event) => {
  const what = event.target.closest("[data-marked]")?.dataset.marked;
  if (!what || !marked) return;
  if (what === "add") location.href = `${bar.dataset.add}&at=${marked.start}-${marked.end}#panel`;
  else if (what === "words") fill("id_words", "id_start");
  else fill("id_value_words", "id_value_start");
});

document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-close]")) return;
  event.preventDefault();
  const panel = document.getElementById("panel");
  panel.replaceChildren();
  panel.hidden = true;
  list.querySelector(".is-chosen a[data-entry-link]")?.focus();
});
