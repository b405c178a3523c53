import fc from 'fast-check';

/** A file, and where in it there are numbers that lead elsewhere, or say how much there is. */
export interface Structure {
  readonly bytes: Buffer;
  readonly numbers: readonly NumberPlace[];
}

/** Where a number is, and of how many bytes. */
interface NumberPlace {
  readonly at: number;
  readonly bytes: 1 | 2 | 4 | 8;
  readonly isBigEndian?: boolean;
}

/** Numbers that lead out of a file, or nowhere, or back. */
const ODD = fc.oneof(
  fc.constantFrom(0n, 1n, 4n, 8n, 127n, 128n, 255n, 65_535n, 2n ** 31n - 1n, 2n ** 31n, 2n ** 32n - 1n),
  fc.constantFrom(2n ** 53n, 2n ** 63n, 2n ** 64n - 1n, 2n ** 64n - 4n),
  fc.bigInt({ min: 0n, max: 700n }),
);

/** What becomes of a structure: some of its numbers are others, it is cut off, or something is put into it. */
const MUTATION = fc.record({
  numbers: fc.array(fc.tuple(fc.nat(), ODD), { maxLength: 4 }),
  kept: fc.oneof({ weight: 4, arbitrary: fc.constant(100) }, { weight: 1, arbitrary: fc.nat({ max: 100 }) }),
  inserted: fc.option(fc.tuple(fc.nat(), fc.uint8Array({ maxLength: 9 })), { freq: 5 }),
});

/** Structures that are right, each with one that is not any more. */
export function withMutation<Value>(
  values: fc.Arbitrary<Value>,
  structureOf: (value: Value) => Structure,
): fc.Arbitrary<{ readonly value: Value; readonly valid: Buffer; readonly mutated: Buffer }> {
  return fc.tuple(values, MUTATION).map(([value, { numbers, kept, inserted }]) => {
    const structure = structureOf(value);
    const mutated = Buffer.from(structure.bytes);
    for (const [place, number] of numbers) {
      if (structure.numbers.length > 0) write(mutated, structure.numbers[place % structure.numbers.length], number);
    }
    const cut = mutated.subarray(0, Math.ceil((mutated.length * kept) / 100));
    if (!inserted) return { value, valid: structure.bytes, mutated: cut };
    const at = inserted[0] % (cut.length + 1);
    const parts = [cut.subarray(0, at), inserted[1], cut.subarray(at)];
    return { value, valid: structure.bytes, mutated: Buffer.concat(parts) };
  });
}

function write(bytes: Buffer, { at, bytes: length, isBigEndian }: NumberPlace, number: bigint): void {
  const all = Buffer.alloc(8);
  all.writeBigUInt64LE(BigInt.asUintN(64, number));
  const own = all.subarray(0, length);
  (isBigEndian ? own.reverse() : own).copy(bytes, at);
}

/** Writes a structure piece by piece, and notes where its numbers are. */
export class StructureWriter {
  public length = 0;
  private readonly parts: Buffer[] = [];
  private readonly numbers: NumberPlace[] = [];

  public get structure(): Structure {
    return { bytes: Buffer.concat(this.parts), numbers: this.numbers };
  }

  public raw(bytes: Buffer | string): this {
    const part = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes;
    this.parts.push(part);
    this.length += part.length;
    return this;
  }

  public number(value: number | bigint, bytes: NumberPlace['bytes'], isBigEndian = false): this {
    const place = { at: this.length, bytes, isBigEndian };
    this.numbers.push(place);
    const own = Buffer.alloc(bytes);
    write(own, { ...place, at: 0 }, BigInt(value));
    return this.raw(own);
  }
}

/** What FlatBuffers has: tables of members, lists of numbers or of others, and texts. */
export type FlatNode =
  | { readonly members: readonly (FlatNode | { readonly byte: number } | undefined)[] }
  | { readonly items: readonly FlatNode[] }
  | { readonly integers: readonly number[] }
  | { readonly text: string };

