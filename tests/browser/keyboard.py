"""A walk by keyboard: each place where Tab stops, as somebody who looks at the page would describe it."""

from dataclasses import dataclass

from playwright.sync_api import Page

MOST = 300  # stops: beyond, the keyboard is caught
LOOK = """() => {
  const at = document.activeElement;
  if (at === document.body || at === document.documentElement) return null;
  const style = getComputedStyle(at), box = at.getClientRects()[0] || at.getBoundingClientRect();
  const x = box.left + box.width / 2, y = box.top + box.height / 2, over = document.elementFromPoint(x, y);
  const labels = [...(at.labels || [])].map((label) => label.innerText);
  const ids = (at.getAttribute("aria-labelledby") || "").split(" ");
  const named = ids.map((id) => document.getElementById(id)?.innerText);
  const names = [at.ariaLabel, ...named, ...labels, at.innerText, at.querySelector?.("img[alt]")?.alt, at.title];
  const all = [...document.querySelectorAll("*")];
  return {
    name: (names.find((name) => name && name.trim()) || "").trim().replace(/\\s+/g, " "),
    kind: [at.localName, at.type || "", ...at.classList].join(" ").trim(),
    place: all.indexOf(at),
    // what is taller than the window is in view when the window is full of it, or shows where it begins
    in_view: box.width > 1 && box.height > 1 && box.left >= 0 && box.right <= innerWidth + 1
      && (box.height > innerHeight ? box.top < innerHeight && box.bottom > 0
        : box.top >= 0 && box.bottom <= innerHeight + 1),
    covered: !(over && (at.contains(over) || over.contains(at) || [...(at.labels || [])].includes(over))),
    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    box: {x: box.left, y: box.top, width: box.width, height: box.height},
  };
}"""


@dataclass(frozen=True)
class Stop:
    """Where the keyboard stands. `place` is its rank in the document, `kind` what it is drawn like."""

    name: str
    kind: str
    place: int
    in_view: bool
    covered: bool
    ring: bool
    box: dict[str, float]


def look(page: Page) -> Stop | None:
    """Describe where the keyboard stands, None when it is nowhere in the page."""
    seen = page.evaluate(LOOK)
    return Stop(**seen) if seen else None


def walk(page: Page, key: str, most: int = MOST) -> list[Stop]:
    """Press a key until the keyboard leaves the page, a number of times at most; list the stops."""
    stops: list[Stop] = []
    for _press in range(most):
        page.keyboard.press(key)
        stop = look(page)
        if stop is None:
            break
        stops.append(stop)
    return stops
