package io.ringback.list;

import io.ringback.support.Centre;
import io.ringback.support.Http;
import java.net.http.HttpRequest;

/** A list whose calling hours a supervisor sets; it is always open at first. */
record HoursOfAList(Http supervisor, String list, String path) {

    static final String ALL = """
            {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'},{'day':'SATURDAY','from':'22:00','to':'02:00'}],
             'holidays':true,'subRegion':null,'closedDays':[{'date':'2026-03-05','name':'Move'}],
             'expiry':'PAUSES','callerZone':true}""";

    static HoursOfAList anew(Centre centre) {
        var list = centre.list();
        return new HoursOfAList(centre.as(centre.person("SUPERVISOR")), list, "/api/v1/lists/%s/hours".formatted(list));
    }

    Http.Answer change(String ifMatch, String body) {
        return supervisor.send(supervisor
                .request(path)
                .header("Content-Type", "application/json")
                .header("If-Match", ifMatch)
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }
}
