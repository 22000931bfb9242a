// What a person said and the program has not taken yet.
import { newId, post, Refused, upload } from "./api.js";
import { fileMax } from "./kinds.js";
import { problem } from "./lang.js";
import { now } from "./time.js";

export class Outbox {
  /** show(entry) shows an entry, or shows it again after it changed. */
  constructor(chat, show) {
    Object.assign(this, { chat, show });
  }

  /** say sends a text; under is the message that it answers, if it answers one. */
  say(text, under) {
    const entry = this.entry({ text, under });
    this.run(entry, () => post("say", { chat: this.chat, id: entry.id, text, under }));
  }

  send(files) {
    for (const f of files) this.sendFile(f);
  }

  sendFile(f) {
    const local = URL.createObjectURL(f);
    const entry = this.entry({ files: [{ name: f.name, type: f.type, size: f.size }], local });
    const go = () => (f.size > fileMax ? Promise.reject(new Refused("too-large")) : upload(this.chat, entry.id, f));
    this.run(entry, go);
  }

  entry(what) {
    return { id: newId(), at: now().toISOString(), state: "pending", ...what };
  }

  async run(entry, go) {
    Object.assign(entry, { state: "pending", problem: undefined, again: undefined });
    this.show(entry);
    try {
      await go();
      entry.state = "sent";
    } catch (err) {
      const hopeless = ["too-large", "file-kind", "file-macros", "empty"].includes(err.message);
      Object.assign(entry, { state: "failed", problem: problem(err.message), again: hopeless ? undefined : () => this.run(entry, go) });
    }
    this.show(entry);
  }
}
