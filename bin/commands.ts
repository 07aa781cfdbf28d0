/** Every command of the line, as data. A verb is a function in a room, loaded when it is called for. */
import { DEFAULT_TOWN, TRY_TOWN } from './settings.ts'

type Options = Record<string, string | boolean | undefined>
/** Answers the exit code. */
type Verb = (args: string[], options: Options) => Promise<number>

/** Flags, what they do, the value when absent; `required` for those that must be given. */
interface CommandOption {
  flags: string
  about?: string
  fallback?: string
  required?: boolean
}

export interface CommandEntry {
  /** Words of the command, then its arguments: `pin add <item>`. */
  usage: string
  about: string
  /** Town when none is named; absent where no town is needed. */
  town?: string
  options?: readonly CommandOption[]
  /** Lines to copy, shown by `--help`. */
  examples?: readonly string[]
  load(): Promise<Verb>
}

/** What stands above commands of two words. */
export const GROUPS: Record<string, string> = {
  source: 'sources of a town',
  import: 'sources from elsewhere',
  pin: 'stories that stand on top',
  takedown: 'what must not show, and never come back',
  index: 'the search index, derived from the database',
  db: 'the database',
  town: 'town folders',
}

const JSON_LINES: CommandOption = { flags: '--json', about: 'as JSON lines' }
const AS_JSON: CommandOption = { flags: '--json', about: 'as JSON' }
const asked = (flags: string, about?: string): CommandOption => ({ flags, about, required: true })

const RUNNING: readonly CommandEntry[] = [
  {
    usage: 'start',
    about: 'open the sample sites if the town has any, crawl, serve, crawl on by the clock',
    town: DEFAULT_TOWN,
    load: async () => (await import('./verbs/start.ts')).start,
  },
  {
    usage: 'serve',
    about: 'serve what was crawled',
    town: DEFAULT_TOWN,
    load: async () => (await import('./verbs/serve.ts')).serve,
  },
  {
    usage: 'crawl',
    about: 'crawl by the clock, or once',
    town: DEFAULT_TOWN,
    options: [
      { flags: '--source <slug>', about: 'this source alone' },
      { flags: '--once', about: 'every source that is due, then end' },
      { flags: '--all', about: 'with --once: also what is not due' },
      { flags: '--record <file>', about: 'write every exchange to a WARC file' },
      { flags: '--replay <file>', about: 'answer every request from a WARC file' },
      { flags: '--json', about: 'report as JSON on stdout' },
    ],
    load: async () => (await import('./verbs/crawl.ts')).crawl,
  },
  {
    usage: 'try [page]',
    about: 'what the crawler makes of a page: an address or a file',
    town: TRY_TOWN,
    options: [
      { flags: '--jsonl', about: 'one request per line on stdin, one answer per line on stdout' },
      { flags: '--json', about: 'answer as JSON' },
      { flags: '--as <kind>', about: 'list, detail or auto', fallback: 'auto' },
      { flags: '--url <url>', about: 'address of a page that is given as a file' },
      { flags: '--table', about: 'the page is a file with a position table: its jobs, one JSON line each' },
    ],
    examples: [
      'gulou try https://example.org/news/',
      'gulou try page.html --url https://example.org/news/1.html',
      'gulou try --jsonl < pages.jsonl',
      'gulou try --table positions.xls',
    ],
    load: async () => (await import('./verbs/try.ts')).tryPage,
  },
  {
    usage: 'dedupe',
    about: 'whether two publishers tell one story, and why',
    options: [{ flags: '--jsonl', about: 'one pair {"id","a","b"} per line on stdin, one answer per line on stdout' }],
    examples: ['gulou dedupe --jsonl < pairs.jsonl'],
    load: async () => (await import('./verbs/dedupe.ts')).dedupe,
  },
  {
    usage: 'export <folder>',
    about: 'write every item, the sources, feeds and pages to a folder',
    options: [
      { flags: '--town <town>', about: 'name or folder; the one that GULOU_DATA holds when absent' },
      { flags: '--url <url>', about: 'where the folder will be found, for links in feeds' },
      { flags: '--no-pages', about: 'items and sources alone' },
    ],
    load: async () => (await import('./verbs/export.ts')).exportTown,
  },
  {
    usage: 'doctor',
    about: 'what is off and why, what is broken',
    town: DEFAULT_TOWN,
    options: [{ flags: '--json', about: 'findings as JSON lines' }],
    load: async () => (await import('./verbs/doctor.ts')).doctor,
  },
]

