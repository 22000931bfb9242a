// Buttons that were pressed and not answered yet. A press shows at once; the
// bot's answer settles the oldest one.
import { newId, post } from "./api.js";
import { problem } from "./lang.js";
import { choose, release } from "./keys.js";

const patience = 8000;

export class Presses {
  constructor(chat, log, complain) {
    Object.assign(this, { chat, log, complain, waiting: [] });
  }

  /** press does what a button says, once: a second press while the first is on its way is none. */
  press(button) {
    const tick = button.ariaPressed !== null;
    const item = button.closest(".item").dataset.id;
    const mine = (p) => p.item === item && (!p.tick || p.data === button.dataset.data);
    if (this.waiting.some(mine)) return false;
    const one = { id: newId(), item, tick, data: button.dataset.data };
    this.waiting.push(one);
    choose(button);
    one.on = button.ariaPressed;
    one.timer = setTimeout(() => this.settle(one), patience);
    post("press", { chat: this.chat, id: one.id, data: one.data }).catch((err) => this.failed(one, err));
    return true;
  }

  failed(one, err) {
    this.settle(one);
    const b = this.button(one);
    if (b && one.tick) b.ariaPressed = String(one.on !== "true");
    this.complain(problem(err.message));
  }

  settle(one) {
    clearTimeout(one?.timer);
    this.waiting = this.waiting.filter((p) => p !== one);
    if (!this.waiting.length) release(this.log);
  }

  /** answered says that the bot showed something: item is the one it changed. */
  answered(item) {
    this.settle(this.waiting.find((p) => p.item === item) ?? this.waiting.find((p) => !p.tick));
    for (const p of this.waiting.filter((w) => w.item === item)) this.again(p);
  }

  /** again shows a press that is still on its way in a message that was changed. */
  again(one) {
    const b = this.button(one);
    if (b && one.tick) b.ariaPressed = one.on;
    else if (b) choose(b);
  }

  button(one) {
    return this.log.querySelector(`.item[data-id="${CSS.escape(one.item)}"] [data-data="${CSS.escape(one.data)}"]`);
  }
}
