package io.ringback.process.check.xml;

/** A model file is not well-formed XML, or uses a part of XML that is refused. */
public class UnreadableXmlException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    public UnreadableXmlException(String reason) {
        super(reason);
        this.reason = reason;
    }

    @Override
    public String getMessage() {
        return reason;
    }
}
