/* Proposes communes while the visitor types a place (ARIA combobox with a list). Everything works without it.
 *
 * Focus never leaves the field. Down opens and moves on, Up moves back, Enter takes the marked line or, with none
 * marked, submits the form; Escape closes, then clears. Choosing fills `lieu` and the hidden `commune`; typing
 * again takes `commune` away.
 */

const WAIT_MS = 150;
const LEAST_LETTERS = 2;

class PlaceCombobox {
  constructor(field) {
    this.field = field;
    this.input = field.querySelector("input[name=lieu]");
    this.options = [];
    this.marked = -1;
    this.asked = 0;
    this.build();
    this.listen();
  }

  build() {
    const { input, field } = this;
    this.list = document.createElement("ul");
    this.list.className = "suggestions";
    this.list.id = `${input.id}-suggestions`;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", field.dataset.list);
    this.list.hidden = true;

    this.status = document.createElement("p");
    this.status.className = "visually-hidden";
    this.status.setAttribute("role", "status");

    this.commune = document.createElement("input");
    this.commune.type = "hidden";
    this.commune.name = "commune";
    this.setCommune(field.dataset.commune);

    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", this.list.id);
    field.append(this.list, this.status, this.commune);
  }

  listen() {
    this.input.addEventListener("input", () => this.typed());
    this.input.addEventListener("keydown", (event) => this.pressed(event));
    this.input.addEventListener("blur", () => this.close());
    // Pressing on the list must not take the focus out of the field.
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const line = event.target.closest("[role=option]");
      if (line) this.choose([...this.list.children].indexOf(line));
    });
  }

  setCommune(code) {
    this.commune.value = code || "";
    this.commune.disabled = !code; // a disabled field is not sent: no empty `commune=` in the address
  }

  typed() {
    this.setCommune("");
    clearTimeout(this.timer);
    if (this.input.value.trim().length < LEAST_LETTERS) {
      this.asked += 1;
      this.close();
      this.status.textContent = "";
      return;
    }
    this.timer = setTimeout(() => this.ask(), WAIT_MS);
  }

  async ask() {
    const turn = (this.asked += 1);
    const places = await this.fetchPlaces(this.input.value.trim());
    if (turn === this.asked && document.activeElement === this.input) this.show(places);
  }

  async fetchPlaces(text) {
    try {
      const answer = await fetch(`${this.field.dataset.url}?q=${encodeURIComponent(text)}`);
      return answer.ok ? (await answer.json()).results : [];
    } catch {
      return []; // no network: the field stays a plain field
    }
  }

  show(places) {
    this.options = places;
    this.list.replaceChildren(...this.options.map((place, index) => this.line(place, index)));
    this.mark(-1);
    this.list.hidden = this.options.length === 0;
    this.input.setAttribute("aria-expanded", String(!this.list.hidden));
    this.say(this.options.length);
  }

  line(place, index) {
    const line = document.createElement("li");
    line.id = `${this.list.id}-${index}`;
    line.setAttribute("role", "option");
    line.setAttribute("aria-selected", "false");
    line.textContent = place.label;
    return line;
  }

  say(count) {
    const { none, one, many } = this.field.dataset;
    this.status.textContent = count === 0 ? none : count === 1 ? one : many.replace("{n}", count);
  }

  close() {
    this.list.hidden = true;
    this.mark(-1);
    this.input.setAttribute("aria-expanded", "false");
  }

  mark(index) {
    this.marked = index;
    [...this.list.children].forEach((line, at) => line.setAttribute("aria-selected", String(at === index)));
    const line = this.list.children[index];
    if (line) {
      this.input.setAttribute("aria-activedescendant", line.id);
      line.scrollIntoView({ block: "nearest" });
    } else {
      this.input.removeAttribute("aria-activedescendant");
    }
  }

  choose(index) {
    const place = this.options[index];
    if (!place) return;
    this.input.value = place.label;
    this.setCommune(place.kind === "commune" ? place.code : ""); // a department is told by its name
    this.asked += 1;
    this.close();
    this.status.textContent = place.label;
  }

  pressed(event) {
    const actions = {
      ArrowDown: () => this.move(1),
      ArrowUp: () => this.move(-1),
      Enter: () => this.enter(),
      Escape: () => this.escape(),
    };
    const action = actions[event.key];
    if (action && !event.isComposing && !event.ctrlKey && !event.metaKey && action()) event.preventDefault();
  }

  /* Each answers whether the key was used up. */

  move(step) {
    if (this.list.hidden) {
      if (step < 0) return false;
      if (this.input.value.trim().length < LEAST_LETTERS) return false;
      this.ask();
      return true;
    }
    const count = this.options.length;
    this.mark(this.marked < 0 && step < 0 ? count - 1 : (this.marked + step + count) % count);
    return true;
  }

  enter() {
    if (this.list.hidden || this.marked < 0) return false;
    this.choose(this.marked);
    return true;
  }

  escape() {
    if (!this.list.hidden) {
      this.close();
      return true;
    }
    if (!this.input.value) return false;
    this.input.value = "";
    this.setCommune("");
    this.status.textContent = "";
    return true;
  }
}

document.querySelectorAll("[data-place-field]").forEach((field) => new PlaceCombobox(field));
