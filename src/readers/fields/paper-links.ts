import { DOI_PREFIX } from '../../model/index.ts';
// Where papers are kept: `arxiv.org/abs/`, `aclanthology.org/`, `proceedings.mlr.press/`
const PAPER_HOST =
  /^https?:\/\/(?:[\w-]+\.)*(?:arxiv\.org\/(?:abs|pdf|html|ftp)\b|alphaxiv\.org\/|doi\.org\/10\.|openreview\.net\/|aclanthology\.org\/|aclweb\.org\/anthology|proceedings\.mlr\.press\/|(?:papers\.nips\.cc|proceedings\.neurips\.cc)\/|papers\.neurips\.cc\/|openaccess\.thecvf\.com\/|dl\.acm\.org\/(?:doi|citation)|ieeexplore\.ieee\.org\/|link\.springer\.com\/(?:article|chapter|content)|(?:sciencedirect|sciencedirect\.elsevier)\.com\/science|nature\.com\/articles|science\.org\/doi|pnas\.org\/|(?:biorxiv|medrxiv|chemrxiv)\.org\/|ojs\.aaai\.org\/|(?:www\.)?aaai\.org\/(?:ojs|papers|Papers)|ijcai\.org\/|jmlr\.org\/|isca-(?:archive|speech)\.org\/|usenix\.org\/|huggingface\.co\/papers\/|hf\.co\/papers\/|semanticscholar\.org\/(?:paper|[\da-f]{20})|papers\.ssrn\.com\/|ssrn\.com\/abstract|hal\.(?:science|inria\.fr|archives)|ecva\.net\/papers|eprint\.iacr\.org\/|tandfonline\.com\/doi|onlinelibrary\.wiley\.com\/|mdpi\.com\/\d{4}-|cell\.com\/|jair\.org\/|direct\.mit\.edu\/|mitpressjournals\.org\/|roboticsproceedings\.org\/|journals\.(?:aps|plos|sagepub)\.org\/|pubs\.acs\.org\/doi|frontiersin\.org\/|ncbi\.nlm\.nih\.gov\/|academic\.oup\.com\/|paperswithcode\.com\/paper|researchgate\.net\/publication|royalsocietypublishing\.org\/doi|epubs\.siam\.org\/|osf\.io\/preprints|cvf\.com\/content|bmvc\w*\.\w+\/.{1,200}\.pdf)/i;

// Any other address that names a DOI or a PDF: `/doi/full/10.1002/asi.70005`, `/people/a/paper.pdf`
const PAPER_PATH = new RegExp(String.raw`/${DOI_PREFIX}[^\s/]|\.pdf(?:$|[?#])`, 'i');

// `github.com/user/list`, `gitlab.com/...`: code, data or a list, never the paper
const CODE_HOST = /^https?:\/\/(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org|github\.io)\//i;

/** True for the address of a page or file that is one paper: `https://arxiv.org/abs/2401.00001`. */
export function isPaperAddress(address: string): boolean {
  if (address.length > 2000 || CODE_HOST.test(address)) return false;
  return PAPER_HOST.test(address) || (/^https?:\/\//i.test(address) && PAPER_PATH.test(address));
}

/** True for the address of a repository. */
export function isCodeAddress(address: string): boolean {
  return CODE_HOST.test(address);
}
