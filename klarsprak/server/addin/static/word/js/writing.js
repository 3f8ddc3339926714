/**
 * What the pane writes in Word, as changes that the writer accepts or rejects there; loaded with the first of them.
 *
 * @typedef {import("./letter.js").Place} Place
 */
import { gone, has, paragraphOf, rangeOf } from "./word.js";

/** Write over words, as a tracked change where Word lets add-ins track. @param {Place} place @param {string} words */
export function replace(place, words) {
  return Word.run(async (context) => {
    const range = await rangeOf(context, place);
    await tracked(context, () => range.insertText(words, "Replace"));
  });
}

/** Write a comment on words. @param {Place} place @param {string} comment */
export function remark(place, comment) {
  return Word.run(async (context) => {
    const range = await rangeOf(context, place);
    range.insertComment(comment);
    await context.sync();
  });
}

/** Write something after words, in the same paragraph. @param {Place} place @param {string} words */
export function writeAfter(place, words) {
  return Word.run(async (context) => {
    const range = await rangeOf(context, place);
    await tracked(context, () => range.insertText(words, "End"));
  });
}

/** Write paragraphs below one; ordinary text below a heading. @param {Omit<Place, "start" | "end">} place @param {string[]} lines */
export function writeBelow(place, lines) {
  return Word.run(async (context) => {
    const paragraph = await paragraphOf(context, place);
    const isBelowHeading = place.paragraph.kind === "heading";
    await tracked(context, () => {
      for (const line of [...lines].reverse()) {
        const written = paragraph.insertParagraph(line, "After");
        if (isBelowHeading) written.styleBuiltIn = Word.BuiltInStyleName.normal;
      }
    });
  });
}

/** Make changes that the writer can reject one by one, and leave the tracking as it was. @param {Word.RequestContext} context @param {() => void} change */
async function tracked(context, change) {
  const { document } = context;
  if (!has("1.4")) {
    change();
    return context.sync();
  }
  document.load("changeTrackingMode");
  await context.sync();
  const mode = document.changeTrackingMode;
  document.changeTrackingMode = Word.ChangeTrackingMode.trackAll;
  try {
    change();
    await context.sync();
  } finally {
    document.changeTrackingMode = mode;
    await context.sync();
  }
}

/**
 * Reject the tracked change that has put words where they stand, and the one that has struck those before.
 *
 * @param {Place} place
 * @param {string} before empty where the words stand for no others
 */
export function takeBack(place, before) {
  return Word.run(async (context) => {
    const range = await rangeOf(context, place);
    const { items } = await changesIn(context, place);
    const places = items.map((change) => change.getRange().compareLocationWith(range));
    await context.sync();
    const written = places.findIndex(({ value }, index) => value === "Equal" && items[index].type === "Added");
    const struck = [written - 1, written + 1].find((index) => items[index]?.type === "Deleted" && items[index].text === before);
    if (written < 0 || (before && struck === undefined)) gone();
    // The last one first: those before it keep their numbers.
    for (const index of [written, struck ?? -1].sort((one, other) => other - one)) items[index]?.reject();
    await context.sync();
  });
}

/** @param {Word.RequestContext} context @param {Place} place */
async function changesIn(context, place) {
  const changes = (await paragraphOf(context, place)).getTrackedChanges();
  changes.load("items/type,items/text");
  await context.sync();
  return changes;
}
