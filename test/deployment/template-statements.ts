import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import type { Assemblies } from './rehearsed-life';

/** A policy document in a template, as far as it matters here. */
interface Document {
  readonly Statement: object[];
}

interface Properties {
  readonly AssumeRolePolicyDocument?: Document;
  readonly Policies?: readonly { readonly PolicyName: string; readonly PolicyDocument: Document }[];
  readonly PolicyName?: string;
  readonly PolicyDocument?: Document;
  readonly KeyPolicy?: Document;
}

interface Template {
  readonly Resources: Record<string, { readonly Type: string; readonly Properties?: Properties }>;
}

/** A policy in a template. */
interface TemplatePolicy {
  readonly logicalId: string;
  /** As a rehearsal calls it. */
  readonly name: string;
  readonly document: Document;
}

/** A statement of a synthesized policy: one place, in all stages of an app's life. */
export interface TemplateStatement extends Omit<TemplatePolicy, 'document'> {
  readonly file: string;
  /** The statement's place in its policy, counted from 1. */
  readonly number: number;
  /** The statement as JSON. */
  readonly text: string;
}

const POLICY_TYPES = [
  'AWS::IAM::Role',
  'AWS::IAM::Policy',
  'AWS::IAM::ManagedPolicy',
  'AWS::KMS::Key',
  'AWS::S3::BucketPolicy',
];

/** Every statement of every policy in the templates of an app. */
export function templateStatements(assemblies: Assemblies): TemplateStatement[] {
  const found = new Map<string, TemplateStatement>();
  for (const assembly of assemblies.values()) {
    for (const file of readdirSync(assembly).filter((name) => name.endsWith('.template.json'))) {
      for (const { logicalId, name, document } of policiesIn(read(path.join(assembly, file)))) {
        document.Statement.forEach((statement, index) => {
          const text = JSON.stringify(statement);
          found.set([file, logicalId, name, index].join('|'), { file, logicalId, name, number: index + 1, text });
        });
      }
    }
  }
  return [...found.values()];
}

/** Does something while a statement is missing in all stages of an app's life. */
export async function without<T>(
  { file, logicalId, name, number }: TemplateStatement,
  assemblies: Assemblies,
  action: () => Promise<T>,
): Promise<T> {
  const files = [...assemblies.values()].map((assembly) => path.join(assembly, file));
  const originals = files.map((each) => readFileSync(each, 'utf8'));
  for (const each of files) {
    const template = read(each);
    const policy = policiesIn(template).find((other) => other.logicalId === logicalId && other.name === name);
    policy?.document.Statement.splice(number - 1, 1);
    writeFileSync(each, JSON.stringify(template));
  }
  try {
    return await action();
  } finally {
    files.forEach((each, index) => writeFileSync(each, originals[index]));
  }
}

function read(file: string): Template {
  return JSON.parse(readFileSync(file, 'utf8')) as Template;
}

function policiesIn({ Resources }: Template): TemplatePolicy[] {
  const resources = Object.entries(Resources).filter(([, { Type }]) => POLICY_TYPES.includes(Type));
  return resources.flatMap(([logicalId, { Type, Properties = {} }]) => {
    const { AssumeRolePolicyDocument: trust, Policies = [], PolicyName, PolicyDocument, KeyPolicy } = Properties;
    const documents: (readonly [name: string, document: Document | undefined])[] = [
      ['trust policy', trust],
      ...Policies.map((inline) => [inline.PolicyName, inline.PolicyDocument] as const),
      [Type === 'AWS::S3::BucketPolicy' ? 'bucket policy' : (PolicyName ?? logicalId), PolicyDocument],
      ['key policy', KeyPolicy],
    ];
    return documents.flatMap(([name, document]) => (document ? [{ logicalId, name, document }] : []));
  });
}
