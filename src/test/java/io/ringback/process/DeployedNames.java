package io.ringback.process;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The names of processes as they are deployed in a database. */
class DeployedNames {

    private final JdbcClient jdbc;

    DeployedNames(String url) {
        this.jdbc = JdbcClient.create(new DriverManagerDataSource(url));
    }

    String newest(String process) {
        return jdbc.sql("SELECT name_ FROM public.act_re_procdef WHERE key_ = ? ORDER BY version_ DESC LIMIT 1")
                .param(process)
                .query(String.class)
                .single();
    }
}
