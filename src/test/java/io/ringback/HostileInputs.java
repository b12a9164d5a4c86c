package io.ringback;

import java.util.List;
import java.util.UUID;

/** What {@link HostileRequestsTest} sends, and where. */
final class HostileInputs {

    static final String UNKNOWN = UUID.randomUUID().toString();

    /** Each call that takes a body, with one that would do. */
    static final List<Call> CALLS = """
            INTEGRATOR POST /api/v1/callbacks {"listId":"LIST","phoneNumber":"0401112223","source":"IVR","callerName":"a",\
            "externalId":"b","notBefore":"2026-12-01T00:00:00Z","dueAt":"2026-12-01T00:00:00Z",\
            "expiresAt":"2026-12-02T00:00:00Z","attributes":{}}
            INTEGRATOR POST /api/v1/callbacks/cancel {"phoneNumber":"0401112223","listId":"LIST","reason":"a"}
            SUPERVISOR POST /api/v1/callbacks/{id}/cancel {"reason":"a"}
            AGENT PUT /api/v1/desk/availability {"availability":"BUSY"}
            AGENT PUT /api/v1/desk/lists/{id} {"active":true}
            AGENT PUT /api/v1/desk/receiving {"receiving":true}
            AGENT PUT /api/v1/desk/case/draft {"allocationId":"ALLOCATION","callStatus":"BUSY","note":"a",\
            "retryAt":"2026-12-01T00:00:00Z","formData":{}}
            AGENT POST /api/v1/desk/case/calls {"allocationId":"UNKNOWN"}
            AGENT POST /api/v1/desk/case/calls/{id}/end {"a":"b"}
            INTEGRATOR POST /api/v1/calls/events {"agentId":"HOLDER","callId":"UNKNOWN","externalCallId":"a",\
            "event":"STARTED","at":"2026-01-01T00:00:00Z","cause":"b","recordingUrl":"http://c"}
            AGENT POST /api/v1/desk/case/outcome {"allocationId":"ALLOCATION","callStatus":"BUSY","note":"a",\
            "retryAt":"2026-12-01T00:00:00Z","formData":{}}
            SUPERVISOR POST /api/v1/lists {"id":"LIST","name":"b","region":"FI","zone":"UTC","order":"DUE",\
            "dueAfter":"PT1H","expiresAfter":"PT2H","autoStopAfter":"PT1M","closeAfterCall":"PT1M","maxAttempts":3,\
            "formKey":"c"}
            SUPERVISOR PUT /api/v1/lists/{id} {"name":"b","region":"FI","zone":"UTC","dueAfter":"PT1H",\
            "expiresAfter":"PT2H","version":1}
            SUPERVISOR POST /api/v1/lists/preview {"settings":{"name":"b","region":"FI","zone":"UTC","dueAfter":"PT1H",\
            "expiresAfter":"PT2H"},"at":"2099-01-01T00:00:00Z"}
            SUPERVISOR POST /api/v1/lists/{id}/restore {"a":"b"}
            SUPERVISOR PUT /api/v1/lists/{id}/agents/{id} {"a":"b"}
            SUPERVISOR PUT /api/v1/lists/{id}/agents/{id}/active {"active":true}
            SUPERVISOR POST /api/v1/agents/{id}/stop {"reason":"a"}
            SUPERVISOR PUT /api/v1/lists/{id}/hours {"alwaysOpen":false,"week":[{"day":"MONDAY","from":"08:00",\
            "to":"16:00"}],"holidays":true,"subRegion":"a","closedDays":[{"date":"2099-01-01","name":"a"}],\
            "expiry":"PAUSES","callerZone":true,"version":0}
            SUPERVISOR POST /api/v1/lists/{id}/hours/closed-days {"a":"b"}
            SUPERVISOR POST /api/v1/imports {"a":"b"}
            SUPERVISOR POST /api/v1/imports/{id}/confirm {"skipInvalid":true}
            SUPERVISOR PUT /api/v1/imports/{id}/layout {"encoding":"UTF-8","columns":["phoneNumber"],"dayOrder":"DAY_FIRST"}
            SUPERVISOR POST /api/v1/imports/{id}/mends {"mends":[{"row":2,"column":0,"text":"a"}]}
            SUPERVISOR POST /api/v1/incidents/{id}/retry {"a":"b"}
            SUPERVISOR POST /api/v1/set-aside/{id}/repair {"a":"b"}
            ADMIN POST /api/v1/accounts {"id":"UNKNOWN","name":"a","password":"correct horse","roles":["AGENT"],\
            "language":"fi","oidc":true}
            ADMIN PUT /api/v1/accounts/{id} {"name":"a","roles":["AGENT"],"enabled":true,"language":"fi","oidc":false,\
            "version":1}
            ADMIN PUT /api/v1/accounts/{id}/password {"password":"correct horse"}
            ADMIN POST /api/v1/accounts/{id}/password-link {"a":"b"}
            ADMIN POST /api/v1/webhooks {"name":"a","url":"http://127.0.0.1:1/","types":[],"lists":["LIST"],\
            "includePersonalData":true,"enabled":false}
            ADMIN PUT /api/v1/webhooks/{id} {"name":"a","url":"http://127.0.0.1:1/","version":1}
            ADMIN POST /api/v1/webhooks/{id}/secret {"a":"b"}
            ADMIN POST /api/v1/webhooks/{id}/test {"a":"b"}
            ADMIN POST /api/v1/webhooks/{id}/replay {"fromSequence":1,"toSequence":2}
            ADMIN POST /api/v1/webhooks/{id}/deliveries/{id}/retry {"a":"b"}
            ADMIN PUT /api/v1/settings {"lists":{"LIST":{"name":"b"}},"accounts":{},"webhooks":{}}
            """.lines().map(HostileInputs::call).toList();

