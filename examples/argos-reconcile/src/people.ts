import type { ManualClock } from "@x/core/testing";
import type { FakeArgos } from "@x/argos/testing";

const day = 24 * 3600 * 1000;

/** Two days of applicants, with webhooks that get lost, come twice and change places. */
export async function liveTwoDays(fake: FakeArgos, clock: ManualClock, applicants: number): Promise<void> {
  for (let n = 0; n < applicants; n++) {
    if (n % 4 === 0) fake.failWebhooks("lost", 2);
    if (n % 7 === 0) fake.failWebhooks("duplicate");
    if (n % 5 === 0) fake.failWebhooks("reordered");
    const userid = `user-${n}`;
    const id = fake.open({ userid, email: `${userid}@example.com`, full_name: `Example Person ${n}` });
    await fake.idle();
    if (n % 6 === 0) fake.hold(id);
    else if (n % 6 === 1) fake.sendFace(id);
    else if (n % 6 === 2) for (let step = 0; step < 3; step++) fake.retry(id);
    else if (n % 6 !== 5) fake.decide(id, "approved");
    await fake.idle();
    await clock.advance((2 * day) / applicants);
  }
  // Who sent a face and went away is rejected a day later, and that webhook is the last one of many to get lost.
  fake.failWebhooks("lost", 5);
  await clock.advance(day);
  await fake.idle();
}
