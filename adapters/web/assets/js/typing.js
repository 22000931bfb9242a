// The dots that say the bot is at work.
import { el } from "./dom.js";

const politeness = 350; // an answer faster than this needs no dots
const patience = 10000;

export class Typing {
  constructor(talk, onChange) {
    Object.assign(this, { talk, onChange, shown: false });
    this.dots = el("div", { className: "dots", "aria-hidden": "true" },
      el("span"), el("span"), el("span"));
  }

  expect() {
    this.stop();
    this.begin = setTimeout(() => this.show(true), politeness);
    this.end = setTimeout(() => this.stop(), patience);
  }

  stop() {
    clearTimeout(this.begin);
    clearTimeout(this.end);
    this.show(false);
  }

  show(on) {
    if (on === this.shown) return;
    this.shown = on;
    if (on) this.talk.append(this.dots);
    else this.dots.remove();
    this.onChange(on);
  }
}
