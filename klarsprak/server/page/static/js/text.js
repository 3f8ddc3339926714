/**
 * Text, edits and stretches of it. Offsets count UTF-16 units, as strings do here and spans do in the server's answers.
 *
 * @typedef {{start: number, end: number}} Span
 * @typedef {{start: number, removed: number, inserted: string}} Edit
 */

const LETTER = /[\p{L}\p{N}]/u;
const SENTENCE_END = /[.!?][”")]*(?=\s+[\p{Lu}”"–-]|[ \t]*(?:\n|$))/gu;

/**
 * What has been changed between two texts, as one edit.
 *
 * @param {string} before
 * @param {string} after
 * @returns {Edit}
 */
export function editBetween(before, after) {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let same = 0;
  while (same < most - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same += 1;
  return { start, removed: before.length - start - same, inserted: after.slice(start, after.length - same) };
}

/**
 * Where a stretch stands after the edit; null where its words were changed.
 *
 * @param {Span} span
 * @param {Edit} edit
 * @returns {Span | null}
 */
export function moved(span, edit) {
  const end = edit.start + edit.removed;
  const by = edit.inserted.length - edit.removed;
  if (edit.start > span.end || (edit.start === span.end && !LETTER.test(edit.inserted[0] ?? ""))) return span;
  if (end < span.start || (end === span.start && !LETTER.test(edit.inserted.at(-1) ?? ""))) {
    return { start: span.start + by, end: span.end + by };
  }
  return null;
}

/**
 * The paragraph, or paragraphs, that a stretch touches: from one blank line to the next.  Lines that stand below
 * each other belong together, since a sentence may go on over a line's end.
 *
 * @param {string} text
 * @param {Span} span
 * @returns {Span}
 */
export function paragraphAround(text, span) {
  const before = text.lastIndexOf("\n\n", Math.max(0, span.start - 1));
  const after = text.indexOf("\n\n", span.end);
  return { start: before < 0 ? 0 : before + 2, end: after < 0 ? text.length : after };
}

/**
 * Where a sentence that explains words can be put in: after the sentence that the words stand in, or below a heading.
 *
 * @param {string} text
 * @param {Span} span of the words
 * @param {string} role of the block that they stand in
 * @param {string} explanation
 * @returns {{at: number, insert: string}}
 */
export function placeForExplanation(text, span, role, explanation) {
  const lineEnd = text.indexOf("\n", span.end);
  const end = lineEnd < 0 ? text.length : lineEnd;
  if (role !== "heading") {
    SENTENCE_END.lastIndex = span.end - 1;
    const found = SENTENCE_END.exec(text);
    if (found && found.index <= text.length) {
      const at = found.index + found[0].length;
      const paragraph = paragraphAround(text, span);
      if (at <= paragraph.end) return { at, insert: ` ${explanation}` };
    }
  }
  const gap = text.startsWith("\n\n", end) || end === text.length ? "\n\n" : "\n";
  return { at: end, insert: gap + explanation };
}

/**
 * The text with its line ends as editors have them.
 *
 * @param {string} text
 */
export function withPlainLineEnds(text) {
  return text.replace(/\r\n?/g, "\n");
}
