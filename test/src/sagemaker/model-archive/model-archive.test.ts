import fs from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { END_OF_TAR, sampleFolder, tarGzOf, tarOf } from './sample-archive';
import { modelArchiveAt } from '../../../../src/sagemaker/model-archive/model-archive';

const { folder, write } = sampleFolder();

describe('an archive', () => {
  test('is read once, under whatever path', () => {
    const file = write('once.tar.gz', tarGzOf('a.onnx'));
    const link = join(folder, 'link.tar.gz');
    fs.symlinkSync(file, link);
    const open = jest.spyOn(fs, 'openSync');
    const contents = modelArchiveAt(file);
    expect(modelArchiveAt(file)).toBe(contents);
    expect(modelArchiveAt(link)).toBe(contents);
    expect(open).toHaveBeenCalledTimes(1);
  });

  test.each([
    ['its size', tarGzOf('b.onnx', 'c.onnx'), undefined],
    ['its date', tarGzOf('b.onnx'), new Date(0)],
  ])('is read again when %s has changed', (_, content, date) => {
    const file = write('changed.tar.gz', tarGzOf('a.onnx'));
    expect(modelArchiveAt(file).problems('ONNX', 'it')).toEqual([]);
    write('changed.tar.gz', content);
    if (date) fs.utimesSync(file, date, date);
    expect(modelArchiveAt(file).problems('KERAS', 'it')).toEqual([
      { text: expect.stringContaining('which has b.onnx') },
    ]);
  });

  test('is read again where it could not be read', () => {
    const file = write('broken.tar.gz', 'no gzip');
    for (let time = 0; time < 2; time++) {
      expect(() => modelArchiveAt(file)).toThrow('which is not compressed with gzip');
    }
  });
});

describe('the memory that reading takes', () => {
  /** The most memory, in MB, that buffers have during the reading of a file, more than before. */
  function bufferMegabytes(file: string): number {
    const { readSync } = fs;
    const before = process.memoryUsage().arrayBuffers;
    let most = before;
    const spy = jest.spyOn(fs, 'readSync').mockImplementation((...args: unknown[]) => {
      most = Math.max(most, process.memoryUsage().arrayBuffers);
      return (readSync as (...all: unknown[]) => number)(...args);
    });
    expect(modelArchiveAt(file).problems('ONNX', 'it')).toEqual([]);
    spy.mockRestore();
    return (most - before) / 1_000_000;
  }

  /** An archive with a file of that many times 16 MB: gzip takes compressed parts that follow one another. */
  function archiveOf(times: number, part: Buffer, level: number): Buffer[] {
    const header = tarOf({ path: 'model.onnx.data', type: 'File', size: times * part.length });
    const compressed = gzipSync(part, { level });
    return [
      gzipSync(tarOf('model.onnx')),
      gzipSync(header.subarray(0, 512)),
      ...Array<Buffer>(times).fill(compressed),
      gzipSync(END_OF_TAR),
    ];
  }

  const PART = 16 * 1024 * 1024;

  test('does not depend on its size: 1 GB, which has become 1 MB', () => {
    const file = write('large.tar.gz', Buffer.concat(archiveOf(64, Buffer.alloc(PART), 9)));
    expect(bufferMegabytes(file)).toBeLessThan(100);
  });

  test('does not depend on its size: 256 MB, which gzip could not make smaller', () => {
    const file = join(folder, 'dense.tar.gz');
    archiveOf(16, Buffer.alloc(PART, 'a tensor of weights '), 0).forEach((part) => fs.appendFileSync(file, part));
    expect(fs.statSync(file).size).toBeGreaterThan(256 * 1024 * 1024);
    expect(bufferMegabytes(file)).toBeLessThan(100);
  });

  test('does not depend on how many files there are', () => {
    const extra = tarOf(...Array.from({ length: 1000 }, (_, index) => `extra/${index}.txt`));
    const parts = [tarOf('model.onnx'), ...Array<Buffer>(100).fill(extra), END_OF_TAR];
    const file = write('many.tar.gz', Buffer.concat(parts.map((part) => gzipSync(part, { level: 1 }))));
    expect(bufferMegabytes(file)).toBeLessThan(100);
    expect(modelArchiveAt(file).problems('TFLITE', 'it')).toMatchObject([
      { text: expect.stringMatching(/\.txt, 99991 more\. Pack the model, under a name that ends in \.tflite$/) },
    ]);
  });
});
