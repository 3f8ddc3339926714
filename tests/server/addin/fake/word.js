// @ts-check
/**
 * As much of Word as the pane asks for: paragraphs with tracked changes, comments, lines under words and events.
 *
 * As in Word nothing happens before `sync`, and what hasn't been loaded can't be read.  Names and parameters are those
 * of `@types/office-js`: the checker of types sees to that.  What the test's user does is done by `fakeWord`.
 */

/**
 * @template T
 * @template {keyof T} K
 * @typedef {{[P in K]: T[P] extends (...given: infer A) => any ? (...given: A) => any : T[P]}} Calls
 */
/** @typedef {{sign: string, state: "" | "inserted" | "deleted"}} Sign */
/** @typedef {{id: string, signs: Sign[], style: string, isListItem: boolean, nesting: number}} Held */
/** @typedef {{paragraph: Held, start: number, end: number}} Stretch */
/** @typedef {{text: string, style?: string, isListItem?: boolean, nesting?: number}} Given */

const settings = Object.assign(
  {
    sets: "1.8",
    host: "Word",
    paragraphs: /** @type {(Given | string)[]} */ ([]),
    footer: "",
    /** What stands in a text box beside the letter. */
    box: "",
    mode: "Off",
    /** Whether Word shows what is deleted, so that it is part of a paragraph's text. */
    showsDeleted: true,
    givesFile: true,
    /** Bytes of a slice, where it is to be less than what is asked for. */
    slice: 0,
    isProtected: false,
  },
  /** @type {any} */ (globalThis).fakeSettings ?? {},
);

class OfficeError extends Error {
  /** @param {string} code */
  constructor(code) {
    super(code);
    this.code = code;
  }
}

const state = {
  paragraphs: /** @type {Held[]} */ ([]),
  mode: settings.mode,
  comments: /** @type {{on: string, text: string}[]} */ ([]),
  lines: /** @type {Map<string, {paragraph: string, words: string, colour: string}>} */ (new Map()),
  selected: "",
  before: /** @type {string[]} */ ([]),
  made: 0,
  openFiles: 0,
};

/** @param {Given | string} given @returns {Held} */
function held(given) {
  const { text, style = "Normal", isListItem = false, nesting = 0 } = typeof given === "string" ? { text: given } : given;
  state.made += 1;
  return { id: `id-${state.made}`, signs: signsOf(text, ""), style, isListItem, nesting };
}

/** @param {string} text @param {Sign["state"]} how @returns {Sign[]} */
function signsOf(text, how) {
  return text.split("").map((sign) => ({ sign, state: how }));
}

/** @param {Sign[]} signs @param {boolean} withDeleted */
function read(signs, withDeleted) {
  return signs.filter((sign) => withDeleted || sign.state !== "deleted").map(({ sign }) => sign).join("");
}

/** Before a change. */
function remember() {
  if (settings.isProtected) throw new OfficeError("AccessDenied");
  state.before.push(JSON.stringify(state.paragraphs));
}

class FakeContext {
  constructor() {
    /** @type {(() => void)[]} */
    this.queue = [];
    this.document = new FakeDocument(this);
  }

  async sync() {
    await new Promise((resolve) => setTimeout(resolve, 1));
    const queue = this.queue.splice(0);
    for (const action of queue) action();
  }
}

/** What is read only when it has been loaded. */
class Loaded {
  /** @param {FakeContext} context */
  constructor(context) {
    this.context = context;
    /** @type {Record<string, any>} */
    this.values = {};
  }

  /** @param {string} name */
  get(name) {
    if (!(name in this.values)) throw new OfficeError(`PropertyNotLoaded: ${name}`);
    return this.values[name];
  }

  /** @param {() => void} action */
  later(action) {
    this.context.queue.push(action);
  }

  /** @param {string} names @param {(name: string) => any} valueOf */
  fetch(names, valueOf) {
    this.later(() => {
      for (const name of names.split(",")) this.values[name] = valueOf(name);
    });
  }

  /** @template T @param {() => T} answer @returns {{value: T}} */
  result(answer) {
    /** @type {{value: T} | null} */
    let known = null;
    this.later(() => (known = { value: answer() }));
    return {
      get value() {
        if (!known) throw new OfficeError("ValueNotLoaded");
        return known.value;
      },
    };
  }
}

