import { probe } from "./index.js";

const worker = {
  async fetch(request) {
    const { lab, names } = await request.json();
    return Response.json(await probe(lab, names));
  },
};

export { worker as default };
