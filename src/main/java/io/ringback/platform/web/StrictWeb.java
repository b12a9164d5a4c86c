package io.ringback.platform.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringback.platform.input.KnownParameters;
import io.ringback.platform.input.StrictJsonConverter;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.AbstractJackson2HttpMessageConverter;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.http.converter.xml.AbstractXmlHttpMessageConverter;
import org.springframework.http.converter.xml.SourceHttpMessageConverter;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** One way in and one way out for programs: what an address takes and sends is exactly what it says. */
@Configuration(proxyBeanMethods = false)
class StrictWeb {

    private static final String API = "/api/**";

    @Bean
    MappingJackson2HttpMessageConverter strictJsonConverter(ObjectMapper json) {
        return new StrictJsonConverter(json);
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebMvcConfigurer strictRequests() {
        return new WebMvcConfigurer() {

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new KnownParameters())
                        .addPathPatterns(API)
                        .order(Ordered.HIGHEST_PRECEDENCE);
                registry.addInterceptor(new SentTypes()).addPathPatterns(API).order(Ordered.HIGHEST_PRECEDENCE + 1);
            }

            @Override
            public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
                negotiation.strategies(List.of(new PlainMediaRanges()));
            }

            /** A library on the path (YAML, CBOR, XML) must not become another, laxer way in. */
            @Override
            public void extendMessageConverters(List<HttpMessageConverter<?>> converters) {
                converters.removeIf(StrictWeb::isAnotherFormat);
            }
        };
    }

    private static boolean isAnotherFormat(HttpMessageConverter<?> converter) {
        return converter instanceof AbstractJackson2HttpMessageConverter && !(converter instanceof StrictJsonConverter)
                || converter instanceof AbstractXmlHttpMessageConverter
                || converter instanceof SourceHttpMessageConverter;
    }
}