    /** Calls without a body. */
    static final List<Call> CALLS_WITHOUT_BODY =
            """
            SUPERVISOR GET /api/v1/callbacks/{id}
            SUPERVISOR GET /api/v1/callbacks/{id}/history
            SUPERVISOR GET /api/v1/lists/{id}
            SUPERVISOR GET /api/v1/lists/{id}/numbers
            SUPERVISOR GET /api/v1/lists/{id}/agents
            SUPERVISOR GET /api/v1/lists/{id}/history
            SUPERVISOR GET /api/v1/lists/{id}/hours
            SUPERVISOR GET /api/v1/agents/{id}
            SUPERVISOR GET /api/v1/accounts/{id}/lists
            SUPERVISOR GET /api/v1/forms/{id}
            SUPERVISOR GET /api/v1/imports/{id}
            SUPERVISOR GET /api/v1/imports/{id}/report.csv
            SUPERVISOR GET /api/v1/imports/{id}/layout
            SUPERVISOR GET /api/v1/imports/{id}/rows
            SUPERVISOR GET /api/v1/imports/template.xlsx
            SUPERVISOR GET /api/v1/exports/{id}
            SUPERVISOR GET /api/v1/{id}
            SUPERVISOR GET /{id}
            SUPERVISOR DELETE /api/v1/lists/{id}
            SUPERVISOR DELETE /api/v1/lists/LIST/agents/{id}
            SUPERVISOR DELETE /api/v1/lists/{id}/hours
            ADMIN GET /api/v1/accounts/{id}
            ADMIN GET /api/v1/accounts/{id}/history
            ADMIN GET /api/v1/accounts/{id}/sessions
            ADMIN DELETE /api/v1/accounts/{id}/sessions
            ADMIN GET /api/v1/webhooks/{id}
            ADMIN GET /api/v1/webhooks/{id}/deliveries
            ADMIN DELETE /api/v1/webhooks/{id}
            """.lines().map(HostileInputs::call).toList();

    static final List<Call> SEARCHES = """
            SUPERVISOR GET /api/v1/callbacks
            SUPERVISOR GET /api/v1/lists
            SUPERVISOR GET /api/v1/desk
            SUPERVISOR GET /api/v1/board
            SUPERVISOR GET /api/v1/incidents
            SUPERVISOR GET /api/v1/set-aside
            SUPERVISOR GET /api/v1/models
            SUPERVISOR GET /api/v1/exports/callbacks.csv
            SUPERVISOR GET /api/v1/exports/attempts.json
            SUPERVISOR GET /v3/api-docs
            ADMIN GET /api/v1/events
            ADMIN GET /api/v1/accounts
            ADMIN GET /api/v1/settings
            """.lines().map(HostileInputs::call).toList();

    /** JSON values for any field. */
    static final List<String> VALUES =
            """
            null
            0
            -1
            1e999
            99999999999999999999
            true
            ""
            " "
            "\\u0000"
            "\\ud800"
            "\\u202e\\ufeff"
            []
            {}
            [null]
            {"":null}
            {"a":1e999}
            "9999-12-31T23:59:59.999999999Z"
            "2000-01-01T00:00:00Z"
            "2026-03-02T08:00:00.000000001+18:00"
            "-PT1S"
            "P106751991167300D"
            "UNKNOWN"
            "+49123456789012345"
            "00000000000000000000"
            "LONG"
            """.replace("LONG", "x".repeat(5_000)).lines().toList();

    static final List<String> BODIES = """
            ∅
            null
            {
            []
            0
            ""
            {}
            {"a":{"a":{"a":[]}}}
            {"":""}
            {"listId":{"$gt":""}}
            """.replace("∅", "").lines().toList();

    /** Ids as they stand in an address. */
    static final List<String> IDS =
            """
            UNKNOWN
            0
            -1
            null
            %20
            %27%20OR%201=1--
            a%00b
            %ED%A0%80
            %F0%9F%98%80
            1-1-1-1-1
            %2e%2e
            a%0d%0ab
            LONG
            """.replace("LONG", "x".repeat(3_000)).lines().toList();

    static final List<String> QUERIES = """
            limit=-1
            limit=2147483648
            limit=
            limit=1&limit=x
            after=
            after=x
            after=UNKNOWN
            status=
            status=x
            listId=
            listId=%00
            phoneNumber=
            phoneNumber=%2B
            phoneNumber=%ED%A0%80
            phoneNumber=0
            setAside=2
            from=x
            from=9999-12-31T23:59:59.999999999Z
            to=-999999999-01-01
            separator=xx
            separator=%00
            types=%00
            wait=-1
            %00=1
            x=%FF%FE
            """.lines().toList();

    private HostileInputs() {}

    private static Call call(String line) {
        var parts = line.split(" ", 4);
        return new Call(parts[0], parts[1], parts[2], parts.length < 4 ? "" : parts[3]);
    }

    record Call(String role, String method, String path, String body) {}
}
