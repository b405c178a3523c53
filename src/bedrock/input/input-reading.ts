import { ModelInvocationType } from '../model-invocation-type';
import { checkConverseRequest } from './converse-request';
import type { InputFile } from './input-files';
import { type InputRecord, parseRecord } from './input-record';
import { LONGEST_LINE_BYTES, readLines } from './json-lines';
import { countText, type ReadingProgress } from './reading-progress';
import { type RecordFault, shortened } from './record-fault';
import { type RecordPlace, RepeatedIds, searchMemoryFor } from './repeated-ids';

/** The quota of a file, which is the same for all models. */
const LARGEST_FILE_GB = 1;
/** AWS does not say of how many bytes: what the service may take is not refused here. */
const GIGABYTE = 2 ** 30;

/** What the input of a job must be, besides being records. */
export interface InputRules {
  readonly modelInvocationType: ModelInvocationType;
  readonly minimumRecords: number;
  /** How much all files may have together, in bytes. */
  readonly maximumBytes: number;
}

/** What is done with a record; `at` makes the error about it. */
type RecordVisitor = (record: InputRecord, place: RecordPlace, at: RecordFault) => void;

/** Reads the records of an input and checks them: each for itself, and all together. */
export class InputReading {
  /**
   * @param fault Makes the error about the input from what is wrong with it.
   */
  constructor(
    private readonly files: readonly InputFile[],
    private readonly rules: InputRules,
    private readonly progress: ReadingProgress,
    private readonly fault: RecordFault,
  ) {}

  public run(): void {
    const bytes = this.checkSizes();
    const ids = new RepeatedIds(searchMemoryFor(bytes));
    let count = 0;
    this.forEachRecord(({ modelInput, recordId }, _, at) => {
      if (this.rules.modelInvocationType === ModelInvocationType.CONVERSE) checkConverseRequest(modelInput, at);
      if (recordId !== undefined) ids.add(recordId);
      count++;
    });
    this.checkCount(count);
    this.checkIds(ids);
  }

  private checkSizes(): number {
    let total = 0;
    for (const { name, size } of this.files) {
      if (size === 0) throw this.fault(`${name} is empty`);
      if (size > LARGEST_FILE_GB * GIGABYTE) {
        throw this.fault(`${name} has ${sizeText(size)}, and a file may have ${LARGEST_FILE_GB} GB at most`);
      }
      total += size;
    }
    const { maximumBytes } = this.rules;
    if (total <= maximumBytes) return total;
    const most = `the input of a job may have ${sizeText(maximumBytes)} at most ('maximumSize')`;
    throw this.fault(`${this.names()} has ${sizeText(total)}, and ${most}`);
  }

  private checkCount(count: number): void {
    const { minimumRecords } = this.rules;
    if (count >= minimumRecords) return;
    const records = `${countText(count)} ${count === 1 ? 'record' : 'records'}`;
    const least = `a job takes ${countText(minimumRecords)} at least ('minimumRecords')`;
    throw this.fault(`${this.names()} has ${records}, and ${least}`);
  }

  private checkIds(ids: RepeatedIds): void {
    const repetition = ids.find((visit) =>
      this.forEachRecord(({ recordId }, place) => {
        if (recordId !== undefined) visit(recordId, place);
      }),
    );
    if (!repetition) return;
    const { id, first, second } = repetition;
    const other = first.file === second.file ? `line ${first.line}` : `${first.file}, line ${first.line}`;
    throw this.fault(`${placeText(second)}: 'recordId' must be unique, got ${shortened(id)} again, as in ${other}`);
  }

  private forEachRecord(visit: RecordVisitor): void {
    for (const { name, path, size } of this.files) {
      this.progress.begin(name, size);
      let place: RecordPlace = { file: name, line: 1 };
      const at: RecordFault = (reason) => this.fault(`${placeText(place)}: ${reason}`);
      readLines(path, {
        line: (bytes, line) => {
          place = { file: name, line };
          visit(parseRecord(bytes, at), place, at);
        },
        tooLong: (line) =>
          this.fault(`${name}, line ${line}: longer than ${LONGEST_LINE_BYTES / 1_000_000} MB, which no record is`),
        unreadable: (reason) => this.fault(`${name} cannot be read: ${reason}`),
        advanced: (bytes) => this.progress.advance(bytes),
      });
    }
  }

  /** What holds the records, in a few words. */
  private names(): string {
    return this.files.length === 1 ? this.files[0].name : `the folder of ${countText(this.files.length)} files`;
  }
}

function placeText({ file, line }: RecordPlace): string {
  return `${file}, line ${line}`;
}

/** A size, rounded up: more than a limit is never shown as the limit. */
function sizeText(bytes: number): string {
  const megabytes = bytes / 2 ** 20;
  return bytes < GIGABYTE ? `${Math.ceil(megabytes)} MB` : `${Math.ceil((bytes / GIGABYTE) * 100) / 100} GB`;
}
