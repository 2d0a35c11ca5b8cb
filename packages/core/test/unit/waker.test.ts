import { describe, expect, test, vi } from "vitest";
import { Waker } from "../../src/waker.js";

describe("a waker", () => {
  test("tells everyone who waits for the subject, and nobody else", () => {
    const waker = new Waker();
    const [one, two, other] = [vi.fn(), vi.fn(), vi.fn()];
    waker.subscribe("7", one);
    waker.subscribe("7", two);
    waker.subscribe("8", other);
    waker.wake("7");
    expect([one, two, other].map((listener) => listener.mock.calls.length)).toEqual([1, 1, 0]);
  });

  test("takes a number for its text: ids come as both", () => {
    const waker = new Waker();
    const listener = vi.fn();
    waker.subscribe("7", listener);
    waker.wake(7);
    expect(listener).toHaveBeenCalledTimes(1);
  });

  test("tells nobody who left", () => {
    const waker = new Waker();
    const listener = vi.fn();
    waker.subscribe("7", listener)();
    waker.wake("7");
    expect(listener).not.toHaveBeenCalled();
  });

  test("lets somebody leave twice without sending others away", () => {
    const waker = new Waker();
    const leave = waker.subscribe("7", vi.fn());
    leave();
    const listener = vi.fn();
    waker.subscribe("7", listener);
    leave();
    waker.wake("7");
    expect(listener).toHaveBeenCalledTimes(1);
  });

  test("lets somebody leave while it tells", () => {
    const waker = new Waker();
    const last = vi.fn();
    const leave = waker.subscribe("7", () => leave());
    waker.subscribe("7", last);
    waker.wake("7");
    waker.wake("7");
    expect(last).toHaveBeenCalledTimes(2);
  });

  test("has nothing to do where nobody waits", () => {
    expect(() => new Waker().wake("constructor")).not.toThrow();
  });
});
