package io.ringback;

import java.util.List;
import java.util.UUID;

/** What {@link HostileRequestsTest} sends, and where. */
final class HostileInputs {

    static final String UNKNOWN = UUID.randomUUID().toString();

    /** Each call that takes a body, with one that would do. */
    static final List<Call> CALLS = """
            INTEGRATOR POST /api/v1/callbacks {"listId":"LIST","phoneNumber":"0401112223","source":"IVR","callerName":"a",\
            "externalId":"b","notBefore":"2099-01-01T00:00:00Z","dueAt":"2099-01-01T00:00:00Z",\
            "expiresAt":"2099-01-02T00:00:00Z","attributes":{}}
            INTEGRATOR POST /api/v1/callbacks/cancel {"phoneNumber":"0401112223","listId":"LIST","reason":"a"}
            SUPERVISOR POST /api/v1/callbacks/{id}/cancel {"reason":"a"}
            AGENT PUT /api/v1/desk/availability {"availability":"BUSY"}
            AGENT PUT /api/v1/desk/lists/{id} {"active":true}
            AGENT PUT /api/v1/desk/receiving {"receiving":true}
            AGENT PUT /api/v1/desk/case/draft {"allocationId":"ALLOCATION","callStatus":"BUSY","note":"a",\
            "retryAt":"2099-01-01T00:00:00Z","formData":{}}
            AGENT POST /api/v1/desk/case/calls {"allocationId":"UNKNOWN"}
            AGENT POST /api/v1/desk/case/calls/{id}/end {"a":"b"}
            INTEGRATOR POST /api/v1/calls/events {"agentId":"HOLDER","callId":"UNKNOWN","externalCallId":"a",\
            "event":"STARTED","at":"2026-01-01T00:00:00Z","cause":"b","recordingUrl":"http://c"}
            AGENT POST /api/v1/desk/case/outcome {"allocationId":"ALLOCATION","callStatus":"BUSY","note":"a",\
            "retryAt":"2099-01-01T00:00:00Z","formData":{}}
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
            """.lines().map(HostileInputs::call).toList();

    static final List<String> READS = """
            /api/v1/callbacks/{id}
            /api/v1/callbacks/{id}/history
            /api/v1/lists/{id}
            /api/v1/lists/{id}/numbers
            /api/v1/lists/{id}/agents
            /api/v1/lists/{id}/history
            /api/v1/agents/{id}
            /api/v1/forms/{id}
            /api/v1/{id}
            /{id}
            """.lines().toList();

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
            %00=1
            x=%FF%FE
            """.lines().toList();

    private HostileInputs() {}

    private static Call call(String line) {
        var parts = line.split(" ", 4);
        return new Call(parts[0], parts[1], parts[2], parts[3]);
    }

    record Call(String role, String method, String path, String body) {}
}
