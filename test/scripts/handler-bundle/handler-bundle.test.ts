import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleHandler } from '../../../scripts/handler-bundle/handler-bundle';

const folder = mkdtempSync(join(tmpdir(), 'handler-bundle-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('the handler looks for credentials where Lambda has them, and nowhere else', async () => {
  const outfile = join(folder, 'index.js');
  const { metafile } = await bundleHandler(outfile);
  const packages = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.keys(inputs).flatMap((file) => /node_modules\/(@[^/]+\/[^/]+)/.exec(file)?.[1] ?? []),
  );
  const providers = [...new Set(packages)].filter((name) => /provider|nested-clients/.test(name)).sort();
  expect(providers).toEqual(['@aws-sdk/credential-provider-env', '@aws-sdk/credential-provider-http']);
  expect(readFileSync(outfile, 'utf8')).not.toMatch(/sso-oidc|AssumeRoleWithWebIdentity|\.aws\/config/);
});
