// The mails that were sent, as maildev shows them.
import { expect, type APIRequestContext } from "@playwright/test";

export type Mail = { to: { address: string }[]; subject: string; text: string };

const inbox = process.env["BATON_MAIL_URL"] ?? "http://127.0.0.1:1080";

export async function mailsTo(request: APIRequestContext, address: string): Promise<Mail[]> {
  const answer = await request.get(`${inbox}/api/email`);
  const mails = (await answer.json()) as Mail[];
  return mails.filter((mail) => mail.to.some((recipient) => recipient.address === address));
}

/** The newest mail to an address whose words match; waits for it to arrive. */
export async function mailTo(request: APIRequestContext, address: string, words: RegExp): Promise<Mail> {
  let found: Mail | undefined;
  await expect(async () => {
    const mails = await mailsTo(request, address);
    found = mails.reverse().find((mail) => words.test(`${mail.subject}\n${mail.text}`));
    expect(found, `a mail to ${address} about ${String(words)}`).toBeDefined();
  }).toPass({ timeout: 30_000 });
  return found as Mail;
}
