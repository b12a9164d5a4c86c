package io.ringback.platform.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** JSON read strictly: what is not exactly what a field expects is refused, not guessed at. */
@Configuration(proxyBeanMethods = false)
class JsonConfiguration {

    private static final int DEEPEST = 64;

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    Jackson2ObjectMapperBuilderCustomizer strictJson() {
        return builder -> builder.featuresToEnable(
                        JsonParser.Feature.STRICT_DUPLICATE_DETECTION,
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .featuresToDisable(
                        MapperFeature.ALLOW_COERCION_OF_SCALARS,
                        DeserializationFeature.ACCEPT_FLOAT_AS_INT,
                        SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
                        SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .deserializerByType(Instant.class, new StrictText<>(Instant.class, StrictInstant::parse))
                .deserializerByType(Duration.class, new StrictText<>(Duration.class, StrictDuration::parse))
                .deserializerByType(UUID.class, new StrictText<>(UUID.class, StrictId::parse))
                .deserializerByType(String.class, new OptionalText())
                .deserializerByType(LocalDate.class, new StrictText<>(LocalDate.class, StrictDate::parse))
                .deserializerByType(LocalTime.class, new StrictText<>(LocalTime.class, StrictTimeOfDay::parse))
                .postConfigurer(JsonConfiguration::refuseOtherShapes);
    }

    private static void refuseOtherShapes(ObjectMapper mapper) {
        mapper.registerModule(new SimpleModule("ringback-enums").setDeserializerModifier(new StrictEnums()));
        mapper.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build());
        for (var shape : new CoercionInputShape[] {
            CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean
        }) {
            mapper.coercionConfigFor(LogicalType.Textual).setCoercion(shape, CoercionAction.Fail);
        }
        mapper.coercionConfigFor(LogicalType.Enum).setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
    }
}
