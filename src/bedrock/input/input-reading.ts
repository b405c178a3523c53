import { isUtf8 } from 'node:buffer';
import { isBlank } from './blank-line';
import { type InputRecord, parseRecord } from './input-record';
import { KnownForms } from './known-forms';
import type { ReadingProgress } from './reading-progress';
import { type RecordFault, shortened } from './record-fault';
import type { InputFile } from './record-files';
import { RecordFindings, type RecordWarning } from './record-findings';
import { type RecordPlace, RepeatedIds, searchMemoryFor } from './repeated-ids';
import { SEVERAL_LINES } from '../../local-file/broken-json';
import { firstBytesOf } from '../../local-file/file-signature';
import { LONGEST_LINE_BYTES, readLines } from '../../local-file/json-lines';
import { countText } from '../../local-file/line-text';
import { noTextReason } from '../../local-file/no-text';
import { errorList } from '../../validation/error-list';
import type { RequestCheck } from '../request-body/request-check';

/** What is said of half of a character in a request. */
const HALF_TEXT =
  "has half of a character in a text ('\\ud83d' without its other half): the APIs of models refuse such a request. Cut texts between characters";

/** What is said of a line that is longer than any request. */
const LONG_TEXT = `longer than ${LONGEST_LINE_BYTES / 1_000_000} MB, and the body of a request has 25 MB at most: give large media as objects in S3, or make several records of it`;

/** No page of AWS says that the service refuses such lines, nor that it passes over them. */
const BLANK_LINE = 'a blank line, which is no record: leave it out';

/** The quota of a file, which is the same for all models. */
const LARGEST_FILE_GB = 1;
/** AWS does not say of how many bytes: what the service may take is not refused here. */
const GIGABYTE = 2 ** 30;
/** The highest quota of records in a file, and in a job, that is known of a model. */
const MOST_RECORDS = 100_000;
/**
 * After how many wrong lines the rest is not read: a file of another kind has nothing else, and each of its lines takes
 * the time of an error. No more of them would be a job, if they were records.
 */
const MOST_WRONG = MOST_RECORDS;
/** Of a blank line, which takes next to no time. */
const BLANK_COST = 0.01;

const REST = 'what follows was not read, as too many lines before it are wrong or blank';

/** What the input of a job must be, besides being records. */
export interface InputRules {
  readonly checkRequest: RequestCheck;
  readonly minimumRecords: number;
  /** How much all files may have together, in bytes. */
  readonly maximumBytes: number;
  /** How much one file may have, in GB. @default - the quota of a file of batch inference */
  readonly largestFileGb?: number;
  /** How a line is read. @default - as a record of batch inference */
  readonly parse?: typeof parseRecord;
  /** What is said of a line that is too long. @default - what it is as a request */
  readonly longText?: string;
  /** What is said of a text with half of a character. @default - what it is in a request */
  readonly halfText?: string;
  /** How many records are likely to be too many. @default - the highest quota of batch inference that is known */
  readonly mostRecords?: number;
  /** What is said of too many records, after their count. @default - what batch inference takes */
  readonly tooMany?: RecordWarning;
  /** Below how many records a page of AWS says that a model takes them, and the model. @default - no page says it */
  readonly documentedMinimum?: readonly [count: number, model: string];
}

/** What was found in an input. */
export interface ReadInput {
  readonly errors: readonly string[];
  readonly warnings: readonly RecordWarning[];
}

/** What is done with a record. */
interface RecordVisitor {
  /** Each record is shown, with its id. */
  visit(recordId: string | undefined, place: RecordPlace): void;
  /** A record of a form that is not known: whether there is nothing to tell of it. */
  judge?(record: InputRecord, place: RecordPlace): boolean;
  /** A line that is no record. */
  unfit?(reason: string, place: RecordPlace): void;
  /** A line with nothing in it. */
  blank?(place: RecordPlace): void;
}

/** A line that is no record, and why. */
class UnfitLine extends Error {}

/** So many lines are wrong that no more are read. */
class EnoughLines extends Error {}

/** Reads the records of an input and checks them: each for itself, and all together. */
export class InputReading {
  private readonly forms: KnownForms;

