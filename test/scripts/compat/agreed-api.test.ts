import { promisesOf } from '../../../scripts/compat/agreed-api';

test('of an assembly, all is kept that apps are compiled with, and what its documentation promises', () => {
  const property = { name: 'outputPrefix', optional: true, type: { primitive: 'string' } };
  const assembly = {
    name: 'cdk-ml-jobs',
    dependencies: { constructs: '^10.5.1' },
    types: {
      'cdk-ml-jobs.Props': {
        docs: { stability: 'experimental', deprecated: 'Use another.' },
        properties: [{ ...property, docs: {} }],
      },
    },
  };
  const described = {
    ...assembly,
    readme: { markdown: '# Jobs' },
    dependencyClosure: { constructs: {} },
    fingerprint: 'abc',
    types: {
      'cdk-ml-jobs.Props': {
        docs: { stability: 'experimental', deprecated: 'Use another.', summary: 'How it is.', custom: { a: 'b' } },
        symbolId: 'src/props:Props',
        locationInModule: { filename: 'src/props.ts', line: 3 },
        properties: [{ ...property, docs: { remarks: 'Where it is.' }, locationInModule: { line: 5 } }],
      },
    },
  };
  expect(promisesOf(described)).toEqual(assembly);
});
