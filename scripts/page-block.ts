/* Prints a block of a page: `page-block.ts README.md 'ts nofixture'` the first one that is fenced so, `… console 1` the second. */
import { blocksOf, pageOf } from './documentation/page';

const [file, info, index = '0'] = process.argv.slice(2);
const block = blocksOf(pageOf(file)).filter((each) => each.info === info)[Number(index)];
if (!block) throw new Error(`${file} has no block ${index} of '${info}'`);
process.stdout.write(block.text);
