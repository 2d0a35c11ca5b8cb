import { listDocuments } from "@x/kyc-portal";
import { equal, sha256 } from "../assert.js";
import { argos, inBrowser, kryptogo, portal } from "../clients.js";

/** The head of a PNG 400 wide and high, with noise behind it: 1.5 MB, so that no short cut for small data is taken. */
function picture() {
  const bytes = new Uint8Array(1_500_001);
  bytes.set([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 1, 144, 0, 0, 1, 144, 8, 2, 0, 0, 0]);
  let seed = 7;
  for (let at = 33; at < bytes.length; at++) bytes[at] = (seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff) >> 16;
  return bytes;
}

/** Files up and down: base64 in JSON, a form, and answers that are files. */
export async function upload(lab) {
  const image = picture();
  if (!inBrowser) {
    const pictures = { id_image: image, face_image: new Blob([image]) };
    const types = { id_mime_type: "image/png", face_mime_type: "image/png" };
    const idv = { country: "TWN", id_type: "PASSPORT", customer_reference: "probe-2", ...pictures, ...types };
    const { idv_task_id } = await kryptogo(lab).idv.create(idv);
    equal("idv", idv_task_id > 0, true);
  }
  const { submission: submissionId } = lab.there;
  const put = { submissionId, admin: "admin@example.com", idType: "passport", idImage: image };
  equal("image taken", typeof (await argos(lab).submissions.putImage(put)).message, "string");
  await toPortal(portal(lab), lab.there.case);
  return { sha256: await sha256(image) };
}

async function toPortal(client, caseCommonId) {
  const bytes = new TextEncoder().encode("%PDF-1.4\n% 決議\n%%EOF\n");
  const file = new File([bytes], "resolution.pdf", { type: "application/pdf" });
  const input = { caseCommonId, file, name: "Board resolution", fileCat: "Corporate" };
  const { caseDocumentId } = await client.companies.documents.upload(input);
  equal("uploaded", caseDocumentId > 0, true);
  const [document] = listDocuments(await client.companies.documents.list({ caseCommonId }));
  const { kind, bytes: downloaded } = await client.documents.download({ documentId: document.documentId });
  equal("downloaded", [kind, downloaded.length > 10], ["pdf", true]);
}
