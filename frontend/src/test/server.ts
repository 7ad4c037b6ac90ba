// The server that answers the page in tests; each test says how.
import { setupServer } from "msw/node";

export const API = "http://baton.test";

export const server = setupServer();
