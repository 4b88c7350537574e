using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace Beffroi.Accounts.OpenId;

/// <summary>What a provider publishes of itself: where to go, and the keys that sign its answers.</summary>
sealed record ProviderCard
{
    public required string Authorize { get; init; }
    public required string Token { get; init; }
    public required string UserInfo { get; init; }
    public required string EndSession { get; init; }
    public required IReadOnlyList<SecurityKey> Keys { get; init; }
    public required DateTimeOffset ReadAt { get; init; }

    public static async Task<ProviderCard> Read(ProviderSettings settings, Func<string, Task<string>> get, DateTimeOffset now)
    {
        try
        {
            using var page = JsonDocument.Parse(await get(settings.Issuer.TrimEnd('/') + "/.well-known/openid-configuration"));
            if (!string.Equals(page.RootElement.GetProperty("issuer").GetString(), settings.Issuer, StringComparison.Ordinal))
            {
                throw new ProviderTroubleException("The description is another provider's.");
            }

            return new()
            {
                Authorize = Address(page, "authorization_endpoint"),
                Token = Address(page, "token_endpoint"),
                UserInfo = Address(page, "userinfo_endpoint"),
                EndSession = Address(page, "end_session_endpoint"),
                Keys = Signing(await get(Address(page, "jwks_uri"))),
                ReadAt = now,
            };
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new ProviderTroubleException("The description of the provider cannot be read.", problem);
        }
    }

    // A secret key published by mistake would let anybody sign.
    static List<SecurityKey> Signing(string jwks) => [.. new JsonWebKeySet(jwks).GetSigningKeys().Where(k => k is not SymmetricSecurityKey and not JsonWebKey { Kty: "oct" })];

    static string Address(JsonDocument page, string name) =>
        page.RootElement.GetProperty(name).GetString() is { } text && Uri.TryCreate(text, UriKind.Absolute, out var address) && ProviderSettings.IsSafe(address)
            ? text
            : throw new ProviderTroubleException($"{name} is no https address.");
}
