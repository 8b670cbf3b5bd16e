import { Position } from '../../contract/intent.ts'
import type { Db } from '../../database/db.ts'
import type { Opinion, Round as RoundRow, WorkItem } from '../../database/generated/sqlite/client.ts'
import { positionsOf } from '../rounds/rounds.ts'
import type { AttachedFile, Comment, Seat } from './seat.ts'

type Row = RoundRow & {
  readonly itemKey: string
  readonly itemType: string
  readonly itemTypeEn: string | null
  readonly itemTitle: string
  readonly itemTitleEn: string | null
  readonly itemAgency: WorkItem['draftingAgency']
  readonly askedId: string | null
  readonly draftId: string | null
  readonly draftPosition: string | null
  readonly draftBody: string
  readonly draftRevision: number
  readonly draftById: string | null
  readonly writer: string | null
  readonly memberUntil: string | null
  /** The draft's id once more where it has comments, or files; the same of the opinion. */
  readonly draftCommented: string | null
  readonly draftFiled: string | null
  readonly opinionFiled: string | null
  readonly opinionId: string | null
  readonly opinionVersion: number
  readonly opinionPosition: string
  readonly opinionBody: string
  readonly opinionDraftVersion: number
  readonly receipt: string
  readonly at: Date
  readonly opinionLate: Opinion['late']
  readonly recordedById: string | null
  readonly recordedSource: string | null
  readonly sentById: string | null
  readonly sender: string | null
  readonly opinionCommented: string | null
}

/**
 * A person's seat in a round, whether or not they were asked; undefined without such a round. One statement, and one
 * more where there are comments or files, since nearly every press of a member begins with it: the ORM takes seven. The draft is
 * read before its comments, so that comments of a later revision are found out by the revision that guards each write.
 */
