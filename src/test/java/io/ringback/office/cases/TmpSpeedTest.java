package io.ringback.office.cases;

import io.ringback.support.Centre;
import io.ringback.support.RingbackTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RingbackTest
class TmpSpeedTest {
    @Autowired Centre centre;
    @Autowired JdbcClient jdbc;
    @Autowired CaseFinder finder;

    @Test
    void speed() {
        var list = centre.list();
        long t = System.nanoTime();
        jdbc.sql("""
            INSERT INTO ringback.callback (id, list_id, phone_number, caller_name, source, external_id, created_at, status, eligible_at, due_at, expires_at, priority_at, closed_at)
            SELECT gen_random_uuid(), ?, '+35850' || lpad(g::text, 7, '0'), 'Caller ' || md5(g::text), 'IVR', 'ext-' || g, now() - g * interval '1 second', 'RESOLVED', now(), now(), now() + interval '1 day', now(), now()
            FROM generate_series(1, 100000) g""").param(list).update();
        jdbc.sql("ANALYZE").update();
        System.out.println("TMP insert " + (System.nanoTime() - t) / 1_000_000);
        for (var s : new String[] {"caller", "00777", "50", "ext-9999", "deadbe", "nobody at all", "caller 0099", "+358 50 00123", "a"}) {
            for (int i = 0; i < 3; i++) {
                long b = System.nanoTime();
                var f = finder.find(new CaseSearch(s, null, null, null, null, null, null, null, null));
                System.out.println("TMP " + s + " " + f.lines().size() + " " + (System.nanoTime() - b) / 1_000_000 + " ms");
            }
        }
    }
}
