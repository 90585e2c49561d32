/* Proposes communes while the visitor types a place. Choosing fills `lieu` and the hidden `commune`; typing again takes
 * `commune` away.
 */

import { Combobox } from "./combobox.js";

class PlaceCombobox extends Combobox {
  build() {
    super.build();
    this.commune = document.createElement("input");
    this.commune.type = "hidden";
    this.commune.name = "commune";
    this.setCommune(this.field.dataset.commune);
    this.field.append(this.commune);
  }

  address(text) {
    return `${this.field.dataset.url}?q=${encodeURIComponent(text)}`;
  }

  chosen(place) {
    this.setCommune(place.kind === "commune" ? place.code : ""); // a department is told by its name
  }

  changed() {
    this.setCommune("");
  }

  setCommune(code) {
    this.commune.value = code || "";
    this.commune.disabled = !code; // a disabled field is not sent: no empty `commune=` in the address
  }
}

function start(root) {
  root.querySelectorAll("[data-place-field]").forEach((field) => {
    new PlaceCombobox(field, field.querySelector("input[name=lieu]"));
  });
}

start(document);
// what `results.js` puts in the page
document.addEventListener("results:shown", (event) => start(event.target));
