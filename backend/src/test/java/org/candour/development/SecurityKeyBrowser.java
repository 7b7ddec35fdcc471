package org.candour.development;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openqa.selenium.By;
import org.openqa.selenium.NoAlertPresentException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;

/**
 * One person at a real browser (Chromium, without a window) with a security key in it (CTAP 2, made by the browser itself for
 * tests): Keycloak's pages and their scripts as they are, and WebAuthn from end to end.
 */
public final class SecurityKeyBrowser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final By REGISTER = By.id("registerWebAuthn");
    private static final By USE_KEY = By.id("authenticateWebAuthnButton");
    private static final List<Path> BROWSERS = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));
    private static final List<Path> DRIVERS =
            List.of(Path.of("/usr/bin/chromedriver"), Path.of("/usr/lib/chromium-browser/chromedriver"));

    private final OidcLogin login = RealServices.login();
    private final ChromeDriver driver;

    private SecurityKeyBrowser(Path browser, Path service) {
        var options = new ChromeOptions();
        options.setBinary(browser.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox", // its user may be root, as in CI; it sees no page but Keycloak's
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
                "--no-first-run");
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(service.toFile()) // so that nothing is looked for, or downloaded
                        .usingAnyFreePort()
                        .build(),
                options);
        driver.addVirtualAuthenticator(new VirtualAuthenticatorOptions()
                .setProtocol(VirtualAuthenticatorOptions.Protocol.CTAP2)
                .setTransport(VirtualAuthenticatorOptions.Transport.USB)
                .setHasUserVerification(true)
                .setIsUserVerified(true));
    }

    /** A fresh browser, or a skipped test and the reason. */
    public static SecurityKeyBrowser orSkip() {
        var browser = first(BROWSERS);
        var service = first(DRIVERS);
        assumeTrue(
                browser.isPresent() && service.isPresent(),
                "Chromium and its driver are not installed (Debian: apt-get install chromium chromium-driver)");
        return new SecurityKeyBrowser(browser.orElseThrow(), service.orElseThrow());
    }

    private static Optional<Path> first(List<Path> candidates) {
        return candidates.stream().filter(Files::isExecutable).findFirst();
    }

    /** Logs in for the first time, which asks for a security key to be registered. */
    public Tokens registerAtFirstLogin(String username, String password) {
        var pkce = Pkce.random();
        driver.get(login.authorization(pkce).toString());
        givePassword(username, password);
        register();
        return login.exchange(redirect(), pkce);
    }

    /** Follows a link from a mail, which has a security key registered and then a password set. */
    public void setUpBy(URI link, String password) {
        driver.get(link.toString());
        click(By.cssSelector("#kc-info-message a"));
        register();
        await().atMost(PATIENCE)
                .until(() -> !driver.findElements(By.id("password-new")).isEmpty());
        driver.findElement(By.id("password-new")).sendKeys(password);
        driver.findElement(By.id("password-confirm")).sendKeys(password);
        driver.findElement(By.cssSelector("#kc-passwd-update-form [type=submit]"))
                .click();
        await().atMost(PATIENCE)
                .until(() -> driver.findElements(By.id("password-new")).isEmpty());
    }

    /** What the page at an address says. */
    public String read(URI address) {
        driver.get(address.toString());
        return driver.findElement(By.tagName("body")).getText();
    }

    /** Logs in at the higher level: with the password, then the key. */
    public Tokens loginWithKey(String username, String password) {
        var pkce = Pkce.random();
        driver.get(login.steppedUp(pkce).toString());
        givePassword(username, password);
        touchKey();
        return login.exchange(redirect(), pkce);
    }

    /** Asks for the higher level in the session that there is, and touches the key. */
    public Tokens stepUp() {
        var pkce = Pkce.random();
        driver.get(login.steppedUp(pkce).toString());
        touchKey();
        return login.exchange(redirect(), pkce);
    }

    /** Begins to add a further key to the account, in the session that there is. */
    public void beginToAddAKey() {
        driver.get(login.authorization(Pkce.random(), Map.of("kc_action", "webauthn-register"))
                .toString());
        await().atMost(PATIENCE).until(() -> isAskedForKey() || isAskedToRegister());
    }

    /** Whether the page wants the key that is registered. */
    public boolean isAskedForKey() {
        return !driver.findElements(USE_KEY).isEmpty();
    }

    /** Whether the page would register a key. */
    public boolean isAskedToRegister() {
        return !driver.findElements(REGISTER).isEmpty();
    }

    /** Uses the registered key. */
    public void touchKey() {
        click(USE_KEY);
    }

    /** Waits for the page that would register a key. */
    public void awaitRegistration() {
        await().atMost(PATIENCE).until(this::isAskedToRegister);
    }

    private void givePassword(String username, String password) {
        driver.findElement(By.id("username")).sendKeys(username);
        driver.findElement(By.id("password")).sendKeys(password);
        click(By.id("kc-login"));
    }

    private void register() {
        click(REGISTER);
        // The page asks for a name of the key.
        await().atMost(PATIENCE)
                .ignoreException(NoAlertPresentException.class)
                .untilAsserted(() -> driver.switchTo().alert().accept());
    }

    private void click(By what) {
        await().atMost(PATIENCE).until(() -> !driver.findElements(what).isEmpty());
        driver.findElement(what).click();
    }

    /** Where Keycloak has sent the browser; nobody listens there. */
    private URI redirect() {
        await().atMost(PATIENCE).until(() -> driver.getCurrentUrl().startsWith(OidcLogin.REDIRECT));
        return URI.create(driver.getCurrentUrl());
    }

    @Override
    public void close() {
        driver.quit();
    }
}
