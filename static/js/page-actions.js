/* Shows the buttons that only a script can serve, and serves them (templates/components/page_actions.jinja). */

function show(button, act) {
  button.closest("li").hidden = false;
  button.addEventListener("click", act);
}

function start(actions) {
  show(actions.querySelector("[data-print]"), () => window.print());
  const copy = actions.querySelector("[data-copy]");
  if (navigator.clipboard) {
    show(copy, async () => {
      await navigator.clipboard.writeText(copy.dataset.copy);
      actions.parentElement.querySelector("[role=status]").textContent = copy.dataset.done;
      copy.textContent = copy.dataset.done;
    });
  }
}

document.querySelectorAll("[data-page-actions]").forEach(start);
// what `results.js` puts in the page
document.addEventListener("results:shown", (event) => {
  event.target.querySelectorAll("[data-page-actions]").forEach(start);
});
