// A form is sent once, however often its button is pressed. In: forms that post and load a page. Out: the second sending is stopped.
// On purpose the button stays as it is: a disabled one would not be sent along, and its name may say what was meant.
document.addEventListener("submit", (event) => {
  if (event.target.dataset.sent) event.preventDefault();
}, { capture: true });
// At the window, after all others have had their say: what htmx or a question to the user has stopped was not sent.
addEventListener("submit", (event) => {
  if (!event.defaultPrevented && event.target.method === "post") event.target.dataset.sent = "yes";
});
// Back from the next page: the form may be sent anew.
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});
