package io.millwright.portal.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * An OpenID provider on loopback with a key of its own: discovery, keys, the authorization code flow for whoever
 * {@link #nextUser} names, and bearer tokens of any shape for tests of the API.
 */
public final class IdentityProviderServer implements AutoCloseable {

    private final HttpServer server;
    private final RSAKey key;
    private final Map<String, Login> logins = new ConcurrentHashMap<>();
    private volatile String nextUser = "acme-engineer";

    private IdentityProviderServer(HttpServer server, RSAKey key) {
        this.server = server;
        this.key = key;
    }

    public static IdentityProviderServer start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var provider = new IdentityProviderServer(
                    server, new RSAKeyGenerator(2048).keyID("test").generate());
            server.createContext("/realm/.well-known/openid-configuration", provider::discovery);
            server.createContext("/realm/keys", provider::keys);
            server.createContext("/realm/auth", provider::authorize);
            server.createContext("/realm/token", provider::token);
            server.start();
            return provider;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public String issuer() {
        return "http://localhost:" + server.getAddress().getPort() + "/realm";
    }

    /** Who signs in when a browser comes next. */
    public void nextUser(String user) {
        nextUser = user;
    }

    /** A good access token. */
    public String token(String user) {
        return token(user, claims -> claims);
    }

    /** An access token with other claims than a good one. */
    public String token(String user, UnaryOperator<JWTClaimsSet.Builder> change) {
        var now = Instant.now();
        var claims = person(user)
                .issuer(issuer())
                .audience("millwright-api")
                .issueTime(Date.from(now.minusSeconds(5)))
                .expirationTime(Date.from(now.plusSeconds(600)))
                .claim("sid", UUID.randomUUID().toString());
        return signed(change.apply(claims).build(), key);
    }

    /** A token like a good one, signed by somebody else. */
    public String forged(String user) {
        try {
            var other = new RSAKeyGenerator(2048).keyID("test").generate();
            return signed(SignedJWT.parse(token(user)).getJWTClaimsSet(), other);
        } catch (JOSEException | java.text.ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static JWTClaimsSet.Builder person(String user) {
        return new JWTClaimsSet.Builder()
                .subject("subject-of-" + user)
                .claim("preferred_username", user)
                .claim("name", "Name of " + user)
                .claim("email", user + "@demo.example");
    }

    private void discovery(HttpExchange exchange) throws IOException {
        answer(exchange, 200, """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/auth", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/keys", "end_session_endpoint": "%1$s/logout",
                 "response_types_supported": ["code"], "subject_types_supported": ["public"],
                 "id_token_signing_alg_values_supported": ["RS256"]}
                """.formatted(issuer()));
    }

    private void keys(HttpExchange exchange) throws IOException {
        answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
    }

    private void authorize(HttpExchange exchange) throws IOException {
        var query = form(exchange.getRequestURI().getRawQuery());
        var code = UUID.randomUUID().toString();
        logins.put(code, new Login(nextUser, query));
        exchange.getResponseHeaders()
                .set("Location", query.get("redirect_uri") + "?code=" + code + "&state=" + query.get("state"));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        var form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var login = logins.remove(form.get("code"));
        if (login == null
                || !"S256".equals(login.query().get("code_challenge_method"))
                || form.get("code_verifier") == null) {
            answer(exchange, 400, "{\"error\": \"invalid_grant\"}");
            return;
        }
        var now = Instant.now();
        var claims = person(login.user())
                .issuer(issuer())
                .audience(login.query().get("client_id"))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .claim("sid", UUID.randomUUID().toString())
                .claim("nonce", login.query().get("nonce"));
        answer(exchange, 200, """
                {"access_token": "%s", "token_type": "Bearer", "expires_in": 600, "id_token": "%s"}
                """.formatted(token(login.user()), signed(claims.build(), key)));
    }

    private static String signed(JWTClaimsSet claims, RSAKey key) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .type(JOSEObjectType.JWT)
                            .build(),
                    claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> form(String text) {
        return Arrays.stream(text.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private record Login(String user, Map<String, String> query) {}
}
