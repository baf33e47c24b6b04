import nextVitals from 'eslint-config-next/core-web-vitals';
import tseslint from 'typescript-eslint';

const TESTS = ['**/*.test.ts', '**/*.test.tsx', '**/*.test.mjs', '**/testing/**', 'e2e/**'];

export default tseslint.config(
  { ignores: ['.next/**', '.cache/**', '.data/**', 'node_modules/**', 'next-env.d.ts', 'db/schema.ts', 'test-results/**'] },
  ...nextVitals,
  ...tseslint.configs.strict,
  {
    rules: {
      'max-lines': ['error', { max: 300 }],
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-invalid-void-type': 'off',
      // It warns of libraries that the React compiler cannot memoise; the compiler is not used.
      'react-hooks/incompatible-library': 'off',
    },
  },
  { files: ['scripts/**'], rules: { 'no-console': 'off' } },
  { files: TESTS, rules: { 'max-lines': ['error', { max: 400 }], '@typescript-eslint/no-non-null-assertion': 'off' } },
);
