/* What the cases stand on: outlines and names of communes, over tiles if the site chose some. */
function hideCrowded(map, names) {
  const taken = [];
  for (const { made, half } of names) {
    const { x, y } = map.latLngToLayerPoint(made.getLatLng());
    const free = taken.every((other) => Math.abs(x - other.x) > half + other.half || Math.abs(y - other.y) > 18);
    made.getElement().hidden = !free;
    if (free) taken.push({ x, y, half });
  }
}

function writeNames(map, features) {
  map.createPane("names");
  const names = features.map(({ properties: { name, centre } }) => {
    const html = document.createElement("span");
    html.textContent = name;
    const icon = L.divIcon({ className: "map-name", html, iconSize: [0, 0] });
    const made = L.marker([centre[1], centre[0]], { icon, pane: "names", interactive: false, keyboard: false });
    return { made: made.addTo(map), half: name.length * 3.8 };
  });
  map.getPane("names").ariaHidden = "true";
  map.on("zoomend", () => hideCrowded(map, names));
  hideCrowded(map, names);
}

export function drawBase(map, frame, outlines, tiles) {
  if (tiles) L.tileLayer(tiles, { maxZoom: 19, referrerPolicy: "origin" }).addTo(map);
  if (!outlines) return;
  const style = { className: "map-commune", renderer: L.svg({ padding: 1 }) };
  L.geoJSON(outlines, { interactive: false, style }).addTo(map);
  if (!tiles) writeNames(map, outlines.features);
  const fade = () => frame.toggleAttribute("data-near", map.getZoom() > 12);
  map.on("zoomend", fade);
  fade();
}
