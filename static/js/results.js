/* Results that change without loading the page again. htmx asks for the next state, whose address goes to the bar, and puts
 * its `main` in the place of the present one; this module says it aloud, gives the focus where a reader expects it, and
 * falls back on an ordinary visit when the answer does not come. Without it, forms and links work as they are.
 *
 * The focus: stays on the box that was ticked; goes to the heading after a search, a page or a removed filter.
 */

Object.assign(window.htmx.config, {
  allowEval: false, // the content policy refuses it
  includeIndicatorStyles: false, // and style elements
  historyCacheSize: 0, // nothing of what was searched stays in the browser
  refreshOnHistoryMiss: true,
  timeout: 10_000, // ms
});

const status = document.createElement("p");
status.className = "visually-hidden";
status.setAttribute("role", "status");
document.body.append(status);

let kept = ""; // the id of the box to give the focus back to

document.addEventListener("htmx:beforeRequest", (event) => {
  const pressed = document.activeElement;
  kept = pressed?.matches("input[type=checkbox], input[type=radio]") ? pressed.id : "";
  event.detail.target.setAttribute("aria-busy", "true");
});

document.addEventListener("htmx:afterSettle", () => {
  const main = document.getElementById("contenu");
  const heading = main.querySelector("h1");
  main.dispatchEvent(new CustomEvent("results:shown", { bubbles: true }));
  const box = kept && document.getElementById(kept);
  if (box) {
    box.focus({ preventScroll: true });
  } else {
    heading.tabIndex = -1;
    heading.focus();
  }
  status.textContent = heading.textContent;
});

document.addEventListener("htmx:pushedIntoHistory", () => {
  sessionStorage.removeItem("htmx-current-path-for-history"); // htmx keeps it for a cache that we do not use
});

/* What is asked for is also an ordinary address: go there. */
function visit(event) {
  const { pathInfo } = event.detail;
  window.location.assign(pathInfo?.finalRequestPath || pathInfo?.requestPath || window.location.href);
}

document.addEventListener("htmx:sendError", visit);
document.addEventListener("htmx:responseError", visit);
document.addEventListener("htmx:timeout", visit);
