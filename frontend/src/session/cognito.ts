// Identity by Amazon Cognito through Amplify, which also keeps and renews the tokens.
import { Amplify } from "aws-amplify";
import { fetchAuthSession } from "aws-amplify/auth";
import type { Config } from "./config";
import type { Identity } from "./identity";

// Signing in is rare and its mathematics is heavy, so it loads when somebody does it.
const actions = () => import("./cognitoActions");

export function cognito({ userPoolId, userPoolClientId, userPoolEndpoint }: Config): Identity {
  Amplify.configure({
    Auth: { Cognito: { userPoolId, userPoolClientId, ...(userPoolEndpoint ? { userPoolEndpoint } : {}) } },
  });
  return {
    accessToken: async () => (await fetchAuthSession()).tokens?.accessToken.toString() ?? null,
    signIn: async (email, password) => (await actions()).enter(email, password),
    signUp: async (person) => (await actions()).register(person),
    confirm: async (email, code) => (await actions()).confirm(email, code),
    sendCode: async (email) => (await actions()).sendCode(email),
    askReset: async (email) => (await actions()).askReset(email),
    reset: async (email, code, password) => (await actions()).reset(email, code, password),
    signOut: async () => (await actions()).leave(),
  };
}
