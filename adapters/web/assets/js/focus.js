// Keeping the place of people who use the keyboard: a message that changes
// under their fingers does not throw them out.

const fine = matchMedia("(pointer: fine)");

export class Focus {
  constructor(log, composer) {
    Object.assign(this, { log, composer, lost: false });
  }

  /** over changes an item and gives the focus back to the same button. */
  over(node, change) {
    const data = node.contains(document.activeElement) ? document.activeElement.dataset.data : undefined;
    change();
    if (data === undefined) return;
    const same = node.querySelector(`[data-data="${CSS.escape(data)}"]`);
    if (same) same.focus({ preventScroll: true });
    else this.lost = true;
    if (this.lost) this.find(node);
  }

  /** find goes on with the first button of what was shown, or with the text box. */
  find(node, message) {
    if (!this.lost || (document.activeElement && document.activeElement !== document.body)) return;
    const first = node.querySelector(".key");
    if (first) first.focus({ preventScroll: true });
    else if (message?.input && fine.matches) this.composer.box.focus({ preventScroll: true });
    else return;
    this.lost = false;
  }
}
