/**
 * What the server is asked of a letter in Word: the whole of it as its file, which has all that a reader sees; a
 * paragraph as text.
 *
 * @typedef {import("./letter.js").Letter} Letter
 * @typedef {import("/sidan/js/text.js").Span} Span
 */
import { check, checkFile, loaded } from "/sidan/js/api.js";
import { isAnyLost, paragraphsIn, placed } from "./places.js";
import { readFile, readParagraphs } from "./word.js";

const ITEM = "- ";
const MORE_THAN_WORDS = /[\0-\x1d]/;
/** What can be said of a heading or of a cell that is read without what stands around it. */
const OF_WORDS = new Set(["kanslisvenska", "sprakfel"]);

/**
 * What is said of the whole letter, with each finding's stretch of the letter's text as it is when this is told.
 *
 * @param {Letter} letter
 * @param {AbortSignal} signal
 * @param {() => void} now called when what is told is of the text as it is now
 */
export async function askOfLetter(letter, signal, now) {
  const file = await readFile().catch(() => null);
  if (!file) {
    const { askOfText } = await loaded(import("./plain.js"));
    const told = await askOfText(letter, signal, now);
    return { ...told, findings: mendable(told.findings, letter) };
  }
  const told = await checkFile(file, signal);
  const known = paragraphsIn(told.blocks, letter);
  if (known.length < letter.paragraphs.length && isAnyLost(told.findings, told.blocks, letter)) {
    letter.take(await readParagraphs(known).catch(() => letter.paragraphs));
  }
  now();
  return { ...told, findings: mendable(placed(told.findings, told.blocks, letter), letter) };
}

/**
 * The findings without suggestions that would write over a line's end, a tab, a picture or a note among the words.
 *
 * @param {any[] | undefined} findings
 * @param {Letter} letter
 * @param {number} [offset] of what their stretches are counted in
 * @returns {any[] | undefined}
 */
function mendable(findings, letter, offset = 0) {
  return findings?.map(({ suggestions, also, ...finding }) => {
    const span = finding.place?.span;
    const place = span && letter.placeOf({ start: span.start + offset, end: span.end + offset });
    const isWhole = !place || !MORE_THAN_WORDS.test(place.paragraph.text.slice(place.start, place.end));
    return { ...finding, suggestions: isWhole ? suggestions : [], also: mendable(also, letter, offset) };
  });
}

/** What is said of a paragraph. @param {Letter} letter @param {string} words @param {Span} span where they stand */
export async function askOfParagraph(letter, words, span) {
  const kind = letter.placeOf(span)?.paragraph.kind ?? "text";
  const before = kind === "list" ? ITEM : "";
  const told = await check(before + words, false);
  const findings = told.findings.map((/** @type {any} */ finding) => back(finding, before.length));
  const isAlone = kind === "heading" || kind === "cell";
  const wanted = findings.filter((/** @type {any} */ { category }) => !isAlone || OF_WORDS.has(category));
  return { ...told, findings: mendable(wanted, letter, span.start) };
}

/** The finding with its stretch moved back. @param {any} finding @param {number} by @returns {any} */
function back({ place, also, ...finding }, by) {
  const span = place?.span && { start: place.span.start - by, end: place.span.end - by };
  return { ...finding, place: place && { ...place, span }, also: also?.map((/** @type {any} */ other) => back(other, by)) };
}
