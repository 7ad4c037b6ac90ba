// Where the query cache keeps the caller's profile.

export const meKey = ["me"] as const;
