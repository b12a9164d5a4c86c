package io.ringback.platform.database;

import java.util.ArrayList;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;

/** The keys come from the settings; an embedded server keeps one of its own beside its database. */
@Configuration(proxyBeanMethods = false)
class SealConfiguration {

    @Bean
    Seal seal(SealProperties settings, ObjectProvider<EmbeddedDatabase> embedded) {
        var own =
                embedded.stream().map(EmbeddedDatabase::secretsKey).findFirst().orElse(null);
        if (!StringUtils.hasText(settings.key())) {
            return Seal.with(own, settings.otherKeys());
        }
        var others = new ArrayList<>(settings.otherKeys());
        if (own != null) {
            others.add(own); // what was sealed before the setting was made
        }
        return Seal.with(settings.key(), others);
    }
}
