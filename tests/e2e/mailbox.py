"""The mail of the stack, as a person reads it in the browser."""

from dataclasses import dataclass

import httpx

from tests.e2e.waiting import wait_until

# A worker that was ended while it held a message leaves it to the queue's visibility and the ledger's lease.
SECOND_TRY_SECONDS = 180.0


@dataclass(frozen=True)
class Mail:
    to: str
    subject: str
    text: str


@dataclass(frozen=True)
class Mailbox:
    url: str

    def mails(self, *, about: str) -> list[Mail]:
        """Every mail with these words in its subject or text, the oldest first."""
        answer = httpx.get(f"{self.url}/api/email").raise_for_status().json()
        mails = [Mail(mail["to"][0]["address"], mail["subject"], mail.get("text", "")) for mail in answer]
        return [mail for mail in mails if about in mail.subject or about in mail.text]

    def wait_for(self, *, to: str, about: str) -> Mail:
        def newest() -> Mail | None:
            found = [mail for mail in self.mails(about=about) if mail.to == to]
            return found[-1] if found else None

        mail = wait_until(newest, f"a mail to {to} about {about!r}", seconds=SECOND_TRY_SECONDS)
        assert mail
        return mail
