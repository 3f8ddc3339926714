// @ts-check
/**
 * As much of Outlook as the pane and the script ask for: one mail that is being written, and the events of sending it
 * and attaching to it.
 *
 * It stands where Office's own script would.  Names and parameters are those of `@types/office-js`: the checker of
 * types sees to that.  What the test's user does, and what came of it, is in `fakeOutlook`.
 */

/**
 * Some of an object's members; of those that can be called in several ways, the last way that the types tell.
 *
 * @template T
 * @template {keyof T} K
 * @typedef {{[P in K]: T[P] extends (...given: infer A) => any ? (...given: A) => void : T[P]}} Calls
 */
/** @typedef {(result: any) => void} Done */
/** @typedef {{id: string, name: string, size: number, isInline: boolean, attachmentType: string, content: string, format: string}} Held */

const settings = Object.assign(
  {
    /** The highest set *Mailbox* that this Outlook has. */
    sets: "1.15",
    type: "html",
    body: "",
    subject: "",
    from: { displayName: "Eva Ek", emailAddress: "eva.ek@ekvalla.se" },
    to: ["olle@example.se"],
    cc: /** @type {string[]} */ ([]),
    bcc: /** @type {string[]} */ ([]),
    attachments: /** @type {Partial<Held>[]} */ ([]),
    /** Calls that Outlook fails at. */
    fails: /** @type {string[]} */ ([]),
    /** Whether a mail is being written, and not read. */
    isComposing: true,
    /** What Outlook makes of a body that is written into it. */
    rewrites: false,
  },
  /** @type {any} */ (globalThis).fakeSettings ?? {},
);

const state = {
  body: settings.body,
  attachments: /** @type {Held[]} */ (settings.attachments.map(held)),
  session: /** @type {Record<string, string>} */ ({}),
  notices: /** @type {Record<string, Office.NotificationMessageDetails>} */ ({}),
  handlers: /** @type {Record<string, (event: any) => void>} */ ({}),
  asked: /** @type {string[]} */ ([]),
  fails: new Set(settings.fails),
};

/** @param {Partial<Held>} given @param {number} index @returns {Held} */
function held(given, index) {
  const content = given.content ?? "";
  return {
    id: `bilaga-${index}`,
    name: "bilaga.txt",
    size: Math.floor((content.length * 3) / 4),
    isInline: false,
    attachmentType: "file",
    format: "base64",
    ...given,
    content,
  };
}

/** Answer a question, later, as Outlook does. @param {string} name @param {any[]} given @param {() => any} [value] */
function answer(name, given, value = () => undefined) {
  state.asked.push(name);
  const done = /** @type {Done} */ (given.findLast((each) => typeof each === "function"));
  const isFailed = state.fails.has(name);
  setTimeout(() => {
    if (isFailed) done({ status: "failed", error: { code: 9020, name: "GenericError", message: "An internal error has occurred." } });
    else done({ status: "succeeded", value: value() });
  });
}

/** @type {Calls<Office.Body, "getAsync" | "getTypeAsync" | "setAsync" | "setSignatureAsync">} */
const body = {
  getAsync: (...given) => answer("body.getAsync", given, () => as(String(given[0]))),
  getTypeAsync: (...given) => answer("body.getTypeAsync", given, () => settings.type),
  setAsync: (...given) => answer("body.setAsync", given, () => (state.body = rewritten(given[0]))),
  setSignatureAsync: (...given) => answer("body.setSignatureAsync", given, () => (state.body = signed(given[0]))),
};

/** @param {string} type */
function as(type) {
  if (type !== settings.type) throw new Error(`the body is asked for as ${type}`);
  return state.body;
}

/** @param {string} text */
function rewritten(text) {
  return settings.rewrites ? text.replace(/<p>/g, '<p class="MsoNormal">') : text;
}

/** Above what is quoted, over the signature that Outlook has put in before. @param {string} text */
function signed(text) {
  if (settings.type === "text") return `${state.body}\n${text}`;
  const without = state.body.replace(/<div id="Signature">.*?<\/div>/s, "");
  const at = without.search(/<div id="divRplyFwdMsg"|<\/body>|$/);
  return `${without.slice(0, at)}<div id="Signature">${text}</div>${without.slice(at)}`;
}

