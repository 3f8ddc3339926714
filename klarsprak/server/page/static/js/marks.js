/**
 * The words in the letter that there is a remark on, underlined: by the CSS Custom Highlight API, which leaves the
 * text as it is. A browser without it shows the list alone.
 *
 * @typedef {import("./remarks.js").Remark} Remark
 * @typedef {import("./text.js").Span} Span
 */
import { LEVELS } from "./remarks.js";

const IS_KNOWN = typeof Highlight !== "undefined" && "highlights" in CSS;

/** @param {import("./editor.js").Editor} editor @param {Remark[]} remarks */
export function underline(editor, remarks) {
  if (!IS_KNOWN) return;
  LEVELS.forEach((level, index) => {
    const spots = remarks.filter((remark) => remark.level === level).flatMap((remark) => remark.spots);
    const marks = new Highlight(...spots.map(({ span }) => editor.range(span)));
    marks.priority = LEVELS.length - index;
    CSS.highlights.set(`klarsprak-${level}`, marks);
  });
}

/** Show which words are meant just now. @param {import("./editor.js").Editor} editor @param {Span | null} span */
export function point(editor, span) {
  if (!IS_KNOWN) return;
  if (span) CSS.highlights.set("klarsprak-current", new Highlight(editor.range(span)));
  else CSS.highlights.delete("klarsprak-current");
}
