import { messageOf } from '../../lambda/error-message';
import { InvalidRequest } from '../../lambda/invalid-request';

test.each([
  [new TypeError('no such thing'), 'TypeError: no such thing'],
  [new InvalidRequest('Request.X is wrong'), 'InvalidRequest: Request.X is wrong'],
  ['a text', 'a text'],
  [undefined, 'undefined'],
])('the text of %p is %p', (thrown, text) => {
  expect(messageOf(thrown)).toBe(text);
});
