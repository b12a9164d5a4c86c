package io.ringback.account.security;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * Where Spring MVC offers it, Spring Security has the handler of each request looked up before its own filters, for matchers
 * that would ask for it. There are none here, since addresses are matched as path patterns: every request was looked up twice.
 */
@Component
class NoLookupAhead implements BeanDefinitionRegistryPostProcessor, Ordered {

    private static final String LOOKUP = "mvcHandlerMappingIntrospector";

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry beans) {
        if (beans.containsBeanDefinition(LOOKUP)) {
            beans.removeBeanDefinition(LOOKUP);
        }
    }

    /** Before Spring Security looks whether it is there, which it does in no order. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
