import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const NO_HTML = 'No HTML strings: build elements, or render with Preact.';

export default defineConfig(
  { ignores: ['.output/', '.wxt/', 'node_modules/', '.cache/'] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      curly: ['error', 'multi-line'],
      eqeqeq: 'error',
      'no-console': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/require-await': 'off',
      // Our objects are closures over their state: their methods know no `this`.
      '@typescript-eslint/unbound-method': 'off',
      'no-restricted-properties': [
        'error',
        ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe'].map((property) => ({
          property,
          message: NO_HTML,
        })),
        { object: 'document', property: 'write', message: NO_HTML },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: NO_HTML },
      ],
    },
  },
  {
    // Code at a terminal or in a test may print. Tests also play the page: they build its documents from markup and read it back.
    files: ['scripts/**', 'lib/testing/**', '**/*.test.{ts,tsx}', '*.config.{ts,js}'],
    rules: { 'no-console': 'off', 'no-restricted-properties': 'off' },
  },
  { files: ['**/*.{mjs,js}'], extends: [tseslint.configs.disableTypeChecked] },
);
