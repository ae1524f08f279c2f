/** Errors in Firefox's consoles from pages and the extension, without those of Firefox itself. */
import type { FirefoxSession } from './firefox-session.ts';

/** A page was left before an answer came: Firefox notes it and drops the answer, as it should. */
const LEFT = '/^Promise (resolved|rejected) (while context is inactive|after context unloaded)/';

const READ = `
  const LEFT = ${LEFT};
  const ofOurs = (source) => /^(https?|moz-extension|file|data):/.test(source ?? '');
  const storage = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage);
  const printed = storage.getEvents()
    .filter(({ level, filename }) => (level === 'error' || level === 'assert') && ofOurs(filename))
    .map((event) => ({ at: event.timeStamp, text: event.arguments.map(String).join(' ') + ' ' + event.filename }));
  const thrown = Services.console.getMessageArray()
    .filter((message) => message instanceof Ci.nsIScriptError)
    .filter(({ flags }) => (flags & Ci.nsIScriptError.warningFlag) === 0 && (flags & Ci.nsIScriptError.infoFlag) === 0)
    .filter(({ sourceName, errorMessage }) => ofOurs(sourceName) && !LEFT.test(errorMessage))
    .map((error) => ({ at: error.timeStamp, text: error.errorMessage + ' ' + error.sourceName + ':' + error.lineNumber }));
  return [...printed, ...thrown].sort((a, b) => a.at - b.at).map(({ text }) => text);
`;

export const firefoxErrors = (session: FirefoxSession): Promise<string[]> => session.inChrome(READ);
