import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import type { ArchiveReader } from './archives-case';
import { BundledCase } from './bundled-case';
import { atMost, type Figure, median } from './figure';
import { inTurns, ratioOf } from './pairs';
import { SAMPLE_ARCHIVES, type SampleArchiveName, writeArchive } from './sample-archives';

const LARGEST_MEMORY_MB = 150;
/** What it may cost to look into models, beside the decompression. */
const LARGEST_RATIO = 1.2;
const READERS: readonly ArchiveReader[] = ['checked', 'gunzip'];

/** How long it takes to look into the models of archives and how much memory, beside their decompression alone. */
export function measureArchives(isShort: boolean): Figure[] {
  return inFolder((program, file) => {
    const megabytes = isShort ? 20 : 200;
    const compare = (sample: SampleArchiveName): Figure[] => {
      writeArchive(file, sample, megabytes * 1_000_000);
      const times = inTurns(isShort ? 1 : 5, READERS, (reader) => program.run(reader, file).milliseconds);
      const name = `archive: ${megabytes} MB of ${sample}`;
      return [
        { name: `${name}: reading`, value: median(times.checked), unit: 'ms of CPU' },
        atMost(`${name}: against gunzip alone`, ratioOf(times.checked, times.gunzip), LARGEST_RATIO, '×'),
      ];
    };
    return (Object.keys(SAMPLE_ARCHIVES) as SampleArchiveName[]).flatMap(compare);
  });
}

/** How much memory it takes to read so many megabytes, of one large model and of many small files. */
export function measureArchivesMemory(megabytes: number): Figure[] {
  const samples = ['ONNX, large weights', 'files of 1 kB'] as const;
  return inFolder((program, file) =>
    samples.map((sample) => {
      writeArchive(file, sample, megabytes * 1_000_000);
      const { megabytes: memory } = program.run('checked', file);
      const name = `archive: memory of a process that reads ${megabytes} MB of ${sample}, in all`;
      return atMost(name, memory, LARGEST_MEMORY_MB, 'MB');
    }),
  );
}

/** Measures with a program and a file that are gone afterwards. */
function inFolder(measure: (program: BundledCase, file: string) => Figure[]): Figure[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'cdk-ml-jobs-bench-'));
  try {
    return measure(new BundledCase('archives-case', folder), path.join(folder, 'model.tar.gz'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