/** A FlatBuffers file: what points at another node comes before that, so that each node has one place that points at it. */
export function flatStructure(root: FlatNode, identifier: string): Structure {
  const places = new Map<FlatNode, number>();
  const queue: FlatNode[] = [root];
  // where each node will be, before anything is written
  let end = 8;
  for (const node of queue) {
    if ('members' in node) end += 4 + 2 * node.members.length;
    end = Math.ceil(end / 4) * 4;
    places.set(node, end);
    if ('members' in node) end += 4 + 4 * node.members.length;
    else if ('items' in node) end += 4 + 4 * node.items.length;
    else if ('integers' in node) end += 4 + 4 * node.integers.length;
    else end += 5 + Buffer.byteLength(node.text);
    const inner = 'members' in node ? node.members : 'items' in node ? node.items : [];
    for (const each of inner) if (each && !('byte' in each)) queue.push(each);
  }
  const writer = new StructureWriter();
  writer.number(places.get(root)!, 4).raw(identifier);
  const reference = (node: FlatNode) => writer.number(places.get(node)! - writer.length, 4);
  for (const node of queue) {
    const at = places.get(node)!;
    if ('members' in node) {
      const table = 4 + 2 * node.members.length;
      writer.raw(Buffer.alloc(at - table - writer.length));
      writer.number(table, 2).number(4 + 4 * node.members.length, 2);
      node.members.forEach((member, index) => writer.number(member ? 4 + 4 * index : 0, 2));
      writer.number(table, 4);
      for (const member of node.members) {
        if (!member) writer.raw(Buffer.alloc(4));
        else if ('byte' in member) writer.number(member.byte, 4);
        else reference(member);
      }
    } else {
      writer.raw(Buffer.alloc(at - writer.length));
      if ('items' in node) {
        writer.number(node.items.length, 4);
        node.items.forEach(reference);
      } else if ('integers' in node) {
        writer.number(node.integers.length, 4);
        node.integers.forEach((each) => writer.number(BigInt(each), 4));
      } else {
        writer.number(Buffer.byteLength(node.text), 4).raw(Buffer.from(`${node.text}\0`));
      }
    }
  }
  return writer.structure;
}

/** A document of UBJSON, with the lengths that XGBoost writes and those that others do. */
export function writeUbjson(writer: StructureWriter, value: unknown): void {
  const length = (count: number) => {
    if (count < 128) writer.raw('i').number(count, 1);
    else writer.raw('L').number(count, 8, true);
  };
  const text = (name: string) => {
    length(Buffer.byteLength(name));
    writer.raw(Buffer.from(name));
  };
  if (typeof value === 'string') {
    writer.raw('S');
    text(value);
  } else if (typeof value === 'number') {
    const float = Buffer.alloc(8);
    float.writeDoubleBE(value);
    if (Number.isInteger(value) && Math.abs(value) < 2 ** 31) writer.raw('l').number(value, 4, true);
    else writer.raw('D').raw(float);
  } else if (Array.isArray(value)) {
    writer.raw('[#L').number(value.length, 8, true);
    value.forEach((each) => writeUbjson(writer, each));
  } else if (typeof value === 'object' && value !== null) {
    writer.raw('{');
    for (const [name, member] of Object.entries(value)) {
      text(name);
      writeUbjson(writer, member);
    }
    writer.raw('}');
  } else {
    writer.raw(value === null ? 'Z' : value === true ? 'T' : 'F');
  }
}

/** What a pickle does, one step after another: its opcodes with their arguments. */
export type PickleStep = readonly [opcode: string, ...parts: readonly (string | number)[]];

/** A text of a pickle that is at most 255 bytes long. */
export const pickledText = (text: string): PickleStep => ['\u008c', Buffer.byteLength(text), text];

/** A pickle of some protocol. */
export function pickleStructure(protocol: number, steps: readonly PickleStep[]): Structure {
  const writer = new StructureWriter();
  writer.raw('\u0080').number(protocol, 1);
  if (protocol >= 4) {
    const body = steps.flat().reduce<number>((sum, part) => sum + (typeof part === 'string' ? part.length : 1), 0);
    writer.raw('\u0095').number(body, 8);
  }
  for (const step of steps) {
    for (const part of step) {
      if (typeof part === 'number') writer.number(part, 1);
      else writer.raw(part);
    }
  }
  return writer.structure;
}
