import * as v from 'valibot';
import type { Note } from '../notes/note.ts';
import { parseNote } from '../notes/note-schema.ts';
import { pathOf } from '../base/validate.ts';
import { isFields, type Fields } from '../base/untrusted-fields.ts';
import { fail, faultOf, ok, type Fault, type Problem, type Result } from '../base/result.ts';
import {
  BACKUP_FORMAT,
  BACKUP_VERSION,
  checksumOf,
  type Backup,
  type Digest,
  type BackedUpSettings,
  type SectionReaders,
} from './backup-file.ts';

const NOTHING_RESTORED = 'Nothing was restored.';

/** Limits the list shown for a file in which everything is wrong. */
const MAX_PROBLEMS = 50;

/** Checked in this order, and only up to the first fault: a file of another program has no version to complain of. */
const headerSchema = v.object({
  format: v.literal(BACKUP_FORMAT, 'This is a JSON file, but no backup of Manicule.'),
  version: v.pipe(
    v.custom<number>(
      (input) => Number.isInteger(input) && (input as number) > 0,
      'The backup does not say which version it has.',
    ),
    v.maxValue(
      BACKUP_VERSION,
      ({ input, requirement }) =>
        `This backup has version ${input}; this Manicule reads up to ${requirement}. Update the extension, then restore.`,
    ),
  ),
  made: v.fallback(v.string(), ''),
  by: v.fallback(v.string(), ''),
});

/** Parses the whole file or nothing of it. Unknown fields beside the content are ignored. */
export async function parseBackup(
  text: string,
  digest: Digest,
  readers: SectionReaders,
): Promise<Result<Backup>> {
  const file = parseJson(text);
  if (!file) return refuse([], `This is no backup, or only a part of one: it is not whole JSON.`);
  const header = v.safeParse(headerSchema, file, { abortEarly: true });
  if (!header.success) return refuse(pathOf(header.issues[0]), header.issues[0].message);
  if ((await checksumOf(file, digest)) !== file['checksum']) {
    return refuse(
      ['checksum'],
      'The file was changed or damaged after it was made: its checksum does not fit. Use another copy.',
    );
  }
  if (!isFields(file['content'])) {
    return refuse(['content'], 'The backup has no content.', faultOf('section', { field: 'content' }));
  }
  const problems: Problem[] = [];
  const { notes, ...sections } = file['content'];
  const { settings, skipped } = parseSections(sections, readers, problems);
  const content = { settings, notes: parseNotes(notes, problems) };
  if (problems.length > 0) return fail(problems.slice(0, MAX_PROBLEMS));
  const { version, made, by } = header.output;
  return ok({ version, made, by, content, skipped });
}

const refuse = (path: Problem['path'], message: string, fault?: Fault): Result<never> =>
  fail([{ path, message: `${message} ${NOTHING_RESTORED}`, ...(fault && { fault }) }]);

function parseJson(text: string): Fields | null {
  try {
    const parsed: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return isFields(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

function parseNotes(input: unknown, problems: Problem[]): Note[] {
  if (!Array.isArray(input)) {
    problems.push({
      path: ['content', 'notes'],
      message: 'The backup has no list of notes.',
      fault: faultOf('notes'),
    });
    return [];
  }
  const ids = new Set<string>();
  return input.flatMap((each: unknown, at) => {
    const parsed = parseNote(each);
    const place = ['content', 'notes', at];
    if (!parsed.ok) {
      problems.push(...parsed.problems.map((problem) => ({ ...problem, path: [...place, ...problem.path] })));
      return [];
    }
    if (ids.has(parsed.value._id)) {
      const message = 'Two notes of the backup have the same id.';
      problems.push({ path: [...place, '_id'], message, fault: faultOf('twice') });
    }
    ids.add(parsed.value._id);
    return [parsed.value];
  });
}

/** Values not understood are skipped, not refused: with a valid checksum they come from a later version, not damage. */
function parseSections(
  sections: Record<string, unknown>,
  readers: SectionReaders,
  problems: Problem[],
): Pick<Backup, 'skipped'> & { settings: BackedUpSettings } {
  const settings: BackedUpSettings = {};
  const skipped: Backup['skipped'] = [];
  for (const [section, given] of Object.entries(sections)) {
    const read = Object.hasOwn(readers, section) ? readers[section] : undefined;
    if (!isFields(given)) {
      const message = `“${section}” has to be an object.`;
      const fault = faultOf('section', { field: section });
      if (read) problems.push({ path: ['content', section], message, fault });
      continue;
    }
    const entries = Object.entries(given).map(([key, value]) => [key, read?.(value, key)] as const);
    skipped.push(...entries.flatMap(([key, value]) => (value === undefined ? { section, key } : [])));
    if (read) {
      settings[section] = Object.fromEntries(
        entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
      );
    }
  }
  return { settings, skipped };
}
