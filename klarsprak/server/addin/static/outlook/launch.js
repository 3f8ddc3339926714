/**
 * What Outlook runs by itself: when a mail is sent, and when something is attached to it.
 *
 * Classic Outlook runs it without a page, in an engine of its own that knows ECMAScript 2016 and no imports; so all of
 * it is here, and no address is relative.  Whatever happens, Outlook has an answer within five seconds: a server that
 * is away stops a mail only where the organisation has chosen `block`.
 */

/** The server writes these in. */
var ADDRESS = "{ADDRESS}";
var SEND = "{SEND}";
/** *stop* where a mail that can't be checked stays, *pass* else. */
var UNCHECKED = "{UNCHECKED}";
var NAME = "{NAME}";
/** Domains with spaces between: a mail that goes nowhere else isn't checked. */
var COLLEAGUES = "{COLLEAGUES}";

/** Milliseconds from *Skicka* until Outlook must have an answer: after five seconds it asks the writer to wait. */
var SEND_PATIENCE = 4500;
var ATTACHMENT_PATIENCE = 60000;
/** Bytes of one attached letter, and of all of them together. */
var LARGEST_FILE = 8 * 1024 * 1024;
var LARGEST_MAIL = 15 * 1024 * 1024;
var LETTER = /\.(?:doc[xm]?|dotx|f?odt|rtf|pdf|txt|html?|eml|msg|zip)$/i;
/** The button that opens the pane, as the manifest calls it. */
var COMMAND = "klarsprakOpenPane";
/** What was said of attached letters; it is kept with the draft in Outlook, and holds no words of theirs. */
var CHECKED = "klarsprak";
var NOTICE = "klarsprak";
/** Characters of a file's name that are told. */
var LONGEST_NAME = 60;
/** Characters that Outlook shows of a notice. */
var LONGEST_NOTICE = 150;

/**
 * @typedef {{id: string, name: string, size: number, isInline: boolean, attachmentType: string}} Attached
 * @typedef {{name: string, size: number, stopping: number}} Checked
 */

/** @param {Office.MailboxEvent} event */
function onMessageSend(event) {
  var isAnswered = false;
  /** @param {Office.SmartAlertsEventCompletedOptions} options */
  function answer(options) {
    if (isAnswered) return;
    isAnswered = true;
    clearTimeout(timer);
    event.completed(options);
  }
  var timer = setTimeout(function () {
    answer(withoutServer());
  }, SEND_PATIENCE);
  var item = composed();
  isForColleagues(item)
    .then(function (isIt) {
      return isIt ? { allowEvent: true } : askOfDraft(item);
    })
    .then(
      answer,
      function () {
        answer(withoutServer());
      }
    );
}

/** @param {Office.MessageCompose} item @returns {Promise<Office.SmartAlertsEventCompletedOptions>} */
function askOfDraft(item) {
  return draft(item).then(function (found) {
    return ask(found.mail, SEND_PATIENCE).then(function (told) {
      if (!told.send) return unchecked("det är inte granskat. Det är för stort, eller går inte att läsa.");
      if (!told.send.passes || !found.left.length) return verdict(told.send);
      var name = cut(found.left[0], LONGEST_NAME);
      return unchecked("bilagan " + name + " är inte granskad. Den är för stor, eller ligger i molnet.");
    });
  });
}

/** What is done with a mail that can't be checked. @param {string} why @returns {Office.SmartAlertsEventCompletedOptions} */
function unchecked(why) {
  if (UNCHECKED !== "stop") return { allowEvent: true };
  var help = " Ta bort det som inte går att granska, eller fråga den som sköter " + NAME + ".";
  return stopped("Mejlet går inte i väg, för " + why + help, SEND);
}

/** Whether all who get the mail are the organisation's own. @param {Office.MessageCompose} item @returns {Promise<boolean>} */
function isForColleagues(item) {
  var domains = COLLEAGUES.split(" ").filter(Boolean);
  if (!domains.length) return Promise.resolve(false);
  var fields = [item.to, item.cc, item.bcc].map(function (field) {
    return called(function (done) {
      field.getAsync(done);
    });
  });
  return Promise.all(fields).then(
    function (lists) {
      return lists.every(function (list) {
        return list.every(isOwn);
      });
    },
    function () {
      return false;
    }
  );
  /** @param {Office.EmailAddressDetails} person */
  function isOwn(person) {
    return domains.indexOf(String(person.emailAddress).toLowerCase().split("@").pop() || "") >= 0;
  }
}

