package io.ringback.platform.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What stands between the server and those who call it.
 *
 * @param trusted addresses or networks such as {@code 10.1.2.3} or {@code 10.1.0.0/16} of proxies of one's own, whose word
 *     is taken for whom they pass on; nobody's unless told
 */
@ConfigurationProperties("ringback.proxies")
record ProxyProperties(@DefaultValue List<String> trusted) {}
