package dev.cadwright.hub.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Where large files lie: gives them out by signed addresses, takes them in whole or in parts. */
final class StorageRoutes {
    private final FakeHub fake;
    private final Map<String, byte[]> parts = new ConcurrentHashMap<>();

    StorageRoutes(FakeHub fake) {
        this.fake = fake;
    }

    void handle(Exchange exchange) throws IOException {
        if (exchange.header("Authorization").isPresent()) {
            // As the real one: a second credential beside the signature is an error.
            exchange.error(400, "");
            return;
        }
        String[] path = exchange.path().substring(1).split("/");
        switch (exchange.method() + " " + path[0]) {
            case "GET object", "HEAD object" -> give(exchange, path[1]);
            case "PUT upload" -> {
                fake.objects().put(path[1], exchange.body());
                exchange.send(200, new byte[0]);
            }
            case "PUT part" -> {
                parts.put(path[1] + "/" + path[2], exchange.body());
                exchange.set("ETag", "\"part-" + path[2] + "\"");
                exchange.send(200, new byte[0]);
            }
            case "POST complete" -> complete(exchange, path[1]);
            default -> exchange.error(404, "");
        }
    }

    private void give(Exchange exchange, String hash) throws IOException {
        byte[] content = fake.objects().get(hash);
        if (content == null) {
            exchange.error(403, "");
        } else {
            exchange.content(content);
        }
    }

    private void complete(Exchange exchange, String hash) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        var given = exchange.json().required("parts");
        for (int index = 0; index < given.size(); index++) {
            int number = given.get(index).required("partNumber").asInt();
            byte[] part = parts.get(hash + "/" + number);
            if (part == null
                    || number != index + 1
                    || !given.get(index).required("etag").asText().contains("part-" + number)) {
                exchange.error(400, "");
                return;
            }
            whole.write(part);
        }
        fake.objects().put(hash, whole.toByteArray());
        exchange.answer(HubRoutes.nothing());
    }
}
