// Words that are explained: each can be pressed like a button, and breaks over lines like the text around it.
import { el, plain } from "./dom.js";
import { t } from "./lang.js";

/** marked is a text in pieces; each marked word is a button, the first time it stands there. */
export function marked(line) {
  let pieces = [plain(line.text)];
  for (const mark of line.marks ?? []) pieces = pieces.flatMap(once(mark));
  return pieces;
}

/** once cuts the first piece that holds the word of a mark. */
function once(mark) {
  const word = plain(mark.word);
  let done = !word;
  return (piece) => {
    const at = done || typeof piece !== "string" ? -1 : piece.indexOf(word);
    if (at < 0) return [piece];
    done = true;
    return [piece.slice(0, at), term(word, mark.press), piece.slice(at + word.length)].filter((p) => p !== "");
  };
}

function term(word, press) {
  if (!press) return el("u", { textContent: word });
  return el("span", { role: "button", tabIndex: 0, className: "term", title: t("explain"), dataset: { data: press }, onkeydown: pressed, textContent: word });
}

/** pressed does for the keyboard what a real button does of itself. */
function pressed(e) {
  if (e.key !== "Enter" && e.key !== " ") return;
  e.preventDefault();
  e.target.click();
}
