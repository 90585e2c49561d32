// The map where an editor sets a position. The two number fields hold it; the map only writes in them, and follows them.

const STYLE = { color: "#857869", weight: 1, fillColor: "#fdfbf8", fillOpacity: 1 };
const DECIMALS = 5; // about a metre
const CODE = /\(([0-9AB]{5})\)\s*$/; // "Balma (31044)"

const fold = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();

/** Give the position typed in the fields, null when it is not whole. */
function typed(latitude, longitude) {
  const point = [latitude.value, longitude.value].map((text) => Number.parseFloat(text.replace(",", ".")));
  return point.every(Number.isFinite) ? point : null;
}

/** Find the commune that a field names, by its code or its name. */
function communeNamed(words, features) {
  const code = words.match(CODE)?.[1];
  return features.find((each) => (code ? each.id === code : fold(each.properties.name) === fold(words)));
}

async function start(region) {
  const [latitude, longitude, commune] = ["latitude", "longitude", "commune"].map((name) =>
    document.getElementById(`id_${name}`),
  );
  const status = document.querySelector("[data-position-status]");
  const L = window.L;
  const map = L.map(region, { center: [43.6, 1.44], zoom: 11, minZoom: 8, maxZoom: 19, scrollWheelZoom: false });
  const marker = L.circleMarker(map.getCenter(), { radius: 10, color: "#742813", fillOpacity: 0.5 });

  const show = (move = false) => {
    const point = typed(latitude, longitude);
    if (!point) return void marker.remove();
    marker.setLatLng(point).addTo(map);
    status.textContent = `${status.dataset.placed}${point.join(", ")}`;
    if (move || !map.getBounds().contains(point)) map.setView(point, Math.max(map.getZoom(), 13));
  };
  const place = (point, move) => {
    [latitude.value, longitude.value] = point.map((degrees) => degrees.toFixed(DECIMALS));
    for (const field of [latitude, longitude]) field.dispatchEvent(new Event("change", { bubbles: true }));
    show(move);
  };

  map.on("click", ({ latlng }) => place([latlng.lat, latlng.lng], false));
  for (const field of [latitude, longitude]) field.addEventListener("input", () => show());
  // The tab is closed at first: a map that has no size cannot know what it shows.
  new ResizeObserver(() => map.invalidateSize()).observe(region);
  show(true);

  const answer = await fetch(region.dataset.outlines);
  const { features } = answer.ok ? await answer.json() : { features: [] };
  const outlines = L.geoJSON(features, { style: STYLE, interactive: false }).addTo(map);
  if (!typed(latitude, longitude) && features.length) map.fitBounds(outlines.getBounds());
  marker.bringToFront();
  document.querySelector("[data-position-centre]").addEventListener("click", () => {
    const found = communeNamed(commune?.value ?? "", features);
    if (!found) return void (status.textContent = status.dataset.unknown);
    const [east, north] = found.properties.centre;
    place([north, east], true);
  });
}

const region = document.querySelector("[data-position-map]");
if (region) {
  if (window.L) start(region);
  else window.addEventListener("load", () => start(region), { once: true });
}
