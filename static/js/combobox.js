/* Proposes what a text may be the beginning of (ARIA combobox with a list). Everything works without it.
 *
 * Focus never leaves the field. Down opens and moves on, Up moves back, Enter takes the marked line or, with none
 * marked, submits the form; Escape closes, then clears. What is proposed, and what choosing does, stands in the
 * modules that extend this one: they give `address` (of the JSON that answers `{results: [{label…}]}`), and may
 * follow the reader by `chosen(option)` and `changed()`.
 *
 * `field` holds the input, and says in its data attributes `list` (the list's name), `none`, `one` and `many`
 * ("{n} suggestions").
 */

const WAIT_MS = 150;
const LEAST_LETTERS = 2;

export class Combobox {
  constructor(field, input) {
    this.field = field;
    this.input = input;
    this.options = [];
    this.marked = -1;
    this.asked = 0;
    this.build();
    this.listen();
  }

  /* What other modules may replace, beside `address`. */

  chosen() {}

  changed() {}

  /* The list and its state. */

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

    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", this.list.id);
    field.append(this.list, this.status);
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

  typed() {
    this.changed();
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
    const options = await this.fetchOptions(this.input.value.trim());
    if (turn === this.asked && document.activeElement === this.input) this.show(options);
  }

  async fetchOptions(text) {
    try {
      const answer = await fetch(this.address(text));
      return answer.ok ? (await answer.json()).results : [];
    } catch {
      return []; // no network: the field stays a plain field
    }
  }

  show(options) {
    this.options = options;
    this.list.replaceChildren(...options.map((option, index) => this.line(option, index)));
    this.mark(-1);
    this.list.hidden = options.length === 0;
    this.input.setAttribute("aria-expanded", String(!this.list.hidden));
    this.say(options.length);
  }

  line(option, index) {
    const line = document.createElement("li");
    line.id = `${this.list.id}-${index}`;
    line.setAttribute("role", "option");
    line.setAttribute("aria-selected", "false");
    line.textContent = option.label;
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
    const option = this.options[index];
    if (!option) return;
    this.input.value = option.label;
    this.asked += 1;
    this.close();
    this.status.textContent = option.label;
    this.chosen(option);
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
    this.changed();
    this.status.textContent = "";
    return true;
  }
}
