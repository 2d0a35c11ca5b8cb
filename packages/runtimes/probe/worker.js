import { probe } from "./index.js";

const worker = {
  async fetch(request) {
    const { lab, names } = await request.json();
    return Response.json(await probe(lab, names));
  },
};

// oxlint-disable-next-line import/no-default-export -- it is how a worker is found
export { worker as default };
