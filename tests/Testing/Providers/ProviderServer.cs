using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Beffroi.Accounts.OpenId;
using Beffroi.Testing.Networks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Beffroi.Testing.Providers;

/// <summary>
/// FranceConnect or ProConnect on this machine, as strict as they are: a closed list of parameters, a secret in the form, codes of 30
/// seconds that serve once, subjects of each client, signed answers, exact addresses.
/// </summary>
public sealed class ProviderServer : LocalServer
{
    static readonly string[] Common = ["client_id", "redirect_uri", "response_type", "scope", "state", "nonce", "acr_values", "claims", "prompt", "idp_hint", "ui_locales"];
    static readonly string[] More = ["response_mode", "code_challenge", "code_challenge_method", "siret_hint", "login_hint"];

    /// <summary>FranceConnect's lives of a code and of a token, the shorter of the two providers'.</summary>
    static readonly TimeSpan CodeLife = TimeSpan.FromSeconds(30);
    static readonly TimeSpan TokenLife = TimeSpan.FromSeconds(60);

    readonly Dictionary<string, Granted> _codes = new(StringComparer.Ordinal);
    readonly Dictionary<string, Granted> _tokens = new(StringComparer.Ordinal);
    readonly string _path = "/" + Guid.NewGuid().ToString("N") + "/api/v2";
    Pen _pen = new();

    ProviderServer(Provider kind, Client client, TimeProvider clock) => (Kind, Client, Clock) = (kind, client, clock);

    public Provider Kind { get; }
    public Client Client { get; }
    public TimeProvider Clock { get; }

    public string Issuer => $"http://{Host}{_path}";

    /// <summary>Who is at the keyboard.</summary>
    public Somebody Person { get; set; } = Somebody.Angela;

    /// <summary>Stops there, with this error.</summary>
    public string? Error { get; set; }

    public Slip Slip { get; set; }

    /// <summary>Why the last request was refused, in the provider's words.</summary>
    public string? Refused { get; private set; }

    /// <summary>Sessions open with the provider.</summary>
    public int Sessions { get; private set; }

    public static async Task<ProviderServer> Start(Provider kind, Client client, TimeProvider clock)
    {
        var server = new ProviderServer(kind, client, clock);
        await server.Open();
        return server;
    }

    /// <summary>Signs with other keys from now on, and publishes those.</summary>
    public void ChangeKeys() => _pen = new();