/** @param {{passes: boolean, message: string, mode: string}} send @returns {Office.SmartAlertsEventCompletedOptions} */
function verdict(send) {
  return send.passes ? { allowEvent: true } : stopped(send.message, send.mode);
}

/** What is done where no answer came. @returns {Office.SmartAlertsEventCompletedOptions} */
function withoutServer() {
  if (SEND !== "block") return { allowEvent: true };
  return stopped("Mejlet är inte granskat. " + NAME + " svarar inte just nu. Vänta en minut och skicka igen.", SEND);
}

/** @param {string} message @param {string} mode @returns {Office.SmartAlertsEventCompletedOptions} */
function stopped(message, mode) {
  /** @type {Office.SmartAlertsEventCompletedOptions} */
  var options = { allowEvent: false, errorMessage: message };
  if (Office.context.requirements.isSetSupported("Mailbox", "1.14")) {
    options.cancelLabel = "Visa anmärkningar";
    options.commandId = COMMAND;
    // It can be made no stricter than the manifest has it.
    if (mode === "promptUser") options.sendModeOverride = mode;
  }
  return options;
}

/** Check a letter when it is attached, so that sending takes no longer for it. @param {any} event */
function onMessageAttachmentsChanged(event) {
  var file = /** @type {Attached} */ (event.attachmentDetails);
  function done() {
    event.completed();
  }
  if (event.attachmentStatus !== "added" || !isLetter(file)) {
    done();
    return;
  }
  var item = composed();
  contentOf(item, file)
    .then(function (content) {
      return content ? ask({ brief: true, attached: [content] }, ATTACHMENT_PATIENCE) : null;
    })
    .then(function (told) {
      // One that can't be checked is told of when the mail is sent.
      var isKnown = told && told.send && (told.send.passes || told.send.stopping);
      return isKnown ? remember(item, file, told.send) : undefined;
    })
    .then(done, done);
}

/** @param {Office.MessageCompose} item @param {Attached} file @param {{stopping: number}} send */
function remember(item, file, send) {
  return checkedBefore(item).then(function (known) {
    known[file.id] = { name: file.name, size: file.size, stopping: send.stopping };
    return called(function (done) {
      item.sessionData.setAsync(CHECKED, JSON.stringify(known), done);
    }).then(function () {
      return send.stopping ? tell(item, file, send.stopping) : undefined;
    });
  });
}

/** @param {Office.MessageCompose} item @param {Attached} file @param {number} stopping */
function tell(item, file, stopping) {
  var remarks = stopping === 1 ? "en anmärkning" : stopping + " anmärkningar";
  var end = " har " + remarks + ". Öppna " + NAME + " innan du skickar.";
  var message = "Bilagan " + cut(file.name, LONGEST_NOTICE - end.length - 8) + end;
  return called(function (done) {
    item.notificationMessages.replaceAsync(
      NOTICE,
      {
        type: Office.MailboxEnums.ItemNotificationMessageType.InformationalMessage,
        message: message,
        icon: "Icon.16",
        persistent: false,
      },
      done
    );
  });
}

/** @param {string} text @param {number} most */
function cut(text, most) {
  return text.length <= most ? text : text.slice(0, most - 2) + " …";
}

/** The mail that is being written. @returns {Office.MessageCompose} */
function composed() {
  return /** @type {any} */ (Office.context.mailbox.item);
}

/**
 * What is sent to the server of the draft: all at once, since each question to Outlook takes its time.
 *
 * @param {Office.MessageCompose} item
 */
function draft(item) {
  return Promise.all([bodyOf(item), subjectOf(item), senderOf(item), attachmentsOf(item)]).then(function (parts) {
    var mail = {
      body: parts[0].text,
      html: parts[0].isHtml,
      subject: parts[1],
      from: parts[2],
      attached: parts[3].attached,
      checked: parts[3].checked,
      brief: true,
    };
    return { mail: mail, left: parts[3].left };
  });
}

/** @param {Office.MessageCompose} item @returns {Promise<{text: string, isHtml: boolean}>} */
function bodyOf(item) {
  return called(function (done) {
    item.body.getTypeAsync(done);
  }).then(function (type) {
    return called(function (done) {
      item.body.getAsync(/** @type {Office.CoercionType} */ (type), done);
    }).then(function (text) {
      return { text: text, isHtml: type === Office.CoercionType.Html };
    });
  });
}

/** @param {Office.MessageCompose} item @returns {Promise<string>} */
function subjectOf(item) {
  return called(function (done) {
    item.subject.getAsync(done);
  });
}

