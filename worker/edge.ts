/** The app on Cloudflare Workers: D1, assets, nothing built before the first request. */

import { fromD1 } from '../index-config/adapters/d1.ts'
import packageFile from '../package.json' with { type: 'json' }
import { render } from '../web/render.tsx'
import { createStoredTownEngine } from './adapters/stored-town-engine.ts'
import { createApp } from './app.ts'
import { type Bindings, readConfig } from './config.ts'
import type { Deps } from './deps.ts'
import { toLogLine } from './log.ts'

/** D1 bills by rows read, so facets count fewer of the newest than a file would. */
const FACET_LIMIT = 1_000

function depsFrom(env: Bindings): Deps {
  const { publicUrl, build, meili } = readConfig(env, packageFile.version)
  const db = fromD1(env.DB)
  const log: Deps['log'] = (entry) => console.log(toLogLine(entry, new Date()))
  return {
    db,
    engine: createStoredTownEngine(db, { facetLimit: FACET_LIMIT, meili, log }),
    now: () => new Date(),
    render,
    version: build,
    publicUrl,
    // The answer of a binding cannot be changed; a copy takes our headers.
    assets: async (c) => {
      const answer = await env.ASSETS.fetch(c.req.raw)
      return new Response(answer.body, answer)
    },
    log,
  }
}

type App = ReturnType<typeof createApp>
/** By bindings, which live as long as the isolate; nothing of a request is kept. */
const apps = new WeakMap<Bindings, App>()

export default {
  fetch(request: Request, env: Bindings): Response | Promise<Response> {
    const app = apps.get(env) ?? createApp(depsFrom(env))
    apps.set(env, app)
    return app.fetch(request)
  },
}
