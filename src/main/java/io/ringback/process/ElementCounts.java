package io.ringback.process;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.ringback.design.WaitingElement;
import io.ringback.process.check.xml.SafeXml;
import io.ringback.process.check.xml.UnreadableXmlException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** How many instances wait at each element of a version. However many look, it is counted every two seconds at most. */
@Component
class ElementCounts {

    private static final Pattern FLOW_NODE =
            Pattern.compile("\\w*[tT]ask|\\w+Event|\\w+Gateway|callActivity|\\w*[sS]ubProcess|transaction");

    private final JdbcWaitingPlaces places;
    private final JdbcDeployments deployments;
    private final Cache<String, List<Node>> nodes =
            Caffeine.newBuilder().maximumSize(100).build();
    private final Cache<String, Map<String, Long>> counts =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(2)).build();

    ElementCounts(JdbcWaitingPlaces places, JdbcDeployments deployments) {
        this.places = places;
        this.deployments = deployments;
    }

    /** A flow node as it is drawn. */
    private record Node(String id, String name, String type) {}

    List<WaitingElement> of(String definition, String key, String deployment, String resource) {
        var waiting = counts.get(definition, places::countByElement);
        return nodes.get(definition, id -> drawn(key, deployment, resource)).stream()
                .map(node -> new WaitingElement(
                        node.id(),
                        node.name().isEmpty() ? null : node.name(),
                        node.type(),
                        waiting.getOrDefault(node.id(), 0L)))
                .toList();
    }

    private List<Node> drawn(String key, String deployment, String resource) {
        try {
            var content = deployments.content(deployment, resource).orElseThrow();
            var found = new ArrayList<Node>();
            SafeXml.children(SafeXml.parse(content)).stream()
                    .filter(element ->
                            "process".equals(element.getLocalName()) && key.equals(element.getAttribute("id")))
                    .flatMap(ElementCounts::below)
                    .filter(element ->
                            FLOW_NODE.matcher(element.getLocalName()).matches() && element.hasAttribute("id"))
                    .forEach(element -> found.add(new Node(
                            element.getAttribute("id"), element.getAttribute("name"), element.getLocalName())));
            return List.copyOf(found);
        } catch (UnreadableXmlException e) {
            throw new IllegalStateException("expected XML that is deployed, but: " + e.getMessage(), e);
        }
    }

    private static Stream<Element> below(Element element) {
        return SafeXml.children(element).stream().flatMap(child -> Stream.concat(Stream.of(child), below(child)));
    }
}
