package io.ringback.process;

import org.flywaydb.core.Flyway;

/** Makes the tables of a database as the first start of a server does. */
public final class Migrations {

    private Migrations() {}

    /**
     * Makes what is not there yet.
     *
     * @param url of the database, whose superuser needs no password
     */
    public static void run(String url) {
        Flyway.configure()
                .dataSource(url, null, null)
                .schemas("ringback")
                .defaultSchema("ringback")
                .javaMigrations(new V3__EngineSchema())
                .load()
                .migrate();
    }
}
