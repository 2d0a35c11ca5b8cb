export { type Canary, findCanaries } from "./canaries.js";
export { type Clock, ManualClock, realClock } from "./clock.js";
export {
  type ConformanceCase,
  conformanceCases,
  type ConformanceOptions,
  type ConformanceParts,
} from "./conformance.js";
export { deedOf, type DrivableFake, type FakeSubject } from "./drivable-fake.js";
export {
  type BilledWork,
  endpointsOf,
  type FakePrice,
  FakeRefusal,
  type FakeRequest,
  FakeVendor,
  type FakeVendorParts,
  type FakeWork,
  type PlannedFault,
} from "./fake-vendor.js";
export { type FakeFault, fakeFaults } from "./faults.js";
export { type AnyFixture, type Fixture, fixtureFor, type FixturesFor, type Wire, type WireFile } from "./fixture.js";
export { type Mutant, mutantsOf } from "./mutants.js";
export { storeCases } from "./store-cases.js";
