// A floor may only look down: app > components > server > db > domain.
const JUNK = '/(index|utils?|helpers?|misc|common|types|constants|services?|managers?|base)\\.tsx?$';
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-orphans', severity: 'error', from: { orphan: true, pathNot: ['^(app|e2e|scripts|db/migrations)/', '\\.(config|d|test|spec)\\.', '^instrumentation\\.ts$', '^[.]'] }, to: {} },
    { name: 'domain-imports-nothing-of-ours', severity: 'error', from: { path: '^domain/', pathNot: '/testing/|\\.test\\.ts$' }, to: { pathNot: ['^domain/', '^node_modules/zod/'] } },
    { name: 'db-looks-down', severity: 'error', from: { path: '^db/' }, to: { path: '^(server|components|app|e2e|scripts)/', pathNot: '^scripts/postgres/' } },
    { name: 'server-looks-down', severity: 'error', from: { path: '^server/' }, to: { path: '^(components|app|e2e|scripts)/' } },
    { name: 'components-never-reach-the-database', severity: 'error', from: { path: '^components/' }, to: { path: '^db/' } },
    { name: 'components-know-the-server-by-type', severity: 'error', from: { path: '^components/', pathNot: '^components/trpc\\.tsx$' }, to: { path: '^server/' } },
    { name: 'trpc-client-imports-a-type', severity: 'error', from: { path: '^components/trpc\\.tsx$' }, to: { path: '^server/', dependencyTypesNot: ['type-only'] } },
    { name: 'app-is-thin', severity: 'error', comment: 'A page composes; it does not query.', from: { path: '^app/' }, to: { path: '^(db|e2e|scripts)/' } },
    { name: 'e2e-stands-outside', severity: 'error', from: { path: '^e2e/' }, to: { path: '^(app|server|db|components|scripts)/' } },
    { name: 'nobody-imports-an-entrance', severity: 'error', from: { pathNot: ['^(app|e2e|scripts)/', '^db/testing/', '\\.(config|test)\\.'] }, to: { path: '^(app|e2e|scripts)/' } },
    { name: 'ui-and-data-table-know-no-feature', severity: 'error', comment: 'Could this ship in another product?', from: { path: '^components/(ui|data-table)/' }, to: { path: '^(components/(?!ui|data-table)|domain/|server/)' } },
    { name: 'features-do-not-reach-into-each-other', severity: 'error', comment: 'The screens and the shell around them compose the others, tag-edits does with many resources what tags does with one, and cells does it in a column of a list. resource-signs: the small signs (kind, status, age) that every feature draws.', from: { path: '^components/(?!ui/|data-table/|resources/|resource-detail/|activity/|tag-edits/|cells/|shell/)([^/]+)/' }, to: { path: '^components/', pathNot: ['^components/(ui|data-table|resource-signs)/', '^components/$1/', '^components/trpc\\.tsx$'] } },
    { name: 'neighbours-do-not-reach-across', severity: 'error', comment: 'What two families need stands at the root of db/ or server/.', from: { path: '^(db|server)/([^/]+)/', pathNot: '/testing/|^db/migrations/|\\.test\\.ts$' }, to: { path: '^$1/[^/]+/', pathNot: ['^$1/$2/', '^$1/testing/'] } },
    { name: 'sql-lives-in-db', severity: 'error', from: { pathNot: '^(db|scripts)/' }, to: { path: '^node_modules/(kysely|pg|@types/pg)/' } },
    { name: 'next-stays-upstairs', severity: 'error', from: { path: '^(domain|db|server)/' }, to: { path: '^node_modules/(next|react)/' } },
    { name: 'trpc-server-stays-in-server', severity: 'error', from: { pathNot: ['^server/', '^app/api/trpc/', '^components/trpc\\.tsx$'] }, to: { path: '^node_modules/@trpc/server/' } },
    { name: 'no-tests-in-production', severity: 'error', from: { pathNot: '(\\.(test|spec)\\.(tsx?|mjs)$)|(/testing/)|^(vitest|playwright)\\.config\\.ts$' }, to: { path: '(\\.(test|spec)\\.(tsx?|mjs)$)|(/testing/)', pathNot: 'node_modules' } },
    { name: 'no-barrel-files', severity: 'error', from: { path: JUNK, pathNot: 'node_modules' }, to: {} },
    { name: 'no-junk-drawers', severity: 'error', comment: 'Name the file for the one thing in it.', from: {}, to: { path: JUNK, pathNot: 'node_modules' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|\\.cache|\\.data)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
