/*
 * Links as earlier versions of the page wrote them, with what they hold. They were made once, by the code of that time, and
 * are never made anew: who has such a link must always be able to open it. A new kind of link gets a new row.
 */

const RULE = 'title: Ü\ndetection:\n    s:\n        A: 1\n    condition: s\n';
const EVENTS = '{"A": 1, "B": "漢"}';

/** The time of the code that made a link, the link, and the settings in it besides the two texts. */
export const WORK_LINKS: readonly (readonly [when: string, hash: string, settings: object])[] = [
  [
    '2026-11-24, the first page',
    '#v1=LYoxDsIwEAS_ctraTdrrQs0PMEXknIIlc4fsC02Un1DxDjr-wjtQAtPsrDQL6lwEDM9ehOn9iDqKS_JsylGJiNp_N3qm7veS6Zj3ilpUBMhd1BsYS0QfwdQFijhsFvF5PSNWBDRxzzo18II8qVU52tRsrknAXmcJuJUhycXKKHXPhvGatYFPqGaOADerOK_r-gU',
    { ignoreLogsource: true, placeholders: { admins: ['root', 'toor'] } },
  ],
  [
    '2026-11-24, names of fields',
    '#v1=LYsxDsIwEAS_ctraQkp7HdDmCW4i-zCWnHNkOzSRf0LFO-j4C-9AAbbZHWl2Q1mTgNFiS8L0ulv10sS1mJWtEhHVf-85Mg0_cll9_FpUrcJAbqKtgrFZHC2YBkMWp31ZvJ8Piw6DKq1FDRW8IQbNRcYcal6LE_BlSlUMljQ5uebkpexeN5inZYka9tNSsju42YNxzvM8qR-jCnrvHw',
    { ignoreLogsource: false, placeholders: {}, mapping: { 'proc.cmd': 'CommandLine' } },
  ],
  [
    'checks that are off, and a format',
    '#v1=LY4xDsIwEAS_ctraFGmvA1okCiQaTBEll2DJnJF9oYnyEyreQcdfeAcKYZvdkabYEXmIAoYFi8L0fnhtxaSxkJS9EhGVf89ZM1ULNUnb8LOoeIWD3EWtgDF6rD2YKkcem3l5fF5PjwkORcyC9gU8IvSasuxSX9KQGwF3dSzicIt1I5cUW8mzNznEoLbvOvBpObpqk-Hs0KV8rQ2M7eGIafoC',
    { ignoreLogsource: false, placeholders: {}, lintOff: ['title-dot'], format: 'CSV' },
  ],
  [
    '2026-11-30, what is expected of events',
    '#v1=LYs7bsMwEESvspiajZwm2U6pcwQ2ArWW6DBLQ1wFiQXeJFXO4c538TkM2p5mPnizYVmTgGHRkjBd_ryOYhIsZmWvRETl6U09U_doIesY7xQVr3CQb1ErYGwevQdT58jjvSWP6_nfo8KhiFnUqYA3xEnzIh95KnldgoD3QyricExDkDmnUZbGVQf5OUowGdvr8-WwmzswvgYLMxxOb7-vYGimx1JrvQE',
    { ignoreLogsource: false, placeholders: {}, expected: { k3j2h1: 'match', z9y8: 'no match' } },
  ],
  [
    '2026-11-30, what is expected of correlations',
    '#v1=TcsxTgMxEAXQq1i_dsFCA9OFggq4wHqLxTvZGJyZyPZGCSvfhIpz0HEXzoE2iQTT_PnSfzPSFBmEEkpkMt8fTgYu7EtQISfGGJMvudyKTHNuXmUIp5XJTmDBe5aSQZgdVg5kGmsc7pfP4efr06HCInMpQcYMmhFG0cSPOmadkmfQuo-ZLXax97zROHBadtWCDzv2hYeHkM64naFrEJ56OcLC6yQF1FhseftyYm2Lt5vX600Di_e74y26rtqLelbhP3X1T8kUY-1q_QU',
    {
      ignoreLogsource: false,
      placeholders: {},
      expectedFirings: [
        { of: 'Many', count: 1, members: [['k3j2h1', 'z9y8']] },
        { of: 'None', count: 0, members: null },
      ],
    },
  ],
  [
    '2026-12-01, a version of the specification',
    '#v1=LYoxDsIwEAS_ctraigjldaHmCddEzhEsWefIdmgi_4SKd9DxF96BAkyzs9JsyGtUMGqoUZled7FJq_oakrEYEVH5787A1P-eTzaFb0VFDA56U6sFjE0wCJh6R4LTboL38yFocChaa7C5gDeE2VLWc5pLWrNX8GWMRR2WOHq9pjhp3rvmUBb1YBy7Y3dAax8',
    { ignoreLogsource: false, placeholders: {}, spec: '2.2.0' },
  ],
];