export async function readSeat(
  db: Db,
  roundId: string,
  personId: string,
): Promise<(Seat & { readonly asked: boolean }) | undefined> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT r."id", r."itemId", r."number", r."liveKey", r."draftVersion", r."draftUrl", r."documentId",
           r."legalBases", r."openedAt", r."openedById", r."dueAt", r."dueRule", r."dueDays", r."late", r."silence", r."silenceBasis", r."positions",
           r."askedCount", r."state", r."closedAt", r."changeReason", r."revision", r."dueHandled",
           r."dueSetAt", r."dueBefore", r."ladder", r."answersFrom", r."answersDueAt", r."answersSetAt",
           i."key" AS "itemKey", i."type" AS "itemType", i."typeEn" AS "itemTypeEn", i."title" AS "itemTitle",
           i."titleEn" AS "itemTitleEn", i."draftingAgency" AS "itemAgency", a."personId" AS "askedId",
           d."id" AS "draftId", d."position" AS "draftPosition", d."body" AS "draftBody", d."revision" AS "draftRevision",
           d."byId" AS "draftById",
           (SELECT CASE WHEN COUNT(*) = COUNT(m."toDay") THEN MAX(m."toDay") END FROM "Role" m
            WHERE m."personId" = ${personId} AND m."role" = 'member') AS "memberUntil",
           (SELECT p."name" FROM "Person" p WHERE p."id" = d."byId") AS "writer",
           (SELECT p."name" FROM "Person" p WHERE p."id" = o."sentById") AS "sender",
           (SELECT c."draftId" FROM "DraftComment" c WHERE c."draftId" = d."id" LIMIT 1) AS "draftCommented",
           (SELECT f."draftId" FROM "DraftFile" f WHERE f."draftId" = d."id" LIMIT 1) AS "draftFiled",
           (SELECT f."opinionId" FROM "OpinionFile" f WHERE f."opinionId" = o."id" LIMIT 1) AS "opinionFiled",
           o."id" AS "opinionId", o."version" AS "opinionVersion", o."position" AS "opinionPosition",
           o."body" AS "opinionBody", o."draftVersion" AS "opinionDraftVersion", o."receipt", o."at",
           o."late" AS "opinionLate", o."recordedById", o."recordedSource", o."sentById",
           (SELECT c."opinionId" FROM "OpinionComment" c WHERE c."opinionId" = o."id" LIMIT 1) AS "opinionCommented"
    FROM "Round" r
    JOIN "WorkItem" i ON i."id" = r."itemId"
    LEFT JOIN "Asked" a ON a."roundId" = r."id" AND a."personId" = ${personId}
    LEFT JOIN "OpinionDraft" d ON d."roundId" = r."id" AND d."personId" = ${personId}
    LEFT JOIN "Opinion" o ON o."roundId" = r."id" AND o."personId" = ${personId} AND o."version" =
      (SELECT MAX(n."version") FROM "Opinion" n WHERE n."roundId" = ${roundId} AND n."personId" = ${personId})
    WHERE r."id" = ${roundId}`
  if (row === undefined) return undefined
  const [comments, files] = await Promise.all([commentsOf(db, row), filesOf(db, row)])
  return {
    asked: row.askedId !== null,
    round: roundOf(row),
    ...contentsOf(row, comments, files),
    ...(row.memberUntil === null ? {} : { memberUntil: row.memberUntil }),
    ...(row.writer === null ? {} : { writer: row.writer }),
    ...(row.sender === null ? {} : { sender: row.sender }),
  }
}

/** What hangs on the draft, and what on the opinion that was sent. */
type Hanging<T> = { readonly draft: readonly T[]; readonly opinion: readonly T[] }

async function commentsOf(db: Db, { draftCommented, opinionCommented }: Row): Promise<Hanging<Comment>> {
  if (draftCommented === null && opinionCommented === null) return { draft: [], opinion: [] }
  const rows = await db.$queryRaw<(Comment & { readonly ofId: string })[]>`
    SELECT "draftId" AS "ofId", "id", "place", "provision", "remark", "proposal", "documentId", "provisionKey",
           "provisionText"
    FROM "DraftComment" WHERE "draftId" = ${draftCommented ?? ''}
    UNION ALL
    SELECT "opinionId", "id", "place", "provision", "remark", "proposal", "documentId", "provisionKey", "provisionText"
    FROM "OpinionComment" WHERE "opinionId" = ${opinionCommented ?? ''}
    ORDER BY "place", "id"`
  return { draft: hangingOn(rows, draftCommented), opinion: hangingOn(rows, opinionCommented) }
}

async function filesOf(db: Db, { draftFiled, opinionFiled }: Row): Promise<Hanging<AttachedFile>> {
  if (draftFiled === null && opinionFiled === null) return { draft: [], opinion: [] }
  const rows = await db.$queryRaw<(AttachedFile & { readonly ofId: string })[]>`
    SELECT "draftId" AS "ofId", "id", "place", "sha256", "name", "number", "dated"
    FROM "DraftFile" WHERE "draftId" = ${draftFiled ?? ''}
    UNION ALL
    SELECT "opinionId", "id", "place", "sha256", "name", "number", "dated"
    FROM "OpinionFile" WHERE "opinionId" = ${opinionFiled ?? ''}
    ORDER BY "place", "id"`
  return { draft: hangingOn(rows, draftFiled), opinion: hangingOn(rows, opinionFiled) }
}

const hangingOn = <T extends { readonly ofId: string }>(rows: readonly T[], owner: string | null): Omit<T, 'ofId'>[] =>
  rows.filter(({ ofId }) => ofId === owner).map(({ ofId: _, ...rest }) => rest)

function roundOf(row: Row): Seat['round'] {
  return {
    id: row.id,
    itemId: row.itemId,
    number: row.number,
    liveKey: row.liveKey,
    draftVersion: row.draftVersion,
    draftUrl: row.draftUrl,
    documentId: row.documentId,
    legalBases: row.legalBases,
    openedAt: row.openedAt,
    openedById: row.openedById,
    dueAt: row.dueAt,
    dueRule: row.dueRule,
    dueDays: row.dueDays,
    late: row.late,
    silence: row.silence,
    silenceBasis: row.silenceBasis,
    positions: positionsOf(row.positions),
    askedCount: row.askedCount,
    state: row.state,
    closedAt: row.closedAt,
    changeReason: row.changeReason,
    revision: row.revision,
    dueHandled: row.dueHandled,
    dueSetAt: row.dueSetAt,
    dueBefore: row.dueBefore,
    ladder: row.ladder,
    answersFrom: row.answersFrom,
    answersDueAt: row.answersDueAt,
    answersSetAt: row.answersSetAt,
    item: {
      key: row.itemKey,
      type: row.itemType,
      typeEn: row.itemTypeEn,
      title: row.itemTitle,
      titleEn: row.itemTitleEn,
      draftingAgency: row.itemAgency,
    },
  }
}

function contentsOf(
  row: Row,
  comments: Hanging<Comment>,
  files: Hanging<AttachedFile>,
): Pick<Seat, 'draft' | 'opinion'> {
  return {
    draft:
      row.draftId === null
        ? undefined
        : {
            id: row.draftId,
            position: Position.safeParse(row.draftPosition).data,
            body: row.draftBody,
            revision: row.draftRevision,
            byId: row.draftById,
            comments: comments.draft,
            files: files.draft,
          },
    opinion:
      row.opinionId === null
        ? undefined
        : {
            id: row.opinionId,
            version: row.opinionVersion,
            position: Position.parse(row.opinionPosition),
            body: row.opinionBody,
            draftVersion: row.opinionDraftVersion,
            receipt: row.receipt,
            at: row.at,
            late: row.opinionLate,
            recordedById: row.recordedById,
            recordedSource: row.recordedSource,
            sentById: row.sentById,
            comments: comments.opinion,
            files: files.opinion,
          },
  }
}
