/** Who may import whom; docs/ARCHITECTURE.md tells why. */
/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.d\\.ts$', '^src/main\\.ts$', '^src/simulator/page/'] },
      to: {},
    },
    {
      name: 'rules-are-pure',
      comment:
        'rules, schema and language import no I/O: neither packages that reach out, nor layers above.',
      severity: 'error',
      from: {
        path: ['/features/[^/]+/(rules|schema|evidence)\\.ts$', '^src/language/(?!cli\\.ts)'],
      },
      to: {
        path: [
          '^src/(bot|text|generated|simulator|app|main|demo)',
          '/[a-z-]*(repository|service|messages|buttons|conversation|bot)\\.ts$',
          '^node:',
          'node_modules/(telegraf|@prisma|fastify|node-cron|pino)',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'parts-stand-on-their-subject',
      comment:
        'broadcast-control stands on broadcast, incentive-report on incentive; never the other way.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/$1-' },
    },
    {
      name: 'only-repositories-know-prisma',
      severity: 'error',
      from: {
        path: '^src/features/',
        pathNot: '/[a-z-]*repository\\.ts$',
      },
      to: { path: ['^src/generated', 'node_modules/@prisma'] },
    },
    {
      name: 'repositories-stay-below',
      severity: 'error',
      from: { path: '/features/[^/]+/[a-z-]*repository\\.ts$' },
      to: {
        path: [
          '^src/(bot|text|simulator)',
          'node_modules/telegraf',
          '/[a-z-]*(service|messages|bot)\\.ts$',
        ],
      },
    },
    {
      name: 'services-know-no-chat',
      severity: 'error',
      from: { path: '/features/[^/]+/(service|sender)\\.ts$' },
      to: {
        path: ['^src/(bot|text|simulator)', 'node_modules/telegraf'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'chat-goes-through-services',
      comment: 'what talks to people does not touch the tables of a feature; drafts are its own.',
      severity: 'error',
      from: { path: '/features/[^/]+/[a-z-]*(bot|messages|conversation)\\.ts$' },
      to: { path: '/[a-z-]*repository\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'platform-has-no-domain',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/(bot|features|text|language|simulator|demo)' },
    },
    {
      name: 'simulator-is-apart',
      severity: 'error',
      from: { path: '^src/simulator/' },
      to: { path: '^src/(bot|features|text|language|platform|demo|generated)' },
    },
    {
      name: 'nothing-needs-the-simulator',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/(simulator|demo)/', '^src/main\\.ts$'] },
      to: { path: '^src/simulator/' },
    },
    {
      name: 'no-tests-in-the-product',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^test/' },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^src/generated'] },
    exclude: { path: ['^src/simulator/page', '^src/features/[^/]+/page/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