const DECISIONS: readonly CommandEntry[] = [
  {
    usage: 'pin add <item>',
    about: 'pin an item by its id',
    town: DEFAULT_TOWN,
    options: [
      { flags: '--kind <kind>', about: 'news, job or volunteer' },
      { flags: '--region <code>' },
      { flags: '--category <id>' },
      { flags: '--order <n>', about: 'lower stands first', fallback: '10' },
      { flags: '--from <time>', about: 'ISO time or day; now when absent' },
      asked('--until <time>', 'ISO time or day (that day included)'),
      asked('--reason <text>'),
      asked('--who <name>'),
    ],
    load: async () => (await import('./verbs/pin.ts')).pinAdd,
  },
  {
    usage: 'pin list',
    about: 'all pins, also those to come and those at their end',
    town: DEFAULT_TOWN,
    options: [JSON_LINES],
    load: async () => (await import('./verbs/pin.ts')).pinList,
  },
  {
    usage: 'pin remove <pin>',
    about: 'take a pin away by its number',
    town: DEFAULT_TOWN,
    load: async () => (await import('./verbs/pin.ts')).pinRemove,
  },
]

const SOURCES: readonly CommandEntry[] = [
  {
    usage: 'source add <url>',
    about: 'show what a crawl would make of a list, then write its source file',
    town: DEFAULT_TOWN,
    options: [
      { flags: '--slug <slug>', about: 'name of the file; made from the host when absent' },
      { flags: '--name <name>', about: 'of the publisher; what the page calls itself when absent' },
      { flags: '--region <code>', about: 'where the publisher is at home; the whole town when absent' },
      { flags: '--column <name>' },
      { flags: '--kind <kind>', about: 'news, job or volunteer' },
      { flags: '--category <id>' },
      { flags: '--item <text>', about: 'title of one entry of the list, as it stands there' },
      { flags: '--title <text>', about: 'right title of one of the articles shown' },
      { flags: '--date <day>', about: 'right day of one of them' },
      { flags: '--source <text>', about: 'right publisher of one of them' },
      { flags: '--body <text>', about: 'a sentence of the text of one of them' },
      { flags: '--private <host:port>', about: 'non-public address that this source alone may reach' },
      { flags: '--enable', about: 'robots.txt and terms were read: crawl it' },
      { flags: '--yes', about: 'write without asking' },
      { flags: '--json', about: 'what was found, as JSON' },
    ],
    examples: [
      'gulou source add https://example.org/news/ --region 140213',
      'gulou source add https://example.org/news/ --title "Library open on Sundays" --yes',
    ],
    load: async () => (await import('./verbs/source-add.ts')).addSource,
  },
  {
    usage: 'source list',
    about: 'every source and whether it is on',
    town: DEFAULT_TOWN,
    options: [JSON_LINES],
    load: async () => (await import('./verbs/source.ts')).listSourceFiles,
  },
  {
    usage: 'source check [source]',
    about: 'what is wrong with source files, where, and what to write instead: all, one by slug, or a file',
    town: DEFAULT_TOWN,
    options: [JSON_LINES],
    load: async () => (await import('./verbs/source.ts')).checkSources,
  },
  {
    usage: 'source disable <slug>',
    about: 'crawl it no more; what was found stays',
    town: DEFAULT_TOWN,
    options: [{ flags: '--why <text>', about: 'kept as its note' }],
    load: async () => (await import('./verbs/source.ts')).disableOne,
  },
  {
    usage: 'source quarantine [slug]',
    about: 'what was read and is not believed: of all sources, or of one',
    town: DEFAULT_TOWN,
    options: [JSON_LINES],
    load: async () => (await import('./verbs/quarantine.ts')).quarantineList,
  },
  {
    usage: 'source release <slug>',
    about: 'believe what a source says now; the next crawl takes it as it is',
    town: DEFAULT_TOWN,
    load: async () => (await import('./verbs/quarantine.ts')).quarantineRelease,
  },
  {
    usage: 'import opml <file>',
    about: 'write a source file, off, for every feed of a list of feeds',
    town: DEFAULT_TOWN,
    options: [{ flags: '--region <code>', about: 'for all of them; the whole town when absent' }],
    load: async () => (await import('./verbs/import.ts')).importOpml,
  },
]

