// Signing up, in and out with Cognito, its refusals put into plain words.
import { confirmResetPassword, confirmSignUp, resendSignUpCode, resetPassword, signIn, signOut, signUp } from "aws-amplify/auth";
import { strings } from "../strings";
import { Refusal, type NewPerson } from "./identity";

const { refusals } = strings.session;

const REFUSALS: Record<string, string> = {
  NotAuthorizedException: refusals.wrongPassword,
  UserNotFoundException: refusals.wrongPassword,
  UsernameExistsException: refusals.taken,
  CodeMismatchException: refusals.wrongCode,
  ExpiredCodeException: refusals.oldCode,
  InvalidPasswordException: refusals.weakPassword,
  LimitExceededException: refusals.tooOften,
  TooManyRequestsException: refusals.tooOften,
  NetworkError: refusals.unreachable,
};

/** What the sign-up rule itself said: without Cognito's "PreSignUp failed with error", or out of Lambda's error document. */
function ruleWords(message: string): string {
  const inDocument = /errorMessage['"]\s*:\s*(['"])(.*?)\1/s.exec(message)?.[2];
  if (inDocument) return inDocument;
  return message.replace(/^.*failed with error\s*/s, "").replace(/\.+$/, ".");
}

export function inWords(error: unknown): Refusal {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  if (name === "UserLambdaValidationException") return new Refusal(ruleWords(message));
  if (name === "NotAuthorizedException" && message.includes("disabled")) return new Refusal(refusals.deactivated);
  return new Refusal(REFUSALS[name] ?? message, { cause: error });
}

async function orRefusal<Result>(attempt: Promise<Result>): Promise<Result> {
  try {
    return await attempt;
  } catch (error) {
    throw inWords(error);
  }
}

async function startSession(email: string, password: string) {
  const start = () => signIn({ username: email, password });
  try {
    return await start();
  } catch (error) {
    // A tab that was signed out elsewhere still holds the old session: end it and start again.
    if (!(error instanceof Error) || error.name !== "UserAlreadyAuthenticatedException") throw error;
    await signOut();
    return start();
  }
}

export async function enter(email: string, password: string): Promise<"signed-in" | "unconfirmed"> {
  const { nextStep } = await orRefusal(startSession(email, password));
  if (nextStep.signInStep === "CONFIRM_SIGN_UP") return "unconfirmed";
  if (nextStep.signInStep === "DONE") return "signed-in";
  throw new Refusal(refusals.otherStep);
}

/** Cognito takes the address from the user name. As an attribute it would be refused: the page may write none but the name. */
export async function register({ name, email, password }: NewPerson): Promise<void> {
  await orRefusal(signUp({ username: email, password, options: { userAttributes: { name } } }));
}

export async function confirm(email: string, code: string): Promise<void> {
  await orRefusal(confirmSignUp({ username: email, confirmationCode: code }));
}

export async function sendCode(email: string): Promise<void> {
  await orRefusal(resendSignUpCode({ username: email }));
}

/** What Cognito answers in place of mailing a code; whoever asks learns nothing of it. */
const NO_CODE = new Set(["UserNotFoundException", "UserNotConfirmedException", "NotAuthorizedException", "InvalidParameterException"]);

export async function askReset(email: string): Promise<void> {
  try {
    await resetPassword({ username: email });
  } catch (error) {
    if (!(error instanceof Error) || !NO_CODE.has(error.name)) throw inWords(error);
  }
}

export async function reset(email: string, code: string, password: string): Promise<void> {
  try {
    await confirmResetPassword({ username: email, confirmationCode: code, newPassword: password });
  } catch (error) {
    // An address without an account reads like a wrong code.
    const isStranger = error instanceof Error && ["UserNotFoundException", "NotAuthorizedException"].includes(error.name);
    throw isStranger ? new Refusal(refusals.wrongCode, { cause: error }) : inWords(error);
  }
}

export async function leave(): Promise<void> {
  await signOut();
}
