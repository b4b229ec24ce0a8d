import js from "@eslint/js";
import jsdoc from "eslint-plugin-jsdoc";
import tseslint from "typescript-eslint";

/**
 * The house rules on imports (ARCHITECTURE.md): for each room, what it must not import.
 * A room that needs something new changes this table in the same commit, and says why.
 */
const ROOMS = {
  "plan-review/**": ["constructs", "contact-flow", "lambda-src", "sandbox", "commands", "kwglobal"],
  "contact-flow/**": ["plan-review", "constructs", "lambda-src", "sandbox", "commands", "kwglobal"],
  "lambda-src/**": ["plan-review", "constructs", "contact-flow", "sandbox", "commands", "kwglobal"],
  "constructs/**": ["plan-review", "sandbox", "commands", "kwglobal"],
  "sandbox/**": ["plan-review", "constructs", "lambda-src", "commands", "kwglobal"],
  "{main,kwglobal}.ts": ["plan-review", "sandbox", "commands"],
};

const BARREL = {
  name: "@cdktf/provider-aws",
  message: "Import the construct by its own path: the package's index costs 28 s and 1.4 GB.",
};

const importRule = (forbidden) => [
  "error",
  {
    paths: [BARREL],
    patterns: [
      {
        // Relative only: an npm package may carry the name of one of our rooms.
        regex: `^\\.{1,2}/(.*/)?(${[...forbidden, "__tests__"].join("|")})(/|$)`,
        message: "This room may not import that one: see ARCHITECTURE.md, Where is what?",
      },
    ],
  },
];

export default tseslint.config(
  { ignores: ["node_modules", "cdktf.out", ".sandbox"] },
  js.configs.recommended,
  {
    files: ["**/*.{cjs,mjs}"],
    languageOptions: {
      globals: Object.fromEntries(
        ["process", "console", "require", "module", "__dirname", "Buffer", "setTimeout"].map(
          (name) => [name, "readonly"],
        ),
      ),
    },
  },
  {
    files: ["**/*.ts"],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    plugins: { jsdoc },
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "@typescript-eslint/explicit-member-accessibility": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "jsdoc/require-jsdoc": [
        "error",
        {
          publicOnly: true,
          require: { ClassDeclaration: true, FunctionDeclaration: true },
          contexts: ["TSInterfaceDeclaration", "TSTypeAliasDeclaration"],
        },
      ],
      "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true }],
      "no-restricted-imports": importRule([]),
    },
  },
  ...Object.entries(ROOMS).map(([room, forbidden]) => ({
    files: [room],
    ignores: ["**/*.mjs"],
    rules: { "no-restricted-imports": importRule(forbidden) },
  })),
  {
    // Runs beside credentials, where nothing from npm may: as it stands, by Node's type stripping.
    files: ["plan-review/**/*.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              regex: "^(?!node:|\\.{1,2}/)",
              message: "plan-review/ runs without npm: Node's own modules only, with node: before.",
            },
            {
              regex: "^\\.{1,2}/(?!.*\\.ts$)",
              message: "Node runs this file as it stands: name the file, with .ts.",
            },
            {
              regex: `^\\.{1,2}/(.*/)?(${[...ROOMS["plan-review/**"], "__tests__"].join("|")})(/|$|\\.ts$)`,
              message: "This room may not import that one: see ARCHITECTURE.md, Where is what?",
            },
          ],
        },
      ],
      "no-restricted-syntax": [
        "error",
        ...[
          "TSEnumDeclaration",
          "TSParameterProperty",
          "TSModuleDeclaration",
          "TSImportEqualsDeclaration",
          "TSExportAssignment",
          "Decorator",
        ].map((selector) => ({
          selector,
          message:
            "Node strips types only: see https://nodejs.org/api/typescript.html#type-stripping",
        })),
      ],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/consistent-type-exports": "error",
    },
  },
  {
    // Others' texts must not command the runner of a workflow: only print.ts writes to its log.
    files: ["plan-review/**/*.ts"],
    ignores: ["plan-review/print.ts"],
    rules: { "no-console": "error" },
  },
  {
    // Only terminal.ts prints: it notices a full disk, and passes on no order to the terminal. app.ts is
    // a process of its own, whose words another reads.
    files: ["commands/**/*.ts"],
    ignores: ["commands/support/app.ts"],
    rules: { "no-console": "error" },
  },
  {
    files: ["__tests__/**/*.ts"],
    rules: {
      "jsdoc/require-jsdoc": "off",
      "no-restricted-imports": ["error", { paths: [BARREL] }],
      "no-restricted-syntax": [
        "error",
        {
          selector: "AssignmentExpression[left.object.name='process'][left.property.name='env']",
          message:
            "A copy is no environment: os.tmpdir() and later tests would read another. Use setVariables.",
        },
      ],
    },
  },
);
