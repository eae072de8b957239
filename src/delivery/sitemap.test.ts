import { expect, it } from 'vitest'
import { pathsInSitemap } from './sitemap'

it('lists the paths of this site and leaves out the rest', () => {
  const xml =
    '<urlset><url><loc>https://site.example/ar</loc></url><url><loc>https://site.example/en/a?x=1&amp;y=2</loc></url><url><loc>https://other.example/ar</loc></url><url><loc>nonsense</loc></url></urlset>'
  expect(pathsInSitemap(xml, 'https://site.example')).toEqual(['/ar', '/en/a'])
})
