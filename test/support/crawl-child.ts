/**
 * Child process: one crawl of the sample town, to be killed at any moment. Arguments: folder, port of the sites, and
 * after how many writes it kills itself, if at all.
 */
import { onWrite } from './on-write.ts'
import { openSample } from './sample-town.ts'

const [folder = '', port = '', writes] = process.argv.slice(2)
const sample = await openSample({ folder, port: Number(port) })
onWrite(sample.open.db, (count) => {
  if (count === Number(writes)) process.kill(process.pid, 'SIGKILL')
})
await sample.crawl()
await sample.close()
