/* Writes UNCONFIRMED.md from the table: what nobody has confirmed of AWS, what the library relies on, and how one finds out. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { factSection } from './unconfirmed-page/fact-section';
import { EVIDENCE } from '../unconfirmed/evidence';
import { CHOICES, FACT_IDS, factOf } from '../unconfirmed/facts';

const INTRODUCTION = `# What nobody here has seen

This library has been rehearsed and simulated, and not run on AWS. What it does follows AWS's documents, the models of the services and
public reports. Some facts no document and no run confirms. The code may use such a fact, and must not need it: so each is written
down with the ways in which it may be, and the simulation (\`npm run simulate\`) plays every operation of every kind under each of them.
\`cdk-ml-jobs rehearse cdk.out --suppose <fact>=<alternative>\` rehearses your own deployment so.

This page is generated from that table ([\`unconfirmed/\`](unconfirmed)), with \`npm run unconfirmed:page\`: ${FACT_IDS.length} facts, ${CHOICES.length} alternatives.
If you have an account and a minute: each fact says how to find out. What you find is worth an issue.
`;

const page = [INTRODUCTION, ...FACT_IDS.map((id) => factSection(id, factOf(id), EVIDENCE[id]))].join('\n');
writeFileSync(join(__dirname, '..', 'UNCONFIRMED.md'), page);
