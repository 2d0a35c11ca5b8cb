import { type RequestOptions, Resource } from "@x/core";
import { assignUser, type AssignUserInput } from "../endpoints/users/assignUser.js";
import { listUsers, type ListUsersInput } from "../endpoints/users/listUsers.js";
import type { User } from "../models/user.js";

/** People at the tenant who work on cases. */
export class Users extends Resource {
  /**
   * Lists users.
   *
   * @param input - Which page; the names are inferred, and `extra` takes others.
   * @param options - Choices for this call alone.
   * @returns The users; the names of their fields are inferred, but for `userId`.
   * @throws {@link ApiError} when the vendor refuses.
   *
   * @example
   * const users = await portal.users.list();
   */
  async list(input: ListUsersInput = {}, options?: RequestOptions): Promise<User[]> {
    return await this.transport.request(listUsers, input, options);
  }

  /**
   * Gives a case to a user.
   *
   * @param input - The case and the user.
   * @param options - Choices for this call alone.
   * @returns What the vendor answers, which is not documented.
   * @throws {@link ApiError} 404 when there is no such case or user.
   *
   * @example
   * await portal.users.assign({ caseCommonId: 2000236, userId: 17 });
   */
  async assign(input: AssignUserInput, options?: RequestOptions): Promise<unknown> {
    return await this.transport.request(assignUser, input, options);
  }
}
