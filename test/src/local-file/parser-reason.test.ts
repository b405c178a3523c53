import { parserReason } from '../../../src/local-file/parser-reason';

function reasonFor(text: string): string {
  try {
    JSON.parse(text);
  } catch (error) {
    return parserReason(error as SyntaxError);
  }
  throw new Error('it is JSON');
}

test.each([
  ['{"a":1]', "Expected ',' or '}' after property value at position 6"],
  ['{"a":', 'Unexpected end of JSON input'],
  ['secret', "Unexpected token 's'"],
  ['{"password": secret}', "Unexpected token 's'"],
])('of %s it tells why, and shows no more of it', (text, reason) => {
  expect(reasonFor(text)).toBe(reason);
});
