import type { BundledPackage } from './bundled-packages';

type Component = Pick<BundledPackage, 'name' | 'version' | 'licence' | 'integrity' | 'bundles'>;

/** What is said of the package itself. */
export interface Described {
  readonly name: string;
  readonly version: string;
  readonly license: string;
}

/**
 * What a package is made of, as a bill of materials in the form of CycloneDX. It is the same for the same package: it
 * has neither the time nor a serial number.
 *
 * @see https://cyclonedx.org/docs/1.6/json/
 */
export function sbom({ name, version, license }: Described, packages: readonly Component[]): object {
  const subject = purl(name, version);
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: { type: 'library', 'bom-ref': subject, name, version, licenses: licences(license), purl: subject },
    },
    components: packages.map(componentOf),
    dependencies: [{ ref: subject, dependsOn: packages.map((each) => purl(each.name, each.version)) }],
  };
}

function componentOf({ name, version, licence, integrity, bundles }: Component): object {
  const reference = purl(name, version);
  return {
    type: 'library',
    'bom-ref': reference,
    name,
    version,
    ...(integrity === undefined ? {} : { hashes: [hashOf(integrity)] }),
    licenses: licences(licence),
    purl: reference,
    properties: bundles.map((value) => ({ name: 'cdk-ml-jobs:bundle', value })),
  };
}

function licences(id: string): object[] {
  return [{ license: { id } }];
}

/** `sha512-` and Base64, as npm has it, in the form of CycloneDX. */
function hashOf(integrity: string): object {
  const [, bits, base64] = /^sha(\d+)-(.+)$/.exec(integrity)!;
  return { alg: `SHA-${bits}`, content: Buffer.from(base64, 'base64').toString('hex') };
}

/** @see https://github.com/package-url/purl-spec/blob/main/types-doc/npm-definition.md */
function purl(name: string, version: string): string {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}
