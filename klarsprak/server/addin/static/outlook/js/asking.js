/**
 * What is asked of the server on a mail.
 */
import { Away, Refused } from "/sidan/js/api.js";

const OTHER = "Det gick inte den här gången. Försök igen.";

/**
 * @param {import("./mail.js").Draft} draft
 * @returns {Promise<{letters: any[], text: string}>}
 */
export async function askOfMail({ subject, from, body, attached }) {
  const answer = await sent({ subject, from, body: body.text, html: body.isHtml, attached });
  const told = await answer.json().catch(() => ({}));
  if (answer.ok && told.letters) return told;
  // A busy server says when to come again; a proxy before one that is away doesn't speak of errors as we do.
  const isTold = typeof told.error === "string";
  if (answer.headers.has("Retry-After") || (answer.status >= 500 && !isTold)) throw new Away();
  throw new Refused(isTold ? told.error : OTHER);
}

/** @param {object} mail @returns {Promise<Response>} */
async function sent(mail) {
  try {
    return await fetch("/api/1/mail", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(mail),
      cache: "no-store",
      credentials: "omit",
      referrerPolicy: "no-referrer",
    });
  } catch {
    throw new Away();
  }
}
