import type { Provision } from '../../src/documents/provision.ts'

/** A decree of so many provisions: chapters of ten articles, each with three clauses and words as long as they are. */
export function manyProvisions(count: number): readonly Provision[] {
  const made: Provision[] = []
  const words =
    'Cơ quan, tổ chức, cá nhân có trách nhiệm bảo đảm an toàn, an ninh mạng khi kết nối, chia sẻ dữ liệu số.'
  for (let article = 1; made.length < count; article++) {
    const chapter = `c${Math.ceil(article / 10)}`
    if (article % 10 === 1) {
      const number = String(Math.ceil(article / 10))
      made.push({
        ...{ id: chapter, kind: 'chapter', number, title: 'QUY ĐỊNH VỀ KẾT NỐI, CHIA SẺ DỮ LIỆU', text: '' },
        ...{ depth: 0, parent: null, path: `Chương ${number}` },
      })
    }
    const id = `d${article}`
    const path = `Điều ${article}`
    made.push({
      ...{ id, kind: 'article', number: String(article), title: `Trách nhiệm kết nối dữ liệu lần ${article}` },
      ...{ text: '', depth: 1, parent: chapter, path },
    })
    for (let clause = 1; clause <= 3; clause++)
      made.push({
        ...{
          id: `${id}.k${clause}`,
          kind: 'clause',
          number: String(clause),
          title: null,
          text: `${words} (${article})`,
        },
        ...{ depth: 2, parent: id, path: `${path} khoản ${clause}` },
      })
  }
  return made.slice(0, count)
}
