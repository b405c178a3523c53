/** The command that runs a TypeScript file of a folder, which need not be compiled before. */
export function tsxCommand(folder: string, file: string): string[] {
  return ['tsx', '--tsconfig', `${folder}/tsconfig.json`, `${folder}/${file}`];
}
