import { type RequestOptions, Resource } from "@x/core";
import { type CreatedIdvTask, createIdvTask, type CreateIdvTaskInput } from "../endpoints/idv/createIdvTask.js";
import { getIdvTask, type GetIdvTaskInput } from "../endpoints/idv/getIdvTask.js";
import { type InitiatedIdvMobile, initIdvMobile, type InitIdvMobileInput } from "../endpoints/idv/initIdvMobile.js";
import {
  type InitiatedIdvWeb,
  initIdvWeb,
  type InitIdvWebInput,
  initIdvWebSumsub,
  type InitIdvWebSumsubInput,
} from "../endpoints/idv/initIdvWeb.js";
import type { IdvTask } from "../models/idvTask.js";

/** Identity verification of persons by document and face. */
export class Idv extends Resource {
  /**
   * Verifies pictures that you hold already. Billed; the request is sent once.
   *
   * Pictures go in as bytes, Blob or base64; their size and first bytes are checked before anything is sent.
   *
   * @param input - Pictures, and what to check them against.
   * @param options - Choices for this call alone.
   * @returns The task. Its result comes by callback or {@link Idv.get}.
   * @throws {@link InputError} when a picture or field cannot be accepted; nothing was sent.
   * @throws {@link OutcomeUnknownError} when the answer was lost; there is no list, so wait for the callback.
   *
   * @example
   * const { idv_task_id } = await kryptogo.idv.create({
   *   country: "TWN",
   *   id_type: "PASSPORT",
   *   id_image: passportJpeg,
   *   face_image: selfieJpeg,
   *   customer_reference: "case-1",
   * });
   */
  async create(input: CreateIdvTaskInput, options?: RequestOptions): Promise<CreatedIdvTask> {
    return await this.transport.request(createIdvTask, input, options);
  }

  /**
   * Opens a hosted page on which one user verifies themselves, with the Jumio engine.
   *
   * Needs more than 500 points on the account; they are taken once the user has uploaded.
   *
   * @param input - Document, workflow, and where the user goes afterwards.
   * @param options - Choices for this call alone.
   * @returns The task, and the page to send the user to.
   * @throws {@link OutcomeUnknownError} when the answer was lost; a second link costs nothing until it is used.
   *
   * @example
   * const { url } = await kryptogo.idv.initWeb({
   *   id_type: "ID_CARD",
   *   workflow_id: 200,
   *   country: "TWN",
   *   customer_reference: "case-1",
   *   locale: "zh-HK",
   * });
   */
  async initWeb(input: InitIdvWebInput, options?: RequestOptions): Promise<InitiatedIdvWeb> {
    return await this.transport.request(initIdvWeb, input, options);
  }

  /**
   * Opens a hosted page on which one user verifies themselves, with the Sumsub engine.
   *
   * KryptoGO's documents do not give this engine's fields: those that you agreed with it are passed on unchecked.
   *
   * @param input - Reference, expectations, and whatever else you agreed.
   * @param options - Choices for this call alone.
   * @returns The task, and the page to send the user to.
   * @throws {@link OutcomeUnknownError} when the answer was lost; a second link costs nothing until it is used.
   *
   * @example
   * const { url } = await kryptogo.idv.initWebSumsub({ customer_reference: "case-1", expected_name: "王又曾" });
   */
  async initWebSumsub(input: InitIdvWebSumsubInput, options?: RequestOptions): Promise<InitiatedIdvWeb> {
    return await this.transport.request(initIdvWebSumsub, input, options);
  }

  /**
   * Opens a verification for Jumio's SDK inside your own app; identity cards only.
   *
   * Needs more than 500 points on the account; they are taken once the user has uploaded.
   *
   * @param input - Country, and what to check the card against.
   * @param options - Choices for this call alone.
   * @returns The task, and the secret that the app's SDK starts with.
   * @throws {@link OutcomeUnknownError} when the answer was lost; a second token costs nothing until it is used.
   *
   * @example
   * const { sdk_token } = await kryptogo.idv.initMobile({ workflow_id: 3, country: "TWN", customer_reference: "case-1" });
   */
  async initMobile(input: InitIdvMobileInput, options?: RequestOptions): Promise<InitiatedIdvMobile> {
    return await this.transport.request(initIdvMobile, input, options);
  }

  /**
   * Reads the state and result of one verification.
   *
   * @param input - Which verification.
   * @param options - Choices for this call alone.
   * @returns The record; `idvVerdict()` says what it comes to.
   * @throws {@link ApiError} when KryptoGO refuses, for one because there is no such verification.
   *
   * @example
   * const task = await kryptogo.idv.get({ idv_id: 12 });
   */
  async get(input: GetIdvTaskInput, options?: RequestOptions): Promise<IdvTask> {
    return await this.transport.request(getIdvTask, input, options);
  }
}
