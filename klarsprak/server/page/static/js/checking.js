/**
 * When what is asked of the server: the paragraph as one writes, the whole letter when one rests.
 *
 * @typedef {import("./text.js").Span} Span
 * @typedef {import("./text.js").Edit} Edit
 * @typedef {{start: number, end: number, isStale: boolean}} Asked
 */
import { Away, Refused, check } from "./api.js";
import { moved, paragraphAround } from "./text.js";

/** Milliseconds after the last key; what has none is checked when somebody asks. */
const RESTS = { paragraph: 400, letter: /** @type {number | null} */ (1500) };
/** What is asked of the server. */
const QUESTIONS = {
  /** @param {string} words @param {Span} _place */
  paragraph: (words, _place) => check(words, false),
  /** @param {string} text @param {AbortSignal} signal */
  letter: (text, signal) => check(text, true, signal),
};
const FIRST_RETRY = 2000;
const LAST_RETRY = 30000;
/** Characters; what is longer isn't what somebody types, and is checked as a letter at once. */
const LONG = 3000;

export class Checking {
  /**
   * @param {import("./remarks.js").Remarks} remarks
   * @param {{text: () => string, busy: (isBusy: boolean) => void, away: (seconds: number) => void, told: (letter: any) => void}} page
   * @param {{rests?: typeof RESTS, ask?: typeof QUESTIONS}} [choices]
   */
  constructor(remarks, page, { rests = RESTS, ask = QUESTIONS } = {}) {
    this.remarks = remarks;
    this.page = page;
    this.rests = rests;
    this.ask = ask;
    /** What has been written in since it was last checked. @type {Span | null} */
    this.dirty = null;
    /** Paragraphs that are being checked. @type {Set<Asked>} */
    this.asked = new Set();
    /** Edits since the whole letter was sent. @type {Edit[]} */
    this.since = [];
    /** @type {AbortController | null} */
    this.whole = null;
    this.retry = FIRST_RETRY;
    this.paragraphTimer = 0;
    this.letterTimer = 0;
  }

  /** Follow an edit of the text, and ask when the writer rests. @param {Edit} edit */
  edited(edit) {
    this.remarks.move(edit);
    this.since.push(edit);
    for (const asked of this.asked) follow(asked, edit);
    this.dirty = stretched(this.dirty, edit);
    clearTimeout(this.paragraphTimer);
    clearTimeout(this.letterTimer);
    this.paragraphTimer = setTimeout(() => this.checkParagraph(), this.rests.paragraph);
    if (this.rests.letter !== null) this.letterTimer = setTimeout(() => this.checkLetter(), this.rests.letter);
  }

  async checkParagraph() {
    const text = this.page.text();
    if (!this.dirty) return;
    const paragraph = paragraphAround(text, withoutLineEnds(text, this.dirty));
    const words = text.slice(paragraph.start, paragraph.end);
    this.dirty = null;
    if (words.length > LONG || words.includes("\n\n")) {
      clearTimeout(this.letterTimer);
      await this.checkLetter();
    } else if (words.trim()) {
      await this.askOfParagraph(paragraph, words);
    }
  }

  /** @param {Span} paragraph @param {string} words */
  async askOfParagraph(paragraph, words) {
    const asked = { ...paragraph, isStale: false };
    this.asked.add(asked);
    try {
      const letter = await this.ask.paragraph(words, paragraph);
      if (asked.isStale) return;
      this.remarks.replaceIn(letter.findings, asked);
      this.page.told(null);
    } catch {
      // The whole letter is checked in a moment, and tells what is wrong.
    } finally {
      this.asked.delete(asked);
    }
  }

  /** Check the whole letter; where the server is away, again and again. */
  async checkLetter() {
    this.whole?.abort();
    clearTimeout(this.letterTimer);
    const text = this.page.text();
    if (!text.trim()) {
      this.remarks.replaceAll([], []);
      this.page.busy(false);
      this.page.told({ findings: [], notes: [], error: null, signature: null, isEmpty: true });
      return;
    }
    const asking = new AbortController();
    this.whole = asking;
    this.since = [];
    this.dirty = null;
    this.page.busy(true);
    try {
      const letter = await this.ask.letter(text, asking.signal);
      if (this.whole !== asking) return;
      this.retry = FIRST_RETRY;
      this.remarks.replaceAll(letter.findings, this.since);
      this.page.busy(false);
      this.page.told(letter);
    } catch (error) {
      if (this.whole === asking) this.failed(error);
    }
  }

  /** @param {unknown} error */
  failed(error) {
    this.page.busy(false);
    if (error instanceof Away) {
      this.page.away(this.retry / 1000);
      this.letterTimer = setTimeout(() => this.checkLetter(), this.retry);
      this.retry = Math.min(this.retry * 2, LAST_RETRY);
    } else if (error instanceof Refused) {
      this.remarks.replaceAll([], []);
      this.page.told({ findings: [], notes: [], error: error.message, signature: null });
    } else {
      throw error;
    }
  }
}

/** @param {Asked} asked @param {Edit} edit */
function follow(asked, edit) {
  const span = moved({ start: asked.start, end: asked.end }, edit);
  if (span) Object.assign(asked, span);
  else asked.isStale = true;
  // What is written at the paragraph's very edge belongs to it.
  if (edit.start + edit.removed === asked.start || edit.start === asked.end) asked.isStale = true;
}

/** The stretch without the line ends around it: a paragraph that is put in doesn't touch the next one. @param {string} text @param {Span} span @returns {Span} */
function withoutLineEnds(text, { start, end }) {
  const words = text.slice(start, end);
  if (!words.trim()) return { start, end };
  return { start: start + words.search(/[^\n]/), end: start + words.replace(/\n+$/, "").length };
}

/** The stretch that has been written in, with one edit more. @param {Span | null} dirty @param {Edit} edit @returns {Span} */
function stretched(dirty, edit) {
  const end = edit.start + edit.inserted.length;
  if (!dirty) return { start: edit.start, end };
  const by = edit.inserted.length - edit.removed;
  const moved = dirty.end > edit.start ? Math.max(dirty.end + by, edit.start) : dirty.end;
  return { start: Math.min(dirty.start, edit.start), end: Math.max(moved, end) };
}