  /**
   * @param fault Makes the error about the input from what is wrong with it.
   */
  constructor(
    private readonly files: readonly InputFile[],
    private readonly rules: InputRules,
    private readonly progress: ReadingProgress,
    private readonly fault: RecordFault,
  ) {
    this.forms = new KnownForms(rules.checkRequest.body);
  }

  /** Fails where the service would refuse anything; says what it may refuse. */
  public run(): readonly RecordWarning[] {
    const { errors, warnings } = this.read();
    if (errors.length > 0) throw this.fault(errorList(errors, 'things are wrong'));
    return warnings;
  }

  /** What the service would refuse, and what it may refuse. Fails where not all of the input can be read. */
  public read(): ReadInput {
    const bytes = this.checkSizes();
    const ids = new RepeatedIds(searchMemoryFor(bytes));
    const findings = new RecordFindings();
    const { checkRequest, halfText = HALF_TEXT } = this.rules;
    let place: RecordPlace = { file: '', line: 0 };
    let [told, errorsTold, count, linesLeft] = [0, 0, 0, MOST_WRONG];
    // whether the lines are those of a document that began before
    let isWithin = false;
    const tell = (rule: string, text: string, warning?: string) => {
      told++;
      if (warning === undefined) errorsTold++;
      findings.add(rule, place, text, warning);
    };
    const spend = (cost: number) => {
      linesLeft -= cost;
      if (linesLeft < 0) throw new EnoughLines();
    };
    const isRead = this.readThrough({
      visit: (recordId) => {
        if (recordId !== undefined) ids.add(recordId);
        count++;
        isWithin = false;
      },
      judge: ({ modelInput, isHalved, others }, itsPlace) => {
        [place, told, errorsTold] = [itsPlace, 0, 0];
        checkRequest(modelInput, tell);
        if (isHalved) tell('half', halfText, 'recordCharacter');
        for (const text of others) tell(text, text, 'recordMember');
        if (errorsTold > 0) spend(1);
        return told === 0;
      },
      unfit: (reason, itsPlace) => {
        if (itsPlace.file !== place.file) isWithin = false;
        place = itsPlace;
        if (!isWithin || reason === SEVERAL_LINES) findings.add(ruleOf(reason), place, reason);
        isWithin ||= reason === SEVERAL_LINES;
        count++;
        spend(1);
      },
      blank: (itsPlace) => {
        place = itsPlace;
        findings.add('blank', place, BLANK_LINE, 'recordBlankLine');
        spend(BLANK_COST);
      },
    });
    if (!isRead) return { errors: [...findings.errors, `${placeText(place)}: ${REST}`], warnings: findings.warnings };
    const errors = [...findings.errors, ...this.countErrors(count)];
    const warnings = [...findings.warnings, ...this.countWarnings(count)];
    return { errors, warnings: errors.length > 0 ? warnings : [...warnings, ...this.idWarnings(ids)] };
  }

  /** Shows all lines to a visitor, and says whether none of them was too much. */
  private readThrough(visitor: RecordVisitor): boolean {
    try {
      this.forEachRecord(visitor);
      return true;
    } catch (error) {
      if (error instanceof EnoughLines) return false;
      throw error;
    }
  }

  private checkSizes(): number {
    let total = 0;
    const { largestFileGb = LARGEST_FILE_GB } = this.rules;
    for (const { name, path, size } of this.files) {
      if (size === 0) throw this.fault(`${name} is empty`);
      const reason = noTextReason(this.beginningOf(name, path));
      if (reason !== undefined) throw this.fault(`${name} ${reason}`);
      if (size > largestFileGb * GIGABYTE) {
        throw this.fault(`${name} has ${sizeText(size)}, and a file may have ${largestFileGb} GB at most`);
      }
      total += size;
    }
    const { maximumBytes } = this.rules;
    if (total <= maximumBytes) return total;
    const most = `the input of a job may have ${sizeText(maximumBytes)} at most ('maximumSize')`;
    throw this.fault(`${this.names()} has ${sizeText(total)}, and ${most}`);
  }

  private beginningOf(name: string, path: string): Buffer {
    try {
      return firstBytesOf(path);
    } catch (error) {
      throw this.fault(`${name} cannot be read: ${(error as Error).message}`);
    }
  }

