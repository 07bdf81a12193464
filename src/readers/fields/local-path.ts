// `/home/ada/p.pdf`, `C:\Papers\p.pdf`, `file:///Users/ada/p.pdf`, `:Users/ada/p.pdf:PDF`, `~/p.pdf`
const LOCAL_PATH =
  /^(?:file:|internal-pdf:|attachments:|zotero:\/\/|~\/|[:/]*(?:home|users|volumes|mnt|media|var|tmp|private)\/|:?[a-z](?:\$\\)?:?\\|\\\\)/i;

/** True for a place on somebody's own computer, which is never published. */
export function isLocalPath(value: string): boolean {
  return LOCAL_PATH.test(value);
}
