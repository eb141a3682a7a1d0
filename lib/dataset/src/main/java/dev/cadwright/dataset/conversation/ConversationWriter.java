package dev.cadwright.dataset.conversation;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.cadwright.dataset.DatasetJson;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes conversations as one JSON array, with no more than a few in memory. */
public final class ConversationWriter implements AutoCloseable {
    private final JsonGenerator json;
    private int count;

    /** @param out is closed with this writer */
    public ConversationWriter(OutputStream out) throws IOException {
        json = DatasetJson.mapper().createGenerator(out);
        json.setPrettyPrinter(
                new DefaultPrettyPrinter().withArrayIndenter(DefaultPrettyPrinter.FixedSpaceIndenter.instance));
        json.writeStartArray();
    }

    public void write(List<Conversation> conversations) throws IOException {
        for (Conversation conversation : conversations) {
            json.writePOJO(conversation);
            count++;
        }
    }

    public int count() {
        return count;
    }

    @Override
    public void close() throws IOException {
        json.writeEndArray();
        json.close();
    }
}
