type SitePage = { title: string; body: string; head?: string }

/** What the website of a small lodge says. */
export const sitePages: Record<string, SitePage> = {
  '/': {
    title: 'Acacia Lodge, Naivasha',
    body: `<p>A quiet lodge at the lake with nine cottages, a kitchen garden and a pool that is open
      from 7 in the morning until sunset.</p><p><a href="/rooms?utm_source=home">Our cottages</a>
      <a href="/dining#menu">Dining</a> <a href="/offers">Offers</a> <a href="/old-rooms">Rooms</a>
      <a href="/partner">Partner</a> <a href="/broken">Map</a> <a href="/huge">Archive</a>
      <a href="/slow">Gallery</a> <a href="/staff/rota">Staff</a> <a href="/drafts">Drafts</a>
      <a href="/brochure.pdf">Brochure</a> <a href="https://elsewhere.example/x">Friends</a>
      <a href="javascript:alert(1)">Book</a></p>`,
  },
  '/rooms': {
    title: 'Cottages and prices',
    body: `<p>Every cottage has a veranda and hot water from the sun.</p><table>
      <tr><th>Cottage</th><th>Guests</th><th>Price a night</th></tr>
      <tr><td>Fever Tree</td><td>2</td><td>KES 12,500</td></tr>
      <tr><td>Fish Eagle</td><td>4</td><td>KES 19,000</td></tr></table>
      <p><a href="/rooms/fish-eagle">The Fish Eagle cottage</a></p>`,
  },
  '/rooms/fish-eagle': {
    title: 'The Fish Eagle cottage',
    body: `<p>Two bedrooms, a fireplace and a jetty of its own for early birds. Children under six
      stay free of charge.</p>`,
  },
  '/dining': {
    title: 'Dining',
    body: `<h2>Breakfast</h2><p>Breakfast is served from half past six to ten, with fruit from our
      garden.</p><h2>Dinner</h2><p>Dinner needs to be ordered before four in the afternoon.</p>`,
  },
  '/offers': {
    title: 'Offers',
    head: '<link rel="canonical" href="/rooms">',
    body: '<p>The same cottages as on the page of cottages, in another order and with a banner.</p>',
  },
  '/policies': {
    title: 'Cancelling and pets',
    body: `<p>Cancel up to 72 hours before arrival and you pay nothing; after that the first night
      is charged. Well-behaved dogs are welcome in the Fever Tree cottage.</p>`,
  },
  '/drafts': {
    title: 'Drafts',
    head: '<meta name="robots" content="noindex">',
    body: '<p>Next year the prices will be quite different from what they are today, perhaps.</p>',
  },
  '/slow': {
    title: 'Gallery',
    body: '<p>Pictures of the lake at dawn, of hippos on the lawn and of our kitchen garden.</p>',
  },
  '/staff/rota': { title: 'Rota', body: '<p>Only for staff: who works when, and door codes.</p>' },
}

export function toHtml(path: string, { title, body, head = '' }: SitePage): string {
  return `<!doctype html><html lang="en"><head><title>${title}</title>${head}</head><body>
    <header><a href="/">Acacia Lodge</a></header>
    <nav><a href="/">Home</a> <a href="/rooms">Cottages</a> <a href="/dining">Dining</a></nav>
    <main><h1>${title}</h1>${body}</main>
    <script>document.title = 'run on ${path}'</script>
    <footer>Cookie settings. Newsletter. All rights reserved.</footer></body></html>`
}
