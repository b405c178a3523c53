import { existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { everyJob } from './every-job';
import { readAdvisories } from '../../scripts/audit/advisories';
import { type Bundle, makeBundle } from '../../scripts/audit/bundle-contents';
import { differences, HANDLER_PACKAGES } from '../../scripts/audit/intended';
import { licenceProblem, licenceProblems } from '../../scripts/audit/licences';
import { type LockFile, lockFileProblems, packageName } from '../../scripts/audit/lock-file';
import { newStack } from '../src/sample-job';

const ROOT = path.join(__dirname, '..', '..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const lock = JSON.parse(read('package-lock.json')) as LockFile;

describe('the lock file', () => {
  test('has a hash for every package, and no address', () => {
    expect(Object.keys(lock.packages).length).toBeGreaterThan(500);
    expect(lockFileProblems(lock)).toEqual([]);
  });

  test('would be found out otherwise', () => {
    const integrity = 'sha512-abc';
    const packages: LockFile['packages'] = {
      '': {},
      'node_modules/a': { integrity },
      'node_modules/a/node_modules/in-its-archive': { inBundle: true },
      'node_modules/a/node_modules/beside-its-archive': {},
      'node_modules/b': { integrity, resolved: 'https://packages.example.com/b.tgz' },
      'node_modules/c': { inBundle: true },
      'node_modules/d': { integrity: 'md5-abc' },
    };
    expect(lockFileProblems({ packages })).toEqual([
      'node_modules/a/node_modules/beside-its-archive has no hash',
      'node_modules/b is bound to the address https://packages.example.com/b.tgz',
      'node_modules/c has no hash',
      'node_modules/d has no hash',
    ]);
  });

  test('is what continuous integration installs from', () => {
    expect(read('.ci/run')).toMatch(/^npm ci /m);
    expect(read('.ci/run')).not.toMatch(/npm (install|i|update) /);
  });
});

describe('with the library, a user installs', () => {
  test('no other package but the CDK', () => {
    const manifest = JSON.parse(read('package.json')) as { [member: string]: object };
    const members = ['dependencies', 'bundledDependencies', 'optionalDependencies'];
    expect(members.filter((member) => member in manifest)).toEqual([]);
    expect(Object.keys(manifest.peerDependencies)).toEqual(['aws-cdk-lib', 'constructs']);
  });

  test('nothing that runs a script', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: object };
    const onInstall = ['preinstall', 'install', 'postinstall', 'prepare'];
    expect(Object.keys(scripts).filter((name) => onInstall.includes(name))).toEqual([]);
  });
});

describe("the handler's bundle", () => {
  let one: Bundle;
  let two: Bundle;

  beforeAll(async () => {
    one = await makeBundle('lambda/index');
    two = await makeBundle('lambda/index');
  });

  test('is the same, byte for byte, however often it is made, and is what the package has', () => {
    expect(one.code.equals(two.code)).toBe(true);
    expect(one.code.equals(one.built)).toBe(true);
  });

  test('has code of the intended packages only, under licences that allow it', () => {
    const names = [...new Set(one.packageFolders.map(packageName))];
    expect(differences('handler', names, HANDLER_PACKAGES)).toEqual([]);
    expect(licenceProblems(one.packageFolders)).toEqual([]);
  });

  test.each([
    ['one more package', [...HANDLER_PACKAGES, 'left-pad'], 'bundle: left-pad is there unintended'],
    ['one less', HANDLER_PACKAGES.slice(1), `bundle: ${HANDLER_PACKAGES[0]} is missing`],
  ])('and %s would be found out', (_, found, problem) => {
    expect(differences('bundle', found, HANDLER_PACKAGES)).toEqual([problem]);
  });

  test.each([undefined, 'GPL-3.0-only', 'UNLICENSED'])('and the licence %s would be found out', (license) => {
    expect(licenceProblem({ name: 'a', version: '1.0.0', license })).toEqual([
      expect.stringMatching(/^a 1\.0\.0 has the licence .*, which is none of 0BSD, Apache-2\.0/),
    ]);
    expect(licenceProblem({ name: 'a', version: '1.0.0', license: 'MIT' })).toEqual([]);
  });

  test('is all the code that a deployment brings, under the hash of its content', () => {
    const keysOf = () => {
      const stack = newStack();
      everyJob(stack);
      const functions = Object.values(Template.fromStack(stack).findResources('AWS::Lambda::Function'));
      return functions.map(({ Properties }) => (Properties.Code as { S3Key: string }).S3Key);
    };
    expect(keysOf()).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.zip$/)]);
    expect(keysOf()).toEqual(keysOf());
  });
});

describe('known vulnerabilities', () => {
  const found = (severity: string) => JSON.stringify({ vulnerabilities: { tar: { severity, range: '<7.5' } } });

  test.each(['high', 'critical'])('fail the audit: %s', (severity) => {
    expect(readAdvisories(found(severity))).toEqual({
      problems: [`tar <7.5 has a vulnerability of severity '${severity}'`],
      summary: 'advisories: 1, of which 1 are high or critical',
    });
  });

  test.each(['low', 'moderate'])('are counted but do not fail the audit: %s', (severity) => {
    expect(readAdvisories(found(severity))).toEqual({
      problems: [],
      summary: 'advisories: 1, of which 0 are high or critical',
    });
  });

  test('fail the audit where nobody can look for them, but for a registry that answers no audits', () => {
    const answer = (statusCode: number) => readAdvisories(JSON.stringify({ message: 'no', statusCode })).problems;
    expect([answer(405), answer(401)]).toEqual([[], ['npm cannot audit: no']]);
  });

  test('are looked for in continuous integration', () => {
    interface Tasks {
      readonly tasks: {
        readonly [name: string]: { readonly steps: readonly { spawn?: string; execArgs?: string[] }[] };
      };
    }
    const { tasks } = JSON.parse(read('.projen/tasks.json')) as Tasks;
    expect(read('.ci/run')).toMatch(/^npm run ci$/m);
    expect(tasks.ci.steps).toContainEqual({ spawn: 'audit' });
    const [script] = tasks.audit.steps.flatMap(({ execArgs = [] }) => execArgs.slice(-1));
    expect(existsSync(path.join(ROOT, script))).toBe(true);
  });
});
