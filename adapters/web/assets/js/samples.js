// Choosing what the demo begins with: nothing, or an enterprise that has come a
// long way already.
import { el } from "./dom.js";
import { onLang, own } from "./lang.js";

const sure = document.getElementById("sure");
const list = document.getElementById("samples");
let known = [];
let now = "";
let begin = () => {};

/** choose opens the choice. */
export const choose = () => sure.showModal();

document.getElementById("restart").addEventListener("click", choose);
for (const b of sure.querySelectorAll(".choices button")) b.addEventListener("click", () => { sure.close(); if (b.value === "yes") begin(""); });
onLang(draw);

/** offer lists the samples; start(name) begins with one, or with "" from nothing. */
export function offer(samples, sample, start) {
  [known, now, begin] = [samples, sample, start];
  draw();
}

function draw() {
  list.replaceChildren(...known.map((s) => el("button", {
    type: "button", value: s.name, "aria-current": String(s.name === now), onclick: () => { sure.close(); begin(s.name); },
  }, el("strong", { textContent: own(s.title) }), el("span", { textContent: own(s.about) }))));
}
