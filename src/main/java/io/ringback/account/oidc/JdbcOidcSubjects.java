package io.ringback.account.oidc;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcOidcSubjects {

    private final JdbcClient jdbc;

    JdbcOidcSubjects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The account of whoever the provider knows by this subject. */
    Optional<String> find(String subject) {
        return jdbc.sql("SELECT id FROM ringback.account WHERE oidc_subject = :subject")
                .param("subject", subject)
                .query(String.class)
                .optional();
    }

    /** Makes the account this person's; false when it is not for that, or is another one's. */
    boolean link(String accountId, String subject) {
        return jdbc.sql("""
                        UPDATE ringback.account
                        SET oidc_subject = :subject
                        WHERE id = :account AND oidc AND oidc_subject IS NULL
                        """)
                        .param("account", accountId)
                        .param("subject", subject)
                        .update()
                == 1;
    }
}
