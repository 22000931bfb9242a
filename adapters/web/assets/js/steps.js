// What to try first, until it is put away.
const box = document.getElementById("steps");

/** steps shows them to whoever has not put them away; choose opens the choice of an enterprise. */
export function steps(choose) {
  box.hidden = met();
  document.getElementById("begin").addEventListener("click", choose);
  document.getElementById("met").addEventListener("click", away);
}

function away() {
  box.hidden = true;
  try { localStorage.setItem("met", "yes"); } catch { /* private window: they are shown again next time */ }
}

function met() {
  try { return localStorage.getItem("met") === "yes"; } catch { return false; }
}