/** *Eva Ek <eva.ek@ekvalla.se>*; nothing where Outlook can't tell. @param {Office.MessageCompose} item @returns {Promise<string>} */
function senderOf(item) {
  return called(function (done) {
    item.from.getAsync(done);
  }).then(
    function (from) {
      return from.displayName + " <" + from.emailAddress + ">";
    },
    function () {
      return "";
    }
  );
}

/**
 * The letters that are attached: those that were checked by what was said of them, the others by their content.
 *
 * @param {Office.MessageCompose} item
 */
function attachmentsOf(item) {
  return Promise.all([
    called(function (done) {
      item.getAttachmentsAsync(done);
    }),
    checkedBefore(item),
  ]).then(function (parts) {
    /** @type {Attached[]} */
    var all = parts[0].filter(isNamedSo);
    var letters = all.filter(isLetter);
    var known = parts[1];
    var checked = letters.filter(isKnown).map(function (file) {
      return { name: file.name, stopping: known[file.id].stopping };
    });
    var room = LARGEST_MAIL;
    var fresh = letters.filter(function (file) {
      if (isKnown(file) || file.size > room) return false;
      room -= file.size;
      return true;
    });
    /** @param {Attached} file */
    function isKnown(file) {
      return Boolean(known[file.id]) && known[file.id].size === file.size;
    }
    return Promise.all(
      fresh.map(function (file) {
        return contentOf(item, file);
      })
    ).then(function (contents) {
      var left = all.filter(function (file) {
        return !(isKnown(file) && isLetter(file)) && !contents[fresh.indexOf(file)];
      });
      return { attached: contents.filter(Boolean), checked: checked, left: left.map(nameOf) };
    });
  });
}

/** Whether it is a letter by its name. @param {Attached} file */
function isNamedSo(file) {
  return !file.isInline && LETTER.test(file.name);
}

/** Whether it is one that can be checked. @param {Attached} file */
function isLetter(file) {
  return isNamedSo(file) && file.size <= LARGEST_FILE;
}

/** @param {Attached} file */
function nameOf(file) {
  return file.name;
}

/**
 * A file's content in base64; null for one that lies in the cloud or that Outlook doesn't give.
 *
 * @param {Office.MessageCompose} item
 * @param {Attached} file
 * @returns {Promise<{name: string, content: string} | null>}
 */
function contentOf(item, file) {
  return called(function (done) {
    item.getAttachmentContentAsync(file.id, done);
  }).then(
    function (told) {
      var isFile = told.format === Office.MailboxEnums.AttachmentContentFormat.Base64;
      return isFile ? { name: file.name, content: told.content } : null;
    },
    function () {
      return null;
    }
  );
}

/** @param {Office.MessageCompose} item @returns {Promise<Record<string, Checked>>} by the attachments' numbers in Outlook */
function checkedBefore(item) {
  return called(function (done) {
    item.sessionData.getAsync(CHECKED, done);
  }).then(
    function (told) {
      return JSON.parse(told || "{}");
    },
    function () {
      return {}; // nothing has been written there yet
    }
  );
}

/**
 * What Outlook answers to a question.
 *
 * @param {(done: (result: Office.AsyncResult<any>) => void) => void} question
 * @returns {Promise<any>}
 */
function called(question) {
  return new Promise(function (resolve, reject) {
    question(function (result) {
      if (result.status === Office.AsyncResultStatus.Succeeded) resolve(result.value);
      else reject(result.error);
    });
  });
}

/**
 * What the server says of a mail.  One that it refuses, as too large, has no `send`; a server that is away or busy is an
 * error.
 *
 * @param {object} mail
 * @param {number} patience in milliseconds
 * @returns {Promise<any>}
 */
function ask(mail, patience) {
  return new Promise(function (resolve, reject) {
    var request = new XMLHttpRequest();
    request.open("POST", ADDRESS + "/api/1/mail");
    request.setRequestHeader("Content-Type", "application/json");
    request.timeout = patience;
    request.onload = function () {
      if (request.status === 200) resolve(request.responseText);
      else if (request.status === 413 || request.status === 422) resolve("{}");
      else reject(request.status);
    };
    request.onerror = request.ontimeout = request.onabort = reject;
    request.send(JSON.stringify(mail));
  }).then(JSON.parse);
}

if (Office.onReady) Office.onReady(); // a page must say that it is there; without one there may be nothing to say it to
Office.actions.associate("onMessageSend", onMessageSend);
Office.actions.associate("onMessageAttachmentsChanged", onMessageAttachmentsChanged);
