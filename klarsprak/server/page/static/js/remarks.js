/**
 * The remarks on the letter as it stands now: what the server has told, moved as the writer writes.
 *
 * @typedef {import("./text.js").Span} Span
 * @typedef {import("./text.js").Edit} Edit
 * @typedef {"error" | "warning" | "info"} Level
 * @typedef {{span: Span, text: string, suggestions: string[]}} Spot
 * @typedef {{key: string, rule: string, category: string, level: Level, text: string, message: string, why: string,
 *   source: string, explanation: string, role: string, near: string, block: string, spots: Spot[], isWhole: boolean}} Remark
 */
import { moved } from "./text.js";

/** @type {Level[]} */
export const LEVELS = ["error", "warning", "info"];
export const LABELS = { error: "Måste rättas", warning: "Bör skrivas om", info: "Tänk på" };
export const CATEGORIES = /** @type {Record<string, string>} */ ({
  kanslisvenska: "Kanslisvenska",
  fackord: "Fackord",
  forkortning: "Förkortning",
  lagrum: "Lagrum",
  mening: "Mening",
  passiv: "Passiv",
  ton: "Ton",
  tilltal: "Tilltal",
  arendegang: "Ärendets gång",
  mallrest: "Rest av mallen",
  signatur: "Underskrift",
  skrivregler: "Skrivregel",
  sprakfel: "Språkfel",
});
/** What a paragraph alone can't tell: it may be explained, or written out, elsewhere in the letter. */
const OF_THE_LETTER = new Set(["fackord", "forkortning", "lagrum", "tilltal"]);
/** *Det står på 2 ställen till: rad 7 och rad 12.* The page shows the places itself, and nobody sees its lines. */
const AGAIN = / ?Det står på (?:ett ställe|\d+ ställen) till(?:: [^.]*|, först på [^.]*)?\.$/;

export class Remarks {
  constructor() {
    /** @type {Remark[]} */
    this.all = [];
    /** @type {Set<string>} */
    this.hidden = new Set();
    /** @type {Set<Level>} */
    this.levels = new Set(LEVELS);
  }

  /** Those that are shown, in the order of the text, what the whole letter lacks first. */
  get shown() {
    return this.wanted.filter((remark) => this.levels.has(remark.level));
  }

  /** Those that the writer hasn't hidden one by one. */
  get wanted() {
    return this.all.filter((remark) => !this.hidden.has(sameAs(remark)));
  }

  /** @returns {Record<Level, number>} */
  get counts() {
    const counts = { error: 0, warning: 0, info: 0 };
    for (const remark of this.wanted) counts[remark.level] += 1;
    return counts;
  }

  /** Follow an edit: what it has changed is no longer remarked on. @param {Edit} edit */
  move(edit) {
    this.all = inOrder(this.all.flatMap((remark) => movedRemark(remark, edit)));
  }

  /** Take over what was said of the whole letter. @param {any[]} findings @param {Edit[]} edits made since it was asked */
  replaceAll(findings, edits) {
    let remarks = findings.map((finding) => asRemark(finding, 0));
    for (const edit of edits) remarks = remarks.flatMap((remark) => movedRemark(remark, edit));
    this.keep(remarks);
  }

  /** Take over what was said of a paragraph. @param {any[]} findings @param {Span} paragraph */
  replaceIn(findings, paragraph) {
    const others = this.all.flatMap((remark) => withoutSpotsIn(remark, paragraph));
    const told = findings.filter((finding) => !OF_THE_LETTER.has(finding.category));
    this.keep([...others, ...told.map((finding) => asRemark(finding, paragraph.start))]);
  }

  /** @param {Remark[]} remarks */
  keep(remarks) {
    this.all = inOrder(remarks);
    nameApart(this.all);
  }

  /** @param {Remark} remark */
  hide(remark) {
    this.hidden.add(sameAs(remark));
  }

  unhide() {
    this.hidden.clear();
  }

  /** How many are hidden one by one. */
  get hiddenCount() {
    return this.all.length - this.wanted.length;
  }

