import { EXIT, print } from '../exit.ts'
import { openTown } from '../open-town.ts'
import { DEFAULT_TOWN, readSettings } from '../settings.ts'

export async function dbMigrate(_args: string[], { town = DEFAULT_TOWN }: { town?: string }): Promise<number> {
  const open = await openTown(town, readSettings())
  const rows = await open.db.all<{ name: string }>('select name from d1_migrations order by id')
  open.db.close()
  print(rows.map(({ name }) => name).join('\n'))
  return EXIT.ok
}
