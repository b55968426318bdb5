/** The import law of docs/architecture.md. Each rule is seen to fail in scripts/test/import-law.test.ts. */
const service = '^services/([^/]+)/';

module.exports = {
  forbidden: [
    {
      name: 'rules-are-pure',
      severity: 'error',
      from: { path: '/rules/[^/]+\\.ts$', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['/rules/[^/]+\\.ts$', '^kit/(time|workdays|errors)\\.ts$'] },
    },
    {
      name: 'services-never-import-each-other',
      severity: 'error',
      from: { path: service },
      to: { path: '^services/', pathNot: '^services/$1/' },
    },
    {
      name: 'kit-knows-nobody',
      severity: 'error',
      from: { path: '^kit/' },
      to: { path: '^(services|gateway|admin-ui|scripts)/' },
    },
    {
      name: 'schema-is-the-only-contract',
      severity: 'error',
      from: { path: '^(gateway|admin-ui)/' },
      to: { path: '^services/' },
    },
    {
      name: 'stories-know-only-addresses',
      severity: 'error',
      from: { path: '^admin-ui/e2e/' },
      to: { path: '^(admin-ui/(src|build)|services|gateway|kit|scripts)/' },
    },
    {
      name: 'graphql-stays-at-the-edge',
      severity: 'error',
      from: { path: '^services/.*\\.(entity|repository|policy)\\.ts$' },
      to: { path: 'node_modules/(graphql|type-graphql)/' },
    },
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'src-never-imports-tests',
      severity: 'error',
      from: { path: '/src/', pathNot: '\\.test\\.ts$' },
      to: { path: '(\\.test\\.ts$|/test/|^kit/testing(-mail)?\\.ts$)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'default'],
      extensions: ['.ts', '.js', '.mjs', '.json'],
    },
  },
};
