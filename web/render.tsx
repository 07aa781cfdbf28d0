/** From plain data to a whole HTML document. Pure: the same view gives the same text, and nothing is kept between two. */
import { renderToString } from 'preact-render-to-string'
import type { Render, View } from '../domain/view.ts'
import { Document } from './components/Document.tsx'
import { headOf } from './head.ts'
import { createPageContext, PageProvider } from './page-context.ts'
import { About } from './pages/About.tsx'
import { Home } from './pages/Home.tsx'
import { ItemPage } from './pages/item/ItemPage.tsx'
import { Jobs } from './pages/Jobs.tsx'
import { List } from './pages/List.tsx'
import { Popular } from './pages/Popular.tsx'
import { ProblemPage } from './pages/ProblemPage.tsx'
import { Search } from './pages/Search.tsx'
import { Sources } from './pages/Sources.tsx'

export const render: Render = (view) => {
  const page = createPageContext(view)
  const document = (
    <PageProvider value={page}>
      <Document view={view} head={headOf(view, page)}>
        <Page view={view} />
      </Document>
    </PageProvider>
  )
  return `<!doctype html>${renderToString(document)}`
}

function Page({ view }: { view: View }) {
  switch (view.page) {
    case 'home':
      return <Home view={view} />
    case 'list':
      return <List view={view} />
    case 'jobs':
      return <Jobs view={view} />
    case 'search':
      return <Search view={view} />
    case 'item':
      return <ItemPage view={view} />
    case 'popular':
      return <Popular view={view} />
    case 'sources':
      return <Sources view={view} />
    case 'about':
      return <About />
    case 'problem':
      return <ProblemPage view={view} />
  }
}
