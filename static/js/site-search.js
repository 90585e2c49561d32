/* Proposes trades and pages while the visitor types in the search of the whole site. Choosing one searches for it. */

import { Combobox } from "./combobox.js";

class SiteSearch extends Combobox {
  address(text) {
    return `${this.field.dataset.url}?langue=${document.documentElement.lang}&q=${encodeURIComponent(text)}`;
  }

  chosen() {
    this.input.form.requestSubmit();
  }
}

document.querySelectorAll("[data-site-search]").forEach((field) => {
  new SiteSearch(field, field.querySelector("input[name=q]"));
});
