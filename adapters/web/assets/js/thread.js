// What was written below a message of a channel, and where to write more.
import { el, plain } from "./dom.js";
import { t } from "./lang.js";

export class Thread {
  /** node is the message; say(text) writes below it; name() is what it is called. */
  constructor(node, say, name) {
    Object.assign(this, { say, name });
    this.list = el("div", { className: "replies" });
    this.open = el("button", { type: "button", className: "reply", onclick: () => this.write(true) });
    this.box = el("textarea", { rows: 2, dir: "auto", autocomplete: "off" });
    this.send = el("button", { type: "submit", className: "strong" });
    this.stop = el("button", { type: "button", onclick: () => this.write(false) });
    this.form = el("form", { className: "answer", hidden: true, onsubmit: (e) => this.submit(e) }, this.box,
      el("p", { className: "choices" }, this.stop, this.send));
    this.form.addEventListener("keydown", (e) => this.key(e));
    this.node = el("div", { className: "thread", role: "group" }, this.list, this.open, this.form);
    node.after(this.node);
    this.translate();
  }

  /** key sends with Enter, as everywhere on the page; with Shift it begins a new line. */
  key(e) {
    if (e.key === "Escape") this.write(false);
    if (e.key === "Enter" && !e.shiftKey && !e.isComposing && e.target === this.box) this.submit(e);
  }

  add(node) {
    this.list.append(node);
  }

  /** write opens or closes the box. */
  write(on) {
    this.form.hidden = !on;
    this.open.hidden = on;
    (on ? this.box : this.open).focus();
  }

  submit(e) {
    e.preventDefault();
    const text = this.box.value;
    if (!text.trim()) return this.box.focus();
    this.box.value = "";
    this.write(false);
    this.say(text);
  }

  translate() {
    const what = plain(this.name());
    this.node.setAttribute("aria-label", t("thread", { what }));
    this.box.setAttribute("aria-label", t("reply-to", { what }));
    this.open.setAttribute("aria-label", t("reply-to", { what }));
    this.open.textContent = t("reply");
    this.send.textContent = t("send");
    this.stop.textContent = t("cancel");
  }
}
