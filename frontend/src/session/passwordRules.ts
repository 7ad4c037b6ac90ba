// What a password must have; the user pool enforces the same.

export const PASSWORD_RULES = [
  { name: "length", test: (password: string) => password.length >= 12 },
  { name: "lower", test: (password: string) => /[a-z]/.test(password) },
  { name: "upper", test: (password: string) => /[A-Z]/.test(password) },
  { name: "digit", test: (password: string) => /[0-9]/.test(password) },
  { name: "symbol", test: (password: string) => /[^A-Za-z0-9\s]/.test(password) },
] as const;

export function isStrong(password: string): boolean {
  return PASSWORD_RULES.every((rule) => rule.test(password));
}
