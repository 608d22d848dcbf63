// Rows chosen for the form with id "batch": all at once, and how many. In: checkboxes of that form, wherever they stand. Out: checks and a
// number. On purpose nothing of it is needed: rows can be chosen one by one without it.
const form = document.getElementById("batch");
const all = form?.querySelector("[data-pick-all]");
const told = form?.querySelector("[data-picked]");

function picks() {
  return [...form.elements].filter((element) => element.name === "key");
}

function tell() {
  const boxes = picks();
  const number = boxes.filter((box) => box.checked).length;
  told.textContent = `${number} / ${boxes.length}`;
  all.checked = number === boxes.length;
  all.indeterminate = number > 0 && number < boxes.length;
}

if (form && picks().length) {
  all.closest("label").hidden = false;
  all.addEventListener("change", () => { for (const box of picks()) box.checked = all.checked; tell(); });
  document.addEventListener("change", (event) => { if (event.target.form === form) tell(); });
  tell();
}
