import { closeRehearsals } from '../deployment';
import { ONE_JOB, PERMITTED_APPS, type PermittedApp } from '../permitted-apps';
import { assembliesOf, liveThrough, type Assemblies, type Life } from '../rehearsed-life';
import { templateStatements, without, type TemplateStatement } from '../template-statements';

/** A statement of an app's policies, as its life with all of them has used it. */
export interface UsedStatement {
  /** Tells it from others of the app: its place among them. */
  readonly index: number;
  /** The same for the same statement of engines of several apps. */
  readonly key: string;
  readonly text: string;
  /** Whether the life has needed it. */
  readonly isNeeded: boolean;
}

/** A life with all statements. */
export interface WholeLife {
  readonly statements: readonly UsedStatement[];
  /** How long it took, in milliseconds of the rehearsal. */
  readonly elapsedMs: number;
}

/** A life without one of them. */
export interface LifeWithout {
  /** The stage in which it fails; undefined where it does not. */
  readonly failed?: string;
  readonly elapsedMs: number;
}

/** All apps that lose statements; the one with the fewest requests is the first to lose what all have. */
export const REMOVED_FROM: readonly PermittedApp[] = [ONE_JOB, ...PERMITTED_APPS];

/** Rehearses an app's life with all statements of its policies, and without any one of them. */
export class StatementRemovals {
  private assemblies?: Assemblies;
  private whole?: WholeLife;

  constructor(private readonly app: PermittedApp) {}

  /** The statements of the app. Throws where its life fails though nothing is missing. */
  public async statements(): Promise<WholeLife> {
    if (this.whole) return this.whole;
    const life = await liveThrough(this.app, this.inAssemblies);
    await closeRehearsals();
    if (life.failed) throw new Error(`${this.app.name}: with all permissions, the life fails when ${life.failed}`);
    const statements = templateStatements(this.inAssemblies).map((statement, index) => ({
      index,
      key: `${statement.logicalId}|${statement.text}`,
      text: statement.text,
      isNeeded: isNeededIn(life, statement),
    }));
    return (this.whole = { statements, elapsedMs: life.elapsedMs });
  }

  /** How the life goes without a statement. */
  public async without(index: number): Promise<LifeWithout> {
    const statement = templateStatements(this.inAssemblies)[index];
    const { failed, elapsedMs } = await without(statement, this.inAssemblies, async () =>
      liveThrough(this.app, this.inAssemblies),
    );
    await closeRehearsals();
    return { failed, elapsedMs };
  }

  private get inAssemblies(): Assemblies {
    return (this.assemblies ??= assembliesOf(this.app));
  }
}

/** What the record of a life says of a statement, which it knows by its policy, and its place there: stacks may have policies alike. */
function isNeededIn({ rehearsal }: Life, { file, logicalId, name, number }: TemplateStatement): boolean {
  const stack = file.replace(/(\.nested)?\.template\.json$/, '');
  const places = rehearsal.iam.statements.flatMap(({ origin, isNeeded }) => {
    const [path, stackName, resource, policy] = origin.policy.split('|');
    // a managed policy without a name is called by its ARN
    const isMeant = resource === logicalId && (policy === name || policy.startsWith('arn:'));
    return isMeant && origin.number === number ? [{ isNeeded, isOwn: [path, stackName].includes(stack) }] : [];
  });
  return (places.find(({ isOwn }) => isOwn) ?? places[0])?.isNeeded === true;
}
