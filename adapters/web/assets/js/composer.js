// Where a person writes.
import { accept } from "./kinds.js";
import { onLang, tIn } from "./lang.js";

const modes = { number: "decimal", date: "text" };
const hints = { long: "write-long", number: "write-number", date: "write-date", file: "write-file" };

export class Composer {
  constructor(form, { say, send }) {
    this.form = form;
    this.box = form.querySelector("textarea");
    this.day = form.querySelector(".pick");
    this.date = form.querySelector(".date");
    this.say = say;
    this.listen();
    this.files(send);
    onLang(() => this.translate());
  }

  listen() {
    this.form.addEventListener("submit", (e) => { e.preventDefault(); this.submit(); });
    this.box.addEventListener("input", () => this.grow());
    this.enter();
    this.day.addEventListener("click", () => this.date.showPicker?.());
    this.date.addEventListener("change", () => this.picked());
  }

  /** enter sends; with Shift it begins a new line. Listening to what would be
   * put in, not to keys, also works on the keyboards of phones. */
  enter() {
    let shift = false;
    this.box.addEventListener("keydown", (e) => { shift = e.shiftKey; });
    this.box.addEventListener("beforeinput", (e) => {
      if (e.inputType !== "insertLineBreak" || shift) return;
      e.preventDefault();
      this.submit();
    });
  }

  files(send) {
    const input = this.form.querySelector(".file");
    this.form.querySelector(".attach").addEventListener("click", () => input.click());
    input.accept = accept;
    input.addEventListener("change", () => { send([...input.files]); input.value = ""; });
  }

  submit() {
    const text = this.box.value;
    if (!text.trim()) return this.box.focus();
    this.box.value = "";
    this.grow();
    this.say(text);
  }

  grow() {
    this.form.classList.toggle("filled", this.box.value.trim() !== "");
    this.box.style.height = "auto";
    this.box.style.height = `${Math.min(this.box.scrollHeight, 160)}px`;
  }

  picked() {
    const [year, month, day] = this.date.value.split("-");
    if (!day) return;
    this.box.value = `${Number(day)}/${Number(month)}/${year}`;
    this.grow();
    this.box.focus();
  }

  /** expect fits the box to what may be typed now, in the language of the talk. */
  expect(input, lang) {
    this.input = input;
    this.lang = lang;
    this.box.inputMode = modes[input] ?? "text";
    this.day.hidden = input !== "date";
    this.form.classList.toggle("wants-file", input === "file");
    this.translate();
  }

  translate() {
    const t = (key) => tIn(this.lang, key);
    this.box.placeholder = t(hints[this.input] ?? "write-line");
    this.box.setAttribute("aria-label", t("write"));
    this.form.querySelector(".send").setAttribute("aria-label", t("send"));
    this.form.querySelector(".attach").setAttribute("aria-label", t("attach"));
    this.day.setAttribute("aria-label", t("day"));
  }
}
