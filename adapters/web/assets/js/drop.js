// Files dropped on a chat, or pasted into it.

const hasFiles = (e) => [...(e.dataTransfer?.types ?? [])].includes("Files");

/** drop calls send with the files dropped on or pasted into the pane. */
export function drop(pane, send) {
  let depth = 0;
  const over = (on) => pane.classList.toggle("dropping", on);
  pane.addEventListener("dragenter", (e) => { if (hasFiles(e)) { depth++; over(true); } });
  pane.addEventListener("dragleave", (e) => { if (hasFiles(e) && --depth <= 0) { depth = 0; over(false); } });
  pane.addEventListener("dragover", (e) => { if (hasFiles(e)) e.preventDefault(); });
  pane.addEventListener("drop", (e) => {
    if (!hasFiles(e)) return;
    e.preventDefault();
    depth = 0;
    over(false);
    send([...e.dataTransfer.files]);
  });
  pane.addEventListener("paste", (e) => {
    const files = [...(e.clipboardData?.files ?? [])];
    if (!files.length) return;
    e.preventDefault();
    send(files);
  });
}
