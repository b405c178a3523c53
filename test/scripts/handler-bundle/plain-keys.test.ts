import { readFileSync } from 'node:fs';
import { withPlainKeys } from '../../../scripts/handler-bundle/plain-keys';

test('writes the text of a constant where a key was computed from it', () => {
  const source = ['const _hE = "httpError";', 'export var E$ = [-3, n0, _E, { [_e]: _c, [_hE]: 404 }, [_m], [0]];'];
  const plain = [
    'const _hE = "httpError";',
    'export var E$ = [-3, n0, _E, { [_e]: _c, "httpError": 404 }, [_m], [0]];',
  ];
  expect(withPlainKeys(source.join('\n'))).toBe(plain.join('\n'));
});

test('leaves keys alone that are computed from anything else', () => {
  const source = 'const a = { [name]: 1, [Symbol.iterator]: 2 };';
  expect(withPlainKeys(source)).toBe(source);
});

test.each(['bedrock', 'bedrock-agent', 'sagemaker', 'sfn'])(
  'leaves no computed key in the schemas of the client of %s',
  (client) => {
    const source = readFileSync(require.resolve(`@aws-sdk/client-${client}/dist-es/schemas/schemas_0.js`), 'utf8');
    expect(withPlainKeys(source)).not.toMatch(/\[\w+\]:/);
  },
);
