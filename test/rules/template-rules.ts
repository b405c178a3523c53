import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from './finding';
import { PythonTool } from './python-tool';

/** A tool that reads templates. */
export interface TemplateTool {
  readonly name: string;
  /** Installs the tool into a folder. */
  readonly install: (folder: string) => Promise<TemplateCheck>;
}

/** What an installed tool finds in templates. */
export type TemplateCheck = (templates: readonly string[]) => Promise<Finding[]>;

interface LintFinding {
  readonly Rule: { readonly Id: string };
  readonly Filename: string;
  readonly Location: { readonly Path?: readonly (string | number)[] };
  readonly Message: string;
}

interface CheckovReport {
  readonly results: {
    readonly failed_checks: readonly {
      readonly check_id: string;
      readonly check_name: string;
      readonly file_abs_path: string;
      /** Its type and its logical id, with a dot between them. */
      readonly resource: string;
    }[];
  };
  readonly summary: { readonly resource_count: number; readonly parsing_errors: number };
}

/** CloudFormation's own linter, and a scanner for what is unsafe. */
export const CFN_LINT: TemplateTool = {
  name: 'cfn-lint',
  install: async (folder) => {
    const tool = await PythonTool.install('cfn-lint', folder);
    return async (templates) => {
      const found = JSON.parse(await tool.run('cfn-lint', ['--format', 'json', '--', ...templates])) as LintFinding[];
      return found.map(({ Rule, Filename, Location, Message }) => {
        const path = pathOf(Filename, Location.Path?.[0] === 'Resources' ? String(Location.Path[1]) : undefined);
        return { tool: 'cfn-lint', rule: Rule.Id, path, text: Message };
      });
    };
  },
};

export const CHECKOV: TemplateTool = {
  name: 'checkov',
  install: async (folder) => {
    const tool = await PythonTool.install('checkov', folder);
    return async (templates) => {
      const files = templates.flatMap((template) => ['--file', template]);
      const options = ['--framework', 'cloudformation', '--compact', '--quiet', '--output', 'json', '--skip-download'];
      const { results, summary } = JSON.parse(await tool.run('checkov', [...files, ...options])) as CheckovReport;
      if (summary.parsing_errors > 0) throw new Error(`checkov cannot read ${summary.parsing_errors} templates`);
      return results.failed_checks.map(({ check_id: rule, check_name: text, file_abs_path: file, resource }) => {
        return { tool: 'checkov', rule, path: pathOf(file, resource.split('.').at(-1)), text };
      });
    };
  },
};

/** The path of a resource among the constructs; that of its stack where no resource is meant. */
function pathOf(template: string, logicalId?: string): string {
  const { Resources } = JSON.parse(readFileSync(template, 'utf8')) as {
    readonly Resources: { readonly [id: string]: { readonly Metadata?: { readonly 'aws:cdk:path'?: string } } };
  };
  const stack = template.split('/').at(-1)!.replace('.template.json', '');
  if (logicalId === undefined) return stack;
  return Resources[logicalId]?.Metadata?.['aws:cdk:path'] ?? join(stack, logicalId);
}
