package org.candour.development;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/** A mail server that the realm of the tests sends through, and what it was given. */
public final class Mailbox implements AutoCloseable {
    private static final Pattern LINK = Pattern.compile("https?://\\S+/login-actions/action-token\\S+");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    public Mailbox() {
        server.start();
        RealServices.administration()
                .put(
                        "/candour",
                        Map.of(
                                "smtpServer",
                                Map.of(
                                        "host",
                                        "127.0.0.1",
                                        "port",
                                        Integer.toString(server.getSmtp().getPort()),
                                        "from",
                                        "candour@candour.example")));
    }

    /** The link in the one mail that came. */
    public URI link() {
        server.waitForIncomingEmail(Duration.ofSeconds(30).toMillis(), 1);
        try {
            var link = LINK.matcher(text(server.getReceivedMessages()[0]));
            if (!link.find()) {
                throw new IllegalStateException("The mail has no link");
            }
            return URI.create(link.group());
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Part part) throws MessagingException, IOException {
        return part.getContent() instanceof Multipart parts
                ? text(parts.getBodyPart(0))
                : String.valueOf(part.getContent());
    }

    @Override
    public void close() {
        RealServices.administration().put("/candour", Map.of("smtpServer", Map.of()));
        server.stop();
    }
}
