/**
 * The letter as Word has it: its paragraphs, and one text made of them that the page's modules can work on.
 *
 * @typedef {import("/sidan/js/text.js").Span} Span
 * @typedef {import("/sidan/js/text.js").Edit} Edit
 * @typedef {{id: string, raw: string, text: string, kind: "text" | "list" | "heading" | "cell"}} Paragraph `raw` as
 *   Word tells it, `text` as it reads; they differ where deletions that are tracked are shown
 * @typedef {{paragraph: Paragraph, index: number, start: number, end: number}} Place offsets in the paragraph's text
 */
import { editBetween } from "/sidan/js/text.js";

/** What stands between paragraphs in the text. */
const GAP = "\n\n";
const LINE_END = /[\v\f\r]/g;
/** Marks of notes, pictures and fields, and Word's own optional hyphen: a soft hyphen says as little. */
const MARK = /[\0-\b\x0e-\x1d\x1f]/g;

export class Letter {
  /** @param {(edit: Edit) => void} onEdit told of what has changed in the text */
  constructor(onEdit) {
    this.onEdit = onEdit;
    /** @type {Paragraph[]} */
    this.paragraphs = [];
    /** Where in the text each paragraph begins. @type {number[]} */
    this.starts = [];
    this.text = "";
  }

  /** Take over what Word has. @param {Paragraph[]} paragraphs */
  take(paragraphs) {
    const before = this.text;
    this.paragraphs = paragraphs;
    this.starts = [];
    let length = 0;
    for (const { text } of paragraphs) {
      this.starts.push(length);
      length += text.length + GAP.length;
    }
    this.text = paragraphs.map(({ text }) => plain(text)).join(GAP);
    if (this.text !== before) this.onEdit(editBetween(before, this.text));
  }

  /** Take over paragraphs that have changed. @param {(paragraph: Paragraph) => Paragraph | undefined} changed */
  change(changed) {
    this.take(this.paragraphs.map((paragraph) => changed(paragraph) ?? paragraph));
  }

  /** The paragraph that a stretch of the text lies in; null where it lies in several. @param {Span} span @returns {Place | null} */
  placeOf({ start, end }) {
    const index = this.starts.findLastIndex((each) => each <= start);
    const paragraph = this.paragraphs[index];
    const from = this.starts[index];
    if (!paragraph || end - from > paragraph.text.length) return null;
    return { paragraph, index, start: start - from, end: end - from };
  }
}

/** The text with a sign for each of Word's own that programs know. @param {string} text */
function plain(text) {
  return text.replace(LINE_END, "\n").replace(/\x1e/g, "\u2011").replace(MARK, "\u00ad");
}
