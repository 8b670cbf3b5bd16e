/** What stands around an opinion that somebody passes on: how it came, who tells of it, and that it is to be written down. */

/** Before a position these say how it came, and nothing of what it is. */
export const HOW_IT_CAME: readonly string[] = [
  'vừa mới rồi alo lô gọi điện thoại nhắn báo bảo nói biết thông thông báo văn thư chuyển đưa gửi gởi sang tới lên lại về qua',
  'công văn cv vb văn bản giấy bản thư tay phiếu fax email mail zalo miệng bằng trực tiếp có trả lời phản hồi phúc đáp là rằng nhận ghi số',
  'như sau vậy đây họ cuộc họp đợt dự thảo ý kiến góp tham gia nay',
  'a an the letter letters paper papers fax email mail note memo call calls called phone phones phoned rang ring rings telephoned telephone',
  'came come in just got get received arrived arrives has have had there from by over says said saying say that to wrote writes written',
  'inform informs informed honour honor reply replies replied response responded official officially signed line desk post courier hand morning',
  'afternoon today yesterday us me my our on about for re regarding item now dispatch message messaged texted reports reported as of with and',
  'minister ministry deputy spokesman spokeswoman secretary office people lady man colleague its their it they he she position view answer is',
  'regret regrets regrettably sorry sadly',
  'chief head director chair chairman chairwoman permanent vice staff legal department counsel assistant mr ms mrs dr',
  'draft drafts opinion round feel feels thinks told state states stated advise advises declare declares communicate written telling confirmed confirms confirm let lets know like likes be counted wants',
]

/** One of these must be among them where nothing else says it. */
export const CALLED_BY: readonly string[] = ['rang called phoned telephoned emailed texted messaged wrote alo']

/** Whose mouth it was. */
export const OFFICES: readonly string[] = [
  'thứ trưởng',
  'bộ trưởng',
  'chủ nhiệm',
  'lãnh đạo',
  'đại diện',
  'chánh văn phòng',
  'vụ trưởng',
  'phó vụ trưởng',
  'cục trưởng',
  'đồng chí',
]

/** Names of papers that hold words of an item's title. */
export const PAPERS: readonly string[] = [
  'thư điện tử',
  'văn bản điện tử',
  'công văn điện tử',
  'hộp thư điện tử',
  'điện thoại',
]

/** Who was named before, in other words. */
export const THEY: readonly string[] = ['họ they it he she bên_đó']

/** That it is to be written down: with nothing but who is asked, how and what, it asks the bot and is no word of the opinion. */
export const WRITE_DOWN: readonly string[] = [
  'ghi',
  'ghi vào',
  'ghi lại',
  'ghi nhận',
  'ghi nhận vào',
  'ghi hộ',
  'ghi giúp',
  'lưu',
  'lưu vào',
  'lưu lại',
  'nhập',
  'nhập vào',
  'cập nhật',
  'cập nhật vào',
  'vào sổ',
  'vào hệ thống',
  'đưa vào',
  'đưa lên hệ thống',
  'nhập liệu',
  'record',
  'record it',
  'log',
  'log it',
  'note',
  'note it',
  'note that',
  'note this',
  'enter',
  'enter it',
  'register',
  'register it',
  'put it down',
  'put that down',
  'put this down',
  'put it in',
  'put that in',
  'write it down',
  'write that down',
  'write this down',
  'take it down',
  'take that down',
  'jot it down',
  'jot that down',
  'key it in',
  'type it in',
  'file it',
  'save it',
  'add it',
  'add that',
  'put it on record',
  'put it on file',
  'put them down',
  'mark it',
  'mark it down',
]

/** Beside that: who is asked, how, where and when. */
export const WHO_WRITES: readonly string[] = [
  'em anh chị bạn cô chú bác mình tôi tớ bot hộ giúp giùm dùm với vào cho nhé nha nhá ạ đi luôn ngay trước liền nhanh nhờ thì vậy hệ thống sổ phần mềm bảng cái này đó ấy họ',
  'can could would will you u please pls plz kindly it that this them for me us in into to the system register record now then thanks thank and so down up their name a here someone somebody before i forget',
]
/** The same, of several words. */
export const WHO_WRITES_PHRASES: readonly string[] = ['cảm ơn', 'nhờ em', 'nhờ anh', 'nhờ chị', 'thank you', 'cheers']

/** Heard, guessed or wished for: nobody passes on an opinion. */
export const ONLY_HEARD: readonly string[] = [
  'nghe nói',
  'nghe đâu',
  'nghe bảo',
  'nghe đồn',
  'hình như',
  'dường như',
  'có vẻ',
  'có lẽ',
  'chắc là',
  'tưởng',
  'nếu',
  'giả sử',
  'ước gì',
  'mong',
  'thấy bảo',
  'thấy nói',
  'em nghĩ',
  'tôi nghĩ',
  'anh nghĩ',
  'chị nghĩ',
  'chắc',
  'i think',
  'we think',
  'i believe',
  'we believe',
  'i guess',
  'i suppose',
  'i assume',
  'probably',
  'perhaps',
  'maybe',
  'likely',
  'tell',
  'ask',
  'i heard',
  'i hear',
  'heard',
  'apparently',
  'supposedly',
  'allegedly',
  'reportedly',
  'rumour',
  'rumor',
  'seems',
  'seem',
  'guess',
  'hope',
  'hopefully',
  'if',
  'suppose',
  'whether',
  'unless',
  'until',
  'when',
  'once',
  'may',
  'might',
  'should',
  'must',
  'will',
  'nearly',
  'almost',
]

/** Where the paper is, or that it comes: told beside an opinion, and no word of it. */
export const WHERE_IT_IS =
  /^(?:(?:the|their|its|an?|i have (?:the|their)|formal|official|signed|written|hard|paper|with (?:the|their)) )*(?:letter|copy|original|confirmation|document|reply|paper|scan|fax)(?:'s)?(?: (?:is|are|will|to|be|being|in|the|on|its|their|by|post|way|follow|follows|following|come|coming|later|tomorrow|sent|soon|next|week|attached|mail|email|today|my|your|our|desk|here|with|me|us|office|tray|folder|drawer))*[.!]*$|^(?:(?:em|anh|chị|chi|công|cong|bản|ban) )*(?:(?:có|co|sẽ|se|còn|con) )*(?:gửi |gui )?(?:văn bản|van ban|công văn|cong van|bản giấy|ban giay|bản cứng|ban cung|bản gốc|ban goc|giấy|giay|cv|vb)(?: (?:sau|gửi|gui|đang|dang|để|de|trên|tren|bàn|ban|em|anh|chị|chi|tôi|toi|kèm|kem|theo|ở|o|đây|day|đã|da|về|ve|rồi|roi|sẽ|se|chính|chinh|thức|thuc))*[.!]*$/iu
