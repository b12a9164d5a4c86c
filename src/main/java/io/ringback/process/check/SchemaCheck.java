package io.ringback.process.check;

import io.ringback.process.check.rule.Finding;
import io.ringback.process.check.rule.Findings;
import io.ringback.process.check.rule.Rule;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.ls.LSInput;
import org.w3c.dom.ls.LSResourceResolver;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Holds a model against the schema that the engine holds it against, so that the engine has nothing to complain of when it
 * is given the model. The schemas are those in the engine's own files; none that a model names is loaded.
 */
final class SchemaCheck {

    private static final int MOST_FINDINGS = 20;
    private static final String CURRENT_ELEMENT = "http://apache.org/xml/properties/dom/current-element-node";

    private static final class Bpmn {
        static final Schema SCHEMA = schema("/org/operaton/bpm/engine/impl/bpmn/parser/", "BPMN20.xsd");
    }

    private static final class Dmn {
        static final Schema SCHEMA = schema("/org/operaton/bpm/model/dmn/schema/", "DMN13.xsd");
    }

    private final Findings findings;

    private SchemaCheck(String file) {
        this.findings = new Findings(file);
    }

    /** Returns what the schema of its kind has against the model. */
    static List<Finding> check(String file, ModelKind kind, Element root) {
        var check = new SchemaCheck(file);
        check.validate(kind == ModelKind.PROCESS ? Bpmn.SCHEMA : Dmn.SCHEMA, root);
        return check.findings.all();
    }

    private void validate(Schema schema, Element root) {
        var validator = schema.newValidator();
        validator.setErrorHandler(new Complaints(validator, root));
        try {
            validator.validate(new DOMSource(root.getOwnerDocument()));
        } catch (SAXException | java.io.IOException e) {
            if (findings.isEmpty()) {
                report(root, String.valueOf(e.getMessage()));
            }
        }
    }

    private void report(Element element, String complaint) {
        if (findings.all().size() < MOST_FINDINGS) {
            findings.report(
                    element,
                    Rule.SCHEMA,
                    "%s is not as the standard wants it: mend it in the modeller and export it again (%s)"
                            .formatted(element.getNodeName(), withoutCode(complaint)));
        }
    }

    private static String withoutCode(String complaint) {
        return complaint.replaceFirst("^[a-zA-Z0-9.-]+: ", "");
    }

    private final class Complaints extends DefaultHandler {

        private final Validator validator;
        private final Element root;

        Complaints(Validator validator, Element root) {
            this.validator = validator;
            this.root = root;
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            var current = validator.getProperty(CURRENT_ELEMENT);
            report(current instanceof Element element ? element : root, String.valueOf(e.getMessage()));
        }
    }

    private static Schema schema(String folder, String name) {
        try {
            var factory = SchemaFactory.newDefaultInstance();
            factory.setResourceResolver(new FromEngine(folder));
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            return factory.newSchema(new StreamSource(content(folder, name), name));
        } catch (SAXException e) {
            throw new IllegalStateException("expected the engine's schema %s to be readable".formatted(name), e);
        }
    }

    private static java.io.InputStream content(String folder, String name) {
        return Objects.requireNonNull(SchemaCheck.class.getResourceAsStream(folder + name), name);
    }

    /** What one schema of the engine takes from another one lies beside it. */
    private record FromEngine(String folder) implements LSResourceResolver {

        private static final Set<String> KNOWN =
                Set.of("BPMNDI.xsd", "DC.xsd", "DI.xsd", "Semantic.xsd", "DMNDI13.xsd", "DMNDI12.xsd");

        @Override
        public LSInput resolveResource(
                @Nullable String type,
                @Nullable String namespace,
                @Nullable String publicId,
                @Nullable String systemId,
                @Nullable String base) {
            if (systemId == null || !KNOWN.contains(systemId)) {
                throw new IllegalStateException("expected only the engine's own schemas, not " + systemId);
            }
            return new EngineSchema(systemId, content(folder, systemId));
        }
    }
}
