// A refusal or failure of the API as one error, whatever went wrong on the way.
import { strings } from "../strings";

type ProblemBody = {
  title?: string;
  detail?: string | null;
  requestId?: string | null;
  errors?: { field: string; message: string }[] | null;
};

/** `status` is 0 when no answer came at all. */
export class Problem extends Error {
  readonly status: number;
  readonly requestId: string | undefined;
  readonly fields: Record<string, string>;

  constructor(status: number, body: ProblemBody) {
    super(body.detail ?? body.title ?? strings.failures.unknown);
    this.name = "Problem";
    this.status = status;
    this.requestId = body.requestId ?? undefined;
    this.fields = Object.fromEntries((body.errors ?? []).map(({ field, message }) => [field, message]));
  }
}

type Answer<Data> = { data?: Data; error?: unknown; response: Response };

function asBody(error: unknown): ProblemBody {
  return typeof error === "object" && error !== null ? error : {};
}

/** The data of an answer, or a thrown Problem. */
export async function answer<Data>(request: Promise<Answer<Data>>): Promise<NonNullable<Data>> {
  const { data, error, response } = await arrived(request);
  if (data === undefined || data === null || !response.ok) throw new Problem(response.status, asBody(error));
  return data;
}

/** For answers without data: returns when it was done, or throws a Problem. */
export async function done(request: Promise<Answer<unknown>>): Promise<void> {
  const { error, response } = await arrived(request);
  if (!response.ok) throw new Problem(response.status, asBody(error));
}

/** For deletions: what is gone is gone, perhaps by this very request, sent before and its answer lost. Then there is no data. */
export async function unlessGone<Data>(deleted: Promise<Data>): Promise<Data | null> {
  try {
    return await deleted;
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return null;
    throw error;
  }
}

function arrived<Data>(request: Promise<Answer<Data>>): Promise<Answer<Data>> {
  return request.catch((reason: unknown) => {
    throw new Problem(0, { detail: strings.failures.unreachable, title: String(reason) });
  });
}

/** What a page shows of an error: words, and the request id support would ask for. */
export function asFailure(error: unknown): { message: string; requestId?: string | undefined } {
  if (error instanceof Problem) return { message: error.message, requestId: error.requestId };
  return { message: error instanceof Error ? error.message : strings.failures.unknown };
}

/** Nobody answered, or only that there is nobody to answer just now: the same request can succeed later. */
export function isUnreachable(error: unknown): boolean {
  return error instanceof Problem && [0, 429, 502, 503, 504].includes(error.status);
}

/** Somebody else was faster: what the page shows is no longer what the server has. */
export function isOutdated(error: unknown): boolean {
  return error instanceof Problem && (error.status === 409 || error.status === 412);
}