/** @template {Loaded} T */
class FakeCollection extends Loaded {
  /** @param {FakeContext} context @param {() => T[]} find */
  constructor(context, find) {
    super(context);
    this.find = find;
  }

  get items() {
    return /** @type {T[]} */ (this.get("items"));
  }

  /** @param {string} names *items/text* */
  load(names) {
    this.later(() => {
      this.values.items = this.find();
      for (const name of names.split(",")) {
        for (const item of this.values.items) item.values[name.replace("items/", "")] = item.valueOf(name.replace("items/", ""));
      }
    });
  }
}

/** @implements {Calls<Word.Range, "text" | "load" | "select" | "expandTo" | "insertText" | "insertComment" | "getReviewedText"
 *   | "compareLocationWith">} */
class FakeRange extends Loaded {
  /** @param {FakeContext} context @param {() => Stretch} find */
  constructor(context, find) {
    super(context);
    /** @type {Stretch | null} */
    this.stretch = null;
    this.later(() => (this.stretch = find()));
  }

  get at() {
    if (!this.stretch) throw new OfficeError("GeneralException");
    return this.stretch;
  }

  get signs() {
    return this.at.paragraph.signs.slice(this.at.start, this.at.end);
  }

  /** @override @returns {any} @param {any} [name] */
  valueOf(name) {
    return name === "text" ? read(this.signs, settings.showsDeleted) : undefined;
  }

  get text() {
    return this.get("text");
  }

  /** @param {any} names */
  load(names) {
    this.fetch(names, (name) => this.valueOf(name));
    return this;
  }

  select() {
    this.later(() => (state.selected = read(this.signs, false)));
  }

  /** @param {any} other */
  expandTo(other) {
    return new FakeRange(this.context, () => ({
      paragraph: this.at.paragraph,
      start: Math.min(this.at.start, other.at.start),
      end: Math.max(this.at.end, other.at.end),
    }));
  }

  /** @param {string} text @param {string} where */
  insertText(text, where) {
    this.later(() => {
      remember();
      const { paragraph, start, end } = this.at;
      const isTracked = state.mode !== "Off";
      const old = this.signs.filter((sign) => !isTracked || sign.state !== "inserted");
      const kept = isTracked ? old.map(({ sign }) => ({ sign, state: /** @type {const} */ ("deleted") })) : [];
      const written = signsOf(text, isTracked ? "inserted" : "");
      if (where === "Replace") paragraph.signs.splice(start, end - start, ...kept, ...written);
      else if (where === "End") paragraph.signs.splice(end, 0, ...written);
      else throw new OfficeError("InvalidArgument");
      tell("onParagraphChanged", [paragraph.id]);
    });
  }

  /** @param {string} text */
  insertComment(text) {
    this.later(() => {
      remember();
      state.comments.push({ on: read(this.signs, false), text });
    });
  }

  /** @param {string} [version] */
  getReviewedText(version) {
    return this.result(() => reviewed(this.signs, version));
  }

  /** @param {any} other */
  compareLocationWith(other) {
    return this.result(() => {
      const { paragraph, start, end } = other.at;
      return this.at.paragraph === paragraph && this.at.start === start && this.at.end === end ? "Equal" : "Unrelated";
    });
  }
}

/** A stretch of signs that were written, or struck, together. @implements {Calls<Word.TrackedChange, "text" | "type" | "getRange" | "reject">} */
class FakeChange extends Loaded {
  /** @param {FakeContext} context @param {Stretch} at */
  constructor(context, at) {
    super(context);
    this.at = at;
    this.signs = at.paragraph.signs.slice(at.start, at.end);
  }

  /** @override @returns {any} @param {any} [name] */
  valueOf(name) {
    const type = this.signs[0].state === "inserted" ? "Added" : "Deleted";
    return { type, text: read(this.signs, true) }[/** @type {"text"} */ (name)];
  }

  get text() {
    return this.get("text");
  }

  get type() {
    return this.get("type");
  }

  getRange() {
    return new FakeRange(this.context, () => this.at);
  }

