/**
 * What is asked of Word.  Each action looks the paragraph up anew, and does nothing where it reads otherwise by now.
 *
 * @typedef {import("./letter.js").Paragraph} Paragraph
 * @typedef {import("./letter.js").Place} Place
 */

/** The words aren't there any longer, or can't be found for certain. */
export class Gone extends Error {}

/** Signs of a search, half of which Word may want written with two: it takes at most 255. */
const LONGEST_SEARCH = 120;
/** Bytes; the server takes no larger file. */
const LARGEST_FILE = 25 * 1024 * 1024;
const SLICE = 4 * 1024 * 1024;
const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
/** How Word's search writes what isn't a sign of its own. */
const WRITTEN = /** @type {Record<string, string>} */ ({ "^": "^^", "\t": "^t", "\v": "^l", "\u00a0": "^s", "\x1e": "^~", "\x1f": "^-" });
const KINDS = /** @type {Record<string, Paragraph["kind"]>} */ ({ Title: "heading", Subtitle: "heading" });

/** Whether this Word has all of a set of functions. @param {string} version of WordApi */
export function has(version) {
  return Office.context.requirements.isSetSupported("WordApi", version);
}

/**
 * The letter's paragraphs, those in tables too.  Word may tell deletions that are tracked as a part of the text: all
 * but those that are known are asked for without them.  That takes time, and makes Word for Mac scroll.
 *
 * @param {Paragraph[] | null} known null to take the text as Word tells it
 * @returns {Promise<Paragraph[]>}
 */
export function readParagraphs(known) {
  const texts = new Map(known?.map(({ raw, text }) => [raw, text]));
  return Word.run(async (context) => {
    const { paragraphs } = context.document.body;
    paragraphs.load(properties("items/"));
    await context.sync();
    const isNew = (/** @type {Word.Paragraph} */ { text }) => has("1.4") && known !== null && text.trim() !== "" && !texts.has(text);
    const read = paragraphs.items.map((paragraph) => (isNew(paragraph) ? paragraph.getReviewedText("Current") : null));
    if (read.some(Boolean)) await context.sync();
    return paragraphs.items.map((paragraph, index) => asRead(paragraph, read[index]?.value ?? texts.get(paragraph.text) ?? paragraph.text));
  });
}

/** Some paragraphs as they read without what is deleted. @param {string[]} ids @returns {Promise<Paragraph[]>} */
export function readAnew(ids) {
  return Word.run(async (context) => {
    const found = ids.map((id) => context.document.getParagraphByUniqueLocalId(id));
    for (const paragraph of found) paragraph.load(properties());
    const texts = found.map((paragraph) => paragraph.getReviewedText("Current"));
    await context.sync();
    return found.map((paragraph, index) => asRead(paragraph, texts[index].value));
  });
}

/** What is loaded of a paragraph: *items/text,items/styleBuiltIn* @param {string} [before] */
function properties(before = "") {
  const names = ["text", "styleBuiltIn", "isListItem", "tableNestingLevel", ...(has("1.6") ? ["uniqueLocalId"] : [])];
  return names.map((name) => before + name).join(",");
}

/** @param {Word.Paragraph} paragraph @param {string} text @returns {Paragraph} */
function asRead(paragraph, text) {
  const style = String(paragraph.styleBuiltIn);
  const heading = style.startsWith("Heading") ? "heading" : KINDS[style];
  const kind = paragraph.tableNestingLevel ? "cell" : (heading ?? (paragraph.isListItem ? "list" : "text"));
  return { id: has("1.6") ? paragraph.uniqueLocalId : "", raw: paragraph.text, text, kind };
}

/** The letter as a file; null where Word doesn't give one, or one that is too large. @returns {Promise<File | null>} */
export async function readFile() {
  const file = await new Promise((/** @type {(file: Office.File | null) => void} */ resolve) => {
    Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize: SLICE }, ({ status, value }) =>
      resolve(status === Office.AsyncResultStatus.Succeeded ? value : null),
    );
  });
  if (!file) return null;
  try {
    if (file.size > LARGEST_FILE) return null;
    const slices = [];
    for (let index = 0; index < file.sliceCount; index += 1) slices.push(await sliceOf(file, index));
    return slices.every(Boolean) ? new File(/** @type {BlobPart[]} */ (slices), "brev.docx", { type: DOCX }) : null;
  } finally {
    // Word keeps no more than two files open.
    file.closeAsync();
  }
}

