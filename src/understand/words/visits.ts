import type { Phrases } from './phrases.ts'

/**
 * What changes visits and teams, first in a sentence or right behind the visit. `plain` says enough by itself; `weak` is
 * said of other things as well, and counts only where a visit, a team and a day fill the sentence.
 */
type Change = { readonly plain: Phrases; readonly weak: Phrases | undefined }

export const CHANGES = {
  move: {
    plain: {
      vi: [
        'dời chuyến',
        'dời lịch',
        'dời ngày',
        'chuyển chuyến',
        'chuyển lịch',
        'đổi lịch',
        'đổi ngày',
        'đổi chuyến',
        'hoãn chuyến',
        'lùi chuyến',
        'lùi lịch',
        'sửa chuyến',
        'sửa lịch',
        'dời lịch chuyến',
        'đổi lịch chuyến',
        'đổi đoàn',
        'dời lịch kiểm tra',
        'đổi lịch kiểm tra',
      ],
      en: [
        'reschedule',
        'move visit',
        'move the visit',
        'change visit',
        'change the visit',
        'edit visit',
        'edit the visit',
        'postpone visit',
        'postpone the visit',
      ],
    },
    weak: { vi: ['dời', 'chuyển', 'hoãn', 'lùi', 'sửa'], en: ['move', 'postpone', 'shift', 'edit'] },
  },
  assign: {
    plain: {
      vi: [
        'phân công',
        'phân công cho',
        'xếp lịch',
        'xếp lịch cho',
        'lên lịch',
        'lên lịch cho',
        'lên lịch kiểm tra',
        'xếp lịch kiểm tra',
        'đặt lịch',
        'đặt lịch kiểm tra',
      ],
      en: ['assign visit', 'plan visit', 'plan a visit', 'plan the visit'],
    },
    weak: { vi: ['xếp', 'giao', 'giao cho'], en: ['assign'] },
  },
  add: {
    plain: {
      vi: [
        'thêm chuyến',
        'thêm chuyến kiểm tra',
        'tạo chuyến',
        'tạo chuyến kiểm tra',
        'lập chuyến',
        'lập chuyến kiểm tra',
        'thêm lịch',
        'thêm lịch kiểm tra',
        'thêm một chuyến',
        'thêm một chuyến kiểm tra',
        'chuyến mới',
      ],
      en: ['add visit', 'add a visit', 'new visit', 'create visit', 'create a visit', 'add another visit'],
    },
    weak: undefined,
  },
  cancel: {
    plain: {
      vi: [
        'hủy chuyến',
        'hủy chuyến kiểm tra',
        'hủy lịch',
        'hủy lịch kiểm tra',
        'bỏ chuyến',
        'bỏ chuyến kiểm tra',
        'xóa chuyến',
      ],
      en: ['cancel visit', 'cancel the visit', 'call off visit', 'call off the visit', 'delete visit'],
    },
    weak: { vi: ['hủy', 'xóa'], en: ['cancel', 'call off', 'delete'] },
  },
  report: {
    plain: {
      vi: [
        'báo cáo chuyến',
        'báo cáo chuyến kiểm tra',
        'báo cáo kết quả chuyến',
        'báo cáo kết quả kiểm tra',
        'báo cáo kiểm tra',
        'hoàn thành chuyến',
      ],
      en: ['report visit', 'report the visit', 'report on the visit', 'report of the visit'],
    },
    weak: { vi: ['báo cáo', 'báo cáo kết quả', 'hoàn thành'], en: ['report', 'report on', 'finish'] },
  },
  confirm: {
    plain: {
      vi: ['xác nhận chuyến', 'xác nhận chuyến kiểm tra', 'xác nhận lịch', 'xác nhận lịch kiểm tra'],
      en: ['confirm visit', 'confirm the visit'],
    },
    weak: { vi: ['xác nhận'], en: ['confirm'] },
  },
  ask: {
    plain: {
      vi: [
        'xin đổi lịch',
        'xin đổi ngày',
        'xin dời lịch',
        'xin dời chuyến',
        'xin dời ngày',
        'xin chuyển lịch',
        'xin hoãn chuyến',
        'xin lùi lịch',
        'đề nghị đổi lịch',
        'đề nghị dời lịch',
        'đề nghị dời chuyến',
        'đề nghị đổi ngày',
        'xin đổi lịch chuyến',
        'xin dời lịch chuyến',
        'xin chuyển chuyến',
        'xin lùi chuyến',
      ],
      en: ['ask to move', 'ask to move the visit', 'request to move', 'request a move', 'ask for another date'],
    },
    weak: {
      vi: [
        'xin dời',
        'xin chuyển',
        'xin hoãn',
        'xin lùi',
        'đề nghị dời',
        'đề nghị chuyển',
        'đề nghị hoãn',
        'đề nghị lùi',
      ],
      en: ['ask to postpone'],
    },
  },
  duty: {
    plain: {
      vi: [
        'thêm người vào',
        'thêm người',
        'thêm người cho',
        'thêm thành viên',
        'thêm thành viên vào',
        'thêm thành viên cho',
        'bổ sung thành viên',
        'bổ sung người vào',
        'đưa người vào',
        'bớt người',
        'bớt người khỏi',
        'rút người khỏi',
        'đưa người ra khỏi',
        'bớt thành viên',
        'sửa thành viên',
        'đổi trưởng',
        'thay trưởng',
        'thay thành viên',
      ],
      en: [
        'add somebody to',
        'add someone to',
        'add a member to',
        'add member to',
        'add members to',
        'add people to',
        'add a person to',
        'put somebody on',
        'put someone on',
        'remove somebody from',
        'remove someone from',
        'change the leader of',
        'change members of',
      ],
    },
    weak: { vi: ['thêm', 'bổ sung', 'đưa'], en: ['add', 'put'] },
  },
} as const satisfies Readonly<Record<string, Change>>

/** What stands between the verb, the visit, the team and the day, and says nothing more. */
export const CHANGE_IDLE: readonly string[] = [
  'chuyến lịch kiểm tra cho sang qua vào lúc ngày về tại ở đến tới của với đi làm việc là thành đoàn đơn vị giúp tôi hộ em nhé ạ nha cảm ơn ngay mới thêm một từ và',
  'visit visits the to on at for of in with please a an inspection by team thanks day it from and',
]