  reject() {
    this.later(() => {
      remember();
      const { paragraph } = this.at;
      const mine = new Set(this.signs);
      paragraph.signs = paragraph.signs.filter((sign) => !mine.has(sign) || sign.state === "deleted");
      for (const sign of mine) sign.state = "";
      tell("onParagraphChanged", [paragraph.id]);
    });
  }
}

/** @param {Sign[]} signs @param {string} [version] */
function reviewed(signs, version) {
  if (version !== "Current") throw new OfficeError("InvalidArgument");
  return read(signs, false);
}

/**
 * @implements {Calls<Word.Paragraph, "text" | "uniqueLocalId" | "styleBuiltIn" | "isListItem" | "tableNestingLevel" | "load"
 *   | "search" | "getRange" | "getReviewedText" | "getTrackedChanges" | "insertParagraph" | "insertAnnotations">}
 */
class FakeParagraph extends Loaded {
  /** @param {FakeContext} context @param {() => Held} find */
  constructor(context, find) {
    super(context);
    /** @type {Held | null} */
    this.found = null;
    this.later(() => (this.found = find()));
  }

  get held() {
    if (!this.found) throw new OfficeError("GeneralException");
    return this.found;
  }

  /** @override @returns {any} @param {any} [name] */
  valueOf(name) {
    const { id, signs, style, isListItem, nesting } = this.held;
    const text = read(signs, settings.showsDeleted);
    return { text, uniqueLocalId: id, styleBuiltIn: style, isListItem, tableNestingLevel: nesting }[/** @type {"text"} */ (name)];
  }

  get text() {
    return this.get("text");
  }

  get uniqueLocalId() {
    return this.get("uniqueLocalId");
  }

  get isListItem() {
    return this.get("isListItem");
  }

  get tableNestingLevel() {
    return this.get("tableNestingLevel");
  }

  get styleBuiltIn() {
    return this.get("styleBuiltIn");
  }

  set styleBuiltIn(style) {
    this.later(() => (this.held.style = style));
  }

  /** @param {any} names */
  load(names) {
    this.fetch(names, (name) => this.valueOf(name));
    return this;
  }

  /** @param {string} words @param {any} [options] */
  search(words, options) {
    return new FakeCollection(this.context, () => {
      if (!words || words.length > 255) throw new OfficeError("InvalidArgument");
      const paragraph = this.held;
      const [text, wanted] = [read(paragraph.signs, true), plainly(words)].map((each) => (options?.matchCase ? each : each.toLowerCase()));
      const ranges = [];
      for (let start = text.indexOf(wanted); start >= 0; start = text.indexOf(wanted, start + wanted.length)) {
        const stretch = { paragraph, start, end: start + wanted.length };
        const range = new FakeRange(this.context, () => stretch);
        range.stretch = stretch;
        ranges.push(range);
      }
      return ranges;
    });
  }

  /** @param {string} [where] */
  getRange(where) {
    if (where !== "Start") throw new OfficeError("InvalidArgument");
    return new FakeRange(this.context, () => ({ paragraph: this.held, start: 0, end: 0 }));
  }

  /** @param {string} [version] */
  getReviewedText(version) {
    return this.result(() => reviewed(this.held.signs, version));
  }

  getTrackedChanges() {
    return new FakeCollection(this.context, () => {
      const changes = [];
      let start = 0;
      for (const { state, text } of runsOf(this.held)) {
        if (state) changes.push(new FakeChange(this.context, { paragraph: this.held, start, end: start + text.length }));
        start += text.length;
      }
      return changes;
    });
  }

  /** @param {string} text @param {string} where */
  insertParagraph(text, where) {
    return new FakeParagraph(this.context, () => {
      if (where !== "After") throw new OfficeError("InvalidArgument");
      remember();
      const made = held({ text, style: this.held.style });
      if (state.mode !== "Off") made.signs = signsOf(text, "inserted");
      state.paragraphs.splice(state.paragraphs.indexOf(this.held) + 1, 0, made);
      tell("onParagraphAdded", [made.id]);
      return made;
    });
  }