/** @param {Office.File} file @param {number} index @returns {Promise<Uint8Array | null>} */
function sliceOf(file, index) {
  return new Promise((resolve) => {
    file.getSliceAsync(index, ({ status, value }) =>
      resolve(status === Office.AsyncResultStatus.Succeeded ? new Uint8Array(value.data) : null),
    );
  });
}

/** Be told what changes; Word tells that from WordApi 1.6 on. @param {(ids: string[]) => void} changed @param {() => void} moved some have come or gone */
export async function watch(changed, moved) {
  if (!has("1.6")) return;
  await Word.run(async (context) => {
    const { document } = context;
    document.onParagraphChanged.add(async ({ uniqueLocalIds }) => changed(uniqueLocalIds));
    document.onParagraphAdded.add(async () => moved());
    document.onParagraphDeleted.add(async () => moved());
    await context.sync();
  });
}

/** Show words in the letter. @param {Place} place */
export function select(place) {
  return Word.run(async (context) => {
    const range = await rangeOf(context, place);
    range.select();
    await context.sync();
  });
}

/** The paragraph, if it still reads as it did. @param {Word.RequestContext} context @param {Omit<Place, "start" | "end">} place */
export async function paragraphOf(context, { paragraph, index }) {
  if (paragraph.id) {
    const found = context.document.getParagraphByUniqueLocalId(paragraph.id);
    found.load("text");
    await context.sync().catch(gone);
    return found.text === paragraph.raw ? found : gone();
  }
  const { paragraphs } = context.document.body;
  paragraphs.load("items/text");
  await context.sync();
  if (paragraphs.items[index]?.text === paragraph.raw) return paragraphs.items[index];
  const same = paragraphs.items.filter(({ text }) => text === paragraph.raw);
  return same.length === 1 ? same[0] : gone();
}

/** @returns {never} */
export function gone() {
  throw new Gone();
}

/** The words, by a search for them or for their two ends. @param {Word.RequestContext} context @param {Place} place */
export async function rangeOf(context, place) {
  const { start, end } = place;
  const paragraph = await paragraphOf(context, place);
  if (end - start <= LONGEST_SEARCH) return found(context, paragraph, place);
  const { text } = place.paragraph;
  const first = await found(context, paragraph, { ...place, end: signAt(text, start + LONGEST_SEARCH) });
  const last = await found(context, paragraph, { ...place, start: signAt(text, end - LONGEST_SEARCH) });
  return first.expandTo(last);
}

/** The offset, or the one before where it stands in the middle of a sign: *😀* is two units. @param {string} text @param {number} offset */
function signAt(text, offset) {
  return /[\udc00-\udfff]/.test(text[offset] ?? "") ? offset - 1 : offset;
}

/**
 * The one of the words' places in the paragraph that has before it just what should stand there.
 *
 * @param {Word.RequestContext} context
 * @param {Word.Paragraph} paragraph
 * @param {Place} place
 */
async function found(context, paragraph, { paragraph: { text, raw }, start, end }) {
  const written = [...text.slice(start, end)].map((sign) => WRITTEN[sign] ?? sign).join("");
  const ranges = paragraph.search(written, { matchCase: true });
  ranges.load("items/text");
  await context.sync();
  const before = ranges.items.map((range) => paragraph.getRange("Start").expandTo(range));
  const isTracked = text !== raw;
  const reviewed = isTracked ? before.map((range) => range.getReviewedText("Current")) : [];
  for (const range of before) range.load("text");
  await context.sync();
  const wanted = text.slice(0, end);
  const index = before.findIndex((range, number) => (isTracked ? reviewed[number].value : range.text) === wanted);
  return ranges.items[index] ?? gone();
}
