import { meantValue } from '../../../../src/bedrock/request-body/meant-value';

const IMAGES = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'];
const FORMATS = ['png', 'jpeg', 'gif', 'webp'];

test.each<[readonly string[], string, string]>([
  [FORMATS, 'PNG', 'png'],
  [FORMATS, 'jpg', 'jpeg'],
  [FORMATS, '.png', 'png'],
  [FORMATS, 'image/webp', 'webp'],
  [['mp4', 'three_gp'], 'video/3gp', 'three_gp'],
  [IMAGES, 'image/jpg', 'image/jpeg'],
  [IMAGES, 'IMAGE/PNG', 'image/png'],
  [IMAGES, 'img/png', 'image/png'],
  [IMAGES, 'jpeg', 'image/jpeg'],
  [IMAGES, '.gif', 'image/gif'],
  [IMAGES, 'image/jpge', 'image/jpeg'],
  [['application/pdf'], 'pdf', 'application/pdf'],
])('of %j, %s is meant as %s', (values, value, meant) => {
  expect(meantValue(values, value)).toBe(meant);
});

test.each<[readonly string[], string]>([
  [FORMATS, 'tiff'],
  // what all media types begin with makes them no more alike
  [IMAGES, 'image/tiff'],
  [IMAGES, 'image/avif'],
  [IMAGES, 'application/octet-stream'],
  [['application/pdf'], 'application/xml'],
  [['application/pdf'], 'application/zip'],
])('of %j, %s is meant as none', (values, value) => {
  expect(meantValue(values, value)).toBeUndefined();
});
