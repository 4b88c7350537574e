namespace Beffroi.Accounts.OpenId;

/// <summary>The providers of this site, from configuration (section <c>SignIn</c>); one that is not configured shows nowhere.</summary>
public sealed record OutsideSettings
{
    public ProviderSettings? FranceConnect { get; init; }
    public ProviderSettings? ProConnect { get; init; }

    public ProviderSettings? Of(Provider provider) => provider switch
    {
        Provider.FranceConnect => FranceConnect,
        Provider.ProConnect => ProConnect,
    };

    public IReadOnlyList<Provider> Open => [.. Providers.All.Where(p => Of(p) is not null)];

    /// <summary>Refuses to start with what could not work, or not safely.</summary>
    public OutsideSettings Checked()
    {
        foreach (var provider in Open)
        {
            Of(provider)!.Check(provider);
        }

        return this;
    }
}

public sealed record ProviderSettings
{
    static readonly string[] Algorithms = ["ES256", "RS256"];

    /// <summary>Address of the provider, as its answers sign it; its description is below.</summary>
    public string Issuer { get; init; } = "";

    public string ClientId { get; init; } = "";
    public string ClientSecret { get; init; } = "";

    /// <summary>The one signature taken, as declared to the provider: ES256 or RS256. Nothing shared with the client is a signature (HS256).</summary>
    public string Algorithm { get; init; } = "ES256";

    /// <summary>ProConnect only: sends a proof key (PKCE, S256). FranceConnect refuses any parameter that is not on its list.</summary>
    public bool ProofKey { get; init; }

    /// <summary>ProConnect only: nobody enters without a second factor.</summary>
    public bool SecondFactor { get; init; }

    /// <summary>ProConnect only: roles let in, one of which is enough; empty for all.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>ProConnect only: numbers (SIRET, or SIREN for all its establishments) of the bodies let in; empty for all.</summary>
    public IReadOnlyList<string> Bodies { get; init; } = [];

    internal void Check(Provider provider)
    {
        if (!Uri.TryCreate(Issuer, UriKind.Absolute, out var address) || !IsSafe(address) || address.Query.Length > 0)
        {
            throw Wrong(provider, nameof(Issuer), "an https address");
        }

        if (ClientId.Length == 0 || ClientSecret.Length == 0)
        {
            throw Wrong(provider, ClientId.Length == 0 ? nameof(ClientId) : nameof(ClientSecret), "what the provider gave");
        }

        if (!Algorithms.Contains(Algorithm, StringComparer.Ordinal))
        {
            throw Wrong(provider, nameof(Algorithm), string.Join(" or ", Algorithms));
        }

        if (provider == Provider.FranceConnect && (ProofKey || SecondFactor || Roles.Count > 0 || Bodies.Count > 0))
        {
            throw Wrong(provider, "ProofKey, SecondFactor, Roles or Bodies", "nothing: FranceConnect has none of them");
        }

        if (Bodies.Any(b => b.Length is not (9 or 14) || !b.All(char.IsAsciiDigit)))
        {
            throw Wrong(provider, nameof(Bodies), "SIREN (9 digits) or SIRET (14 digits)");
        }
    }

    /// <summary>In clear on this machine only.</summary>
    internal static bool IsSafe(Uri address) => string.Equals(address.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal) || (string.Equals(address.Scheme, Uri.UriSchemeHttp, StringComparison.Ordinal) && address.IsLoopback);

    static InvalidOperationException Wrong(Provider provider, string field, string expected) =>
        new($"SignIn:{provider}:{field} must be {expected}: docs/accounts.md.");
}
