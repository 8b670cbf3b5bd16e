/** The slash commands and the typed words each stands for; `/dondoc` takes any words, and none means the home card. */
export const commands: Readonly<Record<string, string>> = {
  '/dondoc': '',
  '/ykien': 'góp ý',
  '/nhac': 'nhắc',
  '/lich': 'lịch',
}

/** What the manifest subscribes to, as Slack names it there. */
export const botEvents = ['app_home_opened', 'app_mention', 'message.im'] as const

/** The Web API methods called, and the scopes each needs. */
export const methods: Readonly<Record<string, readonly string[]>> = {
  'auth.test': [],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.history': ['im:history'],
  'conversations.open': ['im:write'],
  'files.completeUploadExternal': ['files:write'],
  'files.getUploadURLExternal': ['files:write'],
  'files.info': ['files:read'],
  'users.info': ['users:read'],
  'users.lookupByEmail': ['users:read', 'users:read.email'],
  'views.open': [],
  'views.publish': [],
  'views.update': [],
}

/** The scopes that receiving needs: the events above, slash commands, and files that people send or put into a form. */
export const receivingScopes = ['app_mentions:read', 'commands', 'files:read', 'im:history'] as const
