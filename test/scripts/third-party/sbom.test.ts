import { sbom } from '../../../scripts/third-party/sbom';

const library = { name: 'cdk-ml-jobs', version: '1.0.0', license: 'Apache-2.0' };

test('a bill of materials names each package that is bundled, its licence, its hash and the bundles that it is in', () => {
  const integrity = `sha512-${Buffer.from('hash').toString('base64')}`;
  const tar = {
    name: 'tar',
    version: '7.5.0',
    licence: 'BlueOak-1.0.0',
    integrity,
    bundles: ['library', 'rehearsal/cli'],
  };
  expect(sbom(library, [tar])).toMatchObject({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    metadata: { component: { name: 'cdk-ml-jobs', version: '1.0.0', purl: 'pkg:npm/cdk-ml-jobs@1.0.0' } },
    components: [
      {
        type: 'library',
        'bom-ref': 'pkg:npm/tar@7.5.0',
        name: 'tar',
        version: '7.5.0',
        hashes: [{ alg: 'SHA-512', content: Buffer.from('hash').toString('hex') }],
        licenses: [{ license: { id: 'BlueOak-1.0.0' } }],
        purl: 'pkg:npm/tar@7.5.0',
        properties: [
          { name: 'cdk-ml-jobs:bundle', value: 'library' },
          { name: 'cdk-ml-jobs:bundle', value: 'rehearsal/cli' },
        ],
      },
    ],
    dependencies: [{ ref: 'pkg:npm/cdk-ml-jobs@1.0.0', dependsOn: ['pkg:npm/tar@7.5.0'] }],
  });
});

test('a scope is written as package URLs write it, and what came in the archive of another has no hash', () => {
  const core = { name: '@smithy/core', version: '3.0.0', licence: 'Apache-2.0', bundles: ['lambda/index'] };
  const { components } = sbom(library, [core]) as { components: object[] };
  expect(components[0]).toHaveProperty('purl', 'pkg:npm/%40smithy/core@3.0.0');
  expect(components[0]).not.toHaveProperty('hashes');
});

test('it is the same for the same packages', () => {
  expect(sbom(library, [])).toEqual(sbom(library, []));
});
