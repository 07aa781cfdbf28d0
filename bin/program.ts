import { Command } from 'commander'
import { COMMANDS, type CommandEntry, GROUPS } from './commands.ts'
import { VERSION } from './settings.ts'

const AFTER_HELP = `
Exit codes: 0 ok, 1 failed, 2 wrong use, 3 partial.
Environment: GULOU_DATA, GULOU_CONTACT, GULOU_NOW, QUEUE_URL, MEILI_URL, MEILI_SEARCH_KEY,
MEILI_WRITE_KEY, PORT, LOG_LEVEL, NO_COLOR.`

/** The table of commands as commander wants it; the exit code is set by the verb that ran. */
export function buildProgram(): Command {
  const program = new Command('gulou')
    .description('Finds what a town publishes and shows it to the people it is for.')
    .version(VERSION)
    .exitOverride()
    .addHelpText('after', AFTER_HELP)
  const groups = new Map<string, Command>()
  for (const entry of COMMANDS) addCommand(program, groups, entry)
  return program
}

/** Two words before the arguments make a group and a command in it. */
function addCommand(program: Command, groups: Map<string, Command>, entry: CommandEntry): void {
  const [first = '', ...rest] = entry.usage.split(' ')
  const about = GROUPS[first]
  const parent = about === undefined ? program : (groups.get(first) ?? program.command(first).description(about))
  if (about !== undefined) groups.set(first, parent)
  const usage = about === undefined ? entry.usage : rest.join(' ')
  const command = parent.command(usage).description(entry.about)
  if (entry.town !== undefined) command.option('--town <town>', 'name under towns/, or path of a folder', entry.town)
  for (const { flags, about: text = '', fallback, required } of entry.options ?? [])
    required ? command.requiredOption(flags, text) : command.option(flags, text, fallback)
  if (entry.examples)
    command.addHelpText('after', `\nExamples:\n${entry.examples.map((line) => `  ${line}`).join('\n')}`)
  command.action(async () => {
    const verb = await entry.load()
    process.exitCode = await verb(command.args, command.opts())
  })
}
