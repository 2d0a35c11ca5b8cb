import { type RequestOptions, Resource } from "@x/core";
import { createProjection, type CreateProjectionInput } from "../endpoints/projections/createProjection.js";
import { listProjections } from "../endpoints/projections/listProjections.js";
import type { NoInput } from "../models/noInput.js";
import type { ProjectionList, ProjectionReceipt } from "../models/projection.js";

/**
 * Projections: fields that webhooks and reads of a submission leave out.
 *
 * One is chosen in the liveform link, by name or id, and holds for that submission for ever.
 */
export class Projections extends Resource {
  /**
   * Makes a projection. A project has ten at most.
   *
   * @param input - Its name and the fields that it hides.
   * @param options - Choices for this call alone.
   * @returns What ARGOS says of it; nothing of that is documented.
   * @throws {@link ApiError} 409 when there are ten already.
   *
   * @example
   * await argos.projections.create({ name: "no_names", mode: "exclude", fields: ["full_name"] });
   */
  async create(input: CreateProjectionInput, options?: RequestOptions): Promise<ProjectionReceipt> {
    return await this.transport.request(createProjection, input, options);
  }

  /**
   * Reads the projections of the project.
   *
   * @param input - Nothing to choose.
   * @param options - Choices for this call alone.
   * @returns All of them, in one answer.
   * @throws {@link ApiError} when ARGOS refuses.
   *
   * @example
   * const { items } = await argos.projections.list();
   */
  async list(input: NoInput = {}, options?: RequestOptions): Promise<ProjectionList> {
    return await this.transport.request(listProjections, input, options);
  }
}
