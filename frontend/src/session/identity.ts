// What the page asks of whoever keeps the passwords; cognito.ts answers in earnest, tests answer from memory.

export type NewPerson = { name: string; email: string; password: string };

export type Identity = {
  /** The token to send to the API, renewed when it is about to expire; null when nobody is signed in. */
  accessToken: () => Promise<string | null>;
  /** "unconfirmed" when the address still has to be confirmed. */
  signIn: (email: string, password: string) => Promise<"signed-in" | "unconfirmed">;
  signUp: (person: NewPerson) => Promise<void>;
  confirm: (email: string, code: string) => Promise<void>;
  sendCode: (email: string) => Promise<void>;
  /** Mails a code to the address if it has an account, and does not say whether it has. */
  askReset: (email: string) => Promise<void>;
  reset: (email: string, code: string, password: string) => Promise<void>;
  signOut: () => Promise<void>;
};

/** A refusal in words for the person at the page. */
export class Refusal extends Error {}
