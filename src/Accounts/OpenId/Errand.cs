using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.Tokens;

namespace Beffroi.Accounts.OpenId;

/// <summary>Somebody sent to a provider, and what their browser keeps to be known again when they come back: it serves once.</summary>
sealed record Errand
{
    /// <summary>As long as FranceConnect itself waits for a person.</summary>
    public static readonly SealedCookie<Errand> Cookie = new("aller", TimeSpan.FromMinutes(30));

    public required Provider Provider { get; init; }
    public required string State { get; init; }
    public required string Nonce { get; init; }

    /// <summary>The proof key, where one is sent.</summary>
    public required string? Verifier { get; init; }

    /// <summary>The account that is to be linked; null for somebody who comes in.</summary>
    public required Guid? Linking { get; init; }

    public required string ReturnTo { get; init; }
    public required DateTimeOffset StartedAt { get; init; }

    public static Errand Start(Provider provider, ProviderSettings settings, Guid? linking, string returnTo, DateTimeOffset now) => new()
    {
        Provider = provider,
        State = SecretToken.Draw(),
        Nonce = SecretToken.Draw(),
        Verifier = settings.ProofKey ? SecretToken.Draw() : null,
        Linking = linking,
        ReturnTo = returnTo,
        StartedAt = now,
    };

    public bool IsAnsweredBy(string? state) => state is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(State), Encoding.UTF8.GetBytes(state));

    /// <summary>The only parameters that FranceConnect takes; ProConnect takes two more.</summary>
    public string Address(ProviderSettings settings, string authorize, string comeBack)
    {
        var query = new List<KeyValuePair<string, string?>>
        {
            new("client_id", settings.ClientId),
            new("redirect_uri", comeBack),
            new("response_type", "code"),
            new("scope", Provider.Scope()),
            new("state", State),
            new("nonce", Nonce),
        };
        query.AddRange(Level(settings));
        if (Verifier is not null)
        {
            query.Add(new("code_challenge", Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)))));
            query.Add(new("code_challenge_method", "S256"));
        }

        return authorize + QueryString.Create(query);
    }

    IEnumerable<KeyValuePair<string, string?>> Level(ProviderSettings settings) => Provider switch
    {
        Provider.FranceConnect => [new("acr_values", Assurance.Asked)],
        Provider.ProConnect => settings.SecondFactor ? [new("claims", Assurance.Claims)] : [],
    };
}
