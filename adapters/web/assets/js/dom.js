// What the page is made of. Text goes in as text, never as markup.

/** el makes an element: el("p", {className: "a", dataset: {x: 1}, "aria-label": "b"}, child, ...). */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) set(node, name, value);
  node.append(...children.flat().filter((c) => c !== null && c !== undefined && c !== false));
  return node;
}

function set(node, name, value) {
  if (value === undefined || value === null || value === false) return;
  if (name === "dataset") Object.assign(node.dataset, value);
  else if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
  else if (name in node && !name.includes("-")) node[name] = value;
  else node.setAttribute(name, value);
}

/** icon shows one symbol of icons.svg, which says nothing to a screen reader. */
export function icon(name) {
  const ns = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(ns, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(ns, "use");
  use.setAttribute("href", `icons.svg#${name}`);
  svg.append(use);
  return svg;
}

const hidden = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a\u202b\u202d\u202e\ufff9-\ufffb]/g;

/** plain makes what cannot be seen, or would turn the text around it, visible. */
export function plain(text) {
  return String(text ?? "").replace(/\r\n?/g, "\n").replace(hidden, shown);
}

const shown = (c) => `[U+${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}]`;
