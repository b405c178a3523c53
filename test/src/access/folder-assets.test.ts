import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { addFolderAssets } from '../../../src/access/folder-assets';

const HASH = 'a'.repeat(64);

let app: App;
let stack: Stack;
beforeEach(() => {
  app = new App({ outdir: mkdtempSync(join(tmpdir(), 'folder-assets-')) });
  stack = new Stack(app, 'Stack');
});
afterEach(() => rmSync(app.outdir, { recursive: true }));

/** The content that a deployment puts under each key of the folder, where a file's content is its name. */
function uploaded(names: readonly string[]): Record<string, string> {
  for (const name of names) {
    const path = join(app.outdir, 'asset.staged', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, name);
  }
  addFolderAssets(stack, 'asset.staged', HASH, names);
  const { directory } = app.synth();
  const { files } = JSON.parse(readFileSync(join(directory, 'Stack.assets.json'), 'utf8')) as {
    readonly files: Record<
      string,
      {
        readonly source: { readonly path: string };
        readonly destinations: Record<string, { readonly objectKey: string }>;
      }
    >;
  };
  const all = Object.values(files).flatMap(({ source, destinations }) =>
    Object.values(destinations).map(({ objectKey }) => [objectKey, resolve(directory, source.path)] as const),
  );
  const own = all.filter(([key]) => key.startsWith(`${HASH}/`));
  return Object.fromEntries(own.map(([key, path]) => [key.slice(HASH.length + 1), readFileSync(path, 'utf8')]));
}

test.each([
  [['config.json', 'model.safetensors', 'model.safetensors.index.json']],
  [['1.jpg', '1.json', '1.txt', '2.jpg']],
  [['tokenizer.json', 'tokenizer.model', 'tokenizer.model.v3']],
  [['b.c.d', 'b.c', 'b.b', 'b']],
  [['images/1.jpg', 'images/1.json', 'labels/1.json', 'README']],
])('each file has its own key, whatever others are called: %j', (names) => {
  expect(uploaded(names)).toEqual(Object.fromEntries(names.map((name) => [name, name])));
});

test('says where one of them will be', () => {
  const { objectKey } = addFolderAssets(stack, 'asset.staged', HASH, ['images/1.json', 'images/1.jpg']);
  expect(objectKey).toBe(`${HASH}/images/1.jpg`);
});
