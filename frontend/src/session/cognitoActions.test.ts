// Cognito's refusals in plain words.
import { confirmResetPassword, resetPassword, signUp } from "aws-amplify/auth";
import { beforeEach, expect, it, vi } from "vitest";
import { strings } from "../strings";
import { askReset, inWords, register, reset } from "./cognitoActions";

vi.mock("aws-amplify/auth", { spy: true });

beforeEach(() => {
  vi.mocked(resetPassword).mockReset();
  vi.mocked(confirmResetPassword).mockReset();
  vi.mocked(signUp).mockReset();
});

function refused(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}

it("does not tell an unknown address from a wrong password", () => {
  const unknown = inWords(refused("UserNotFoundException", "User does not exist."));
  const wrong = inWords(refused("NotAuthorizedException", "Incorrect username or password."));
  expect(unknown.message).toBe(wrong.message);
});

it("passes on what the sign-up rule says, and nothing around it", () => {
  const { message } = inWords(refused("UserLambdaValidationException", "PreSignUp failed with error Only example.com may sign up.."));
  expect(message).toBe("Only example.com may sign up.");
});

it("finds what the sign-up rule says in Lambda's error document", () => {
  const document = "{'errorMessage': 'Only example.com may sign up.', 'errorType': 'SignUpRefused'}";
  expect(inWords(refused("UserLambdaValidationException", document)).message).toBe("Only example.com may sign up.");
});

it("sends nothing of a new person that the page may not write", async () => {
  vi.mocked(signUp).mockResolvedValue({ isSignUpComplete: false, nextStep: { signUpStep: "CONFIRM_SIGN_UP", codeDeliveryDetails: {} } });
  await register({ name: "Nora New", email: "nora@example.com", password: "Baton-demo-2" });
  expect(vi.mocked(signUp)).toHaveBeenCalledExactlyOnceWith({
    username: "nora@example.com",
    password: "Baton-demo-2",
    options: { userAttributes: { name: "Nora New" } },
  });
});

it("explains a code that has expired", () => {
  expect(inWords(refused("ExpiredCodeException", "Invalid code")).message).toBe(strings.session.refusals.oldCode);
});

it("tells the deactivated what to do", () => {
  const { message } = inWords(refused("NotAuthorizedException", "User is disabled."));
  expect(message).toBe(strings.session.refusals.deactivated);
});

it.each(["UserNotFoundException", "UserNotConfirmedException", "NotAuthorizedException", "InvalidParameterException"])(
  "does not tell by asking for a code what %s would",
  async (name) => {
    vi.mocked(resetPassword).mockRejectedValue(refused(name, "There is no such user."));
    await expect(askReset("nora@example.com")).resolves.toBeUndefined();
  },
);

it("says that a code was asked for too often", async () => {
  vi.mocked(resetPassword).mockRejectedValue(refused("LimitExceededException", "Attempt limit exceeded."));
  await expect(askReset("nora@example.com")).rejects.toThrow(strings.session.refusals.tooOften);
});

it("answers a stranger's reset like a wrong code", async () => {
  vi.mocked(confirmResetPassword).mockRejectedValue(refused("UserNotFoundException", "There is no such user."));
  await expect(reset("nora@example.com", "654321", "Baton-demo-2")).rejects.toThrow(strings.session.refusals.wrongCode);
});
