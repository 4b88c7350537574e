using Microsoft.IdentityModel.JsonWebTokens;

namespace Beffroi.Accounts.OpenId;

/// <summary>A person as a provider vouches for them. The subject alone tells who it is; an address is only where to write.</summary>
sealed record OutsideIdentity
{
    const int MostLength = 255;

    public required Provider Provider { get; init; }
    public required string Subject { get; init; }
    public required string? Acr { get; init; }

    /// <summary>Given back to the provider when the person leaves.</summary>
    public required string IdToken { get; init; }

    public required string Name { get; init; }
    public required string? Email { get; init; }
    public required string? Body { get; init; }
    public required string? Siret { get; init; }
    public required IReadOnlyList<string> Roles { get; init; }

    public bool HasTwoFactors => Assurance.IsTwoFactors(Acr);

    public static OutsideIdentity Read(Provider provider, string idToken, JsonWebToken signedIn, JsonWebToken known) => new()
    {
        Provider = provider,
        Subject = signedIn.Subject,
        Acr = Text(signedIn, "acr"),
        IdToken = idToken,
        Name = string.Join(' ', new[] { Text(known, "given_name")?.Split(' ')[0], Text(known, FamilyName(provider)) }.Where(t => t is not null)),
        Email = Text(known, "email"),
        Body = Text(known, "organization_label"),
        Siret = Text(known, "siret"),
        Roles = known.TryGetPayloadValue<List<string>>("roles", out var roles) && roles is not null ? roles : [],
    };

    static string FamilyName(Provider provider) => provider switch
    {
        Provider.FranceConnect => "family_name",
        Provider.ProConnect => "usual_name",
    };

    static string? Text(JsonWebToken token, string claim) =>
        token.TryGetPayloadValue<string>(claim, out var text) && !string.IsNullOrWhiteSpace(text) ? text[..Math.Min(text.Length, MostLength)] : null;
}