    /// <summary>The same person is somebody else for each client (pairwise subjects).</summary>
    public string SubjectOf(Somebody person) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Client.Id}|{person.Number}"))) + "v1";

    protected override void Map(WebApplication app)
    {
        var root = app.MapGroup(_path);
        root.MapGet("/.well-known/openid-configuration", () => Json(new JsonObject
        {
            ["issuer"] = Issuer, ["authorization_endpoint"] = Issuer + "/authorize", ["token_endpoint"] = Issuer + "/token", ["userinfo_endpoint"] = Issuer + "/userinfo",
            ["jwks_uri"] = Issuer + "/jwks", ["end_session_endpoint"] = Issuer + "/session/end", ["subject_types_supported"] = new JsonArray("pairwise"), ["response_types_supported"] = new JsonArray("code"),
        }));
        root.MapGet("/jwks", () => Json(new JsonObject { ["keys"] = _pen.Published() }));
        root.MapGet("/authorize", (HttpRequest request) => Authorize(request.Query));
        root.MapPost("/token", async (HttpRequest request) => Token(request.Headers.Authorization.Count, await request.ReadFormAsync()));
        root.MapGet("/userinfo", (HttpRequest request) => UserInfo(request.Headers.Authorization.ToString()));
        root.MapGet("/session/end", (HttpRequest request) => End(request.Query));
    }

    IResult Authorize(IQueryCollection asked)
    {
        var allowed = Kind == Provider.ProConnect ? Common.Concat(More) : Common;
        Refused = asked.Keys.Except(allowed, StringComparer.Ordinal).FirstOrDefault() is { } extra ? $"invalid parameter {extra}"
            : asked.Any(p => p.Value.Count != 1) ? "a parameter twice"
            : asked["client_id"] != Client.Id ? "unknown client"
            : !Client.ComeBack.Contains(asked["redirect_uri"].ToString(), StringComparer.Ordinal) ? "redirect_uri not declared"
            : asked["response_type"] != "code" ? "response_type"
            : !asked["scope"].ToString().Split(' ').Contains("openid") ? "scope"
            : asked["state"].ToString().Length < 32 ? "state too short"
            : asked["nonce"].ToString().Length is < 32 or > 512 ? "nonce"
            : Kind == Provider.FranceConnect && asked["acr_values"] != "eidas1" ? "acr_values"
            : null;
        if (Refused is not null)
        {
            return Results.Text(Refused, statusCode: 400);
        }

        var back = asked["redirect_uri"].ToString();
        if (Error is { } error)
        {
            return Results.Redirect(QueryHelpers.AddQueryString(back, new Dictionary<string, string?> { ["error"] = error, ["error_description"] = "stopped", ["state"] = asked["state"] }));
        }

        var code = Guid.NewGuid().ToString("N");
        _codes[code] = new(Person, asked["nonce"].ToString(), back, asked["scope"].ToString().Split(' '), asked["code_challenge"], Clock.GetUtcNow());
        Sessions++;
        return Results.Redirect(QueryHelpers.AddQueryString(back, new Dictionary<string, string?> { ["code"] = code, ["state"] = asked["state"], ["iss"] = Issuer }));
    }

    IResult Token(int authorizations, IFormCollection form)
    {
        // Seen once, whatever comes of it.
        _codes.Remove(form["code"].ToString(), out var granted);
        Refused = authorizations > 0 ? "client_secret_post only"
            : form["client_id"] != Client.Id || form["client_secret"] != Client.Secret ? "invalid_client"
            : form["grant_type"] != "authorization_code" ? "unsupported_grant_type"
            : Slip == Slip.TokenRefused || granted is null || form["redirect_uri"] != granted.Back || Clock.GetUtcNow() - granted.At > CodeLife ? "invalid_grant"
            : granted.Challenge is { } challenge && challenge != WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) ? "invalid_grant: code_verifier"
            : null;
        if (Refused is not null)
        {
            return Results.Json(new { error = Refused }, statusCode: 400);
        }

        var access = Guid.NewGuid().ToString("N");
        _tokens[access] = granted! with { At = Clock.GetUtcNow() };
        return Json(new JsonObject { ["access_token"] = access, ["token_type"] = "Bearer", ["expires_in"] = 60, ["id_token"] = Writing.IdToken(this, _pen, granted!) });
    }

    IResult UserInfo(string authorization)
    {
        if (!authorization.StartsWith("Bearer ", StringComparison.Ordinal) || !_tokens.TryGetValue(authorization[7..], out var granted) || Clock.GetUtcNow() - granted.At > TokenLife)
        {
            return Results.StatusCode(401);
        }

        return Slip == Slip.UserInfoAsJson ? Json(Writing.Claims(this, granted)) : Results.Text(Writing.UserInfo(this, _pen, granted), "application/jwt");
    }

    IResult End(IQueryCollection asked)
    {
        Refused = asked.Keys.Except(["id_token_hint", "post_logout_redirect_uri", "state", "client_id"], StringComparer.Ordinal).FirstOrDefault() is { } extra ? $"invalid parameter {extra}"
            : asked["id_token_hint"].ToString().Split('.').Length != 3 ? "id_token_hint required"
            : !Client.Left.Contains(asked["post_logout_redirect_uri"].ToString(), StringComparer.Ordinal) ? "post_logout_redirect_uri not declared"
            : asked["state"].ToString().Length < 32 ? "state required"
            : null;
        if (Refused is not null)
        {
            return Results.Text(Refused, statusCode: 400);
        }

        Sessions--;
        return Results.Redirect(QueryHelpers.AddQueryString(asked["post_logout_redirect_uri"].ToString(), "state", asked["state"].ToString()));
    }

    static IResult Json(JsonObject json) => Results.Content(json.ToJsonString(), "application/json");
}

/// <summary>What somebody let a client know, by a code and then by a token.</summary>
sealed record Granted(Somebody Person, string Nonce, string Back, IReadOnlyList<string> Scope, string? Challenge, DateTimeOffset At);
