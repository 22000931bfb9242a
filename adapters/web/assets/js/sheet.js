// A form that a button opens: several things asked at once.
import { newId, post } from "./api.js";
import { el, plain } from "./dom.js";
import { problem, tIn } from "./lang.js";
import { lines } from "./lines.js";

/** openSheet asks what a button asks, above the pane where it was pressed and in the
 * language of its talk, says so to sending, and sends it. It tells
 * "none" where the button opens no form, and whether something was sent. */
export async function openSheet({ chat, data, pane, lang }, complain, sending) {
  let asked;
  try {
    asked = await post("form", { chat, data });
  } catch (err) {
    if (err.message === "no-form") return "none";
    complain(problem(err.message, lang));
    return false;
  }
  const send = (fields) => {
    sending();
    return post("press", { chat, id: newId(), data, fields });
  };
  return new Promise((done) => new Sheet({ ...asked, lang: asked.lang || lang }, pane, send, done));
}

class Sheet {
  constructor(asked, pane, send, done) {
    Object.assign(this, { asked, pane, send, sent: false });
    const t = (key) => tIn(asked.lang, key);
    this.fields = asked.fields.map((f) => ({ id: f.id, ...made(f, t) }));
    this.trouble = el("p", { className: "complaint", role: "alert", hidden: true });
    this.submit = el("button", { type: "submit", className: "strong", textContent: plain(asked.submit) || t("send") });
    const form = el("form", { onsubmit: (e) => this.go(e) },
      el("div", { className: "asked" },
        el("h2", { id: "asked-title", textContent: plain(asked.title) }),
        el("div", { className: "body" }, lines(asked.lines, asked.lang)),
        this.fields.map((f) => f.node), this.trouble),
      el("p", { className: "choices" },
        el("button", { type: "button", textContent: t("cancel"), onclick: () => this.box.close() }), this.submit));
    this.box = el("dialog", { className: "sheet", lang: asked.lang, "aria-labelledby": "asked-title" }, form);
    this.box.addEventListener("close", () => { this.box.remove(); done(this.sent); });
    document.body.append(this.box);
    this.box.showModal();
    this.above();
    form.querySelector("input, textarea, select")?.focus();
  }

  /** above puts the sheet over the middle of its pane, as far as the window lets it. */
  above() {
    const { left, width } = this.pane.getBoundingClientRect();
    const own = this.box.getBoundingClientRect().width;
    const most = Math.max(16, innerWidth - own - 16);
    this.box.style.left = `${Math.min(most, Math.max(16, left + (width - own) / 2))}px`;
  }

  async go(e) {
    e.preventDefault();
    this.submit.disabled = true;
    try {
      await this.send(Object.fromEntries(this.fields.map((f) => [f.id, f.values().filter((v) => v.trim())])));
      this.sent = true;
      this.box.close();
    } catch (err) {
      this.trouble.hidden = false;
      this.trouble.textContent = problem(err.message, this.asked.lang);
      this.submit.disabled = false;
    }
  }
}

/** made makes the field: what is shown, and what it says now. */
function made(f, t) {
  if (f.kind === "ticks") return ticks(f);
  const id = `sheet-${f.id}`;
  const picked = f.kind === "date" || f.kind === "time"; // the browser's own picker needs no example of how to type it
  const hint = f.hint && !picked && el("small", { id: `${id}-hint`, textContent: plain(f.hint) });
  const box = input(f, { id, required: !f.optional, "aria-describedby": hint ? `${id}-hint` : undefined });
  const node = el("p", { className: "field" }, el("label", { htmlFor: id }, plain(f.label), f.optional && ` ${t("optional")}`), hint, box);
  return { node, values: () => [box.value] };
}

function input(f, props) {
  const value = f.value?.[0] ?? "";
  if (f.kind === "long") return el("textarea", { ...props, rows: 5, dir: "auto", value });
  if (f.kind !== "choice") {
    const type = { date: "date", time: "time" }[f.kind] ?? "text";
    return el("input", { ...props, type, value, dir: "auto", autocomplete: "off" });
  }
  const box = el("select", props, el("option", { value: "", textContent: "–" }),
    (f.options ?? []).map((o) => el("option", { value: o.id, textContent: plain(o.label) })));
  box.value = value;
  return box;
}

function ticks(f) {
  const boxes = (f.options ?? []).map((o) => el("input", { type: "checkbox", value: o.id, checked: f.value?.includes(o.id) ?? false }));
  const node = el("fieldset", { className: "field" }, el("legend", { textContent: plain(f.label) }),
    f.hint && el("small", { textContent: plain(f.hint) }),
    boxes.map((b, i) => el("label", { className: "tick" }, b, el("bdi", { textContent: plain(f.options[i].label) }))));
  return { node, values: () => boxes.filter((b) => b.checked).map((b) => b.value) };
}
