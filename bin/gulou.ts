import { Command, CommanderError } from 'commander'
import { TownError } from '../crawler/town-folder.ts'
import { EXIT, forgiveClosedPipe, UsageError } from './exit.ts'
import { DEFAULT_TOWN, TRY_TOWN, VERSION } from './settings.ts'

/** Every verb is a function in a room, loaded when it is called for. It answers the exit code. */
type Verb = (args: string[], options: Record<string, string | boolean | undefined>) => Promise<number>

function on(command: Command, load: () => Promise<Verb>): Command {
  return command.action(async (...all: unknown[]) => {
    const command = all.at(-1) as Command
    const verb = await load()
    process.exitCode = await verb(command.args, command.opts())
  })
}

function buildProgram(): Command {
  const program = new Command('gulou')
    .description('Finds what a town publishes and shows it to the people it is for.')
    .version(VERSION)
    .exitOverride()
    .addHelpText(
      'after',
      '\nExit codes: 0 ok, 1 failed, 2 wrong use, 3 partial.\nEnvironment: GULOU_DATA, GULOU_CONTACT, GULOU_NOW, PORT, LOG_LEVEL.',
    )
  const verb = (parent: Command, usage: string, description: string) => parent.command(usage).description(description)
  const town = (command: Command, name: string) =>
    command.option('--town <town>', 'name under towns/, or path of a folder', name)

  on(
    town(
      verb(program, 'start', 'open the sample sites if the town has any, crawl, serve, crawl on by the clock'),
      DEFAULT_TOWN,
    ),
    async () => (await import('./verbs/start.ts')).start,
  )
  on(
    town(verb(program, 'serve', 'serve what was crawled'), DEFAULT_TOWN),
    async () => (await import('./verbs/serve.ts')).serve,
  )
  on(
    town(verb(program, 'crawl', 'crawl by the clock, or once'), DEFAULT_TOWN)
      .option('--source <slug>', 'this source alone')
      .option('--once', 'every source that is due, then end')
      .option('--all', 'with --once: also what is not due')
      .option('--record <file>', 'write every exchange to a WARC file')
      .option('--replay <file>', 'answer every request from a WARC file')
      .option('--json', 'report as JSON on stdout'),
    async () => (await import('./verbs/crawl.ts')).crawl,
  )
  on(
    town(verb(program, 'try [page]', 'what the crawler makes of a page: an address or a file'), TRY_TOWN)
      .option('--jsonl', 'one request per line on stdin, one answer per line on stdout')
      .option('--json', 'answer as JSON')
      .option('--as <kind>', 'list, detail or auto', 'auto')
      .option('--url <url>', 'address of a page that is given as a file')
      .addHelpText(
        'after',
        '\nExamples:\n  gulou try https://example.org/news/\n  gulou try page.html --url https://example.org/news/1.html\n  gulou try --jsonl < pages.jsonl',
      ),
    async () => (await import('./verbs/try.ts')).tryPage,
  )
  on(
    town(verb(program, 'doctor', 'what is off and why, what is broken'), DEFAULT_TOWN).option(
      '--json',
      'findings as JSON lines',
    ),
    async () => (await import('./verbs/doctor.ts')).doctor,
  )

  const source = verb(program, 'source', 'sources of a town')
  on(
    town(verb(source, 'list', 'every source and whether it is on'), DEFAULT_TOWN).option('--json', 'as JSON lines'),
    async () => (await import('./verbs/source.ts')).listSourceFiles,
  )

  const pin = verb(program, 'pin', 'stories that stand on top')
  on(
    town(verb(pin, 'add <item>', 'pin an item by its id'), DEFAULT_TOWN)
      .option('--kind <kind>', 'news, job or volunteer')
      .option('--region <code>')
      .option('--category <id>')
      .option('--order <n>', 'lower stands first', '10')
      .option('--from <time>', 'ISO time or day; now when absent')
      .requiredOption('--until <time>', 'ISO time or day (that day included)')
      .requiredOption('--reason <text>')
      .requiredOption('--who <name>'),
    async () => (await import('./verbs/pin.ts')).pinAdd,
  )
  on(
    town(verb(pin, 'list', 'all pins, also those to come and those at their end'), DEFAULT_TOWN).option(
      '--json',
      'as JSON lines',
    ),
    async () => (await import('./verbs/pin.ts')).pinList,
  )
  on(
    town(verb(pin, 'remove <pin>', 'take a pin away by its number'), DEFAULT_TOWN),
    async () => (await import('./verbs/pin.ts')).pinRemove,
  )

  const index = verb(program, 'index', 'the search index, derived from the database')
  on(
    town(verb(index, 'rebuild', 'throw the index away and make it again'), DEFAULT_TOWN),
    async () => (await import('./verbs/index.ts')).indexRebuild,
  )
  on(
    town(verb(index, 'verify', 'compare the index with the database'), DEFAULT_TOWN).option('--json', 'as JSON'),
    async () => (await import('./verbs/index.ts')).indexVerify,
  )

  const db = verb(program, 'db', 'the database')
  on(
    town(verb(db, 'migrate', 'bring the database to this version'), DEFAULT_TOWN),
    async () => (await import('./verbs/db.ts')).dbMigrate,
  )

  const towns = verb(program, 'town', 'town folders')
  on(verb(towns, 'schema', 'JSON Schema of a town’s files'), async () => (await import('./verbs/town.ts')).townSchema)
  return program
}

async function main(): Promise<void> {
  forgiveClosedPipe()
  try {
    await buildProgram().parseAsync()
  } catch (error) {
    process.exitCode = explain(error)
  }
}

/** Says what to do; a stack only where the fault is ours. */
function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.wrongUse
  if (
    error instanceof UsageError ||
    error instanceof TownError ||
    (error instanceof Error && error.name === 'ConfigError')
  ) {
    console.error(`gulou: ${error.message}`)
    return EXIT.wrongUse
  }
  console.error(error)
  return EXIT.failed
}

await main()
