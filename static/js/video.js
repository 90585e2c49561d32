/* Shows a film in the page, once the reader asks for it.
 *
 * Nothing is asked of the film's site before the click. Without this script the link leads to that site. The link
 * becomes a button, since it no longer leads elsewhere; the focus goes to the player that takes its place.
 */

function player(film) {
  const frame = document.createElement("iframe");
  frame.className = "video__player";
  frame.src = film.dataset.player;
  frame.title = film.dataset.title;
  frame.allow = "fullscreen; picture-in-picture; encrypted-media";
  frame.allowFullscreen = true;
  frame.referrerPolicy = "strict-origin-when-cross-origin"; // some players refuse to work without an origin
  frame.tabIndex = 0;
  return frame;
}

function prepare(film) {
  const link = film.querySelector("[data-video-start]");
  const button = document.createElement("button");
  button.type = "button";
  button.className = link.className;
  button.append(...link.childNodes);
  button.addEventListener("click", () => {
    const frame = player(film);
    button.parentElement.replaceChildren(frame);
    frame.focus();
  });
  link.replaceWith(button);
}

document.querySelectorAll("[data-video]").forEach(prepare);
