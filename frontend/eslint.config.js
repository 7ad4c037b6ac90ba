// What the linter asks of the page: strict types, the rules of hooks, accessible markup, and who may import whom.
import js from "@eslint/js";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import globals from "globals";
import tseslint from "typescript-eslint";

const features = ["tasks", "projects", "people", "inbox", "settings", "trash", "overview"];

function forbid(folder, patterns, message) {
  return {
    files: [`src/${folder}/**/*.{ts,tsx}`],
    ignores: ["src/**/*.test.{ts,tsx}"],
    rules: { "no-restricted-imports": ["error", { patterns: [{ regex: patterns, message }] }] },
  };
}

export default tseslint.config(
  { ignores: ["dist", "src/api/schema.d.ts"] },
  js.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    extends: [reactHooks.configs.flat.recommended, jsxA11y.flatConfigs.strict],
    languageOptions: { globals: globals.browser },
    rules: { "max-lines": ["error", { max: 250 }] },
  },
  {
    files: ["src/**/*.tsx"],
    ignores: ["src/router.tsx", "src/ui/ahead.tsx"],
    rules: {
      "no-restricted-syntax": [
        "error",
        { selector: "ImportSpecifier[imported.name='lazy']", message: "Without a network a lazy part breaks the page: ui/later waits for it." },
      ],
    },
  },
  ...features.map((feature) =>
    forbid(
      `features/${feature}`,
      `/(${features.filter((other) => other !== feature).join("|")}|pages)/`,
      "Features never import each other or a page: a page composes them.",
    ),
  ),
  forbid("ui", "/(features|session|pages|api)/", "ui knows no feature, no session and no API."),
  forbid("api", "/(features|session|pages|ui)/", "api knows only the wire."),
  forbid("session", "/(features|pages)/", "The session knows no feature."),
);
