import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import baraza from './eslint/import-direction.js'

const tests = ['**/*.test.ts', '**/*.test.tsx', 'tests/**']

/** SQL that stops a LiteFS node; VACUUM INTO a file outside the mount is the allowed way. */
const forbiddenSql =
  '/journal_mode|locking_mode|auto_vacuum|incremental_vacuum|attach database|^\\s*attach\\s+[\\u0027?:@$]/i'
const forbiddenSyntax = ['Literal[value=', 'TemplateElement[value.raw='].flatMap((selector) => [
  {
    selector: `${selector}${forbiddenSql}]`,
    message: 'LiteFS does not survive this: see docs on replication.',
  },
  {
    selector: `${selector}/^\\s*vacuum(?!\\s+into)/i]`,
    message: 'Never VACUUM in place: VACUUM INTO a new file.',
  },
])

export default tseslint.config(
  {
    ignores: [
      'build/',
      'data/',
      'node_modules/',
      'playwright-report/',
      'test-results/',
      'screens/',
    ],
  },
  ...tseslint.configs.recommendedTypeChecked,
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true } },
    plugins: { baraza, 'react-hooks': reactHooks },
    rules: {
      'baraza/import-direction': 'error',
      'no-restricted-syntax': ['error', ...forbiddenSyntax],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Read it in app/server/env.server.ts.' },
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: [{ name: 'better-sqlite3', message: 'Only app/tenancy opens databases.' }],
          patterns: [
            { regex: '/(utils|lib|services|helpers|common)/', message: 'Name it by what it is.' },
          ],
        },
      ],
      'max-lines': ['error', { max: 300 }],
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/require-await': 'off',
      // Remix redirects and responses are thrown by design.
      '@typescript-eslint/only-throw-error': 'off',
      eqeqeq: 'error',
      'no-console': ['error', { allow: ['error'] }],
    },
  },
  { files: ['app/**/*.tsx'], ...jsxA11y.flatConfigs.recommended },
  {
    files: ['app/**/*.server.ts', 'app/wire/**/*.ts'],
    // Factories hold a few closures; a plain function stays far below.
    rules: {
      'max-lines-per-function': ['error', { max: 100, skipComments: true, skipBlankLines: true }],
    },
  },
  {
    files: ['app/server/env.server.ts', 'scripts/**', 'tests/**', 'bench/**', '*.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: [
      'app/tenancy/sqlite.server.ts',
      'app/tenancy/replicated-sql*.ts',
      'tests/**',
      'bench/**',
    ],
    rules: { 'no-restricted-imports': 'off', 'no-restricted-syntax': 'off' },
  },
  { files: ['scripts/**', 'tests/**', 'bench/**'], rules: { 'no-console': 'off' } },
  {
    files: tests,
    rules: {
      'max-lines': 'off',
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  { files: ['**/*.js', '**/*.mjs'], ...tseslint.configs.disableTypeChecked },
)