  /** @param {Word.AnnotationSet} set */
  insertAnnotations({ critiques }) {
    return this.result(() =>
      critiques.map(({ start, length, colorScheme }) => {
        state.made += 1;
        const id = `line-${state.made}`;
        const words = read(this.held.signs, settings.showsDeleted).slice(start, start + length);
        state.lines.set(id, { paragraph: this.held.id, words, colour: colorScheme });
        return id;
      }),
    );
  }
}

/** Word's way to write signs that aren't signs of their own. @param {string} words */
function plainly(words) {
  const known = /** @type {Record<string, string>} */ ({ "^": "^", t: "\t", l: "\v", s: "\u00a0", "~": "\x1e", "-": "\x1f" });
  return words.replace(/\^(.?)/g, (_, sign) => {
    if (!(sign in known)) throw new OfficeError("InvalidArgument");
    return known[sign];
  });
}

/** @type {Record<string, ((event: any) => Promise<any>)[]>} */
const handlers = { onParagraphChanged: [], onParagraphAdded: [], onParagraphDeleted: [], onAnnotationClicked: [] };

/** @param {string} event @param {string[]} uniqueLocalIds */
function tell(event, uniqueLocalIds) {
  setTimeout(() => {
    for (const handler of handlers[event]) void handler({ uniqueLocalIds, source: "Local", type: event });
  }, 5);
}

/**
 * @implements {Calls<Word.Document, "body" | "sections" | "changeTrackingMode" | "load" | "getParagraphByUniqueLocalId" | "getAnnotationById"
 *   | "onParagraphChanged" | "onParagraphAdded" | "onParagraphDeleted" | "onAnnotationClicked">}
 */
class FakeDocument extends Loaded {
  /** @param {FakeContext} context */
  constructor(context) {
    super(context);
    this.body = /** @type {any} */ ({
      paragraphs: new FakeCollection(context, () =>
        state.paragraphs.map((each) => Object.assign(new FakeParagraph(context, () => each), { found: each })),
      ),
    });
    this.sections = /** @type {any} */ ({
      getFirst: () => ({ getHeader: () => this.margin(""), getFooter: (/** @type {string} */ type) => this.margin(type === "Primary" ? settings.footer : "") }),
    });
    this.onParagraphChanged = this.event("onParagraphChanged");
    this.onParagraphAdded = this.event("onParagraphAdded");
    this.onParagraphDeleted = this.event("onParagraphDeleted");
    this.onAnnotationClicked = this.event("onAnnotationClicked");
  }

  /** @param {string} text */
  margin(text) {
    const body = { text: "", load: () => this.later(() => (body.text = text)) };
    return body;
  }

  /** @param {string} name @returns {any} */
  event(name) {
    return { add: (/** @type {any} */ handler) => this.later(() => handlers[name].push(handler)) };
  }

  get changeTrackingMode() {
    return this.get("changeTrackingMode");
  }

  set changeTrackingMode(mode) {
    this.later(() => (state.mode = mode));
  }

  /** @param {any} names */
  load(names) {
    this.fetch(names, () => state.mode);
    return this;
  }

  /** @param {string} id */
  getParagraphByUniqueLocalId(id) {
    return new FakeParagraph(this.context, () => {
      const found = state.paragraphs.find((each) => each.id === id);
      if (!found) throw new OfficeError("ItemNotFound");
      return found;
    });
  }

  /** @param {string} id */
  getAnnotationById(id) {
    return {
      delete: () =>
        this.later(() => {
          if (!state.lines.delete(id)) throw new OfficeError("ItemNotFound");
        }),
    };
  }
}

/** @type {Pick<typeof Office, "onReady" | "FileType" | "AsyncResultStatus" | "HostType"> & {context: any}} */
const office = {
  onReady: async () => /** @type {any} */ ({ host: settings.host, platform: "PC" }),
  FileType: /** @type {any} */ ({ Compressed: "compressed" }),
  AsyncResultStatus: /** @type {any} */ ({ Succeeded: "succeeded", Failed: "failed" }),
  HostType: /** @type {any} */ ({ Word: "Word" }),
  context: {
    requirements: {
      /** @type {Office.RequirementSetSupport["isSetSupported"]} */
      isSetSupported: (name, version = "1.1") => name === "WordApi" && Number(version) <= Number(settings.sets),
    },
    document: { getFileAsync },
  },
};

