// Cognito's refusals in plain words.
import { expect, it } from "vitest";
import { strings } from "../strings";
import { inWords } from "./cognitoActions";

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

it("explains a code that has expired", () => {
  expect(inWords(refused("ExpiredCodeException", "Invalid code")).message).toBe(strings.session.refusals.oldCode);
});
