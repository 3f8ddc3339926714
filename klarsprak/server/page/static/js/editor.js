/**
 * The field that the letter stands in: its text, places in it, and changes that the browser can undo.
 *
 * @typedef {import("./text.js").Span} Span
 * @typedef {{node: Text, start: number}} Piece
 */

export class Editor {
  /** @param {HTMLElement} field */
  constructor(field) {
    this.field = field;
    this.text = "";
    /** @type {Piece[]} */
    this.pieces = [];
    /**
     * Called with the text as it was, when it has changed.
     *
     * @type {(before: string) => void}
     */
    this.onChange = () => {};
    makePlain(field);
    field.addEventListener("input", () => this.refresh());
    this.refresh();
  }

  /** Read the field anew. */
  refresh() {
    const before = this.text;
    ({ text: this.text, pieces: this.pieces } = read(this.field));
    this.field.classList.toggle("empty", this.text === "");
    if (this.text !== before) this.onChange(before);
  }

  /**
   * Write over a stretch of the text, so that the browser's undo brings it back; the caret stands after it.
   *
   * @param {Span} span
   * @param {string} words
   */
  replace(span, words) {
    const expected = this.text.slice(0, span.start) + words + this.text.slice(span.end);
    this.select(span);
    // Of text with line ends the browser would make elements, one a line, and slowly; of HTML it makes the same text.
    if (words.includes("\n")) document.execCommand("insertHTML", false, escaped(words));
    else document.execCommand(words ? "insertText" : "delete", false, words);
    this.refresh();
    if (this.text !== expected) this.overwrite(expected);
  }

  /** @param {string} text */
  replaceAll(text) {
    this.replace({ start: 0, end: this.text.length }, text);
    this.field.scrollTop = 0;
  }

  /** Without the browser's undo, where it doesn't know these commands. @param {string} text */
  overwrite(text) {
    this.field.textContent = text;
    this.refresh();
  }

  undo() {
    this.field.focus({ preventScroll: true });
    document.execCommand("undo");
    this.refresh();
  }

  /** Put the focus into the field, with a stretch of it selected. @param {Span} span */
  select(span) {
    this.field.focus({ preventScroll: true });
    const selection = getSelection();
    selection?.removeAllRanges();
    selection?.addRange(this.range(span));
  }

  /** Where the caret stands, or a selection begins; null outside of the field. @returns {number | null} */
  caret() {
    const selection = getSelection();
    if (!selection?.rangeCount) return null;
    const range = selection.getRangeAt(0);
    if (!this.field.contains(range.startContainer)) return null;
    const piece = this.pieces.find((each) => each.node === range.startContainer);
    if (piece) return piece.start + range.startOffset;
    const after = this.pieces.find((each) => range.comparePoint(each.node, 0) >= 0);
    return after ? after.start : this.text.length;
  }

  /** @param {Span} span @returns {Range} */
  range(span) {
    const range = document.createRange();
    range.setStart(...this.point(span.start));
    range.setEnd(...this.point(span.end));
    return range;
  }

  /** @param {number} offset @returns {[Node, number]} */
  point(offset) {
    let low = 0;
    let high = this.pieces.length - 1;
    if (high < 0) return [this.field, 0];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.pieces[middle].start <= offset) low = middle;
      else high = middle - 1;
    }
    const { node, start } = this.pieces[low];
    return [node, Math.min(Math.max(0, offset - start), node.length)];
  }

  /** Let the words be seen; in a narrow window something may stand in its lower half. @param {Span} span */
  show(span) {
    const box = this.range(span).getBoundingClientRect();
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const lowest = matchMedia("(max-width: 61.99rem)").matches ? innerHeight / 2 : innerHeight - 40;
    if (box.top >= 80 && box.bottom <= lowest) return;
    scrollBy({ top: box.top - innerHeight / 3, behavior: calm ? "auto" : "smooth" });
  }
}

/** Let nothing but plain text be written and pasted. @param {HTMLElement} field */
function makePlain(field) {
  field.setAttribute("contenteditable", "plaintext-only");
  if (field.contentEditable === "plaintext-only") return;
  field.setAttribute("contenteditable", "true");
  field.addEventListener("paste", (event) => {
    event.preventDefault();
    document.execCommand("insertHTML", false, escaped(event.clipboardData?.getData("text/plain") ?? ""));
  });
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    document.execCommand("insertLineBreak");
  });
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/\r\n?/g, "\n").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

/**
 * The field's text, and the nodes that hold it. Browsers put in an element for a line now and then.
 *
 * @param {HTMLElement} field
 * @returns {{text: string, pieces: Piece[]}}
 */
function read(field) {
  /** @type {Piece[]} */
  const pieces = [];
  let text = "";
  const walk = document.createTreeWalker(field, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    if (node instanceof Text) {
      pieces.push({ node, start: text.length });
      text += node.data;
    } else if (beginsLine(node)) {
      text += "\n";
    }
  }
  return { text, pieces };
}

/** Whether an element stands for a line's end: a break that isn't the last thing there, or a block after something. @param {Node} node */
function beginsLine(node) {
  const previous = node.previousSibling;
  if (node.nodeName === "BR") return node.nextSibling !== null;
  return previous !== null && !(previous instanceof Text && previous.data.endsWith("\n"));
}