  /** The remark on the words at an offset. @param {number} offset */
  at(offset) {
    return this.shown.find((remark) => remark.spots.some(({ span }) => span.start <= offset && offset <= span.end));
  }
}

/** *3 måste rättas, 5 bör skrivas om och 7 att tänka på* @param {Record<Level, number>} counts */
export function describeCounts(counts) {
  const told = { error: "måste rättas", warning: "bör skrivas om", info: "att tänka på" };
  return LEVELS.filter((level) => counts[level]).map((level) => `${counts[level]} ${told[level]}`).join(", ");
}

/** In the order of the text, what is said of the whole letter first, what isn't found in the text last. @param {Remark[]} remarks */
function inOrder(remarks) {
  return remarks.sort((one, other) => firstOf(one) - firstOf(other));
}

/** @param {Remark} remark */
function firstOf(remark) {
  if (remark.isWhole) return -1;
  return remark.spots[0]?.span.start ?? Number.MAX_SAFE_INTEGER;
}

/** What is hidden together: the rule on the same words, wherever they stand. @param {Remark} remark */
function sameAs(remark) {
  return `${remark.rule} ${remark.text.toLowerCase()}`;
}

/** Give each remark a name that it keeps while others come and go. @param {Remark[]} remarks */
function nameApart(remarks) {
  /** @type {Map<string, number>} */
  const seen = new Map();
  for (const remark of remarks) {
    const name = sameAs(remark);
    const number = (seen.get(name) ?? 0) + 1;
    seen.set(name, number);
    remark.key = `${name} ${number}`;
  }
}

/** @param {Remark} remark @param {Edit} edit @returns {Remark[]} */
function movedRemark(remark, edit) {
  if (!remark.spots.length) return [remark];
  const spots = remark.spots.flatMap((spot) => {
    const span = moved(spot.span, edit);
    return span ? [{ ...spot, span }] : [];
  });
  return spots.length ? [{ ...remark, spots, text: spots[0].text }] : [];
}

/** The remark without what a new answer on the paragraph tells anew. @param {Remark} remark @param {Span} paragraph @returns {Remark[]} */
function withoutSpotsIn(remark, paragraph) {
  if (!remark.spots.length || OF_THE_LETTER.has(remark.category)) return [remark];
  const spots = remark.spots.filter(({ span }) => span.end <= paragraph.start || span.start >= paragraph.end);
  return spots.length ? [{ ...remark, spots, text: spots[0].text }] : [];
}

/** @param {any} finding of klarsprak/report/1 @param {number} offset of the text that was checked @returns {Remark} */
function asRemark(finding, offset) {
  const spots = spotsOf(finding, offset);
  const again = (finding.also ?? []).filter((/** @type {any} */ other) => isAgain(other, finding));
  for (const other of again) spots.push(...spotsOf(other, offset));
  const explained = [finding, ...(finding.also ?? [])].find((each) => each.explanation);
  return {
    key: "",
    rule: finding.rule,
    category: finding.category,
    level: finding.level,
    text: finding.text,
    message: finding.message.replace(AGAIN, ""),
    why: finding.why,
    source: finding.source,
    explanation: explained?.explanation ?? "",
    role: finding.place?.role ?? "",
    near: finding.place?.near ?? "",
    block: finding.place ? "" : (finding.suggestions[0] ?? ""),
    spots,
    isWhole: !finding.place,
  };
}

/** Whether one that a finding speaks for is the same at another place. @param {any} other @param {any} finding */
function isAgain(other, finding) {
  if (other.rule !== finding.rule || !other.place?.span) return false;
  if (!finding.place?.span) return true;
  return other.place.span.start >= finding.place.span.end || other.place.span.end <= finding.place.span.start;
}

/** @param {any} finding @param {number} offset @returns {Spot[]} */
function spotsOf(finding, offset) {
  const span = finding.place?.span;
  if (!span) return [];
  const moved = { start: span.start + offset, end: span.end + offset };
  return [{ span: moved, text: finding.text, suggestions: finding.suggestions }];
}
