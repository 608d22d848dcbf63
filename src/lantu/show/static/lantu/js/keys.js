// Keys of every page: g and a letter goes to a main page, j and k walk the rows of the list, Enter opens the one that is focused, ? lists
// the keys. In: links of the navigation with data-key, rows with a link. Out: focus moved, or a link followed. On purpose none of it works
// while something is typed, and all of it (with "/" of find.js) can be switched off in the list of keys.
const KEPT = "lantu-keys";
const ROWS = "main tbody tr, main .attention-item, main .finding, main .find-group li";
const WAIT = 1500;
const root = document.documentElement;
const dialog = document.getElementById("keys");
const opener = document.getElementById("keys-open");
const choice = dialog?.querySelector("input[type=checkbox]");
let isGoing = false;
let timer = 0;

function load() {
  // Some browsers refuse to keep anything; then the keys are on until the page is left.
  try { return localStorage.getItem(KEPT) !== "off"; } catch { return true; }
}

function keep(isOn) {
  root.dataset.keys = isOn ? "on" : "off";
  try { localStorage.setItem(KEPT, isOn ? "on" : "off"); } catch { /* as above */ }
}

function typing(target) {
  return target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
}

function links() {
  return [...document.querySelectorAll(ROWS)].map((row) => row.querySelector("a[href]")).filter((link) => link?.offsetParent);
}

function walk(by) {
  const all = links();
  if (all.length === 0) return false;
  const row = document.activeElement?.closest?.("tr, li, article");
  const at = all.findIndex((link) => row?.contains(link));
  const next = all[Math.min(Math.max(at + by, 0), all.length - 1)];
  next.focus();
  next.scrollIntoView({ block: "nearest" });
  return true;
}

function go(key) {
  const link = document.querySelector(`.nav a[data-key="${CSS.escape(key)}"]`);
  link?.click();
  return Boolean(link);
}

function press(key) {
  if (isGoing) { isGoing = false; return go(key); }
  if (key === "g") {
    isGoing = true;
    clearTimeout(timer);
    timer = setTimeout(() => { isGoing = false; }, WAIT);
    return true;
  }
  if (key === "j" || key === "k") return walk(key === "j" ? 1 : -1);
  if (key === "?") { dialog.showModal(); return true; }
  return false;
}

if (dialog?.showModal) {
  keep(load());
  opener.hidden = false;
  choice.checked = root.dataset.keys === "on";
  choice.addEventListener("change", () => keep(choice.checked));
  opener.addEventListener("click", () => dialog.showModal());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (root.dataset.keys === "off" || typing(event.target) || document.querySelector("dialog[open]")) return;
    if (press(event.key)) event.preventDefault();
  });
}
