// A form that a button opens: several things asked at once.
import { newId, post } from "./api.js";
import { el, plain } from "./dom.js";
import { problem, t } from "./lang.js";
import { lines } from "./lines.js";

/** openSheet asks what a button asks, says so to sending, and sends it. It tells
 * "none" where the button opens no form, and whether something was sent. */
export async function openSheet(chat, data, complain, sending) {
  let asked;
  try {
    asked = await post("form", { chat, data });
  } catch (err) {
    if (err.message === "no-form") return "none";
    complain(problem(err.message));
    return false;
  }
  const send = (fields) => {
    sending();
    return post("press", { chat, id: newId(), data, fields });
  };
  return new Promise((done) => new Sheet(asked, send, done));
}

class Sheet {
  constructor(asked, send, done) {
    Object.assign(this, { asked, send, sent: false });
    this.fields = asked.fields.map((f) => ({ id: f.id, ...made(f) }));
    this.trouble = el("p", { className: "complaint", role: "alert", hidden: true });
    this.submit = el("button", { type: "submit", className: "strong", textContent: plain(asked.submit) || t("send") });
    const form = el("form", { onsubmit: (e) => this.go(e) },
      el("h2", { id: "asked-title", textContent: plain(asked.title) }),
      el("div", { className: "body" }, lines(asked.lines, asked.lang)),
      this.fields.map((f) => f.node), this.trouble,
      el("p", { className: "choices" },
        el("button", { type: "button", textContent: t("cancel"), onclick: () => this.box.close() }), this.submit));
    this.box = el("dialog", { className: "sheet", lang: asked.lang, "aria-labelledby": "asked-title" }, form);
    this.box.addEventListener("close", () => { this.box.remove(); done(this.sent); });
    document.body.append(this.box);
    this.box.showModal();
    form.querySelector("input, textarea, select")?.focus();
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
      this.trouble.textContent = problem(err.message);
      this.submit.disabled = false;
    }
  }
}

/** made makes the field: what is shown, and what it says now. */
function made(f) {
  if (f.kind === "ticks") return ticks(f);
  const id = `sheet-${f.id}`;
  const hint = f.hint && el("small", { id: `${id}-hint`, textContent: plain(f.hint) });
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
