package io.ringback.platform.web;

import org.springframework.boot.autoconfigure.context.MessageSourceProperties;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafProperties;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;

/**
 * Where pages have their templates and texts from, kept in memory also while somebody works on them: what Spring Boot
 * offers for that reads all of them anew for each page, text by text and file by file (docs/decisions/066).
 */
@Configuration(proxyBeanMethods = false)
class PageSources {

    @Bean
    @ConfigurationProperties("spring.messages")
    MessageSourceProperties messageSourceProperties() {
        return new MessageSourceProperties();
    }

    @Bean
    MessageSource messageSource(MessageSourceProperties properties) {
        var source = new ReloadableResourceBundleMessageSource();
        properties.getBasename().forEach(name -> source.addBasenames("classpath:" + name));
        source.setDefaultEncoding(properties.getEncoding().name());
        source.setFallbackToSystemLocale(properties.isFallbackToSystemLocale());
        if (properties.getCacheDuration() != null) {
            source.setCacheMillis(properties.getCacheDuration().toMillis());
        }
        return source;
    }

    /** Named as the one that it replaces. */
    @Bean
    SpringResourceTemplateResolver defaultTemplateResolver(ThymeleafProperties properties) {
        var resolver = new WatchedTemplates();
        resolver.setPrefix(properties.getPrefix());
        resolver.setSuffix(properties.getSuffix());
        resolver.setTemplateMode(properties.getMode());
        resolver.setCharacterEncoding(properties.getEncoding().name());
        resolver.setCacheable(properties.isCache());
        return resolver;
    }
}
