// A plan's text and the list of its entries: a click on either side finds the other.
// In: spans with data-e in the text, items with data-entry in the list. Out: scrolling and marks; addresses stay usable without it.
const text = document.getElementById("text");
const list = document.getElementById("entries");
const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;

function show(element) {
  element?.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
}

function scrollWithin(box, element, behavior = calm ? "auto" : "smooth") {
  if (!element || box.scrollHeight <= box.clientHeight) return;
  box.scrollTo({ top: element.offsetTop - box.clientHeight / 3, behavior });
}

function choose(id) {
  for (const old of document.querySelectorAll(".is-chosen")) old.classList.remove("is-chosen");
  for (const piece of text.querySelectorAll(`[data-e~="${CSS.escape(id)}"]`)) piece.classList.add("is-chosen");
  const item = list.querySelector(`[data-entry="${CSS.escape(id)}"]`);
  item?.classList.add("is-chosen");
  return item;
}

text?.addEventListener("click", (event) => {
  const piece = event.target.closest("[data-e]");
  if (!piece || getSelection().toString()) return;
  const ids = piece.dataset.e.split(" ");
  const item = choose(ids[ids.length - 1]);
  item?.removeAttribute("hidden");
  scrollWithin(list, item);
});

list?.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-entry-link]");
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
  const id = link.dataset.entryLink;
  const piece = text.querySelector(`[data-e~="${CSS.escape(id)}"]`);
  if (!piece) return;
  event.preventDefault();
  choose(id);
  show(piece);
  history.replaceState(null, "", link.getAttribute("href"));
});

for (const button of document.querySelectorAll("[data-kind]")) {
  button.addEventListener("click", () => {
    const kind = button.dataset.kind;
    for (const other of document.querySelectorAll("[data-kind]")) other.setAttribute("aria-pressed", String(other === button));
    for (const item of list.querySelectorAll("[data-entry]")) item.hidden = kind !== "" && item.dataset.entryKind !== kind;
    text.dataset.show = kind;
  });
}

const here = document.getElementById("here");
if (here) {
  here.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
  const item = list?.querySelector(".is-here");
  if (item) scrollWithin(list, item, "instant");
}