const TAKEDOWNS: readonly CommandEntry[] = [
  {
    usage: 'takedown add <address>',
    about: 'hide an address (or the id of an item) at once, and never fetch or keep it again',
    town: DEFAULT_TOWN,
    options: [asked('--reason <text>'), asked('--who <name>')],
    examples: [
      'gulou takedown add https://example.org/news/1.html --reason "asked for by the person named" --who desk',
    ],
    load: async () => (await import('./verbs/takedown.ts')).takedownAdd,
  },
  {
    usage: 'takedown list',
    about: 'everything that was taken down, newest first',
    town: DEFAULT_TOWN,
    options: [JSON_LINES],
    load: async () => (await import('./verbs/takedown.ts')).takedownList,
  },
  {
    usage: 'takedown remove <address>',
    about: 'let an address come back with the next crawl',
    town: DEFAULT_TOWN,
    load: async () => (await import('./verbs/takedown.ts')).takedownRemove,
  },
]

const UPKEEP: readonly CommandEntry[] = [
  {
    usage: 'index apply',
    about: 'give the search server our settings, and wait until it has them',
    town: DEFAULT_TOWN,
    options: [AS_JSON],
    load: async () => (await import('./verbs/index.ts')).indexApply,
  },
  {
    usage: 'index diff',
    about: 'what differs between our settings and the search server’s; 1 when something does',
    town: DEFAULT_TOWN,
    options: [AS_JSON],
    load: async () => (await import('./verbs/index.ts')).indexDiff,
  },
  {
    usage: 'index rebuild',
    about: 'make the index anew beside the one that serves, and swap them when it is right',
    town: DEFAULT_TOWN,
    options: [AS_JSON, { flags: '--engine <name>', about: 'sql, meilisearch or all', fallback: 'all' }],
    load: async () => (await import('./verbs/index.ts')).indexRebuild,
  },
  {
    usage: 'index verify',
    about: 'compare the index with the database',
    town: DEFAULT_TOWN,
    options: [AS_JSON],
    load: async () => (await import('./verbs/index.ts')).indexVerify,
  },
  {
    usage: 'index keys',
    about: 'make two keys of the search server: one that only searches the town’s index, one that writes it',
    town: DEFAULT_TOWN,
    options: [
      AS_JSON,
      { flags: '--tenant', about: 'hold the search key to the town, for an index that several share' },
    ],
    examples: ['MEILI_MASTER_KEY=… gulou index keys >> .env'],
    load: async () => (await import('./verbs/index.ts')).indexKeys,
  },
  {
    usage: 'db migrate',
    about: 'bring the database to this version',
    town: DEFAULT_TOWN,
    load: async () => (await import('./verbs/db.ts')).dbMigrate,
  },
  {
    usage: 'town schema',
    about: 'JSON Schema of a town’s files',
    load: async () => (await import('./verbs/town.ts')).townSchema,
  },
]

export const COMMANDS: readonly CommandEntry[] = [...RUNNING, ...DECISIONS, ...TAKEDOWNS, ...SOURCES, ...UPKEEP]
