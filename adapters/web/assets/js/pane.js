// One chat.
import { post } from "./api.js";
import { Composer } from "./composer.js";
import { drop } from "./drop.js";
import { el, icon } from "./dom.js";
import { Focus } from "./focus.js";
import { fill, item, labelOf } from "./item.js";
import { onLang, own, t, tIn, translate } from "./lang.js";
import { stop } from "./keys.js";
import { openSheet } from "./sheet.js";
import { Thread } from "./thread.js";
import { Outbox } from "./outbox.js";
import { Presses } from "./presses.js";
import { Scroll } from "./scroll.js";
import { dayKey, dayOf, hourMinute } from "./time.js";
import { Typing } from "./typing.js";

/** below is the id of what an entry stands below. */
const below = (entry) => entry.message?.under || entry.under;

/** numbered are the cards that have no name, so that nobody hears what is written
 * below them. */
const numbered = /^c\d+$/;

/** settling is for how long (ms) a card that was just shown takes no press: the second tap on
 * what stood there before is meant for nothing. */
const settling = 500;

function settle(node) {
  node.classList.add("settling");
  setTimeout(() => node.classList.remove("settling"), settling);
}

export class Pane {
  constructor(chat, onNews) {
    this.chat = chat;
    this.onNews = onNews;
    this.entries = new Map(); // id -> {entry, node}
    this.threads = new Map(); // id of the message below which they stand -> Thread
    this.unread = 0;
    this.build();
    onLang(() => this.translate());
  }

  build() {
    this.node = document.getElementById("pane").content.firstElementChild.cloneNode(true);
    this.node.classList.add(this.chat.look);
    this.node.id = `pane-${this.chat.name}`;
    const find = (s) => this.node.querySelector(s);
    this.log = find(".log");
    this.talk = find(".talk");
    this.down = find(".down");
    this.sub = find(".sub");
    this.scroll = new Scroll(this.log, this.talk, () => this.looked());
    this.down.addEventListener("click", () => this.scroll.toEnd());
    this.typing = new Typing(this.talk, () => this.subtitle());
    this.presses = new Presses(this.chat.name, this.talk, (text) => this.complain(text));
    this.outbox = new Outbox(this.chat.name, (entry) => this.mine(entry));
    const send = (files) => this.outbox.send(files);
    this.composer = new Composer(find(".composer"), { say: (text) => this.outbox.say(text), send });
    this.focus = new Focus(this.log, this.composer);
    drop(this.node, send);
  }

  /** tell shows an entry the program told of; quiet: it is not news. */
  tell(entry, quiet = false) {
    const known = this.entries.get(entry.id);
    if (known) this.change(known, entry);
    else this.add(entry, quiet);
    if (!entry.message || quiet) return;
    this.typing.stop();
    this.presses.answered(entry.id);
    this.expect();
  }

  change(known, entry) {
    if (entry.message && labelOf(entry.message) !== labelOf(known.entry.message ?? {})) settle(known.node);
    const changed = { ...entry, local: known.entry.local };
    known.entry = changed;
    this.scroll.still(() => this.focus.over(known.node, () => this.fill(known.node, changed)));
  }

  fill(node, entry) {
    fill(node, entry, this.chat, (b) => this.press(b), this.quoted(entry));
  }

  add(entry, quiet) {
    const node = item(entry, this.chat, (b) => this.press(b), this.quoted(entry));
    if (!quiet) node.classList.add("fresh");
    this.place(entry, node);
    this.grouped(node, entry);
    if (quiet) return;
    if (entry.message?.buttons?.length) settle(node);
    if (!entry.message) return this.scroll.follow();
    this.unread += 1;
    this.scroll.came(node);
    this.focus.find(node, entry.message);
  }

  /** place puts an entry below the one it answers, in a channel, or else at the end. */
  place(entry, node) {
    const root = this.root(entry);
    if (root) {
      this.entries.set(entry.id, { entry, node });
      return this.thread(root.entry.id, root.node).add(node);
    }
    this.day(entry);
    this.entries.set(entry.id, { entry, node });
    this.talk.append(node, ...(this.typing.shown ? [this.typing.dots] : []));
    if (entry.message?.top && !numbered.test(entry.message.card) && this.chat.look === "channel") this.thread(entry.id, node);
  }

  /** root is what an entry stands below; only a channel has threads. */
  root(entry) {
    return this.chat.look === "channel" ? this.entries.get(below(entry)) : undefined;
  }

  /** quoted is what an entry answers, where it does not stand below it. */
  quoted(entry) {
    return this.chat.look === "channel" ? undefined : this.entries.get(below(entry))?.entry;
  }

  thread(id, node) {
    if (!this.threads.has(id)) {
      this.threads.set(id, new Thread(node, (text) => this.outbox.say(text, id), () => labelOf(this.entries.get(id).entry.message ?? {})));
    }
    return this.threads.get(id);
  }

