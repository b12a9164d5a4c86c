package io.ringback.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SecretTest {

    /** The example that the libraries of Standard Webhooks are tested with. */
    @Test
    void signsAsTheOthersDo() {
        var secret = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        var signature = secret.sign(
                "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8));

        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void isLongEnoughAndNeverTheSame() {
        var secret = Secret.random();

        assertThat(Base64.getDecoder().decode(secret.text().replaceFirst("whsec_", "")))
                .hasSize(32);
        assertThat(Secret.random()).isNotEqualTo(secret);
        assertThat(secret.toString()).doesNotContain(secret.text());
    }
}
