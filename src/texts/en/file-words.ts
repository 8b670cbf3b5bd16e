import type { Called, fileWords as source } from '../vi/file-words.ts'

const called = (...names: Called): Called => names

const from = called('From', 'From day', 'Start date', 'Valid from')
const to = called('To', 'To day', 'Until', 'End date', 'Valid until')
const team = called('Team', 'Team number', 'Team no.', 'Inspection team')
const note = called('Note', 'Notes', 'Remarks')
const leader = called('leader', 'team leader', 'head of team', 'head of the team')

/** The same in English. */
export const fileWords: typeof source = {
  columns: {
    people: {
      key: called('Key', 'Code', 'ID', 'User key'),
      name: called('Full name', 'Name'),
      honorific: called('Form of address', 'Honorific', 'Salutation'),
      title: called('Position', 'Title', 'Job title'),
      organisation: called('Organisation', 'Organization', 'Agency', 'Body', 'Ministry'),
      role: called('Role', 'Roles'),
      email: called('E-mail', 'Email', 'E-mail address', 'Email address', 'Mail'),
      locale: called('Language', 'Locale'),
      time_zone: called('Time zone', 'Timezone'),
      from,
      to,
    },
    teams: {
      team,
      name: called('Team name', 'Name'),
      person: called('Person', 'Key', 'Person key', 'Code'),
      person_name: called('Full name', 'Name', 'Member'),
      duty: called('Duty', 'Role', 'Role in the team', 'Duty in the team'),
      from,
      to,
    },
    units: {
      name: called('Unit', 'Name', 'Unit name'),
      kind: called('Kind', 'Type'),
      short_names: called('Short names', 'Short name', 'Abbreviation', 'Abbreviations'),
      from,
      to,
      successor: called('Successor', 'Merged into'),
      source: called('Legal basis', 'Source'),
      as_of: called('As of'),
    },
    visits: {
      visit: called('Visit', 'Code', 'Visit code'),
      team,
      unit: called('Unit', 'Unit to be inspected', 'Inspected unit'),
      starts: called('Starts', 'Start', 'Begins', 'Start time', 'Date and time'),
      ends: called('Ends', 'End', 'End time'),
      day: called('Day', 'Date'),
      time: called('Time', 'Hour'),
      place: called('Place', 'Location', 'Address', 'Venue'),
      note,
      state: called('State', 'Status'),
      report: called('Report', 'Result'),
      year: called('Year', 'Plan year'),
    },
    plan: {
      part: called('Part', 'Section'),
      key: called('Key', 'Code'),
      type: called('Type', 'Kind', 'Type of document'),
      type_en: called('Type (English)', 'Type in English'),
      title: called('Item', 'Title', 'Work item', 'Task', 'Content'),
      title_en: called('Item (English)', 'Title (English)', 'Title in English'),
      quarter: called('Quarter', 'Due', 'Deadline'),
      agency: called('Drafting agency', 'Agency', 'Lead agency'),
      note,
    },
  },
  roles: {
    member: called('member of the Committee', 'member', 'committee member'),
    coordinator: called('coordinator', 'working group'),
    drafter: called('drafting agency', 'drafter'),
    team: called('inspection team', 'team', 'team member', 'member of an inspection team', ...leader),
    chair: called('Chair of the Committee', 'chair', 'chairman', 'chairperson', 'chairwoman'),
    operator: called('system operator', 'operator', 'administrator'),
  },
  duties: {
    leader,
    member: called('member', 'team member', 'member of the team'),
  },
  states: {
    planned: called('planned'),
    confirmed: called('confirmed'),
    done: called('done', 'completed', 'carried out'),
    cancelled: called('called off', 'cancelled', 'canceled'),
  },
  kinds: {
    ministry: called('ministry', 'ministry or agency', 'central'),
    locality: called('locality', 'province', 'city', 'province or city'),
  },
  languages: {
    vi: called('Vietnamese'),
    en: called('English'),
  },
  parts: {
    plan: called('plan'),
    item: called('item', 'work item'),
    ministry: called('ministry'),
    locality: called('locality'),
    team: called('team', 'inspection team'),
  },
  teams: called('Inspection team no.', 'Inspection team number', 'Inspection team', 'Team no.', 'Team number', 'Team'),
  quarters: called('Q', 'Quarter'),
  honorifics: called('Mr', 'Ms', 'Mrs', 'Dr'),
  weekdays: [
    called('Monday', 'Mon'),
    called('Tuesday', 'Tue'),
    called('Wednesday', 'Wed'),
    called('Thursday', 'Thu'),
    called('Friday', 'Fri'),
    called('Saturday', 'Sat'),
    called('Sunday', 'Sun'),
  ],
  plans: called('Plan', 'Work programme', 'Action plan'),
  sheets: {
    people: 'People',
    teams: 'Teams',
    units: 'Units',
    visits: 'Visits',
    plan: 'Plan',
  },
}
