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
  const folder = mkdtempSync(path.join(tmpdir(), 'cdk-ml-jobs-bench-'));
  try {
    const program = new BundledCase('archives-case', folder);
    const file = path.join(folder, 'model.tar.gz');
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
    const figures = (Object.keys(SAMPLE_ARCHIVES) as SampleArchiveName[]).flatMap(compare);
    const large = isShort ? 20 : 1000;
    writeArchive(file, 'ONNX, large weights', large * 1_000_000);
    const { megabytes: memory } = program.run('checked', file);
    return [
      ...figures,
      atMost(`archive: memory of a process that reads ${large} MB, in all`, memory, LARGEST_MEMORY_MB, 'MB'),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
