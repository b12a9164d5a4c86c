package io.ringback.platform.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** One place that knows of the context path, for all pages. */
@Configuration(proxyBeanMethods = false)
class ContextPathConfiguration {

    @Bean
    static BeanPostProcessor addressesOfPages() {
        return new BeanPostProcessor() {

            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof SpringTemplateEngine engine) {
                    engine.addDialect(new ContextPathDialect());
                    engine.setLinkBuilder(new WithoutContextPath());
                }
                return bean;
            }
        };
    }

    /** Addresses written as {@code @{/…}} get their parameters here; the context path is put before them with all others. */
    private static final class WithoutContextPath extends StandardLinkBuilder {

        @Override
        protected String computeContextPath(
                IExpressionContext context, String base, @Nullable Map<String, Object> parameters) {
            return "";
        }
    }
}
