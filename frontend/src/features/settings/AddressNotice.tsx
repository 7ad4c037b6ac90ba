// Says so when no mail goes to somebody's address any more, and lets them have it tried again.
import { MailWarning } from "lucide-react";
import type { User } from "../../api/types";
import { strings } from "../../strings";
import { Button } from "../../ui/Button";
import { useEditProfile } from "./queries";

const words = strings.settings.address;

export function AddressNotice({ me: { email, emailStatus } }: { me: User }) {
  const { mutate, isPending } = useEditProfile();
  if (emailStatus === "WORKING") return null;
  return (
    <section aria-label={words.label} className="mb-5 flex max-w-xl gap-3 rounded-lg bg-danger-soft p-4">
      <MailWarning size={18} aria-hidden="true" className="mt-px shrink-0 text-danger" />
      <div className="min-w-0">
        <p className="font-medium break-words">{words[emailStatus](email)}</p>
        <p className="mt-0.5 text-sm">{words.hint[emailStatus]}</p>
        <Button
          className="mt-3"
          busy={isPending}
          onClick={() => {
            mutate({ edit: { emailStatus: "WORKING" }, words: { done: words.trying(email), failed: words.notTried } });
          }}
        >
          {words.tryAgain}
        </Button>
      </div>
    </section>
  );
}