  /** grouped marks an entry that goes on from the same person; what begins a thread
   * stands for itself. */
  grouped(node, entry) {
    if (entry.message?.top) return;
    const before = node.previousElementSibling;
    const same = before?.classList.contains("item") && before.classList.contains("me") === node.classList.contains("me");
    node.classList.toggle("goes-on", Boolean(same));
  }

  day(entry) {
    const key = dayKey(entry.at);
    if (key === this.lastDay) return;
    this.lastDay = key;
    this.talk.append(el("div", { className: "day", dataset: { at: entry.at } },
      el("time", { dateTime: entry.at, textContent: dayOf(entry.at) })));
  }

  /** mine shows what the person said before the program has taken it. */
  mine(entry) {
    const known = this.entries.get(entry.id);
    if (!known) {
      this.scroll.acted();
      this.add({ ...entry }, false);
      this.typing.expect();
    } else if (known.entry.state) {
      this.change(known, { ...entry });
    }
    if (entry.problem) this.typing.stop();
  }

  async press(button) {
    if (button.closest(".settling")) return; // nobody can have read it yet
    if (button.classList.contains("form")) {
      const done = await openSheet({ chat: this.chat.name, data: button.dataset.data, pane: this.node, lang: this.speaks }, (text) => this.complain(text), () => this.sending());
      if (!done) this.typing.stop();
      if (done !== "none") return;
    }
    if (!this.presses.press(button)) return;
    this.scroll.acted();
    if (button.ariaPressed === null) this.typing.expect();
  }

  sending() {
    this.scroll.acted();
    this.typing.expect();
  }

  complain(text) {
    this.typing.stop();
    const node = el("p", { className: "complaint", role: "alert", textContent: text });
    this.talk.append(node);
    this.scroll.follow();
    setTimeout(() => node.remove(), 8000);
  }

  /** expect fits the composer to the latest message; buttons of older ones step back. */
  expect() {
    const own = (m) => m && !m.top && !m.under; // what has a thread keeps its buttons
    const said = [...this.entries.values()].filter((e) => own(e.entry.message));
    const keyed = said.filter((e) => e.entry.message.buttons?.length).reverse();
    keyed.forEach((e, i) => {
      e.node.classList.toggle("older", i > 0);
      e.node.classList.toggle("oldest", i > 1);
    });
    for (const { node } of said) this.stops(node);
    this.speaks = said.at(-1)?.entry.message.lang;
    this.composer.expect(said.at(-1)?.entry.message.input ?? "", this.speaks);
    this.subtitle();
  }

  /** stops leaves the newest card in the tab order, and takes older ones out. */
  stops(node) {
    const old = node.classList.contains("older");
    for (const box of node.querySelectorAll(".keys")) stop(box, old);
    for (const term of node.querySelectorAll(".term")) term.tabIndex = old ? -1 : 0;
  }

  looked() {
    const seen = this.log.clientHeight > 0;
    if (seen && this.scroll.atEnd()) this.unread = 0;
    this.down.hidden = !seen || this.scroll.atEnd();
    const label = this.unread ? t("news", { n: this.unread }) : t("latest");
    this.down.setAttribute("aria-label", label);
    this.down.replaceChildren(icon("down"), ...(this.unread ? [String(this.unread)] : []));
    this.onNews();
  }

  /** belong gives the chat to other people, when the round began with them. */
  belong(chat) {
    if (chat.title.en === this.chat.title.en && chat.room === this.chat.room) return;
    this.chat = chat;
    this.translate();
  }

  /** reset shows a whole talk, without announcing it. */
  reset(entries) {
    this.log.setAttribute("aria-live", "off");
    this.typing.stop();
    this.entries.clear();
    this.threads.clear();
    this.talk.replaceChildren();
    this.lastDay = undefined;
    for (const entry of entries) this.tell(entry, true);
    this.expect();
    this.unread = 0;
    this.scroll.toEnd();
    setTimeout(() => this.log.setAttribute("aria-live", "polite"), 300);
    if (!entries.length && !this.chat.guest) this.start();
  }

  start() {
    this.typing.expect();
    post("start", { chat: this.chat.name }).catch(() => this.typing.stop());
  }

  subtitle() {
    this.sub.textContent = this.typing.shown ? tIn(this.speaks, "typing") : this.chat.look === "phone" ? tIn(this.speaks, "bot") : own(this.chat.about);
  }

  clock(at) {
    this.node.querySelector(".hm").textContent = hourMinute(at);
  }

  translate() {
    const who = own(this.chat.title);
    this.node.querySelector(".caption h2").textContent = who;
    this.node.querySelector(".caption p").textContent = own(this.chat.about);
    this.node.querySelector(".name").textContent = this.chat.room || "visesbot";
    this.log.setAttribute("aria-label", t("log", { who }));
    translate(this.node);
    this.subtitle();
    for (const n of this.talk.querySelectorAll(".day")) n.firstChild.textContent = dayOf(n.dataset.at);
    for (const { entry, node } of this.entries.values()) this.fill(node, entry);
    this.threads.forEach((thread) => thread.translate());
    this.looked();
  }
}
