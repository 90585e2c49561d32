/* The map of the cases: the same set as the list. A marker selects its item and an item its marker; what is selected
 * stands in the address. Leaflet comes when the map is seen. A position is asked for on demand, and never sent. */
import { drawBase } from "./case-map-base.js";

const region = document.querySelector("[data-case-map]");
const part = (name) => region.querySelector(`[data-map-${name}]`);
const frame = part("frame");
const given = JSON.parse(document.getElementById("carte-reglages").textContent);
const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
const markers = new Map();
let clusters, map, started, quiet;

function address(changes) {
  const url = new URL(location);
  for (const name in changes) changes[name] ? url.searchParams.set(name, changes[name]) : url.searchParams.delete(name);
  return url;
}

const remember = (changes) => history.replaceState(null, "", address(changes));

async function choose(key) {
  remember({ fiche: key });
  const list = () => document.getElementById("liste");
  const item = () => list().querySelector(`[data-case="${key}"]`);
  if (key && !item()) {
    const page = await (await fetch(address({ page: "" }))).text();
    const there = new DOMParser().parseFromString(page, "text/html");
    list().replaceWith(there.getElementById("liste"));
    remember({ page: "" });
  }
  list().querySelector("[data-chosen]")?.removeAttribute("data-chosen");
  item()?.setAttribute("data-chosen", "");
  item()?.scrollIntoView({ block: "nearest" });
}

function card({ properties: about }) {
  const made = document.getElementById("carte-fiche").content.firstElementChild.cloneNode(true);
  const facts = [about.place, about.size, about.finished].filter(Boolean).join(" · ");
  for (const slot of made.querySelectorAll("[data-slot]")) {
    const text = { ...about, facts }[slot.dataset.slot];
    if (!text || text < 0) slot.closest("[data-part]").remove();
    else if (slot.matches("img")) slot.src = text;
    else slot.textContent = slot.dataset.letter = text;
  }
  Object.assign(made.querySelector("a"), { href: about.url, lang: about.language });
  return made;
}

function named(name, options) {
  const icon = L.divIcon(options);
  icon.createIcon = () => Object.assign(L.DivIcon.prototype.createIcon.call(icon), { ariaLabel: name });
  return icon;
}

function pin(letter) {
  const [drawing, used] = ["svg", "use"].map((name) => document.createElementNS("http://www.w3.org/2000/svg", name));
  drawing.setAttribute("aria-hidden", "true");
  used.setAttribute("href", `#pin-${letter.toLowerCase() || "x"}`);
  drawing.append(used);
  return drawing;
}

function marker(feature) {
  const about = feature.properties;
  const html = pin(about.label_after);
  const icon = named(about.name, { className: "map-pin", html, iconSize: [32, 32], popupAnchor: [0, -12] });
  const made = L.marker(feature.geometry.coordinates.toReversed(), { icon, key: `${feature.id}` });
  return made.bindPopup(() => card(feature), { minWidth: 240, maxWidth: 260, closeOnEscapeKey: false });
}

function cluster(group) {
  const html = group.getChildCount();
  return named(given.words.cluster.replace("{n}", html), { className: "map-cluster", html, iconSize: [44, 44] });
}

function opened({ popup }) {
  const element = popup.getElement();
  const link = element.querySelector(".map-card a");
  element.setAttribute("role", "dialog");
  element.setAttribute("aria-label", link.textContent);
  element.querySelector(".leaflet-popup-close-button").ariaLabel = given.words.close;
  if (!quiet) link.focus({ preventScroll: true });
  quiet = false;
  choose(popup._source.options.key);
}

function closed({ popup }) {
  const at = document.activeElement;
  if (at === document.body || popup.getElement()?.contains(at)) (popup._source.getElement() ?? frame).focus();
  choose("");
}

async function show(key) {
  await (started ??= begin());
  const made = markers.get(key);
  if (made) clusters.zoomToShowLayer(made, () => made.openPopup());
}

function keys(event) {
  if (event.key === "Escape") map.closePopup();
  if (event.target.matches("div[role=button]") && "Enter ".includes(event.key)) {
    event.preventDefault();
    event.target.click();
  }
}

function behave() {
  const { panBy } = map;
  if (calm) map.panBy = (by, options) => panBy.call(map, by, { ...options, animate: false });
  map.on({ popupopen: opened, popupclose: closed });
  frame.addEventListener("keydown", keys, true);
  const wheel = ({ ctrlKey }) => map.scrollWheelZoom[ctrlKey || frame.contains(document.activeElement) ? "enable" : "disable"]();
  frame.addEventListener("wheel", wheel, { capture: true, passive: false });
  part("tools").hidden = false;
  part("tools").addEventListener("click", ({ target: { dataset } }) => {
    if (dataset.pan) map.panBy(dataset.pan.split(" ").map((way) => way * 120));
    if (dataset.zoom) map.setZoom(map.getZoom() + +dataset.zoom);
  });
}

function around() {
  const say = (word) => (part("status").textContent = given.words[word]);
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      const here = [coords.latitude, coords.longitude];
      map.setView(here, 13);
      L.circleMarker(here, { className: "map-here", interactive: false }).addTo(map);
      say("located");
    },
    () => say("lost"),
    { timeout: 10000 },
  );
}

function place(outlines) {
  const bounds = L.latLngBounds([...markers.values()].map((made) => made.getLatLng()));
  map.fitBounds(given.tight && bounds.isValid() ? bounds : given.box, { maxZoom: 13, padding: [20, 20] });
  map.options.zoomSnap = 1;
  drawBase(map, frame, outlines, given.tiles);
  map.addLayer(clusters.addLayers([...markers.values()]));
}

async function begin() {
  const asked = [given.cases, given.outlines].map(async (file) => file && (await fetch(file)).json());
  await import(given.leaflet);
  await import(given.clusters);
  const [cases, outlines] = await Promise.all(asked);
  frame.replaceChildren();
  map = L.map(frame, { ...given.options, zoomAnimation: !calm, fadeAnimation: !calm, inertia: !calm });
  clusters = L.markerClusterGroup({ animate: false, showCoverageOnHover: false, maxClusterRadius: 48, iconCreateFunction: cluster });
  for (const each of cases.features) if (each.geometry) markers.set(`${each.id}`, marker(each));
  place(outlines);
  behave();
  frame.dataset.ready = "";
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-show]");
  if (!link || !region.offsetWidth || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  show(link.dataset.show);
});

if (navigator.geolocation) part("around").addEventListener("click", around);

new IntersectionObserver(([entry], observer) => {
  if (!entry.isIntersecting) return;
  observer.disconnect();
  quiet = Boolean(given.selected);
  show(given.selected);
}).observe(frame);
