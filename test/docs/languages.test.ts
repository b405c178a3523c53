import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { blocksOf, pageOf, ROOT } from '../../scripts/documentation/page';
import * as library from '../../src';

const { targets } = (
  JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    readonly jsii: {
      readonly targets: {
        readonly python: { readonly distName: string; readonly module: string };
        readonly java: {
          readonly package: string;
          readonly maven: { readonly groupId: string; readonly artifactId: string };
        };
        readonly dotnet: { readonly namespace: string; readonly packageId: string };
        readonly go: { readonly moduleName: string };
      };
    };
  }
).jsii;
const README = pageOf('README.md').text;
const codeOf = (file: string, language: string) =>
  blocksOf(pageOf(file))
    .filter(({ info }) => info === language)
    .map(({ text }) => text)
    .join('\n');

/** The names that a page uses of the library, by the pattern that finds them. */
const namesIn = (code: string, pattern: RegExp) => new Set([...code.matchAll(pattern)].map(([, name]) => name));

test('the page for Python never speaks of another language', () => {
  const { text } = pageOf('docs/python.md');
  expect(text).not.toMatch(/TypeScript|JavaScript/);
  expect(text).toContain(`pip install ${targets.python.distName}`);
  expect(text).toContain(`import ${targets.python.module} as ml`);
});

test('the page for Java has the names of the artifact and of its package', () => {
  const { text } = pageOf('docs/java.md');
  const { groupId, artifactId } = targets.java.maven;
  expect(text).toContain(`<groupId>${groupId}</groupId>\n  <artifactId>${artifactId}</artifactId>`);
  expect(README).toContain(`\`${groupId}:${artifactId}\``);
  expect(codeOf('docs/java.md', 'java')).toContain(`import ${targets.java.package}.`);
});

test('the page for Go has the name of the module', () => {
  expect(codeOf('docs/go.md', 'go')).toContain(`ml "${targets.go.moduleName}/cdkmljobs"`);
  expect(README).toContain(`go get ${targets.go.moduleName}/cdkmljobs`);
});

test('the page for C# has the names of the package and of its namespace', () => {
  const { packageId, namespace } = targets.dotnet;
  expect(pageOf('docs/csharp.md').text).toContain(`\`dotnet add package ${packageId}\``);
  expect(README).toContain(`\`dotnet add package ${packageId}\``);
  expect(codeOf('docs/csharp.md', 'csharp')).toContain(`using ${namespace};`);
});

test.each([
  { file: 'docs/python.md', language: 'python', pattern: /\bml\.(\w+)/g },
  { file: 'docs/java.md', language: 'java', pattern: /import io\.github\.cdkmljobs\.(\w+);/g },
  { file: 'docs/csharp.md', language: 'csharp', pattern: /(?:new |= |\()(?!App\b|Stack\b)([A-Z]\w+)[.(]/g },
  { file: 'docs/go.md', language: 'go', pattern: /\bml\.(?:New)?([A-Z][A-Za-z]+)/g },
])('$file uses what the library has', ({ file, language, pattern }) => {
  const names = [...namesIn(codeOf(file, language), pattern)].filter((name) => !name.endsWith('Props'));
  expect(names.length).toBeGreaterThan(4);
  expect(names.filter((name) => !(name in library))).toEqual([]);
});