  private countErrors(count: number): string[] {
    const { minimumRecords } = this.rules;
    if (count >= minimumRecords) return [];
    return [`${this.countedText(count)}, and a job takes ${countText(minimumRecords)} at least ('minimumRecords')`];
  }

  private countedText(count: number): string {
    return `${this.names()} has ${countText(count)} ${count === 1 ? 'record' : 'records'}`;
  }

  /** AWS has other quotas for other models, and raises them. */
  private countWarnings(count: number): RecordWarning[] {
    const [fewest, model] = this.rules.documentedMinimum ?? [0];
    if (count < fewest) {
      const text = `${this.countedText(count)}, and ${model} takes ${countText(fewest)} at least, by AWS's page`;
      return [{ id: 'trainingRecordCount', text }];
    }
    const { mostRecords = MOST_RECORDS, tooMany } = this.rules;
    if (count <= mostRecords) return [];
    if (tooMany) return [{ ...tooMany, text: `${this.countedText(count)}, and ${tooMany.text}` }];
    const most = `a job takes ${countText(MOST_RECORDS)} at most with the highest quota known ('Records per batch inference job'): look up that of the model, or make several jobs`;
    return [{ id: 'recordCount', text: `${this.countedText(count)}, and ${most}` }];
  }

  /** An id that is there twice: AWS does not say that it is refused. */
  private idWarnings(ids: RepeatedIds): RecordWarning[] {
    const repetition = ids.find((visit) =>
      this.forEachRecord({
        visit: (recordId, place) => {
          if (recordId !== undefined) visit(recordId, place);
        },
      }),
    );
    if (!repetition) return [];
    const { id, first, second, others, mayBeMore } = repetition;
    const other = first.file === second.file ? `line ${first.line}` : `${first.file}, line ${first.line}`;
    const more = others === 0 ? '' : `, and ${countText(others)} more${mayBeMore ? ' at least' : ''}`;
    const text = `${placeText(second)}${more}: 'recordId' should be unique, which tells results apart, got ${shortened(id)} again, as in ${other}`;
    return [{ id: 'recordRepeatedId', text }];
  }

  private forEachRecord(visitor: RecordVisitor): void {
    for (const { name, path, size } of this.files) {
      this.progress.begin(name, size);
      readLines(path, {
        line: (bytes, line) => this.visitLine(bytes, { file: name, line }, visitor),
        tooLong: (line) => {
          visitor.unfit?.(this.rules.longText ?? LONG_TEXT, { file: name, line });
          return undefined;
        },
        unreadable: (reason) => this.fault(`${name} cannot be read: ${reason}`),
        advanced: (bytes) => this.progress.advance(bytes),
      });
    }
  }

  private visitLine(bytes: Buffer, place: RecordPlace, { visit, judge, unfit, blank }: RecordVisitor): void {
    if (isBlank(bytes)) return blank?.(place);
    const id = this.forms.areKnown && isUtf8(bytes) ? this.forms.idIn(bytes) : undefined;
    if (id !== undefined) return visit(id === '' ? undefined : id, place);
    try {
      const record = (this.rules.parse ?? parseRecord)(bytes, unfitLine);
      if (judge?.(record, place)) this.forms.add(bytes);
      visit(record.recordId, place);
    } catch (error) {
      if (!(error instanceof UnfitLine)) throw error;
      unfit?.(error.message, place);
    }
  }

  /** What holds the records, in a few words. */
  private names(): string {
    return this.files.length === 1 ? this.files[0].name : `the folder of ${countText(this.files.length)} files`;
  }
}

function unfitLine(reason: string): Error {
  return new UnfitLine(reason);
}

/** What kind of thing is wrong with a line, without what is particular to it. */
function ruleOf(reason: string): string {
  return reason.split(/: |, got /, 1)[0];
}

function placeText({ file, line }: RecordPlace): string {
  return `${file}, line ${line}`;
}

/** A size, rounded up: more than a limit is never shown as the limit. */
function sizeText(bytes: number): string {
  const megabytes = bytes / 2 ** 20;
  return bytes < GIGABYTE ? `${Math.ceil(megabytes)} MB` : `${Math.ceil((bytes / GIGABYTE) * 100) / 100} GB`;
}