/** @type {Calls<Office.SessionData, "getAsync" | "setAsync">} */
const sessionData = {
  getAsync: (...given) => {
    if (!(given[0] in state.session)) state.fails.add("session.getAsync");
    answer("session.getAsync", given, () => state.session[given[0]]);
  },
  setAsync: (...given) => {
    state.fails.delete("session.getAsync");
    answer("session.setAsync", given, () => (state.session[given[0]] = given[1]));
  },
};

/** @type {Calls<Office.NotificationMessages, "replaceAsync">} */
const notificationMessages = {
  replaceAsync: (...given) => answer("notice", given, () => (state.notices[given[0]] = given[1])),
};

/** @type {Calls<Office.MessageCompose, "getAttachmentsAsync" | "getAttachmentContentAsync">} */
const attachments = {
  getAttachmentsAsync: (...given) => answer("attachments", given, () => state.attachments.map(({ content, format, ...told }) => told)),
  getAttachmentContentAsync: (...given) =>
    answer("content", given, () => {
      const found = state.attachments.find(({ id }) => id === given[0]);
      return { content: found?.content, format: found?.format };
    }),
};

/** @type {Calls<Office.Subject, "getAsync">} */
const subject = { getAsync: (...given) => answer("subject", given, () => settings.subject) };
/** @type {Calls<Office.From, "getAsync">} */
const from = { getAsync: (...given) => answer("from", given, () => settings.from) };

/** @param {"to" | "cc" | "bcc"} field @returns {Calls<Office.Recipients, "getAsync">} */
function recipients(field) {
  const people = () => /** @type {string[]} */ (settings[field]).map((emailAddress) => ({ emailAddress, displayName: emailAddress }));
  return { getAsync: (...given) => answer(field, given, people) };
}
const [to, cc, bcc] = [recipients("to"), recipients("cc"), recipients("bcc")];

const item = settings.isComposing
  ? { ...attachments, to, cc, bcc, body, subject, from, sessionData, notificationMessages }
  : { body: { getAsync: body.getAsync } };

const has = (/** @type {string} */ version) => Number(version.slice(2)) <= Number(settings.sets.slice(2));

const fakeOffice = {
  onReady: (/** @type {(info: any) => void} */ ready = () => {}) => {
    setTimeout(() => ready({ host: "Outlook", platform: "OfficeOnline" }));
  },
  actions: {
    associate: (/** @type {string} */ name, /** @type {(event: any) => void} */ handler) => {
      state.handlers[name] = handler;
    },
  },
  context: {
    requirements: { isSetSupported: (/** @type {string} */ name, /** @type {string} */ version) => name === "Mailbox" && has(version) },
    mailbox: { item, userProfile: { displayName: "Eva Ek" } },
  },
  AsyncResultStatus: { Succeeded: "succeeded", Failed: "failed" },
  CoercionType: { Html: "html", Text: "text" },
  MailboxEnums: {
    AttachmentContentFormat: { Base64: "base64", Url: "url" },
    ItemNotificationMessageType: { InformationalMessage: "informationalMessage" },
  },
};

/** Wake a handler as Outlook does; gives what it completes with, and how many milliseconds that took. @param {string} name @param {object} [details] */
function wake(name, details = {}) {
  const start = Date.now();
  return new Promise((resolve) => {
    const completed = (/** @type {any} */ options) => resolve({ options: options ?? null, after: Date.now() - start });
    state.handlers[name]({ ...details, completed });
  });
}

Object.assign(globalThis, {
  Office: fakeOffice,
  fakeOutlook: {
    state,
    settings,
    send: () => wake("onMessageSend"),
    /** @param {Partial<Held>} given */
    attach: (given) => {
      const file = held(given, state.attachments.length);
      state.attachments.push(file);
      const { content, format, ...attachmentDetails } = file;
      return wake("onMessageAttachmentsChanged", { attachmentStatus: "added", attachmentDetails });
    },
    /** @param {string} name */
    detach: (name) => {
      const [gone] = state.attachments.splice(state.attachments.findIndex((file) => file.name === name), 1);
      return wake("onMessageAttachmentsChanged", { attachmentStatus: "removed", attachmentDetails: { id: gone.id, name } });
    },
  },
});
