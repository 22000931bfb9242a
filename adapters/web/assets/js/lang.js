// Which language the page speaks, and saying things in it.
import { words, problems } from "./words.js";

const langs = ["fr", "nl", "en"];
const listeners = [];
let now = first();

function first() {
  const kept = read();
  const wanted = [kept, ...(navigator.languages ?? [navigator.language])];
  for (const l of wanted) {
    const short = String(l ?? "").slice(0, 2).toLowerCase();
    if (langs.includes(short)) return short;
  }
  return "en";
}

function read() {
  try { return localStorage.getItem("lang"); } catch { return null; }
}

/** lang is the page's language: fr, nl or en. */
export const lang = () => now;

/** onLang calls f now and whenever the language changes. */
export function onLang(f) {
  listeners.push(f);
  f();
}

export function setLang(l) {
  now = langs.includes(l) ? l : "en";
  try { localStorage.setItem("lang", now); } catch { /* private window: fine */ }
  listeners.forEach((f) => f());
}

/** t says a word of the page, with its {places} filled. */
export function t(key, places = {}) {
  return pick(words[key], places);
}

/** tIn says a word of the page in the language of a talk; without one, or in one the page does not speak, in its own. */
export function tIn(talk, key, places = {}) {
  return pick(words[key], places, langs.includes(talk) ? talk : now);
}

/** problem says what went wrong. */
export function problem(name, talk) {
  return pick(problems[name] ?? problems.again, {}, langs.includes(talk) ? talk : now);
}

/** own picks from a text that came in all three languages. */
export const own = (text) => text?.[now] ?? "";

function pick(text, places, speaks = now) {
  return (text?.[speaks] ?? "").replace(/\{(\w+)\}/g, (_, name) => places[name] ?? "");
}

/** translate fills everything below root that is marked with data-t. */
export function translate(root) {
  for (const n of root.querySelectorAll("[data-t]")) n.textContent = t(n.dataset.t);
  for (const n of root.querySelectorAll("[data-t-label]")) n.setAttribute("aria-label", t(n.dataset.tLabel));
}
