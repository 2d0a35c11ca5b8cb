import { probe } from "./index.js";

const worker = {
  async fetch(request) {
    const { lab, names } = await request.json();
    return Response.json(await probe(lab, names));
  },
};

// workerd calls the handlers of a module's default export, and of no other name.
// oxlint-disable-next-line import/no-default-export -- workerd finds a worker by it alone
export { worker as default };
