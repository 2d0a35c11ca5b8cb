[
  {
    "name": "drift > a documented answer has none",
    "file": "/work/wt/fin/packages/core/test/schema.test.ts",
    "location": {
      "line": 38,
      "column": 3
    }
  },
  {
    "name": "drift > a new enum value, a new field and an absent expected field are tolerable",
    "file": "/work/wt/fin/packages/core/test/schema.test.ts",
    "location": {
      "line": 41,
      "column": 3
    }
  },
  {
    "name": "drift > a missing required field and another type in it are fatal",
    "file": "/work/wt/fin/packages/core/test/schema.test.ts",
    "location": {
      "line": 52,
      "column": 3
    }
  },
  {
    "name": "drift > another type in an optional field is tolerable unless it carries a decision",
    "file": "/work/wt/fin/packages/core/test/schema.test.ts",
    "location": {
      "line": 57,
      "column": 3
    }
  },
  {
    "name": "in a schema of the user's own > drift passes and nothing is lost",
    "file": "/work/wt/fin/packages/core/test/schema.test.ts",
    "location": {
      "line": 65,
      "column": 3
    }
  },
  {
    "name": "in a schema of the user's own > a lie does not",
    "file": "/work/wt/fin/packages/core/test/schema.test.ts",
    "location": {
      "line": 70,
      "column": 3
    }
  },
  {
    "name": "in a schema of the user's own > it prints as JSON schema and validates as a standard schema",
    "file": "/work/wt/fin/packages/core/test/schema.test.ts",
    "location": {
      "line": 73,
      "column": 3
    }
  },
  {
    "name": "an answer that is too much is refused > $bomb by $sender: typed, quick, and without filling memory",
    "file": "/work/wt/fin/packages/core/test/faults/bombs.test.ts",
    "location": {
      "line": 15,
      "column": 18
    }
  },
  {
    "name": "an answer that is too much is refused > ten bombs at once do not add up to more than ten limits",
    "file": "/work/wt/fin/packages/core/test/faults/bombs.test.ts",
    "location": {
      "line": 34,
      "column": 3
    }
  },
  {
    "name": "an answer that is too much is refused > an answer that turns out too long still names what was created",
    "file": "/work/wt/fin/packages/core/test/faults/bombs.test.ts",
    "location": {
      "line": 44,
      "column": 3
    }
  },
  {
    "name": "an answer that is too much is refused > an answer below the limit is not",
    "file": "/work/wt/fin/packages/core/test/faults/bombs.test.ts",
    "location": {
      "line": 54,
      "column": 3
    }
  },
  {
    "name": "sent by $name > %s: each operation ends in its typed error, nothing precious is sent twice",
    "file": "/work/wt/fin/packages/core/test/faults/matrix.test.ts",
    "location": {
      "line": 25,
      "column": 34
    }
  },
  {
    "name": "sent by $name > %s: on a connection that served before, a billed create is not sent twice either",
    "file": "/work/wt/fin/packages/core/test/faults/matrix.test.ts",
    "location": {
      "line": 36,
      "column": 34
    }
  },
  {
    "name": "%s: the error names what was created and billed",
    "file": "/work/wt/fin/packages/core/test/faults/matrix.test.ts",
    "location": {
      "line": 56,
      "column": 33
    }
  },
  {
    "name": "a page that calls itself JSON is called a page",
    "file": "/work/wt/fin/packages/core/test/faults/matrix.test.ts",
    "location": {
      "line": 62,
      "column": 1
    }
  },
  {
    "name": "a redirect is never followed > $status to another origin for $operation by $sender: nothing arrives there, and no print says where",
    "file": "/work/wt/fin/packages/core/test/faults/redirect.test.ts",
    "location": {
      "line": 22,
      "column": 29
    }
  },
  {
    "name": "a redirect is never followed > %s to a path of the same origin is not followed either",
    "file": "/work/wt/fin/packages/core/test/faults/redirect.test.ts",
    "location": {
      "line": 43,
      "column": 32
    }
  },
  {
    "name": "a redirect is never followed > a Location that is no URL changes nothing",
    "file": "/work/wt/fin/packages/core/test/faults/redirect.test.ts",
    "location": {
      "line": 54,
      "column": 3
    }
  },
  {
    "name": "a redirect is never followed > the opaque redirect of a browser is one too",
    "file": "/work/wt/fin/packages/core/test/faults/redirect.test.ts",
    "location": {
      "line": 61,
      "column": 3
    }
  },
  {
    "name": "the operations above stand for GET, POST and PUT",
    "file": "/work/wt/fin/packages/core/test/faults/redirect.test.ts",
    "location": {
      "line": 71,
      "column": 1
    }
  },
  {
    "name": "a free read survives > $operation: one $fault",
    "file": "/work/wt/fin/packages/core/test/faults/resend.test.ts",
    "location": {
      "line": 23,
      "column": 29
    }
  },
  {
    "name": "what provably never left may be sent again > nobody listens: not_sent, also for a billed create",
    "file": "/work/wt/fin/packages/core/test/faults/resend.test.ts",
    "location": {
      "line": 36,
      "column": 3
    }
  },
  {
    "name": "what provably never left may be sent again > a replacement that may have been made is not called unsent because its second try was",
    "file": "/work/wt/fin/packages/core/test/faults/resend.test.ts",
    "location": {
      "line": 43,
      "column": 3
    }
  },
  {
    "name": "429 is a no before work > %s waits as long as it is asked to and then succeeds",
    "file": "/work/wt/fin/packages/core/test/faults/resend.test.ts",
    "location": {
      "line": 56,
      "column": 99
    }
  },
  {
    "name": "429 is a no before work > a broken second try of a billed create is the last",
    "file": "/work/wt/fin/packages/core/test/faults/resend.test.ts",
    "location": {
      "line": 67,
      "column": 3
    }
  },
  {
    "name": "an outage is not answered with a storm: 200 failing reads make 35 extra requests",
    "file": "/work/wt/fin/packages/core/test/faults/resend.test.ts",
    "location": {
      "line": 75,
      "column": 1
    }
  },
  {
    "name": "resends that help cost nothing: a client whose second tries succeed never runs dry",
    "file": "/work/wt/fin/packages/core/test/faults/resend.test.ts",
    "location": {
      "line": 83,
      "column": 1
    }
  },
  {
    "name": "the wait before a resend > is full jitter up to 50 and 100 ms: $waits ms at a random of $random",
    "file": "/work/wt/fin/packages/core/test/faults/resend.test.ts",
    "location": {
      "line": 97,
      "column": 5
    }
  },
  {
    "name": "a base URL > %s is read as an origin and a path without a slash at the end",
    "file": "/work/wt/fin/packages/core/test/unit/base-url.test.ts",
    "location": {
      "line": 18,
      "column": 5
    }
  },
  {
    "name": "a base URL > loses the empty query or fragment of %s",
    "file": "/work/wt/fin/packages/core/test/unit/base-url.test.ts",
    "location": {
      "line": 22,
      "column": 71
    }
  },
  {
    "name": "a base URL > refuses %j",
    "file": "/work/wt/fin/packages/core/test/unit/base-url.test.ts",
    "location": {
      "line": 62,
      "column": 5
    }
  },
  {
    "name": "a base URL > refuses surplus slashes: an empty host name in a template would make the path the host",
    "file": "/work/wt/fin/packages/core/test/unit/base-url.test.ts",
    "location": {
      "line": 66,
      "column": 3
    }
  },
  {
    "name": "a base URL > never quotes the value that it refuses",
    "file": "/work/wt/fin/packages/core/test/unit/base-url.test.ts",
    "location": {
      "line": 76,
      "column": 3
    }
  },
  {
    "name": "http without TLS > is taken for this machine: %s",
    "file": "/work/wt/fin/packages/core/test/unit/base-url.test.ts",
    "location": {
      "line": 99,
      "column": 5
    }
  },
  {
    "name": "http without TLS > is refused for another: %s",
    "file": "/work/wt/fin/packages/core/test/unit/base-url.test.ts",
    "location": {
      "line": 116,
      "column": 5
    }
  },
  {
    "name": "http without TLS > is taken for any machine when the caller allows it",
    "file": "/work/wt/fin/packages/core/test/unit/base-url.test.ts",
    "location": {
      "line": 124,
      "column": 3
    }
  },
  {
    "name": "http without TLS > no other scheme is allowed with it",
    "file": "/work/wt/fin/packages/core/test/unit/base-url.test.ts",
    "location": {
      "line": 131,
      "column": 3
    }
  },
  {
    "name": "how a token is asked for > id and secret go into the form, with scope and audience",
    "file": "/work/wt/fin/packages/core/test/unit/client-credentials.test.ts",
    "location": {
      "line": 20,
      "column": 3
    }
  },
  {
    "name": "how a token is asked for > or into a Basic header, and then not into the form",
    "file": "/work/wt/fin/packages/core/test/unit/client-credentials.test.ts",
    "location": {
      "line": 25,
      "column": 3
    }
  },
  {
    "name": "how a token is asked for > scope and audience may be others, or none",
    "file": "/work/wt/fin/packages/core/test/unit/client-credentials.test.ts",
    "location": {
      "line": 31,
      "column": 3
    }
  },
  {
    "name": "how a token is asked for > the token endpoint may stand elsewhere",
    "file": "/work/wt/fin/packages/core/test/unit/client-credentials.test.ts",
    "location": {
      "line": 37,
      "column": 3
    }
  },
  {
    "name": "how a token is asked for > every option that cannot work is named at once, without a part of the secret",
    "file": "/work/wt/fin/packages/core/test/unit/client-credentials.test.ts",
    "location": {
      "line": 48,
      "column": 3
    }
  },
  {
    "name": "how a token is asked for > a base URL without credentials is the caller's own backend: no token is asked for",
    "file": "/work/wt/fin/packages/core/test/unit/client-credentials.test.ts",
    "location": {
      "line": 55,
      "column": 3
    }
  },
  {
    "name": "one token request for all who wait > 1,000 concurrent calls without a token make 1, on sockets",
    "file": "/work/wt/fin/packages/core/test/unit/client-credentials.test.ts",
    "location": {
      "line": 65,
      "column": 3
    }
  },
  {
    "name": "one token request for all who wait > one caller's abort does not end it for the others",
    "file": "/work/wt/fin/packages/core/test/unit/client-credentials.test.ts",
    "location": {
      "line": 81,
      "column": 3
    }
  },
  {
    "name": "on a clock that is moved > at expiry 1,000 concurrent calls make 1 token request",
    "file": "/work/wt/fin/packages/core/test/unit/client-credentials.test.ts",
    "location": {
      "line": 103,
      "column": 3
    }
  },
  {
    "name": "on a clock that is moved > a long search never starts on a token that ends before it: 9:50 of 10:00 used",
    "file": "/work/wt/fin/packages/core/test/unit/client-credentials.test.ts",
    "location": {
      "line": 113,
      "column": 3
    }
  },
  {
    "name": "on a clock that is moved > a 180 s search with $used s used goes out on $search",
    "file": "/work/wt/fin/packages/core/test/unit/client-credentials.test.ts",
    "location": {
      "line": 126,
      "column": 5
    }
  },
  {
    "name": "on a clock that is moved > a call longer than tokens live waits for none that cannot exist: half a life is enough",
    "file": "/work/wt/fin/packages/core/test/unit/client-credentials.test.ts",
    "location": {
      "line": 135,
      "column": 3
    }
  },
  {
    "name": "on a clock that is moved > below 120 s left a token is renewed while the call goes out on the old one",
    "file": "/work/wt/fin/packages/core/test/unit/client-credentials.test.ts",
    "location": {
      "line": 145,
      "column": 3
    }
  },
  {
    "name": "on a clock that is moved > with the token endpoint down, a token that is still good is used, and it is asked for at most once a second",
    "file": "/work/wt/fin/packages/core/test/unit/client-credentials.test.ts",
    "location": {
      "line": 156,
      "column": 3
    }
  },
  {
    "name": "on a clock that is moved > with the token endpoint down and no token, callers fail by their deadline, nothing is sent",
    "file": "/work/wt/fin/packages/core/test/unit/client-credentials.test.ts",
    "location": {
      "line": 172,
      "column": 3
    }
  },
  {
    "name": "on a clock that is moved > a wrong secret is told at once and not tried again within a second",
    "file": "/work/wt/fin/packages/core/test/unit/client-credentials.test.ts",
    "location": {
      "line": 192,
      "column": 3
    }
  },
  {
    "name": "on a clock that is moved > setting the machine's clock an hour on or back renews nothing",
    "file": "/work/wt/fin/packages/core/test/unit/client-credentials.test.ts",
    "location": {
      "line": 210,
      "column": 3
    }
  },
  {
    "name": "on a clock that is moved > after 20 minutes of sleep that the monotonic clock counts, there is one renewal",
    "file": "/work/wt/fin/packages/core/test/unit/client-credentials.test.ts",
    "location": {
      "line": 221,
      "column": 3
    }
  },
  {
    "name": "on a clock that is moved > after a sleep that it does not count, the vendor's 401 leads to one renewal for all",
    "file": "/work/wt/fin/packages/core/test/unit/client-credentials.test.ts",
    "location": {
      "line": 230,
      "column": 3
    }
  },
  {
    "name": "on a clock that is moved > a second 401 is final: never three requests, and a create is refused, not unknown",
    "file": "/work/wt/fin/packages/core/test/unit/client-credentials.test.ts",
    "location": {
      "line": 241,
      "column": 3
    }
  },
  {
    "name": "on a clock that is moved > a 401 on a token younger than 5 s is final at once",
    "file": "/work/wt/fin/packages/core/test/unit/client-credentials.test.ts",
    "location": {
      "line": 253,
      "column": 3
    }
  },
  {
    "name": "on a clock that is moved > a token without a life gets the usual one",
    "file": "/work/wt/fin/packages/core/test/unit/client-credentials.test.ts",
    "location": {
      "line": 263,
      "column": 3
    }
  },
  {
    "name": "what is no token > %s",
    "file": "/work/wt/fin/packages/core/test/unit/client-credentials.test.ts",
    "location": {
      "line": 281,
      "column": 5
    }
  },
  {
    "name": "secrecy > neither secret nor token is shown by a client or an error",
    "file": "/work/wt/fin/packages/core/test/unit/client-credentials.test.ts",
    "location": {
      "line": 297,
      "column": 3
    }
  },
  {
    "name": "secrecy > the headers are handed out to who asks for them",
    "file": "/work/wt/fin/packages/core/test/unit/client-credentials.test.ts",
    "location": {
      "line": 311,
      "column": 3
    }
  },
  {
    "name": "where the calls go > is the named environment",
    "file": "/work/wt/fin/packages/core/test/unit/configure.test.ts",
    "location": {
      "line": 40,
      "column": 3
    }
  },
  {
    "name": "where the calls go > is the base URL of the caller's",
    "file": "/work/wt/fin/packages/core/test/unit/configure.test.ts",
    "location": {
      "line": 47,
      "column": 3
    }
  },
  {
    "name": "where the calls go > is never implied",
    "file": "/work/wt/fin/packages/core/test/unit/configure.test.ts",
    "location": {
      "line": 54,
      "column": 3
    }
  },
  {
    "name": "where the calls go > is not said twice",
    "file": "/work/wt/fin/packages/core/test/unit/configure.test.ts",
    "location": {
      "line": 60,
      "column": 3
    }
  },
  {
    "name": "where the calls go > is not the unknown environment %o",
    "file": "/work/wt/fin/packages/core/test/unit/configure.test.ts",
    "location": {
      "line": 66,
      "column": 99
    }
  },
  {
    "name": "where the calls go > is not a base URL that cannot be used",
    "file": "/work/wt/fin/packages/core/test/unit/configure.test.ts",
    "location": {
      "line": 75,
      "column": 3
    }
  },
  {
    "name": "where the calls go > is http inside a private network only when the caller says true, and nothing like it",
    "file": "/work/wt/fin/packages/core/test/unit/configure.test.ts",
    "location": {
      "line": 81,
      "column": 3
    }
  },
  {
    "name": "where the calls go > is missed as well when the options are %o",
    "file": "/work/wt/fin/packages/core/test/unit/configure.test.ts",
    "location": {
      "line": 89,
      "column": 42
    }
  },
  {
    "name": "the credential > may be left out with a base URL: the caller's own backend adds it",
    "file": "/work/wt/fin/packages/core/test/unit/configure.test.ts",
    "location": {
      "line": 95,
      "column": 3
    }
  },
  {
    "name": "the credential > is needed for an environment",
    "file": "/work/wt/fin/packages/core/test/unit/configure.test.ts",
    "location": {
      "line": 102,
      "column": 3
    }
  },
  {
    "name": "the credential > is not %o, with a base URL either",
    "file": "/work/wt/fin/packages/core/test/unit/configure.test.ts",
    "location": {
      "line": 120,
      "column": 5
    }
  },
  {
    "name": "the credential > is refused, and no part of it is told: %j",
    "file": "/work/wt/fin/packages/core/test/unit/configure.test.ts",
    "location": {
      "line": 168,
      "column": 18
    }
  },
  {
    "name": "the credential > was tried in more than 50 broken forms",
    "file": "/work/wt/fin/packages/core/test/unit/configure.test.ts",
    "location": {
      "line": 177,
      "column": 8
    }
  },
  {
    "name": "the credential > may hold every visible ASCII character",
    "file": "/work/wt/fin/packages/core/test/unit/configure.test.ts",
    "location": {
      "line": 181,
      "column": 8
    }
  },
  {
    "name": "the credential > is shown by no inspection of the transport that holds it",
    "file": "/work/wt/fin/packages/core/test/unit/configure.test.ts",
    "location": {
      "line": 186,
      "column": 8
    }
  },
  {
    "name": "in a browser > a page is given no credential",
    "file": "/work/wt/fin/packages/core/test/unit/configure.test.ts",
    "location": {
      "line": 199,
      "column": 8
    }
  },
  {
    "name": "in a browser > a worker of a page is given none either",
    "file": "/work/wt/fin/packages/core/test/unit/configure.test.ts",
    "location": {
      "line": 204,
      "column": 8
    }
  },
  {
    "name": "in a browser > a client without a credential is built",
    "file": "/work/wt/fin/packages/core/test/unit/configure.test.ts",
    "location": {
      "line": 209,
      "column": 8
    }
  },
  {
    "name": "in a browser > a credential is taken when the caller says true, and nothing like it",
    "file": "/work/wt/fin/packages/core/test/unit/configure.test.ts",
    "location": {
      "line": 214,
      "column": 8
    }
  },
  {
    "name": "in a browser > is not what Deno and others are that have a window and no document",
    "file": "/work/wt/fin/packages/core/test/unit/configure.test.ts",
    "location": {
      "line": 221,
      "column": 8
    }
  },
  {
    "name": "the other options > are refused by name and reason: %o",
    "file": "/work/wt/fin/packages/core/test/unit/configure.test.ts",
    "location": {
      "line": 252,
      "column": 6
    }
  },
  {
    "name": "the other options > are taken at their limits: %o",
    "file": "/work/wt/fin/packages/core/test/unit/configure.test.ts",
    "location": {
      "line": 266,
      "column": 6
    }
  },
  {
    "name": "the other options > are refused all at once",
    "file": "/work/wt/fin/packages/core/test/unit/configure.test.ts",
    "location": {
      "line": 270,
      "column": 8
    }
  },
  {
    "name": "the other options > are told in one sentence each",
    "file": "/work/wt/fin/packages/core/test/unit/configure.test.ts",
    "location": {
      "line": 292,
      "column": 8
    }
  },
  {
    "name": "the other options > are read as they were said, not as Object.prototype was polluted",
    "file": "/work/wt/fin/packages/core/test/unit/configure.test.ts",
    "location": {
      "line": 304,
      "column": 8
    }
  },
  {
    "name": "another path for an inferred operation > is taken: %j",
    "file": "/work/wt/fin/packages/core/test/unit/configure.test.ts",
    "location": {
      "line": 325,
      "column": 6
    }
  },
  {
    "name": "another path for an inferred operation > is where the call goes",
    "file": "/work/wt/fin/packages/core/test/unit/configure.test.ts",
    "location": {
      "line": 329,
      "column": 8
    }
  },
  {
    "name": "another path for an inferred operation > is refused: %j",
    "file": "/work/wt/fin/packages/core/test/unit/configure.test.ts",
    "location": {
      "line": 364,
      "column": 6
    }
  },
  {
    "name": "another path for an inferred operation > has no placeholder where the documented one has none",
    "file": "/work/wt/fin/packages/core/test/unit/configure.test.ts",
    "location": {
      "line": 370,
      "column": 8
    }
  },
  {
    "name": "another path for an inferred operation > is refused for the operation %s, whose path is documented or which there is not",
    "file": "/work/wt/fin/packages/core/test/unit/configure.test.ts",
    "location": {
      "line": 377,
      "column": 5
    }
  },
  {
    "name": "every error > says what happened: %s",
    "file": "/work/wt/fin/packages/core/test/unit/errors.test.ts",
    "location": {
      "line": 243,
      "column": 18
    }
  },
  {
    "name": "every error > says which call failed, and after what",
    "file": "/work/wt/fin/packages/core/test/unit/errors.test.ts",
    "location": {
      "line": 251,
      "column": 3
    }
  },
  {
    "name": "every error > shows nothing it must not, however it is printed: %s",
    "file": "/work/wt/fin/packages/core/test/unit/errors.test.ts",
    "location": {
      "line": 265,
      "column": 18
    }
  },
  {
    "name": "every error > is printed with its facts as JSON: %s",
    "file": "/work/wt/fin/packages/core/test/unit/errors.test.ts",
    "location": {
      "line": 287,
      "column": 18
    }
  },
  {
    "name": "every error > has no field that is there and empty: %s",
    "file": "/work/wt/fin/packages/core/test/unit/errors.test.ts",
    "location": {
      "line": 297,
      "column": 18
    }
  },
  {
    "name": "what is kept out of sight > is handed out when it is asked for",
    "file": "/work/wt/fin/packages/core/test/unit/errors.test.ts",
    "location": {
      "line": 304,
      "column": 3
    }
  },
  {
    "name": "what is kept out of sight > may not be there at all",
    "file": "/work/wt/fin/packages/core/test/unit/errors.test.ts",
    "location": {
      "line": 328,
      "column": 3
    }
  },
  {
    "name": "reconciling > hands the caller's choices on",
    "file": "/work/wt/fin/packages/core/test/unit/errors.test.ts",
    "location": {
      "line": 340,
      "column": 3
    }
  },
  {
    "name": "reconciling > throws the same error again where the vendor offers no look-up",
    "file": "/work/wt/fin/packages/core/test/unit/errors.test.ts",
    "location": {
      "line": 347,
      "column": 3
    }
  },
  {
    "name": "a cause > of another library is reduced to its class and its system code",
    "file": "/work/wt/fin/packages/core/test/unit/errors.test.ts",
    "location": {
      "line": 354,
      "column": 3
    }
  },
  {
    "name": "a cause > is told without anything that it quotes: %o",
    "file": "/work/wt/fin/packages/core/test/unit/errors.test.ts",
    "location": {
      "line": 376,
      "column": 5
    }
  },
  {
    "name": "a cause > that throws when it is read is told without it",
    "file": "/work/wt/fin/packages/core/test/unit/errors.test.ts",
    "location": {
      "line": 381,
      "column": 3
    }
  },
  {
    "name": "a cause > that is an error of this library is kept whole",
    "file": "/work/wt/fin/packages/core/test/unit/errors.test.ts",
    "location": {
      "line": 390,
      "column": 3
    }
  },
  {
    "name": "a cause > that was not given is not there",
    "file": "/work/wt/fin/packages/core/test/unit/errors.test.ts",
    "location": {
      "line": 396,
      "column": 3
    }
  },
  {
    "name": "a cause > that turns in a circle is read to an end",
    "file": "/work/wt/fin/packages/core/test/unit/errors.test.ts",
    "location": {
      "line": 401,
      "column": 3
    }
  },
  {
    "name": "the class by status > of %i is %s",
    "file": "/work/wt/fin/packages/core/test/unit/errors.test.ts",
    "location": {
      "line": 425,
      "column": 5
    }
  },
  {
    "name": "recognising an error > each guard knows its own",
    "file": "/work/wt/fin/packages/core/test/unit/errors.test.ts",
    "location": {
      "line": 438,
      "column": 3
    }
  },
  {
    "name": "recognising an error > no guard takes anything else for one",
    "file": "/work/wt/fin/packages/core/test/unit/errors.test.ts",
    "location": {
      "line": 453,
      "column": 3
    }
  },
  {
    "name": "recognising an error > knows an error that another copy of this library threw",
    "file": "/work/wt/fin/packages/core/test/unit/errors.test.ts",
    "location": {
      "line": 470,
      "column": 3
    }
  },
  {
    "name": "recognising an error > an error that another copy threw has the name that its status has here",
    "file": "/work/wt/fin/packages/core/test/unit/errors.test.ts",
    "location": {
      "line": 484,
      "column": 3
    }
  },
  {
    "name": "recognising an error > a cause from another copy is kept whole as well",
    "file": "/work/wt/fin/packages/core/test/unit/errors.test.ts",
    "location": {
      "line": 502,
      "column": 3
    }
  },
  {
    "name": "a call that a guard refuses sends nothing, and says why",
    "file": "/work/wt/fin/packages/core/test/unit/guard.test.ts",
    "location": {
      "line": 8,
      "column": 1
    }
  },
  {
    "name": "a guard that says nothing lets the call through",
    "file": "/work/wt/fin/packages/core/test/unit/guard.test.ts",
    "location": {
      "line": 24,
      "column": 1
    }
  },
  {
    "name": "an observer > is told the event",
    "file": "/work/wt/fin/packages/core/test/unit/hooks.test.ts",
    "location": {
      "line": 8,
      "column": 3
    }
  },
  {
    "name": "an observer > may be missing",
    "file": "/work/wt/fin/packages/core/test/unit/hooks.test.ts",
    "location": {
      "line": 14,
      "column": 3
    }
  },
  {
    "name": "an observer > changes nothing when it throws, and what it throws is told",
    "file": "/work/wt/fin/packages/core/test/unit/hooks.test.ts",
    "location": {
      "line": 18,
      "column": 3
    }
  },
  {
    "name": "an observer > changes nothing when it throws and nobody is there to be told",
    "file": "/work/wt/fin/packages/core/test/unit/hooks.test.ts",
    "location": {
      "line": 31,
      "column": 3
    }
  },
  {
    "name": "an observer > changes nothing when the one who is told throws as well",
    "file": "/work/wt/fin/packages/core/test/unit/hooks.test.ts",
    "location": {
      "line": 43,
      "column": 3
    }
  },
  {
    "name": "an observer > that is asynchronous may fail later: it does not end the process",
    "file": "/work/wt/fin/packages/core/test/unit/hooks.test.ts",
    "location": {
      "line": 59,
      "column": 3
    }
  },
  {
    "name": "an observer > is not waited for",
    "file": "/work/wt/fin/packages/core/test/unit/hooks.test.ts",
    "location": {
      "line": 77,
      "column": 3
    }
  },
  {
    "name": "drift > is told once for each operation, field and kind",
    "file": "/work/wt/fin/packages/core/test/unit/hooks.test.ts",
    "location": {
      "line": 83,
      "column": 3
    }
  },
  {
    "name": "drift > is told by each client on its own",
    "file": "/work/wt/fin/packages/core/test/unit/hooks.test.ts",
    "location": {
      "line": 100,
      "column": 3
    }
  },
  {
    "name": "drift > is remembered within bounds",
    "file": "/work/wt/fin/packages/core/test/unit/hooks.test.ts",
    "location": {
      "line": 107,
      "column": 3
    }
  },
  {
    "name": "drift > changes nothing when the observer throws",
    "file": "/work/wt/fin/packages/core/test/unit/hooks.test.ts",
    "location": {
      "line": 114,
      "column": 3
    }
  },
  {
    "name": "depth > 64 levels are read and 65 are not",
    "file": "/work/wt/fin/packages/core/test/unit/json.test.ts",
    "location": {
      "line": 16,
      "column": 3
    }
  },
  {
    "name": "depth > a bomb of 100,000 levels is refused and does not reach the stack",
    "file": "/work/wt/fin/packages/core/test/unit/json.test.ts",
    "location": {
      "line": 23,
      "column": 3
    }
  },
  {
    "name": "depth > brackets inside strings are no levels",
    "file": "/work/wt/fin/packages/core/test/unit/json.test.ts",
    "location": {
      "line": 28,
      "column": 3
    }
  },
  {
    "name": "depth > the limit is the caller's to lower",
    "file": "/work/wt/fin/packages/core/test/unit/json.test.ts",
    "location": {
      "line": 32,
      "column": 3
    }
  },
  {
    "name": "number of values > 200,000 are read, the outermost included, and one more is not",
    "file": "/work/wt/fin/packages/core/test/unit/json.test.ts",
    "location": {
      "line": 40,
      "column": 3
    }
  },
  {
    "name": "number of values > keys of objects count as well",
    "file": "/work/wt/fin/packages/core/test/unit/json.test.ts",
    "location": {
      "line": 45,
      "column": 3
    }
  },
  {
    "name": "number of values > values are counted over all levels",
    "file": "/work/wt/fin/packages/core/test/unit/json.test.ts",
    "location": {
      "line": 53,
      "column": 3
    }
  },
  {
    "name": "a decision that stands twice > is refused: %s",
    "file": "/work/wt/fin/packages/core/test/unit/json.test.ts",
    "location": {
      "line": 80,
      "column": 5
    }
  },
  {
    "name": "a decision that stands twice > is not what this is: %s",
    "file": "/work/wt/fin/packages/core/test/unit/json.test.ts",
    "location": {
      "line": 97,
      "column": 5
    }
  },
  {
    "name": "a decision that stands twice > is looked for among the decisive keys only",
    "file": "/work/wt/fin/packages/core/test/unit/json.test.ts",
    "location": {
      "line": 101,
      "column": 3
    }
  },
  {
    "name": "a decision that stands twice > is found for any of several keys",
    "file": "/work/wt/fin/packages/core/test/unit/json.test.ts",
    "location": {
      "line": 106,
      "column": 3
    }
  },
  {
    "name": "a decision that stands twice > is found under a name that objects have by nature",
    "file": "/work/wt/fin/packages/core/test/unit/json.test.ts",
    "location": {
      "line": 110,
      "column": 3
    }
  },
  {
    "name": "a decision that stands twice > is found behind a string of 9 MB, which would exhaust the stack of a regular expression",
    "file": "/work/wt/fin/packages/core/test/unit/json.test.ts",
    "location": {
      "line": 116,
      "column": 3
    }
  },
  {
    "name": "an integer that would be rounded > is refused: %s",
    "file": "/work/wt/fin/packages/core/test/unit/json.test.ts",
    "location": {
      "line": 141,
      "column": 5
    }
  },
  {
    "name": "an integer that would be rounded > is not what this is: %s",
    "file": "/work/wt/fin/packages/core/test/unit/json.test.ts",
    "location": {
      "line": 159,
      "column": 5
    }
  },
  {
    "name": "an integer that would be rounded > is not a number with a fraction or an exponent: that is a measurement",
    "file": "/work/wt/fin/packages/core/test/unit/json.test.ts",
    "location": {
      "line": 163,
      "column": 3
    }
  },
  {
    "name": "a text that is not JSON > was cut: %s",
    "file": "/work/wt/fin/packages/core/test/unit/json.test.ts",
    "location": {
      "line": 189,
      "column": 5
    }
  },
  {
    "name": "a text that is not JSON > is no JSON at all: %j",
    "file": "/work/wt/fin/packages/core/test/unit/json.test.ts",
    "location": {
      "line": 222,
      "column": 5
    }
  },
  {
    "name": "a text that is not JSON > is never quoted",
    "file": "/work/wt/fin/packages/core/test/unit/json.test.ts",
    "location": {
      "line": 226,
      "column": 3
    }
  },
  {
    "name": "a text that is not JSON > is cut wherever a whole answer stops early",
    "file": "/work/wt/fin/packages/core/test/unit/json.test.ts",
    "location": {
      "line": 236,
      "column": 3
    }
  },
  {
    "name": "any JSON value > comes back as it went, with decisive keys once in each object",
    "file": "/work/wt/fin/packages/core/test/unit/json.test.ts",
    "location": {
      "line": 269,
      "column": 3
    }
  },
  {
    "name": "any JSON value > is refused as soon as one decisive key stands in one object twice",
    "file": "/work/wt/fin/packages/core/test/unit/json.test.ts",
    "location": {
      "line": 294,
      "column": 3
    }
  },
  {
    "name": "any JSON value > is refused as soon as it holds one unsafe integer",
    "file": "/work/wt/fin/packages/core/test/unit/json.test.ts",
    "location": {
      "line": 307,
      "column": 3
    }
  },
  {
    "name": "any JSON value > in any broken text ends in a fault and never in another error",
    "file": "/work/wt/fin/packages/core/test/unit/json.test.ts",
    "location": {
      "line": 320,
      "column": 3
    }
  },
  {
    "name": "a failure that provably sent nothing > Node says by the code of the cause: %s",
    "file": "/work/wt/fin/packages/core/test/unit/outcome.test.ts",
    "location": {
      "line": 31,
      "column": 5
    }
  },
  {
    "name": "a failure that provably sent nothing > Node says so as well when every address of a host refused",
    "file": "/work/wt/fin/packages/core/test/unit/outcome.test.ts",
    "location": {
      "line": 35,
      "column": 3
    }
  },
  {
    "name": "a failure that provably sent nothing > Bun says by the code of the error itself: %s",
    "file": "/work/wt/fin/packages/core/test/unit/outcome.test.ts",
    "location": {
      "line": 42,
      "column": 74
    }
  },
  {
    "name": "a failure that provably sent nothing > Deno says by text alone: $message",
    "file": "/work/wt/fin/packages/core/test/unit/outcome.test.ts",
    "location": {
      "line": 57,
      "column": 5
    }
  },
  {
    "name": "a failure after which nothing is known > Node says %s",
    "file": "/work/wt/fin/packages/core/test/unit/outcome.test.ts",
    "location": {
      "line": 75,
      "column": 5
    }
  },
  {
    "name": "a failure after which nothing is known > TLS broke with %s, which it does after the request was read as well",
    "file": "/work/wt/fin/packages/core/test/unit/outcome.test.ts",
    "location": {
      "line": 85,
      "column": 5
    }
  },
  {
    "name": "a failure after which nothing is known > a connection that stood reports %s when it reads or writes",
    "file": "/work/wt/fin/packages/core/test/unit/outcome.test.ts",
    "location": {
      "line": 89,
      "column": 61
    }
  },
  {
    "name": "a failure after which nothing is known > %s says so",
    "file": "/work/wt/fin/packages/core/test/unit/outcome.test.ts",
    "location": {
      "line": 122,
      "column": 5
    }
  },
  {
    "name": "a failure after which nothing is known > %o was thrown, which is no error at all",
    "file": "/work/wt/fin/packages/core/test/unit/outcome.test.ts",
    "location": {
      "line": 126,
      "column": 72
    }
  },
  {
    "name": "a failure after which nothing is known > the error turns in a circle",
    "file": "/work/wt/fin/packages/core/test/unit/outcome.test.ts",
    "location": {
      "line": 133,
      "column": 3
    }
  },
  {
    "name": "an answer with an error status > is a refusal in exactly these cases; every other leaves it unknown",
    "file": "/work/wt/fin/packages/core/test/unit/outcome.test.ts",
    "location": {
      "line": 146,
      "column": 3
    }
  },
  {
    "name": "an answer with an error status > leaves it unknown where a gateway answered while the vendor worked",
    "file": "/work/wt/fin/packages/core/test/unit/outcome.test.ts",
    "location": {
      "line": 153,
      "column": 3
    }
  },
  {
    "name": "a redirect > says that nothing was done when the request is to be repeated elsewhere",
    "file": "/work/wt/fin/packages/core/test/unit/outcome.test.ts",
    "location": {
      "line": 161,
      "column": 3
    }
  },
  {
    "name": "a redirect > leaves it unknown when it says \\\"see there\\\", or when the browser hides it",
    "file": "/work/wt/fin/packages/core/test/unit/outcome.test.ts",
    "location": {
      "line": 165,
      "column": 3
    }
  },
  {
    "name": "a success that cannot be read > is something created when the operation creates",
    "file": "/work/wt/fin/packages/core/test/unit/outcome.test.ts",
    "location": {
      "line": 173,
      "column": 3
    }
  },
  {
    "name": "a success that cannot be read > is unknown for everything else",
    "file": "/work/wt/fin/packages/core/test/unit/outcome.test.ts",
    "location": {
      "line": 177,
      "column": 3
    }
  },
  {
    "name": "a list with numbered pages > ends when the announced total is read, without a look at the page behind it",
    "file": "/work/wt/fin/packages/core/test/unit/pagination.test.ts",
    "location": {
      "line": 49,
      "column": 3
    }
  },
  {
    "name": "a list with numbered pages > ends at an empty page when no total is announced",
    "file": "/work/wt/fin/packages/core/test/unit/pagination.test.ts",
    "location": {
      "line": 55,
      "column": 3
    }
  },
  {
    "name": "a list with numbered pages > ends at an empty page though more was announced",
    "file": "/work/wt/fin/packages/core/test/unit/pagination.test.ts",
    "location": {
      "line": 61,
      "column": 3
    }
  },
  {
    "name": "a list with numbered pages > may be empty",
    "file": "/work/wt/fin/packages/core/test/unit/pagination.test.ts",
    "location": {
      "line": 70,
      "column": 3
    }
  },
  {
    "name": "a list with numbered pages > is read whole when the server caps the page size that was asked for",
    "file": "/work/wt/fin/packages/core/test/unit/pagination.test.ts",
    "location": {
      "line": 76,
      "column": 3
    }
  },
  {
    "name": "a list with numbered pages > is read whole when the server caps the page size and does not say so",
    "file": "/work/wt/fin/packages/core/test/unit/pagination.test.ts",
    "location": {
      "line": 82,
      "column": 3
    }
  },
  {
    "name": "a list with numbered pages > is resumed at any page",
    "file": "/work/wt/fin/packages/core/test/unit/pagination.test.ts",
    "location": {
      "line": 87,
      "column": 3
    }
  },
  {
    "name": "a list with numbered pages > keeps the rest of what was asked on every page",
    "file": "/work/wt/fin/packages/core/test/unit/pagination.test.ts",
    "location": {
      "line": 93,
      "column": 3
    }
  },
  {
    "name": "toArray > with the limit %i reads no page more than it needs",
    "file": "/work/wt/fin/packages/core/test/unit/pagination.test.ts",
    "location": {
      "line": 117,
      "column": 5
    }
  },
  {
    "name": "toArray > without an end in sight needs a limit: a list may be as long as the vendor's history",
    "file": "/work/wt/fin/packages/core/test/unit/pagination.test.ts",
    "location": {
      "line": 123,
      "column": 3
    }
  },
  {
    "name": "toArray > reads to the end when that is said",
    "file": "/work/wt/fin/packages/core/test/unit/pagination.test.ts",
    "location": {
      "line": 130,
      "column": 3
    }
  },
  {
    "name": "reading on demand > asks for nothing before it is iterated",
    "file": "/work/wt/fin/packages/core/test/unit/pagination.test.ts",
    "location": {
      "line": 136,
      "column": 3
    }
  },
  {
    "name": "reading on demand > ends with an early break",
    "file": "/work/wt/fin/packages/core/test/unit/pagination.test.ts",
    "location": {
      "line": 143,
      "column": 3
    }
  },
  {
    "name": "reading on demand > goes page by page as well",
    "file": "/work/wt/fin/packages/core/test/unit/pagination.test.ts",
    "location": {
      "line": 149,
      "column": 3
    }
  },
  {
    "name": "reading on demand > ends with an early break between pages",
    "file": "/work/wt/fin/packages/core/test/unit/pagination.test.ts",
    "location": {
      "line": 156,
      "column": 3
    }
  },
  {
    "name": "reading on demand > begins anew with each iteration",
    "file": "/work/wt/fin/packages/core/test/unit/pagination.test.ts",
    "location": {
      "line": 162,
      "column": 3
    }
  },
  {
    "name": "reading on demand > hands a failure on and asks for nothing after it",
    "file": "/work/wt/fin/packages/core/test/unit/pagination.test.ts",
    "location": {
      "line": 171,
      "column": 3
    }
  },
  {
    "name": "a list that turns in a circle > stops at a cursor that came before",
    "file": "/work/wt/fin/packages/core/test/unit/pagination.test.ts",
    "location": {
      "line": 193,
      "column": 3
    }
  },
  {
    "name": "a list that turns in a circle > stops at a page that names itself",
    "file": "/work/wt/fin/packages/core/test/unit/pagination.test.ts",
    "location": {
      "line": 199,
      "column": 3
    }
  },
  {
    "name": "a list that turns in a circle > is left whatever its pages link to, and no page is read twice",
    "file": "/work/wt/fin/packages/core/test/unit/pagination.test.ts",
    "location": {
      "line": 205,
      "column": 3
    }
  },
  {
    "name": "against any sound server > each item comes once, in order, and the list ends",
    "file": "/work/wt/fin/packages/core/test/unit/pagination.test.ts",
    "location": {
      "line": 225,
      "column": 3
    }
  },
  {
    "name": "against any sound server > a limit cuts it and nothing else",
    "file": "/work/wt/fin/packages/core/test/unit/pagination.test.ts",
    "location": {
      "line": 243,
      "column": 3
    }
  },
  {
    "name": "against any sound server > a server that answers behind its end with the last page again does not make it endless",
    "file": "/work/wt/fin/packages/core/test/unit/pagination.test.ts",
    "location": {
      "line": 256,
      "column": 3
    }
  },
  {
    "name": "memory > holds one page, however long the list is",
    "file": "/work/wt/fin/packages/core/test/unit/pagination.test.ts",
    "location": {
      "line": 264,
      "column": 3
    }
  },
  {
    "name": "a value that becomes one segment of a path > may be %j",
    "file": "/work/wt/fin/packages/core/test/unit/path-segment.test.ts",
    "location": {
      "line": 30,
      "column": 6
    }
  },
  {
    "name": "a value that becomes one segment of a path > is not empty",
    "file": "/work/wt/fin/packages/core/test/unit/path-segment.test.ts",
    "location": {
      "line": 34,
      "column": 3
    }
  },
  {
    "name": "a value that becomes one segment of a path > is at most 256 characters long",
    "file": "/work/wt/fin/packages/core/test/unit/path-segment.test.ts",
    "location": {
      "line": 38,
      "column": 3
    }
  },
  {
    "name": "a value that becomes one segment of a path > refuses the dot segment %j however often it is encoded",
    "file": "/work/wt/fin/packages/core/test/unit/path-segment.test.ts",
    "location": {
      "line": 56,
      "column": 6
    }
  },
  {
    "name": "a value that becomes one segment of a path > refuses %j, which is more than one segment",
    "file": "/work/wt/fin/packages/core/test/unit/path-segment.test.ts",
    "location": {
      "line": 61,
      "column": 5
    }
  },
  {
    "name": "a value that becomes one segment of a path > refuses the separator in %j at any depth of encoding",
    "file": "/work/wt/fin/packages/core/test/unit/path-segment.test.ts",
    "location": {
      "line": 82,
      "column": 6
    }
  },
  {
    "name": "a value that becomes one segment of a path > refuses every control character, plain, encoded and encoded twice",
    "file": "/work/wt/fin/packages/core/test/unit/path-segment.test.ts",
    "location": {
      "line": 86,
      "column": 3
    }
  },
  {
    "name": "a value that becomes one segment of a path > refuses a lone surrogate, which no server would get as it is: %j",
    "file": "/work/wt/fin/packages/core/test/unit/path-segment.test.ts",
    "location": {
      "line": 101,
      "column": 5
    }
  },
  {
    "name": "a value that becomes one segment of a path > refuses what is encoded ten times over: nobody means that",
    "file": "/work/wt/fin/packages/core/test/unit/path-segment.test.ts",
    "location": {
      "line": 107,
      "column": 3
    }
  },
  {
    "name": "a value that becomes one segment of a path > says what is wrong without the value",
    "file": "/work/wt/fin/packages/core/test/unit/path-segment.test.ts",
    "location": {
      "line": 111,
      "column": 3
    }
  },
  {
    "name": "whatever is accepted > arrives as exactly one decoded segment, equal to the input",
    "file": "/work/wt/fin/packages/core/test/unit/path-segment.test.ts",
    "location": {
      "line": 147,
      "column": 3
    }
  },
  {
    "name": "whatever is accepted > stays one segment for servers that decode up to five times more than they should",
    "file": "/work/wt/fin/packages/core/test/unit/path-segment.test.ts",
    "location": {
      "line": 168,
      "column": 3
    }
  },
  {
    "name": "what is planted on Object.prototype does not steer a request sent by %s > %s",
    "file": "/work/wt/fin/packages/core/test/unit/prototype-pollution.test.ts",
    "location": {
      "line": 34,
      "column": 59
    }
  },
  {
    "name": "what is planted on Object.prototype does not steer a request sent by %s > %s, which keeps it from being sent",
    "file": "/work/wt/fin/packages/core/test/unit/prototype-pollution.test.ts",
    "location": {
      "line": 38,
      "column": 21
    }
  },
  {
    "name": "what is planted on Object.prototype does not steer a request sent by %s > a request without plants is this one",
    "file": "/work/wt/fin/packages/core/test/unit/prototype-pollution.test.ts",
    "location": {
      "line": 42,
      "column": 3
    }
  },
  {
    "name": "more than 60 names were planted, and none is left",
    "file": "/work/wt/fin/packages/core/test/unit/prototype-pollution.test.ts",
    "location": {
      "line": 58,
      "column": 1
    }
  },
  {
    "name": "what a vendor sends does not reach Object.prototype > when it is parsed",
    "file": "/work/wt/fin/packages/core/test/unit/prototype-pollution.test.ts",
    "location": {
      "line": 87,
      "column": 3
    }
  },
  {
    "name": "what a vendor sends does not reach Object.prototype > when it comes as an answer through %s",
    "file": "/work/wt/fin/packages/core/test/unit/prototype-pollution.test.ts",
    "location": {
      "line": 100,
      "column": 5
    }
  },
  {
    "name": "a callback > is acknowledged as the vendor wants it and handled once, copies included",
    "file": "/work/wt/fin/packages/core/test/unit/receiver-events.test.ts",
    "location": {
      "line": 12,
      "column": 3
    }
  },
  {
    "name": "a callback > of which 200 copies come at the same moment is handled once, in two processes with one store",
    "file": "/work/wt/fin/packages/core/test/unit/receiver-events.test.ts",
    "location": {
      "line": 24,
      "column": 3
    }
  },
  {
    "name": "a callback > is acknowledged at once, however slow the work is",
    "file": "/work/wt/fin/packages/core/test/unit/receiver-events.test.ts",
    "location": {
      "line": 40,
      "column": 3
    }
  },
  {
    "name": "a callback > that cannot be handed over is asked for again by all its copies, and then taken",
    "file": "/work/wt/fin/packages/core/test/unit/receiver-events.test.ts",
    "location": {
      "line": 54,
      "column": 3
    }
  },
  {
    "name": "a callback > whose hand-over is slow is not acknowledged before it is safe, and is a duplicate afterwards",
    "file": "/work/wt/fin/packages/core/test/unit/receiver-events.test.ts",
    "location": {
      "line": 70,
      "column": 3
    }
  },
  {
    "name": "a callback > that another process hands over for too long is asked for again",
    "file": "/work/wt/fin/packages/core/test/unit/receiver-events.test.ts",
    "location": {
      "line": 85,
      "column": 3
    }
  },
  {
    "name": "a callback > of a process that died before it was handed over is taken by another one when the lease is over",
    "file": "/work/wt/fin/packages/core/test/unit/receiver-events.test.ts",
    "location": {
      "line": 96,
      "column": 3
    }
  },
  {
    "name": "a callback > is forgotten after its time",
    "file": "/work/wt/fin/packages/core/test/unit/receiver-events.test.ts",
    "location": {
      "line": 107,
      "column": 3
    }
  },
  {
    "name": "a callback > is handled although every observer throws",
    "file": "/work/wt/fin/packages/core/test/unit/receiver-events.test.ts",
    "location": {
      "line": 115,
      "column": 3
    }
  },
  {
    "name": "a callback > is told without its payload, its key and its secret",
    "file": "/work/wt/fin/packages/core/test/unit/receiver-events.test.ts",
    "location": {
      "line": 125,
      "column": 3
    }
  },
  {
    "name": "a callback > wakes who waits for its subject in this process",
    "file": "/work/wt/fin/packages/core/test/unit/receiver-events.test.ts",
    "location": {
      "line": 134,
      "column": 3
    }
  },
  {
    "name": "work > that fails is tried again, and given up in the end",
    "file": "/work/wt/fin/packages/core/test/unit/receiver-events.test.ts",
    "location": {
      "line": 144,
      "column": 3
    }
  },
  {
    "name": "work > that fails once is done the second time, and once",
    "file": "/work/wt/fin/packages/core/test/unit/receiver-events.test.ts",
    "location": {
      "line": 161,
      "column": 3
    }
  },
  {
    "name": "work > may be done by another process, from a job that went through a queue as JSON",
    "file": "/work/wt/fin/packages/core/test/unit/receiver-events.test.ts",
    "location": {
      "line": 175,
      "column": 3
    }
  },
  {
    "name": "work > on one subject is done one at a time, in the order of arrival",
    "file": "/work/wt/fin/packages/core/test/unit/receiver-events.test.ts",
    "location": {
      "line": 188,
      "column": 3
    }
  },
  {
    "name": "work > is forward only: older versions and lower ranks are stale, the same state is no news",
    "file": "/work/wt/fin/packages/core/test/unit/receiver-events.test.ts",
    "location": {
      "line": 204,
      "column": 3
    }
  },
  {
    "name": "work > on a subject waits for another process that is at it",
    "file": "/work/wt/fin/packages/core/test/unit/receiver-events.test.ts",
    "location": {
      "line": 221,
      "column": 3
    }
  },
  {
    "name": "work > that takes longer than its lease keeps it",
    "file": "/work/wt/fin/packages/core/test/unit/receiver-events.test.ts",
    "location": {
      "line": 240,
      "column": 3
    }
  },
  {
    "name": "a queue of this process > that is full refuses, and the vendor is told to come again",
    "file": "/work/wt/fin/packages/core/test/unit/receiver-events.test.ts",
    "location": {
      "line": 255,
      "column": 3
    }
  },
  {
    "name": "a queue of this process > is bounded in what its jobs hold together as well",
    "file": "/work/wt/fin/packages/core/test/unit/receiver-events.test.ts",
    "location": {
      "line": 268,
      "column": 3
    }
  },
  {
    "name": "a queue of this process > works on so many at once and keeps the order of arrival",
    "file": "/work/wt/fin/packages/core/test/unit/receiver-events.test.ts",
    "location": {
      "line": 277,
      "column": 3
    }
  },
  {
    "name": "with the store down > a callback is taken, and told apart from its copies as well as one process can",
    "file": "/work/wt/fin/packages/core/test/unit/receiver-events.test.ts",
    "location": {
      "line": 299,
      "column": 3
    }
  },
  {
    "name": "with the store down > a vendor that comes again is asked to",
    "file": "/work/wt/fin/packages/core/test/unit/receiver-events.test.ts",
    "location": {
      "line": 309,
      "column": 3
    }
  },
  {
    "name": "with the store down > work of a vendor that is read back waits until the store is there",
    "file": "/work/wt/fin/packages/core/test/unit/receiver-events.test.ts",
    "location": {
      "line": 316,
      "column": 3
    }
  },
  {
    "name": "with the store down > a store that hangs is as good as down, and what it took late does not block the event",
    "file": "/work/wt/fin/packages/core/test/unit/receiver-events.test.ts",
    "location": {
      "line": 340,
      "column": 3
    }
  },
  {
    "name": "with the store down > work that was done stays done when the store cannot note it",
    "file": "/work/wt/fin/packages/core/test/unit/receiver-events.test.ts",
    "location": {
      "line": 358,
      "column": 3
    }
  },
  {
    "name": "a sweep > hands on what no callback brought, once, and leaves alone what is final or not overdue",
    "file": "/work/wt/fin/packages/core/test/unit/receiver-events.test.ts",
    "location": {
      "line": 390,
      "column": 3
    }
  },
  {
    "name": "a sweep > and a callback that comes after it all the same are one piece of news",
    "file": "/work/wt/fin/packages/core/test/unit/receiver-events.test.ts",
    "location": {
      "line": 403,
      "column": 3
    }
  },
  {
    "name": "a sweep > goes on past what cannot be read, and ends when it is told to",
    "file": "/work/wt/fin/packages/core/test/unit/receiver-events.test.ts",
    "location": {
      "line": 411,
      "column": 3
    }
  },
  {
    "name": "a sweep > takes what a database yields, so many at once",
    "file": "/work/wt/fin/packages/core/test/unit/receiver-events.test.ts",
    "location": {
      "line": 419,
      "column": 3
    }
  },
  {
    "name": "a receiver is not built > %s",
    "file": "/work/wt/fin/packages/core/test/unit/receiver.test.ts",
    "location": {
      "line": 54,
      "column": 5
    }
  },
  {
    "name": "a receiver is not built > from Object.prototype",
    "file": "/work/wt/fin/packages/core/test/unit/receiver.test.ts",
    "location": {
      "line": 58,
      "column": 3
    }
  },
  {
    "name": "a receiver is not built > unless a private network is named as the proof",
    "file": "/work/wt/fin/packages/core/test/unit/receiver.test.ts",
    "location": {
      "line": 67,
      "column": 3
    }
  },
  {
    "name": "a request is refused, the cheap way first > %s",
    "file": "/work/wt/fin/packages/core/test/unit/receiver.test.ts",
    "location": {
      "line": 90,
      "column": 5
    }
  },
  {
    "name": "a request is refused, the cheap way first > but not with the type %s",
    "file": "/work/wt/fin/packages/core/test/unit/receiver.test.ts",
    "location": {
      "line": 97,
      "column": 97
    }
  },
  {
    "name": "a request is refused, the cheap way first > without its body being read when it proves nothing",
    "file": "/work/wt/fin/packages/core/test/unit/receiver.test.ts",
    "location": {
      "line": 104,
      "column": 3
    }
  },
  {
    "name": "a request is refused, the cheap way first > when its body does not arrive within four seconds",
    "file": "/work/wt/fin/packages/core/test/unit/receiver.test.ts",
    "location": {
      "line": 114,
      "column": 3
    }
  },
  {
    "name": "a proof > %s",
    "file": "/work/wt/fin/packages/core/test/unit/receiver.test.ts",
    "location": {
      "line": 164,
      "column": 5
    }
  },
  {
    "name": "a proof > the secret at the end of the path",
    "file": "/work/wt/fin/packages/core/test/unit/receiver.test.ts",
    "location": {
      "line": 168,
      "column": 3
    }
  },
  {
    "name": "a proof > the peer's address beside another proof, and never from a header",
    "file": "/work/wt/fin/packages/core/test/unit/receiver.test.ts",
    "location": {
      "line": 176,
      "column": 3
    }
  },
  {
    "name": "a proof > is compared in full, whichever of many secrets is given",
    "file": "/work/wt/fin/packages/core/test/unit/receiver.test.ts",
    "location": {
      "line": 185,
      "column": 3
    }
  },
  {
    "name": "nothing of the receiver reaches the code that sends requests",
    "file": "/work/wt/fin/packages/core/test/unit/receiver.test.ts",
    "location": {
      "line": 194,
      "column": 1
    }
  },
  {
    "name": "a record that was created > is found at the first look",
    "file": "/work/wt/fin/packages/core/test/unit/reconcile.test.ts",
    "location": {
      "line": 56,
      "column": 3
    }
  },
  {
    "name": "a record that was created > is found although it was committed after 299 seconds",
    "file": "/work/wt/fin/packages/core/test/unit/reconcile.test.ts",
    "location": {
      "line": 62,
      "column": 3
    }
  },
  {
    "name": "a record that was created > is found although it shows at the very end of the window",
    "file": "/work/wt/fin/packages/core/test/unit/reconcile.test.ts",
    "location": {
      "line": 68,
      "column": 3
    }
  },
  {
    "name": "a record that was created > is never told as not created, whenever inside the window it shows",
    "file": "/work/wt/fin/packages/core/test/unit/reconcile.test.ts",
    "location": {
      "line": 73,
      "column": 3
    }
  },
  {
    "name": "a record that was not created > is told only after the whole window",
    "file": "/work/wt/fin/packages/core/test/unit/reconcile.test.ts",
    "location": {
      "line": 85,
      "column": 3
    }
  },
  {
    "name": "a record that was not created > is told at once when what is there rules it out",
    "file": "/work/wt/fin/packages/core/test/unit/reconcile.test.ts",
    "location": {
      "line": 90,
      "column": 3
    }
  },
  {
    "name": "a record that was not created > is told after the caller's own window",
    "file": "/work/wt/fin/packages/core/test/unit/reconcile.test.ts",
    "location": {
      "line": 96,
      "column": 3
    }
  },
  {
    "name": "a record that was not created > is told after one look with a window of 0",
    "file": "/work/wt/fin/packages/core/test/unit/reconcile.test.ts",
    "location": {
      "line": 102,
      "column": 3
    }
  },
  {
    "name": "a record that was not created > is told after one look when the window passed before anybody asked",
    "file": "/work/wt/fin/packages/core/test/unit/reconcile.test.ts",
    "location": {
      "line": 108,
      "column": 3
    }
  },
  {
    "name": "a record that was not created > needs a look that began after the window: one on its way may have missed a commit",
    "file": "/work/wt/fin/packages/core/test/unit/reconcile.test.ts",
    "location": {
      "line": 115,
      "column": 3
    }
  },
  {
    "name": "a record that was not created > is told after the whole window when the window given is %o, which is none",
    "file": "/work/wt/fin/packages/core/test/unit/reconcile.test.ts",
    "location": {
      "line": 133,
      "column": 52
    }
  },
  {
    "name": "a batch of which a part was created > is waited for to the end of the window: the rest may still come",
    "file": "/work/wt/fin/packages/core/test/unit/reconcile.test.ts",
    "location": {
      "line": 145,
      "column": 3
    }
  },
  {
    "name": "a batch of which a part was created > is whole when the rest comes",
    "file": "/work/wt/fin/packages/core/test/unit/reconcile.test.ts",
    "location": {
      "line": 153,
      "column": 3
    }
  },
  {
    "name": "more records than one call can make > are all named and none is picked",
    "file": "/work/wt/fin/packages/core/test/unit/reconcile.test.ts",
    "location": {
      "line": 160,
      "column": 3
    }
  },
  {
    "name": "a look-up that fails > by %s is made again",
    "file": "/work/wt/fin/packages/core/test/unit/reconcile.test.ts",
    "location": {
      "line": 178,
      "column": 5
    }
  },
  {
    "name": "a look-up that fails > to the end of the window proves nothing, and its error is told",
    "file": "/work/wt/fin/packages/core/test/unit/reconcile.test.ts",
    "location": {
      "line": 186,
      "column": 3
    }
  },
  {
    "name": "a look-up that fails > by %s ends it, and the call stays unknown",
    "file": "/work/wt/fin/packages/core/test/unit/reconcile.test.ts",
    "location": {
      "line": 200,
      "column": 5
    }
  },
  {
    "name": "a look-up that fails > by something that is no error of this library ends it",
    "file": "/work/wt/fin/packages/core/test/unit/reconcile.test.ts",
    "location": {
      "line": 212,
      "column": 3
    }
  },
  {
    "name": "the caller's signal > ends it between two looks",
    "file": "/work/wt/fin/packages/core/test/unit/reconcile.test.ts",
    "location": {
      "line": 223,
      "column": 3
    }
  },
  {
    "name": "the caller's signal > ends it before the first look when it was aborted before",
    "file": "/work/wt/fin/packages/core/test/unit/reconcile.test.ts",
    "location": {
      "line": 234,
      "column": 3
    }
  },
  {
    "name": "a pause > leaves neither listener nor timer, whichever came first",
    "file": "/work/wt/fin/packages/core/test/unit/reconcile.test.ts",
    "location": {
      "line": 242,
      "column": 3
    }
  },
  {
    "name": "a reference that is made > is short, plain, and no other call has it",
    "file": "/work/wt/fin/packages/core/test/unit/reconcile.test.ts",
    "location": {
      "line": 260,
      "column": 3
    }
  },
  {
    "name": "on a clock that is moved > a 401 that takes six seconds is not followed by a third request",
    "file": "/work/wt/fin/packages/core/test/unit/renewal.test.ts",
    "location": {
      "line": 9,
      "column": 3
    }
  },
  {
    "name": "a Retry-After header > %j asks to wait %j ms",
    "file": "/work/wt/fin/packages/core/test/unit/retry-after.test.ts",
    "location": {
      "line": 62,
      "column": 5
    }
  },
  {
    "name": "secrets of which one is right > old and new are taken while they change",
    "file": "/work/wt/fin/packages/core/test/unit/secret.test.ts",
    "location": {
      "line": 8,
      "column": 3
    }
  },
  {
    "name": "secrets of which one is right > %j is none of them",
    "file": "/work/wt/fin/packages/core/test/unit/secret.test.ts",
    "location": {
      "line": 13,
      "column": 101
    }
  },
  {
    "name": "secrets of which one is right > an empty secret is no way in, and no secret is none either",
    "file": "/work/wt/fin/packages/core/test/unit/secret.test.ts",
    "location": {
      "line": 20,
      "column": 3
    }
  },
  {
    "name": "secrets of which one is right > of 3,000 wrong ones none is taken",
    "file": "/work/wt/fin/packages/core/test/unit/secret.test.ts",
    "location": {
      "line": 26,
      "column": 3
    }
  },
  {
    "name": "secrets of which one is right > codes of the texts are compared and not the texts: nothing stops at the first byte that differs",
    "file": "/work/wt/fin/packages/core/test/unit/secret.test.ts",
    "location": {
      "line": 33,
      "column": 3
    }
  },
  {
    "name": "secrets of which one is right > where the runtime has no digest in one call, codes under a key are compared",
    "file": "/work/wt/fin/packages/core/test/unit/secret.test.ts",
    "location": {
      "line": 45,
      "column": 3
    }
  },
  {
    "name": "the digest of a text is its SHA-256",
    "file": "/work/wt/fin/packages/core/test/unit/secret.test.ts",
    "location": {
      "line": 54,
      "column": 1
    }
  },
  {
    "name": "the memory store > name",
    "file": "/work/wt/fin/packages/core/test/unit/store.test.ts",
    "location": {
      "line": 57,
      "column": 68
    }
  },
  {
    "name": "the memory store > says so when it is full, and forgets nothing before its time",
    "file": "/work/wt/fin/packages/core/test/unit/store.test.ts",
    "location": {
      "line": 59,
      "column": 3
    }
  },
  {
    "name": "the memory store > makes room by what is over",
    "file": "/work/wt/fin/packages/core/test/unit/store.test.ts",
    "location": {
      "line": 67,
      "column": 3
    }
  },
  {
    "name": "the memory store > is not slower when it is full: 20,000 refused puts do not walk 100,000 keys each",
    "file": "/work/wt/fin/packages/core/test/unit/store.test.ts",
    "location": {
      "line": 84,
      "column": 3
    }
  },
  {
    "name": "the Redis store, through %s > name",
    "file": "/work/wt/fin/packages/core/test/unit/store.test.ts",
    "location": {
      "line": 94,
      "column": 63
    }
  },
  {
    "name": "the Redis store, through %s > uses one command for each operation, under its prefix",
    "file": "/work/wt/fin/packages/core/test/unit/store.test.ts",
    "location": {
      "line": 96,
      "column": 3
    }
  },
  {
    "name": "the Redis store, through %s > lets the client's error through",
    "file": "/work/wt/fin/packages/core/test/unit/store.test.ts",
    "location": {
      "line": 111,
      "column": 3
    }
  },
  {
    "name": "a mailbox > keeps a letter for who comes later",
    "file": "/work/wt/fin/packages/core/test/unit/store.test.ts",
    "location": {
      "line": 118,
      "column": 3
    }
  },
  {
    "name": "a mailbox > hands a letter over at once inside a process",
    "file": "/work/wt/fin/packages/core/test/unit/store.test.ts",
    "location": {
      "line": 127,
      "column": 3
    }
  },
  {
    "name": "a mailbox > hands a letter over through the store to another process",
    "file": "/work/wt/fin/packages/core/test/unit/store.test.ts",
    "location": {
      "line": 137,
      "column": 3
    }
  },
  {
    "name": "a mailbox > hands a letter over although the store is down",
    "file": "/work/wt/fin/packages/core/test/unit/store.test.ts",
    "location": {
      "line": 146,
      "column": 3
    }
  },
  {
    "name": "a mailbox > passes letters over that are not the awaited one",
    "file": "/work/wt/fin/packages/core/test/unit/store.test.ts",
    "location": {
      "line": 164,
      "column": 3
    }
  },
  {
    "name": "a mailbox > gives up when the time is over or the signal is aborted, and listens no more",
    "file": "/work/wt/fin/packages/core/test/unit/store.test.ts",
    "location": {
      "line": 173,
      "column": 3
    }
  },
  {
    "name": "a mailbox > shows no letter to who only looks",
    "file": "/work/wt/fin/packages/core/test/unit/store.test.ts",
    "location": {
      "line": 185,
      "column": 3
    }
  }
]