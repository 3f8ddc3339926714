/**
 * A signature: its lines, and where in a text they are to stand.
 *
 * @typedef {{name: string | null, title: string | null, unit: string | null, address: string | null, phone: string | null, missing: string[]}} Signature
 */

/** @type {("name" | "title" | "unit" | "address" | "phone")[]} */
export const PARTS = ["name", "title", "unit", "address", "phone"];
export const CLOSING = /(?:hälsning|hälsar|vänligen|mvh)/i;
/** Lines from the end that a signature may begin on, and lines that it may have. */
const LAST_LINES = 30;
const LONGEST = 10;
const LABELS_OF_PARTS = /telefon|direktnummer|direkt|tfn|tel|mobil|postadress|adress/gi;

/** @param {Record<string, string>} values */
export function linesOf(values) {
  const phone = values.phone && (/^\d|^\+/.test(values.phone) ? `Telefon ${values.phone}` : values.phone);
  return [values.name, values.title, values.unit, values.address, phone].filter(Boolean);
}

/**
 * The stretch that the signature is to stand in, and what is to stand there: in the place of the one that is there,
 * where the letter ends in one, or else last.  What is no part of a signature stays.
 *
 * @param {string} text
 * @param {Signature | null} found
 * @param {Record<string, string>} values
 * @returns {{start: number, end: number, block: string}}
 */
export function placeOfSignature(text, found, values) {
  const written = linesOf(values);
  const parts = PARTS.map((part) => found?.[part] ?? "").filter(Boolean);
  const lines = text.split("\n");
  const first = found?.name ? lines.findLastIndex((line) => line.trim() === found.name) : -1;
  if (first < 0 || first < lines.length - LAST_LINES) return atTheEnd(text, written);
  const last = lastOfSignature(lines, first, parts);
  const old = lines.slice(first, last + 1).filter((line) => line.trim() && !isOnly(line, [...parts, ...written]));
  const start = lines.slice(0, first).join("\n").length + (first ? 1 : 0);
  return { start, end: lines.slice(0, last + 1).join("\n").length, block: [...written, ...old].join("\n") };
}

/** @param {string} text @param {string[]} written */
function atTheEnd(text, written) {
  const body = text.trimEnd();
  const isClosed = CLOSING.test(body.slice(body.lastIndexOf("\n") + 1));
  const closing = CLOSING.test(body.slice(-200)) ? [] : ["Med vänlig hälsning", ""];
  const before = !body ? "" : isClosed ? "\n" : "\n\n";
  return { start: body.length, end: text.length, block: before + [...closing, ...written].join("\n") };
}

/** The number of the last line that still is the signature's. @param {string[]} lines @param {number} first @param {string[]} parts */
function lastOfSignature(lines, first, parts) {
  let last = first;
  for (let index = first + 1; index < lines.length && index < first + LONGEST; index += 1) {
    if (parts.some((part) => lines[index].includes(part))) last = index;
  }
  return last;
}

/** Whether a line says nothing but these, and what they are: *Telefon 0980-319 245*. @param {string} line @param {string[]} parts */
function isOnly(line, parts) {
  const rest = parts.reduce((left, part) => left.replace(part, ""), line);
  return !/[\p{L}\p{N}]/u.test(rest.replace(LABELS_OF_PARTS, ""));
}

/**
 * The lines of a signature that a letter doesn't have, and the number of the paragraph that they are to stand below:
 * the last one of the signature that is there, or else the letter's last.  Nothing that is there is written over.
 *
 * @param {string[]} paragraphs
 * @param {Record<string, string>} values
 * @param {Signature | null} found
 * @returns {{after: number, lines: string[]}}
 */
export function linesBelow(paragraphs, values, found) {
  const parts = PARTS.map((part) => found?.[part] ?? "").filter(Boolean);
  const end = paragraphs.findLastIndex((text) => text.trim());
  const first = found?.name ? paragraphs.findLastIndex((text) => text.includes(found.name ?? "")) : -1;
  if (first >= 0 && first >= paragraphs.length - LAST_LINES) {
    const near = paragraphs.slice(first, first + LONGEST);
    const after = first + near.findLastIndex((text) => parts.some((part) => text.includes(part)));
    const there = near.join("\n");
    return { after, lines: linesOf(values).filter((line) => !there.includes(line.replace(/^Telefon /, ""))) };
  }
  const isClosed = CLOSING.test(paragraphs.slice(Math.max(0, end - 3), end + 1).join("\n"));
  return { after: end, lines: [...(isClosed ? [] : ["Med vänlig hälsning"]), ...linesOf(values)] };
}
