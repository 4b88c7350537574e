// A second tap on an answer sends nothing: the first is on its way.
for (const form of document.querySelectorAll("form[data-once]")) {
  let sent = false;
  form.addEventListener("submit", (event) => {
    if (sent) {
      event.preventDefault();
    }
    sent = true;
  });
  // The Back button brings the page as it was left.
  addEventListener("pageshow", () => { sent = false; });
}