/** @param {string} type @param {{sliceSize: number}} options @param {(result: any) => void} callback */
async function getFileAsync(type, options, callback) {
  const sliceSize = settings.slice || options.sliceSize;
  if (!settings.givesFile || type !== "compressed" || state.openFiles >= 2) {
    callback({ status: "failed", value: undefined });
    return;
  }
  state.openFiles += 1;
  const asked = { paragraphs: state.paragraphs.map((each) => ({ ...each, signs: [], runs: runsOf(each) })), footer: settings.footer, box: settings.box };
  const bytes = Uint8Array.from(atob(await /** @type {any} */ (globalThis).makeDocx(asked)), (sign) => sign.charCodeAt(0));
  const file = {
    size: bytes.length,
    sliceCount: Math.ceil(bytes.length / sliceSize),
    /** @param {number} index @param {(result: any) => void} told */
    getSliceAsync: (index, told) =>
      told({ status: "succeeded", value: { data: [...bytes.slice(index * sliceSize, (index + 1) * sliceSize)], index } }),
    closeAsync: () => (state.openFiles -= 1),
  };
  callback({ status: "succeeded", value: file });
}

/** Signs of one state together. @param {Held} paragraph */
function runsOf({ signs }) {
  const runs = /** @type {{state: Sign["state"], text: string}[]} */ ([]);
  for (const { sign, state } of signs) {
    const last = runs.at(-1);
    if (last?.state === state) last.text += sign;
    else runs.push({ state, text: sign });
  }
  return runs;
}

/** What the writer does in Word, and what stands there. */
const fakeWord = {
  state,
  settings,
  /** The texts without what is deleted. */
  get texts() {
    return state.paragraphs.map(({ signs }) => read(signs, false));
  },
  /** *[-erhålla-]{+få+}* */
  get changes() {
    const marks = { "": ["", ""], inserted: ["{+", "+}"], deleted: ["[-", "-]"] };
    return state.paragraphs.map(({ signs }) =>
      signs.map(({ sign, state }) => marks[state][0] + sign + marks[state][1]).join("").replace(/\+\}\{\+|-\]\[-/g, ""),
    );
  },
  get lines() {
    return [...state.lines.values()].map(({ words, colour }) => `${colour}: ${words}`);
  },
  /** @param {number} index @param {string} text */
  write(index, text) {
    const paragraph = state.paragraphs[index];
    remember();
    paragraph.signs = signsOf(text, "");
    tell("onParagraphChanged", [paragraph.id]);
  },
  /** Nobody is told. @param {number} index @param {string} text */
  writeSilently(index, text) {
    state.paragraphs[index].signs = signsOf(text, "");
  },
  /** @param {number} index @param {Given | string} given */
  add(index, given) {
    const made = held(given);
    remember();
    state.paragraphs.splice(index, 0, made);
    tell("onParagraphAdded", [made.id]);
    tell("onParagraphChanged", [made.id]);
  },
  /** @param {number} index */
  remove(index) {
    remember();
    const [gone] = state.paragraphs.splice(index, 1);
    tell("onParagraphDeleted", [gone.id]);
  },
  undo() {
    const before = state.before.pop();
    if (!before) return;
    const now = state.paragraphs;
    state.paragraphs = JSON.parse(before);
    const isSame = now.length === state.paragraphs.length;
    tell(isSame ? "onParagraphChanged" : "onParagraphDeleted", isSame ? state.paragraphs.map(({ id }) => id) : []);
  },
  /** @param {string} words with a line under them */
  click(words) {
    const [id] = [...state.lines].find(([, line]) => line.words === words) ?? [];
    for (const handler of handlers.onAnnotationClicked) void handler({ id });
  },
};

state.paragraphs = settings.paragraphs.map(held);
Object.assign(globalThis, {
  fakeWord,
  Office: office,
  OfficeExtension: { Error: OfficeError },
  Word: {
    run: async (/** @type {(context: any) => Promise<any>} */ batch) => batch(new FakeContext()),
    ChangeTrackingMode: { trackAll: "TrackAll" },
    BuiltInStyleName: { normal: "Normal" },
  },
});
