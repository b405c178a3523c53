import { cleanUp } from './deployment';
import { StatementRemovals } from './permission-check/statement-removals';
import { ONE_JOB, PERMITTED_APPS, type PermittedApp } from './permitted-apps';
import { assembliesOf, liveThrough, type Life } from './rehearsed-life';
import type { StatementUsage } from '../../rehearsal/iam/statement-usage';

/** Statements that nothing ever needs, and why they are there. */
const EXPLAINED: readonly (readonly [statement: RegExp, why: string])[] = [
  [/\(bucket policy\): Deny /, 'it forbids what no service does: to come without TLS'],
  [
    /a model that is hosted: App\/ModelRole\/.*: Allow s3:GetBucketLocation,s3:ListBucket$/,
    'grantRead is for readers of any kind; to host a model, SageMaker reads the one object',
  ],
  [
    /^engine\/ModelImportJob\/More1\/.*: Allow bedrock:GetImportedModel$/,
    'only what goes back to an earlier request looks for its model; where policies are shared, no app does so',
  ],
];

/** Actions and resources of used statements that nothing ever uses, and why they are there. */
const EXPLAINED_PARTS: readonly (readonly [part: RegExp, why: string])[] = [
  [
    /Application\/Role\/.*bedrock:InvokeModel.*: arn:aws:bedrock:us-east-1::foundation-model\//,
    'which models an application inference profile routes to, its ARN does not say to a rehearsal',
  ],
  [
    /: elasticfilesystem:ClientMount$/,
    'EFS asks for it of clients that say who they are; AWS does not say whether SageMaker does',
  ],
];

const lives = new Map<PermittedApp, Promise<Life>>();

/** The rehearsed life of an app: each once, for what was used is looked at in the end. */
function lifeOf(app: PermittedApp): Promise<Life> {
  const life = lives.get(app) ?? liveThrough(app, assembliesOf(app));
  lives.set(app, life);
  return life;
}

afterAll(cleanUp);

test.each(PERMITTED_APPS.map((app) => [app.name, app] as const))(
  '%s: nobody lacks a permission from the first deployment to the deletion',
  async (_, app) => {
    const { failed, rehearsal } = await lifeOf(app);
    expect(rehearsal.iam.denials.map(({ denial }) => denial.message)).toEqual([]);
    expect(failed).toBeUndefined();
  },
);

/** What a statement is for, whatever the stack that has the engine, and whatever a named job is called, or which share a policy. */
function kindOf({ origin, statement }: StatementUsage, { name: app }: PermittedApp): string {
  const policy = origin.name.endsWith(' policy') ? ` (${origin.name})` : '';
  const place = origin.path
    .replace(/^.*\/(Handler-[0-9a-f]{8}|Jobs\d+)\/.*$/, 'a named job')
    .replace(/^.*\/(cdk-ml-jobs\.JobEngine|Jobs)\//, 'engine/');
  const isShared = place !== origin.path;
  return `${isShared ? '' : `${app}: `}${place}${policy}: ${String(statement.Effect)} ${[statement.Action].flat().join()}`;
}

/** The statements of all lives by their kinds; a kind is as useful as the most useful of them. */
async function statementKinds(): Promise<Map<string, StatementUsage[]>> {
  const kinds = new Map<string, StatementUsage[]>();
  for (const app of PERMITTED_APPS) {
    for (const usage of (await lifeOf(app)).rehearsal.iam.statements) {
      const kind = kindOf(usage, app);
      kinds.set(kind, [...(kinds.get(kind) ?? []), usage]);
    }
  }
  return kinds;
}

test('every statement of every generated policy is needed, or is explained', async () => {
  const unneeded = [...(await statementKinds())].filter(([, usages]) => !usages.some(({ isNeeded }) => isNeeded));
  const unexplained = unneeded.filter(([kind]) => !EXPLAINED.some(([statement]) => statement.test(kind)));
  expect(unexplained.map(([kind]) => kind)).toEqual([]);
  const stale = EXPLAINED.filter(([statement]) => !unneeded.some(([kind]) => statement.test(kind)));
  expect(stale).toEqual([]);
});

test('so is every action and every resource of those statements', async () => {
  const unused = [...(await statementKinds())]
    .filter(([, usages]) => usages.some(({ isUsed }) => isUsed))
    .flatMap(([kind, usages]) => {
      const inAll = (partsOf: (usage: StatementUsage) => readonly string[]) =>
        partsOf(usages[0]).filter((part) => usages.every((usage) => partsOf(usage).includes(part)));
      const actions = inAll(({ unusedActions }) => unusedActions);
      // of statements of one kind, the resources differ with the stack: one of them must have used all of its own
      const resources = usages.some(({ unusedResources }) => unusedResources.length === 0)
        ? []
        : usages[0].unusedResources;
      return [...actions, ...resources].map((part) => `${kind}: ${part}`);
    });
  const unexplained = unused.filter((part) => !EXPLAINED_PARTS.some(([pattern]) => pattern.test(part)));
  expect(unexplained).toEqual([]);
  expect(EXPLAINED_PARTS.filter(([pattern]) => !unused.some((part) => pattern.test(part)))).toEqual([]);
});

test('the life of the smallest app fails without any one of the statements that were needed, and without those only', async () => {
  const app = new StatementRemovals(ONE_JOB);
  const needed: string[] = [];
  const failed: string[] = [];
  for (const { index, text, isNeeded } of (await app.statements()).statements) {
    if (isNeeded) needed.push(text);
    if ((await app.without(index)).failed !== undefined) failed.push(text);
  }
  expect(needed.length).toBeGreaterThan(0);
  expect(failed).toEqual(needed);
});
