package io.ringback.platform.web;

import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;

/**
 * What Accept asks the API for, by type alone. With its parameters Spring would write them into the answer's content type:
 * {@code application/json;charset=iso-8859-1} over bytes in UTF-8. Whether they can be met {@link SentTypes} has looked at.
 */
final class PlainMediaRanges implements ContentNegotiationStrategy {

    private final HeaderContentNegotiationStrategy header = new HeaderContentNegotiationStrategy();

    @Override
    public List<MediaType> resolveMediaTypes(NativeWebRequest request) throws HttpMediaTypeNotAcceptableException {
        var asked = header.resolveMediaTypes(request);
        return SentTypes.isOfApi(request)
                ? asked.stream().map(PlainMediaRanges::plain).toList()
                : asked;
    }

    private static MediaType plain(MediaType range) {
        var weight = range.getParameter("q");
        return new MediaType(range.getType(), range.getSubtype(), weight == null ? Map.of() : Map.of("q", weight));
    }
}
