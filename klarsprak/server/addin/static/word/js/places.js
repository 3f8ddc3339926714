/**
 * Where in the open letter the words stand that the server has found in its file: by the text of the block that they
 * stand in, and by nothing less.  A paragraph that reads otherwise by now gets no remark.
 *
 * @typedef {import("./letter.js").Letter} Letter
 * @typedef {import("/sidan/js/text.js").Span} Span
 * @typedef {{text: string, starts: number[], ends: number[]}} Folded a text without what differs between Word and
 *   the server, and where each of its signs begins and ends in the original
 */

/** What isn't in the text that Word's paragraphs are. */
const ELSEWHERE = new Set(["header", "footer", "text_box", "footnote"]);
/** Signs; fewer may stand anywhere. */
const TELLING = 20;
const SIGN = /\P{M}\p{M}*|\p{M}+/gu;
const NOTHING = /^[\0-\b\x0e-\x1d\x1f\u00ad\u200b-\u200d\u2060\ufeff]$/;

/**
 * The findings with the stretch of the letter's text that each is about, where it can be told.
 *
 * @param {any[]} findings
 * @param {string[]} blocks of the letter as the server has read it
 * @param {Letter} letter
 * @returns {any[]}
 */
export function placed(findings, blocks, letter) {
  const places = new Places(blocks, letter);
  return findings.map((finding) => places.placed(finding));
}

/** Whether there is a finding in a block that no paragraph reads like. @param {any[]} findings @param {string[]} blocks @param {Letter} letter */
export function isAnyLost(findings, blocks, letter) {
  const places = new Places(blocks, letter);
  const all = findings.flatMap((finding) => [finding, ...(finding.also ?? [])]);
  return all.some(({ place }) => place && !ELSEWHERE.has(place.role) && places.paragraphOf(place.block) === null);
}

/** The paragraphs that read like a block. @param {string[]} blocks @param {Letter} letter */
export function paragraphsIn(blocks, letter) {
  const known = new Set(blocks.map((block) => fold(block).text));
  return letter.paragraphs.filter(({ text }) => known.has(fold(text).text));
}

class Places {
  /** @param {string[]} blocks @param {Letter} letter */
  constructor(blocks, letter) {
    this.letter = letter;
    this.texts = blocks;
    this.blocks = blocks.map(fold);
    this.paragraphs = letter.paragraphs.map(({ text }) => fold(text));
  }

  /** @param {any} finding @returns {any} */
  placed(finding) {
    const { place, also } = finding;
    const span = place && !ELSEWHERE.has(place.role) ? this.spanOf(place, finding.text) : null;
    return {
      ...finding,
      place: span ? { ...place, span } : place,
      also: also?.map((/** @type {any} */ other) => this.placed(other)),
    };
  }

  /** @param {{block: number, start: number, end: number}} place @param {string} words @returns {Span | null} */
  spanOf(place, words) {
    const found = this.paragraphOf(place.block);
    if (!found) return null;
    const block = this.blocks[place.block];
    const signs = [...this.texts[place.block]];
    const [start, end] = [place.start, place.end].map((count) => signs.slice(0, count).join("").length);
    const first = block.starts.findIndex((each) => each >= start);
    const last = block.ends.findLastIndex((each) => each <= end);
    const paragraph = this.paragraphs[found.index];
    const [from, to] = [first + found.offset, last + found.offset];
    if (first < 0 || last < first || paragraph.text.slice(from, to + 1).trim() !== fold(words).text) return null;
    const base = this.letter.starts[found.index];
    return { start: base + paragraph.starts[from], end: base + paragraph.ends[to] };
  }

  /**
   * The paragraph that a block is: the one with just its text, of several the one in the same turn; or the only one
   * that holds it.
   *
   * @param {number} number of the block
   * @returns {{index: number, offset: number} | null}
   */
  paragraphOf(number) {
    const words = this.blocks[number]?.text;
    if (!words) return null;
    const same = this.numbers(({ text }) => text === words);
    const turn = this.blocks.slice(0, number).filter(({ text }) => text === words).length;
    const index = same[Math.min(turn, same.length - 1)] ?? this.onlyWith(words);
    return index === undefined ? null : { index, offset: this.paragraphs[index].text.indexOf(words) };
  }

  /** @param {string} words */
  onlyWith(words) {
    if (words.length < TELLING) return undefined;
    const holding = this.numbers(({ text }) => text.includes(words));
    const isOnce = holding.length === 1 && this.paragraphs[holding[0]].text.split(words).length === 2;
    return isOnce ? holding[0] : undefined;
  }

  /** @param {(paragraph: Folded) => boolean} holds */
  numbers(holds) {
    return this.paragraphs.flatMap((paragraph, index) => (holds(paragraph) ? [index] : []));
  }
}

/** @param {string} text @returns {Folded} */
function fold(text) {
  /** @type {Folded} */
  const folded = { text: "", starts: [], ends: [] };
  for (const { 0: sign, index } of text.matchAll(SIGN)) {
    const plain = plainly(sign);
    const isGap = plain === " " && (folded.text === "" || folded.text.endsWith(" "));
    if (!plain || isGap) continue;
    folded.text += plain;
    for (const _ of Array(plain.length)) {
      folded.starts.push(index);
      folded.ends.push(index + sign.length);
    }
  }
  folded.text = folded.text.trimEnd();
  return folded;
}

/** The sign as it is compared; none for what nobody reads. @param {string} sign */
function plainly(sign) {
  if (NOTHING.test(sign)) return "";
  if (/^\s/.test(sign)) return " ";
  return sign === "\u2011" || sign === "\x1e" ? "-" : sign.normalize("NFC");
}