/** The texts of each of these links. */
export const WORK_TEXTS = { rule: RULE, events: EVENTS };

/** Links of lessons, of 2026-11-30, with what can be seen of their content. */
export const COURSE_LINKS: readonly (readonly [kind: string, hash: string, seen: object])[] = [
  [
    'course',
    '#course=7VG7bsMwDPwV42ahgDtqy9K1Q7s5HhSJjYQoUiDRiQtD_15IqdOkH9CpG8nj4463gB17gsQ7BNQuTlzjS4SAp5xjyJDDAmcg8eFSZojbyMt3rq06MSVIvAaqOCltKUNiA4GjCxPXrK_IzG0wmM7xEwT2Ufm1QmcK3PW1nKZ2oV2SndoGCDS4bl222Gwhu77U6nwizWQgBxwVa4tRIEc_sVvJPy7btWUmNoIzivjdoO8bPlFGgUuKYQ85jALWNRI1zKxSjRe4AHndIpDJk64qFYoAq3z4wSx50ygdXKgfVSGypYTbZ1Zpz4_SEGJ3FVfGSrjZkUnHYO78eFsL_4b8qSFj-QI',
    { course: { title: 'T', about: 'Two', lessons: [{ id: 'first' }, { id: 'second', title: 'Second' }] } },
  ],
  [
    'lesson',
    '#lesson-file=XVC7bsMwDPwV42ahgDtqy9K1H2B7UCU2EqJQgUSnLgz9eyGl6SMbeUce77gjOGi8h1wEChIkEjRevnvrzUUoQ-OVqfFkrKcCjQMUzoFXad3YmE36IrshyBMUjsnEO0JXYhnGBue1X-iX9GBmhkKnm-o-4zBDD2Nt6HYhK-SgJ5yNWI9FoaS4SkhcoKf9Qeyti7nUDW6o6nHA_h34RF0UPnLiI_S0KPjQTbSyiMmt3hEY-qaiUCiSbSkNqoKYcvrlPEXXLZ0Ct48aTuIp4-cz92jP_6OB03ALV5f6BQ',
    { course: { title: 'First', lessons: [{ id: 'first', rule: 'title: a\n', goal: 'Find event 1.' }] } },
  ],
  [
    'slip',
    '#slip=FckxCoAwDAXQu_w5hdiCSO7g1klxKJqhUKukOol3F9_6HrSST0hHWI_bmkIQQSiarKpBMCZLIOxp-8-z7x0HxyHyIMzCPIGg9bKsDTIv7wc',
    { slip: { course: 'T', learner: 'Mara', entries: [] } },
  ],
];

const EXAMPLES = `
  certificate-export scheduled-task-filters archive-patterns icacls-wildcards odd-case
  certutil-windash encoded-powershell download-regex amsi-keywords outbound-cidr self-start-fieldref
  remote-tool-at-night bare-rundll32 new-account-filter failed-logons run-key-xml startup-folder-csv
  service-from-share unsigned-library dns-answered script-block-list lsass-access driver-hash
  kerberos-rc4 group-by-sid one-rule-many-sources admins-placeholder rule-with-faults setuid-auditd
  download-to-shell root-key-sshd sudo-shell crontab-replaced preload-file second-root-journal
  key-then-sudo password-dialog launch-agent quarantine-removed trail-stopped console-without-mfa
  vault-deleted-table service-key-yaml pod-exec inbox-rule old-client-sign-in password-spray
  push-fatigue dns-tunnel port-scan proxy-agent large-upload admin-share path-traversal web-shell-iis
  scanner-burst sql-errors
`;

const LESSONS = `
  one-field part-of-a-value list-or-map backslash-before-a-wildcard nothing-there one-start-two-names
  numbers-and-quotes all-of-them none-of-the-filters case-counts part-or-whole any-dash inside-base64
  networks two-fields star-in-the-middle a-narrow-filter slip-past-it stand-firm somebody-elses-rule
  one-after-the-other what-do-you-count a-test-that-bites
`;

const words = (text: string) => text.trim().split(/\s+/);

/** What short links of 2026-11-30 name: none of it may go, or get another name. */
export const NAMED: Readonly<Record<'example' | 'lesson' | 'ref' | 'check', readonly string[]>> = {
  example: words(EXAMPLES),
  lesson: words(LESSONS),
  ref: ['windash', 'base64offset', 'cidr', 'logsource:windows / security', 'check:unc-backslash'],
  check: ['unc-backslash', 'title-dot'],
};
