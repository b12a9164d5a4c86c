package io.ringback.process.check;

import java.io.InputStream;
import java.io.Reader;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.ls.LSInput;

/** A schema out of the engine's files, as the reader of schemas asks for it; it cannot be changed. */
record EngineSchema(String name, InputStream content) implements LSInput {

    @Override
    public InputStream getByteStream() {
        return content;
    }

    @Override
    public String getSystemId() {
        return name;
    }

    @Override
    public @Nullable Reader getCharacterStream() {
        return null;
    }

    @Override
    public @Nullable String getStringData() {
        return null;
    }

    @Override
    public @Nullable String getPublicId() {
        return null;
    }

    @Override
    public @Nullable String getBaseURI() {
        return null;
    }

    @Override
    public @Nullable String getEncoding() {
        return null;
    }

    @Override
    public boolean getCertifiedText() {
        return false;
    }

    @Override
    public void setCharacterStream(@Nullable Reader ignored) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setByteStream(@Nullable InputStream ignored) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setStringData(@Nullable String ignored) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setSystemId(@Nullable String ignored) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setPublicId(@Nullable String ignored) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setBaseURI(@Nullable String ignored) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setEncoding(@Nullable String ignored) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setCertifiedText(boolean ignored) {
        throw new UnsupportedOperationException();
    }
}
