// The search box over every page: "/" opens it, arrows walk through what was found, Escape closes it.
// In: the link to the search page. Out: results as they are typed. On purpose nothing of it is needed: the link works by itself.
const link = document.getElementById("find-link");
const dialog = document.getElementById("finder");
const box = dialog?.querySelector("input");
const place = dialog?.querySelector("[data-found]");
let asked = 0;
let timer = 0;

function open() {
  dialog.showModal();
  box.select();
}

async function look() {
  const number = ++asked;
  const wanted = box.value.trim();
  if (!wanted) { place.replaceChildren(); return; }
  const answer = await fetch(`${link.pathname}?part=1&q=${encodeURIComponent(wanted)}`, { headers: { Accept: "text/html" } });
  const text = answer.ok ? await answer.text() : "";
  if (number !== asked) return;
  place.replaceChildren(...new DOMParser().parseFromString(text, "text/html").body.childNodes);
}

function typing(target) {
  return target.closest?.("input, textarea, select, [contenteditable]");
}

function walk(by) {
  const all = [box, ...place.querySelectorAll("a")];
  const at = all.indexOf(document.activeElement);
  all[Math.min(Math.max(at + by, 0), all.length - 1)]?.focus();
}

if (link && dialog?.showModal) {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]") || typing(event.target)) return;
    if (document.documentElement.dataset.keys === "off") return;
    event.preventDefault();
    open();
  });
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  box.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(look, 120); });
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      walk(event.key === "ArrowDown" ? 1 : -1);
    }
    if (event.key === "Enter" && event.target === box) {
      const first = place.querySelector("a");
      if (first) { event.preventDefault(); first.click(); }
    }
  });
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
}
