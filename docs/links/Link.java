// Prints three links to the playground with a rule and events: java Link.java rule.yml events.jsonl
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.DeflaterOutputStream;

public class Link {
    static final String PLAYGROUND = "https://playground.example/";

    /** URLEncoder writes a space as +, which a link takes for a plus. */
    static String percent(byte[] text) {
        return URLEncoder.encode(new String(text, StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace("+", "%20");
    }

    static String base64url(byte[] data) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(data);
    }

    static String packed(byte[] text) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var stream = new DeflaterOutputStream(out)) {
            stream.write(text);
        }
        return base64url(out.toByteArray());
    }

    public static void main(String[] names) throws IOException {
        if (names.length != 2) {
            System.err.println("java Link.java rule.yml events.jsonl");
            System.exit(1);
        }
        byte[] rule = Files.readAllBytes(Path.of(names[0]));
        byte[] events = Files.readAllBytes(Path.of(names[1]));
        System.out.println(PLAYGROUND + "#rule=" + percent(rule) + "&events=" + percent(events));
        System.out.println(PLAYGROUND + "#rule-base64=" + base64url(rule) + "&events-base64=" + base64url(events));
        System.out.println(PLAYGROUND + "#rule-deflate=" + packed(rule) + "&events-deflate=" + packed(events));
    }
}
