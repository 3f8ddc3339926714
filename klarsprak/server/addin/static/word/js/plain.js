/**
 * The letter where Word doesn't give its file: the text alone.
 *
 * @typedef {import("./letter.js").Letter} Letter
 */
import { check } from "/sidan/js/api.js";
import { readParagraphs } from "./word.js";

const WITHOUT_FILE = "Word lämnade inte ut hela brevet. Textrutor och fotnoter är inte granskade.";

/** What is said of the paragraphs' text, with heads and feet after them. @param {Letter} letter @param {AbortSignal} signal @param {() => void} now */
export async function askOfText(letter, signal, now) {
  const margins = await readMargins().catch(() => "");
  letter.take(await readParagraphs([]));
  now();
  const { text } = letter;
  const told = await check(`${text}\n\n${margins}`, true, signal);
  const findings = told.findings.map((/** @type {any} */ finding) => within(finding, text.length));
  return { ...told, findings, notes: [WITHOUT_FILE, ...told.notes] };
}

/** The finding without the stretch that lies after an end. @param {any} finding @param {number} end @returns {any} */
function within({ place, also, ...finding }, end) {
  const isOutside = place?.span && place.span.end > end;
  return {
    ...finding,
    place: isOutside ? { ...place, span: undefined, role: "footer" } : place,
    also: also?.map((/** @type {any} */ other) => within(other, end)),
  };
}

/** The heads and feet of the letter's first pages. @returns {Promise<string>} */
function readMargins() {
  return Word.run(async (context) => {
    const section = context.document.sections.getFirst();
    const types = /** @type {const} */ (["FirstPage", "Primary"]);
    const bodies = types.flatMap((type) => [section.getHeader(type), section.getFooter(type)]);
    for (const body of bodies) body.load("text");
    await context.sync();
    return bodies.map(({ text }) => text.trim()).filter(Boolean).join("\n\n");
  });
}
