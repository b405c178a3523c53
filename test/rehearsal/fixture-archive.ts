import { gzipSync } from 'node:zlib';

/** A compressed tar archive of files with some content. */
export function tarGz(names: readonly string[]): Buffer {
  return gzipSync(Buffer.concat([...names.flatMap((name) => entry(name)), Buffer.alloc(1024)]));
}

function entry(name: string): Buffer[] {
  const content = Buffer.from(`content of ${name}`);
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write('0000644\0', 100);
  header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write('        ', 148);
  header.write('0', 156);
  header.write('ustar\0', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return [header, content, Buffer.alloc(512 - (content.length % 512))];
}
